extension Pitfall {
    /// The whole catalogue, in the order of the steps.
    public static let catalogue: [Pitfall] =
        vision + partners + communication + terms + plan + governance + risk + culture

    /// The pitfall with this number, as P24, whatever its case.
    public static func named(_ id: String) -> Pitfall? { catalogue.first { $0.id == id.uppercased() } }
}
