extension Optional: FieldValue where Wrapped: FieldValue {
    public static var kind: FieldKind { Wrapped.kind }

    public static func read(_ value: Value, as kind: FieldKind, _ problems: inout [Problem]) -> Wrapped?? {
        value.isBlank ? .some(nil) : Wrapped.read(value, as: kind, &problems).map { .some($0) }
    }

    public var written: Value { self?.written ?? .none }

    public func forEachReference(_ visit: (RegisterName, String) -> Void) { self?.forEachReference(visit) }

    public func without(_ register: RegisterName, _ id: String) -> Wrapped?? {
        .some(self?.without(register, id))
    }
}

extension Array: FieldValue where Element: FieldValue {
    public static var kind: FieldKind { .list(of: Element.kind) }

    public static func read(_ value: Value, as kind: FieldKind, _ problems: inout [Problem]) -> [Element]? {
        let element = if case .list(let element) = kind { element } else { Element.kind }
        let values: [Value]
        switch value {
        case .list(let items): values = items
        case .none: values = []
        // One cell of a CSV file or one line of a form holds a short list; what has parts of its own cannot be told apart.
        case .text(let text):
            if case .part = element { return refuse(value, kind, &problems) }
            values = text.split(separator: ";").map { .text(String(trimmed($0))) }.filter { $0 != .text("") }
        default: return refuse(value, kind, &problems)
        }
        var elements: [Element] = []
        elements.reserveCapacity(values.count)
        for (index, value) in values.enumerated() {
            let before = problems.count
            if let read = Element.read(value, as: element, &problems) { elements.append(read) }
            problems.locate(since: before, in: "[\(index)]")
        }
        return elements.count == values.count ? elements : nil
    }

    // No key path: in generic code each call would make it anew.
    public var written: Value { .list(map { $0.written }) }

    public func forEachReference(_ visit: (RegisterName, String) -> Void) {
        for element in self { element.forEachReference(visit) }
    }

    public func without(_ register: RegisterName, _ id: String) -> [Element]? {
        compactMap { $0.without(register, id) }
    }
}

/// The text without blanks at both ends.
func trimmed(_ text: some StringProtocol) -> String {
    var part = Substring(text)
    while let first = part.first, first.isWhitespace { part.removeFirst() }
    while let last = part.last, last.isWhitespace { part.removeLast() }
    return String(part)
}

/// A closed list of answers, each with the key that files hold and the label that people read.
public protocol Choice: FieldValue, CaseIterable, RawRepresentable where RawValue == String {
    var label: String { get }
}

extension Choice {
    public static var kind: FieldKind { .choice(allCases.map { FieldKind.Option(key: $0.rawValue, label: $0.label) }) }

    public static func read(_ value: Value, as kind: FieldKind, _ problems: inout [Problem]) -> Self? {
        guard case .text(let text) = value else { return refuse(value, kind, &problems) }
        if let choice = Self(rawValue: text) ?? allCases.first(where: { $0.label == text }) { return choice }
        let hint = nearestName(to: text, among: allCases.map(\.rawValue)).map { "; did you mean “\($0)”?" } ?? ""
        return refuse(value, kind, &problems, "\(value.summary) is not among the answers\(hint)")
    }

    public var written: Value { .text(rawValue) }

    /// The key in words, for choices whose labels are nothing but their keys: `halfYearly` is "half yearly".
    public var label: String {
        rawValue.reduce(into: "") { words, letter in
            words += letter.isUppercase ? " \(letter.lowercased())" : "\(letter)"
        }
    }
}

/// The address of a piece of evidence. Only schemes that a reader can safely follow are taken.
public struct Link: FieldValue, CustomStringConvertible {
    public let address: String
    public var description: String { address }

    /// The link with this address, nil where its scheme is none of https, http, mailto and doi, or it contains blanks.
    public init?(_ address: String) {
        let schemes = ["https://", "http://", "mailto:", "doi:"]
        guard schemes.contains(where: { address.lowercased().hasPrefix($0) && address.count > $0.count }),
            !address.utf8.contains(where: { $0 <= 32 || $0 == 127 })
        else { return nil }
        self.address = address
    }

    public static var kind: FieldKind { .link }

    public static func read(_ value: Value, as kind: FieldKind, _ problems: inout [Problem]) -> Link? {
        guard case .text(let text) = value, let link = Link(text) else { return refuse(value, kind, &problems) }
        return link
    }

    public var written: Value { .text(address) }
}
