/// What a field may hold, as data: forms, the JSON Schema and the words of error messages are made from it.
public indirect enum FieldKind: Hashable, Sendable {
    case text(multiline: Bool = false)
    case integer(ClosedRange<Int>, unit: String? = nil)
    case decimal(ClosedRange<DecimalNumber>, unit: String? = nil)
    case date
    case yesNo
    case choice([Option])
    /// The id of a record in another register.
    case reference(RegisterName)
    /// A web, mail or DOI address.
    case link
    case list(of: FieldKind)
    /// A few named values that belong together, described by fields of their own.
    case part([FieldDescription])

    /// One of the answers to a choice: what files say and what people read.
    public struct Option: Hashable, Sendable {
        public let key: String
        public let label: String
    }

    /// What to enter, as the remedy of an error: "Give a date as 2015-09-01."
    public var instruction: String {
        switch self {
        case .text: "Give a text."
        case .integer(let range, let unit): "Give a whole number\(FieldKind.words(range, unit))."
        case .decimal(let range, let unit): "Give a number\(FieldKind.words(range, unit)), as 12.5."
        case .date: "Give a date as 2015-09-01."
        case .yesNo: "Answer yes or no."
        case .choice(let options): "Choose one of: \(options.map(\.key).joined(separator: ", "))."
        case .reference(let register): "Give the id of a record in \(register)."
        case .link: "Give an address that starts with https://, http://, mailto: or doi:."
        case .list(let kind): "Give a list. For each item: \(kind.instruction)"
        case .part(let fields): "Give a record with \(fields.map(\.key).joined(separator: ", "))."
        }
    }

    private static func words<N: Comparable>(_ range: ClosedRange<N>, _ unit: String?) -> String {
        let suffix = unit.map { " \($0)" } ?? ""
        if range == any(N.self) { return suffix.isEmpty ? "" : " of\(suffix)" }
        return " from \(range.lowerBound) to \(range.upperBound)\(suffix)"
    }

    private static func any<N: Comparable>(_: N.Type) -> ClosedRange<N>? {
        N.self == Int.self ? Int.anyNumber as? ClosedRange<N> : DecimalNumber.anyNumber as? ClosedRange<N>
    }
}

extension Int {
    /// The whole numbers that a field accepts when it names no range.
    public static let anyNumber = -999_999_999_999...999_999_999_999
    public static let notNegative = 0...999_999_999_999
}

extension DecimalNumber {
    /// The numbers that a field accepts when it names no range.
    public static let anyNumber = DecimalNumber(-999_999_999_999)...DecimalNumber(999_999_999_999)
    public static let notNegative = zero...DecimalNumber(999_999_999_999)
    public static let percent = zero...DecimalNumber(100)
}
