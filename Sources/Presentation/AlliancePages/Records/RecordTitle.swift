public import AllianceModel

extension AllianceSite {
    /// What a record is called on screen.
    public func title(of record: UntypedRecord) -> String { context.title(of: record) }
}

extension PageContext {
    /// What a record is called on screen (``RegisterDescription/title(of:naming:)``); its kind, where it has no title.
    public func title(of record: UntypedRecord) -> String {
        guard let register = Alliance.register(record.register) else { return record.title }
        guard !record.title.isEmpty else { return register.noun.capitalisedFirst }
        let title = register.title(of: record) { id, field in
            guard case .reference(let target) = field.kind else { return nil }
            return self.title(of: id, in: target, from: register.name)
        }
        return title == record.title ? title : title.capitalisedFirst
    }

    /// The title of the record that a field names. It may be made of others' titles in turn, as that of a survey round is, but
    /// not of the register that asks, so that this ends.
    private func title(of id: String, in register: RegisterName, from asking: RegisterName) -> String? {
        let isTyped = if case .text? = Alliance.register(register)?.fields.first?.kind { true } else { false }
        let key = RecordKey(register, id)
        guard !isTyped, register != asking, let record = view.record(key, of: .everyone) else {
            return view.title(of: id, in: register)
        }
        return title(of: record)
    }
}
