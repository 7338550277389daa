import AllianceModel

extension AllianceSite {
    /// The pages and records that the command palette offers, as JSON: `[{"t": title, "k": kind, "u": address}]`.
    public var searchIndex: String { Value.list([]).json() }
}
