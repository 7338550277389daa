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
        if let first = register.fields.first, case .text = first.kind, record.members[first.key] == .text(record.title)
        {
            return record.title
        }
        var names: [Substring: String] = [:]
        for field in register.fields {
            guard case .reference(let target) = field.kind, case .text(let id)? = record.members[field.key],
                let title = view.title(of: id, in: target)
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
}
