public import AllianceModel

extension AllianceSite {
    /// What a record is called on screen.
    public func title(of record: UntypedRecord) -> String { context.title(of: record) }
}

extension PageContext {
    /// What a record is called on screen: its title, where somebody typed one; else with the titles of the records that it names in
    /// place of their ids, so that a stance reads "supports Shorter waits" and not "supports o1".
    public func title(of record: UntypedRecord) -> String {
        guard let register = Alliance.register(record.register) else { return record.title }
        // What somebody typed stays as it is, also where one of its words happens to be an id.
        let isTyped = register.fields.contains { field in
            if case .text = field.kind { record.members[field.key] == .text(record.title) } else { false }
        }
        if isTyped { return record.title }
        var names: [Substring: String] = [:]
        for field in register.fields {
            guard case .reference(let target) = field.kind, case .text(let id)? = record.members[field.key],
                let title = title(of: id, in: target, from: register.name)
            else { continue }
            names[id[...]] = title
        }
        guard !names.isEmpty else { return record.title.isEmpty ? register.noun.capitalisedFirst : record.title }
        let words = record.title.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
            let bare = word.last == "," ? word.dropLast() : word
            return names[bare].map { $0 + (bare.count < word.count ? "," : "") } ?? String(word)
        }
        return words.joined(separator: " ").capitalisedFirst
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
