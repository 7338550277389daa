public import AllianceModel
import Markup

/// Finds the records that people name by typing: lists of choices are too long for large registers, so there a form takes a title,
/// or some words of one, in place of an id.
public struct TypedTitles {
    private let view: View
    private var indices: [RegisterName: Index] = [:]
    /// How many texts are looked for word by word: a form of ours has fewer.
    private var searches = 60

    /// Under which a form sends, in one value, the ids of the records of a list that it does not show.
    static let kept = "~kept"

    private struct Index {
        var ids: Set<String> = []
        /// The ids by title, in lower case.
        var byTitle: [String: [String]] = [:]
    }

    public init(_ view: View) { self.view = view }

    /// Whether a register has so many records that they are named by typing.
    static func areTyped(_ register: RegisterDescription, in view: View) -> Bool {
        view.count(of: register) > ExcerptSize.choices
    }

    /// The answers of a form with the ids of the records whose titles were typed. What names no record, or more than one, stays
    /// as it is: the model refuses it, and the form then offers what it could mean.
    ///
    /// - Complexity: O(pairs + records of the registers named).
    public mutating func withIDs(
        _ pairs: [(name: String, value: String)], fields: [FieldDescription]
    ) -> [(name: String, value: String)] {
        pairs.flatMap { pair -> [(name: String, value: String)] in
            // Forms of several records name a field by record and field: ids have no colon.
            let path = pair.name.drop { $0 != ":" }.isEmpty ? pair.name[...] : pair.name.drop { $0 != ":" }.dropFirst()
            var parts = path.split(separator: ".").prefix(8)
            if parts.last == Self.kept[...] {
                parts = parts.dropLast()
                guard register(of: parts, in: fields) != nil else { return [pair] }
                let name = String(pair.name.dropLast(Self.kept.count + 1))
                return pair.value.split(separator: " ").map { (name, String($0)) }
            }
            guard !pair.value.isEmpty, let name = register(of: parts, in: fields),
                let register = Alliance.register(name), Self.areTyped(register, in: view)
            else { return [pair] }
            return [(pair.name, id(of: pair.value, in: register) ?? pair.value)]
        }
    }

    /// The register to which the field of a name refers; nil where it refers to none.
    private func register(of path: ArraySlice<Substring>, in fields: [FieldDescription]) -> RegisterName? {
        var fields = fields
        var found: RegisterName?
        for part in path where Int(part) == nil {
            guard let field = fields.first(where: { $0.key == part }) else { return nil }
            (fields, found) = ([], nil)
            switch field.kind {
            case .reference(let name), .list(.reference(let name)): found = name
            case .part(let inner), .list(.part(let inner)): fields = inner
            default: break
            }
        }
        return found
    }

    private mutating func id(of typed: String, in register: RegisterDescription) -> String? {
        let index = index(of: register)
        let text = typed.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if index.ids.contains(typed) { return typed }
        if let named = index.byTitle[text], named.count == 1 { return named[0] }
        // "Title (id)", as the form itself offers it where several have the title.
        if typed.hasSuffix(")"), let open = typed.lastIndex(of: "(") {
            let id = String(typed[typed.index(after: open)...].dropLast())
            if index.ids.contains(id) { return id }
        }
        guard searches > 0 else { return nil }
        searches -= 1
        let words = FoldedText.of(text).split(separator: " ")
        var only: String?
        for (title, ids) in index.byTitle where words.allSatisfy(FoldedText.of(title).contains) {
            guard only == nil, ids.count == 1 else { return nil }
            only = ids[0]
        }
        return only
    }

    private mutating func index(of register: RegisterDescription) -> Index {
        if let known = indices[register.name] { return known }
        var index = Index()
        for record in view.records(of: register) where index.ids.insert(record.id).inserted {
            let title = record.title.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
            index.byTitle[title, default: []].append(record.id)
        }
        indices[register.name] = index
        return index
    }
}
