import AllianceModel
import Markup

/// The records that the controls of a form can name, each register read once.
final class KnownChoices {
    fileprivate var choices: [RegisterName: [Choice]] = [:]
    /// The registers whose first titles stand in the form already.
    fileprivate var listed: Set<RegisterName> = []
}

extension FieldControls {
    /// How many titles a form offers of a large register.
    private static let mostOffered = 40
    /// How many lines a list of such titles has for new ones.
    private static let newLines = 3

    /// The records of a register that everyone in the audience sees.
    func choices(in register: RegisterName) -> [Choice] {
        if let known = known.choices[register] { return known }
        guard let description = Alliance.register(register) else { return [] }
        var seen: Set<String> = []
        let records = site.view.records(of: description).filter { $0.audience == .everyone || $0.audience == audience }
        let choices = records.filter { RecordKey($0.register, $0.id) != itself && seen.insert($0.id).inserted }.map {
            Choice($0.id, $0.title)
        }
        known.choices[register] = choices
        return choices
    }

    /// The same without the people and parties that have left, unless they are chosen already.
    func choices(in register: RegisterName, keeping chosen: [String]) -> [Choice] {
        let (all, gone) = (choices(in: register), gone(of: register))
        guard !gone.isEmpty else { return all }
        // Where titles are typed, what is added to one would be no title.
        let isTyped = all.count > ExcerptSize.choices
        return all.compactMap { choice in
            guard gone.contains(choice.value) else { return choice }
            guard chosen.contains(choice.value) else { return nil }
            return isTyped ? choice : Choice(choice.value, "\(choice.label) (has left)")
        }
    }

    private func gone(of register: RegisterName) -> Set<String> {
        let charter = site.view.charter
        let parties = Set(charter.parties.filter { $0.standing == .left }.map(\.id))
        return switch register {
        case Party.register: Set(parties.map(\.text))
        case Person.register:
            Set(charter.people.filter { $0.leftOn != nil || parties.contains($0.party) }.map(\.id.text))
        default: []
        }
    }

    /// One of many records, named by its title.
    func typedReference(_ field: FormField, _ register: RegisterName, _ choices: [Choice], selected: String) -> HTML {
        let chosen = choices.first { $0.value == selected }
        let offer = offer(of: register, choices, typed: chosen == nil ? selected : "", name: field.name)
        let words = chosen.map { self.words(for: $0, among: choices) } ?? selected
        return suggestField(field, value: words, list: offer.id, addition: "\(offer.list)\(allOf(register, choices))")
    }

    /// Any number of many records: those that are chosen, and lines for more.
    func typedReferences(_ field: FormField, _ register: RegisterName, _ choices: [Choice], chosen: [String]) -> HTML {
        let labels = Dictionary(choices.map { ($0.value, $0.label) }, uniquingKeysWith: { first, _ in first })
        let known = Excerpt(chosen.filter { labels[$0] != nil }, first: ExcerptSize.page)
        let kept = chosen.filter { labels[$0] != nil }.dropFirst(known.items.count).joined(separator: " ")
        // What was typed and names nothing stands in a line again.
        let typed = chosen.filter { labels[$0] == nil && !$0.isEmpty }
        let offer = offer(of: register, choices, typed: typed.first ?? "", name: field.name)
        let boxes = known.items.map { Choice($0, labels[$0] ?? $0) }
        let keeping: HTML? =
            kept.isEmpty
            ? nil
            : """
            <input type="hidden" name="\(field.name).\(TypedTitles.kept)" value="\(kept)"><p class="quietly">and \(readable(Double(known.rest))) more, which stay</p>
            """
        return partField(
            field,
            """
            \(bareChoices(field, boxes, selected: Set(known.items)))\(keeping)\
            \(suggestLines(field, values: typed + Array(repeating: "", count: Self.newLines), list: offer.id))\
            \(offer.list)\(allOf(register, choices))
            """)
    }

    /// Titles that may be meant: those that hold what was typed, else the first ones, which one list offers to the whole form.
    private func offer(
        of register: RegisterName, _ choices: [Choice], typed: String, name: String
    ) -> (id: String, list: HTML?) {
        let words = FoldedText.of(typed).split(whereSeparator: \.isWhitespace)
        let isShared = words.isEmpty
        let id = isShared ? "titles-\(identifier("\(register)"))" : "titles-\(identifier(name))"
        if isShared, !known.listed.insert(register).inserted { return (id, nil) }
        let fitting =
            isShared
            ? choices
            : choices.filter { choice in
                let label = FoldedText.of(choice.label)
                return words.allSatisfy { label.contains($0) }
            }
        let offered = Excerpt(fitting, first: Self.mostOffered).items.map { self.words(for: $0, among: fitting) }
        return (id, suggestions(id, offered))
    }

    /// What stands for a record in a line: its title, with its id where another has the same.
    private func words(for choice: Choice, among choices: [Choice]) -> String {
        choices.count { $0.label == choice.label } > 1 ? "\(choice.label) (\(choice.value))" : choice.label
    }

    private func allOf(_ register: RegisterName, _ choices: [Choice]) -> HTML {
        let title = Alliance.register(register)?.title.lowercasedFirst ?? register.name
        return """
            <p class="hint">Type its title or some words of it. <a href="\(site.link(.register(register)))">All \(readable(Double(choices.count))) \(title)</a></p>
            """
    }
}
