/// The name of a register: its step and its own name, as `vision.objectives`.
public struct RegisterName: Hashable, Sendable, CustomStringConvertible {
    public let step: StepName
    public let name: String

    public init(_ step: StepName, _ name: String) {
        self.step = step
        self.name = name
    }

    public var description: String { "\(step.rawValue).\(name)" }
}

/// The id of a record of a given type, and so a typed reference to it.
///
/// Ids are short names that people can read and type: lower-case letters, digits and hyphens.
public struct RecordID<R: Record>: FieldValue, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    public let text: String
    public var description: String { text }

    public init(_ text: String) { self.text = text }
    public init(stringLiteral text: String) { self.text = text }

    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    public static var kind: FieldKind { .reference(R.register) }

    public static func read(_ value: Value, as kind: FieldKind, _ problems: inout [Problem]) -> RecordID? {
        // One spelling alone: who may refer to what is asked of the value before it is read.
        if case .integer = value {
            problems.append(Problem("\(value.summary) is a number, no id", "Write it in quotation marks."))
            return nil
        }
        guard case .text(let text) = value else { return refuse(value, kind, &problems) }
        guard isIdentifier(text) else { return refuse(value, kind, &problems, "“\(text)” cannot be an id") }
        return RecordID(text)
    }

    public var written: Value { .text(text) }
    public func forEachReference(_ visit: (RegisterName, String) -> Void) { visit(R.register, text) }

    public func without(_ register: RegisterName, _ id: String) -> RecordID? {
        text == id && register == R.register ? nil : self
    }
}

/// Whether a text can be an id: 1 to 64 ASCII lower-case letters, digits, hyphens and dots, beginning with a letter or digit.
func isIdentifier(_ text: String) -> Bool {
    var count = 0
    for byte in text.utf8 {
        let isWord = (97...122).contains(byte) || (48...57).contains(byte)
        guard isWord || (count > 0 && (byte == 45 || byte == 46)) else { return false }
        count += 1
    }
    return (1...64).contains(count)
}
