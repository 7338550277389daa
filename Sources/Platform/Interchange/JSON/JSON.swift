/// A JSON value with the place it stands at; numbers keep their exact text.
public struct JSON: Sendable, Hashable {
    public enum Content: Sendable, Hashable {
        case null
        case bool(Bool)
        /// The digits as written: nothing is lost to binary floating point.
        case number(String)
        case string(String)
        case array([JSON])
        /// Members in the order of the file; keys are unique.
        case object([Member])
    }

    public struct Member: Sendable, Hashable {
        public var key: String
        public var value: JSON
    }

    public var content: Content
    /// From 1.
    public var line: Int
    /// In bytes, from 1.
    public var column: Int

    /// What the value is, in words for messages.
    public var kind: String {
        switch content {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
