/// A type that a field of a record can hold: it reads itself from a ``Value`` and writes itself as one.
public protocol FieldValue: Hashable, Sendable {
    /// What the field holds where its description says nothing narrower.
    static var kind: FieldKind { get }
    /// Reads a value; where that fails, adds what is wrong to `problems`, with paths relative to this value, and gives nil.
    static func read(_ value: Value, as kind: FieldKind, _ problems: inout [Problem]) -> Self?
    var written: Value { get }
    /// Calls `visit` for each record that this value refers to.
    func forEachReference(_ visit: (RegisterName, String) -> Void)
    /// This value without its references to a record that goes; nil where it makes no sense without.
    func without(_ register: RegisterName, _ id: String) -> Self?
}

extension FieldValue {
    public func forEachReference(_ visit: (RegisterName, String) -> Void) {}
    public func without(_ register: RegisterName, _ id: String) -> Self? { self }

    static func refuse(_ value: Value, _ kind: FieldKind, _ problems: inout [Problem], _ reason: String? = nil) -> Self?
    {
        problems.append(Problem(reason ?? "\(value.summary) does not fit", kind.instruction))
        return nil
    }
}

extension String: FieldValue {
    public static var kind: FieldKind { .text() }

    /// The longest text that a field takes, in bytes of UTF-8; a ledger envelope holds 60 KiB.
    static let longest = 20_000

    public static func read(_ value: Value, as kind: FieldKind, _ problems: inout [Problem]) -> String? {
        let text: String
        switch value {
        case .text(let given): text = given
        case .integer(let number): text = "\(number)"
        case .decimal(let number): text = number.description
        case .date(let day): text = day.description
        case .none, .list, .record: return refuse(value, kind, &problems)
        }
        if text.utf8.count > longest {
            problems.append(tooLong(text))
            return nil
        }
        if text.hasControlCharacters {
            return refuse(value, kind, &problems, "the text contains control characters")
        }
        return text.withLineFeeds
    }

    /// What people count are letters, of which some take more than one byte.
    private static func tooLong(_ text: String) -> Problem {
        var bytes = 0
        let fitting = text.prefix { letter in
            bytes += letter.utf8.count
            return bytes <= longest
        }.count
        let letters = text.count
        return Problem(
            "the text has \(letters) letters, and \(fitting) fit",
            "Shorten it by \(counted(letters - fitting, "letter")).")
    }

    public var written: Value { .text(self) }
}

extension String {
    /// Whether it holds control characters (Unicode category Cc) other than tabs and ends of lines: terminals obey them.
    fileprivate var hasControlCharacters: Bool {
        // Nearly all texts have neither, and 0xC2 begins those that take two bytes.
        guard utf8.contains(where: { $0 < 32 || $0 == 127 || $0 == 0xC2 }) else { return false }
        return unicodeScalars.contains {
            (127...159).contains($0.value) || ($0.value < 32 && $0 != "\t" && $0 != "\n" && $0 != "\r")
        }
    }

    /// The text with a line feed at the end of each line, as files have it.
    ///
    /// Browsers send a carriage return before it, and Swift takes both for one character: the same words must be the same text by
    /// whatever door they come.
    var withLineFeeds: String {
        guard utf8.contains(13) else { return self }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var followsReturn = false
        for byte in utf8 {
            if byte != 10 || !followsReturn { bytes.append(byte == 13 ? 10 : byte) }
            followsReturn = byte == 13
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Int: FieldValue {
    public static var kind: FieldKind { .integer(anyNumber) }

    public static func read(_ value: Value, as kind: FieldKind, _ problems: inout [Problem]) -> Int? {
        let number: Int? =
            switch value {
            case .integer(let number): Int(number)
            case .text(let text): Int(text)
            case .decimal(let number) where number.millionths % 1_000_000 == 0: Int(number.millionths / 1_000_000)
            default: nil
            }
        guard let number else { return refuse(value, kind, &problems, "\(value.summary) is not a whole number") }
        if case .integer(let range, let unit) = kind, !range.contains(number) {
            return refuse(value, kind, &problems, outOfRange(number, range, unit))
        }
        return number
    }

    public var written: Value { .integer(Int64(self)) }
}

extension DecimalNumber: FieldValue {
    public static var kind: FieldKind { .decimal(anyNumber) }

    public static func read(_ value: Value, as kind: FieldKind, _ problems: inout [Problem]) -> DecimalNumber? {
        let number: DecimalNumber? =
            switch value {
            case .decimal(let number): number
            case .integer(let number): DecimalNumber(Int(number))
            case .text(let text): DecimalNumber(text)
            default: nil
            }
        guard let number else { return refuse(value, kind, &problems, "\(value.summary) is not a number") }
        if case .decimal(let range, let unit) = kind, !range.contains(number) {
            return refuse(value, kind, &problems, outOfRange(number, range, unit))
        }
        return number
    }

    public var written: Value {
        millionths % 1_000_000 == 0 ? .integer(Int64(millionths / 1_000_000)) : .decimal(self)
    }
}

private func outOfRange<N: Comparable>(_ number: N, _ range: ClosedRange<N>, _ unit: String?) -> String {
    let limit = number < range.lowerBound ? "below \(range.lowerBound)" : "above \(range.upperBound)"
    return "\(number) is \(limit)\(unit.map { " \($0)" } ?? "")"
}

extension Day: FieldValue {
    public static var kind: FieldKind { .date }

    public static func read(_ value: Value, as kind: FieldKind, _ problems: inout [Problem]) -> Day? {
        switch value {
        case .date(let day): day
        case .text(let text): Day(text) ?? refuse(value, kind, &problems, "\(value.summary) \(reason(text))")
        default: refuse(value, kind, &problems)
        }
    }

    private static func reason(_ text: String) -> String {
        guard case .either(let first, let second)? = TypedDay(text) else { return "is no day of the calendar" }
        return "may be \(first.words) or \(second.words)"
    }

    public var written: Value { .date(self) }
}

extension Bool: FieldValue {
    public static var kind: FieldKind { .yesNo }

    public static func read(_ value: Value, as kind: FieldKind, _ problems: inout [Problem]) -> Bool? {
        switch value {
        case .text("yes"), .text("true"): true
        case .text("no"), .text("false"): false
        default: refuse(value, kind, &problems)
        }
    }

    public var written: Value { .text(self ? "yes" : "no") }
}
