extension CanonicalJSON {
    /// Why a text is refused, and at which byte.
    public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
        public enum Reason: String, Sendable, CaseIterable {
            case tooLarge = "larger than 60 KiB"
            case tooDeep = "more than 32 containers inside each other"
            case endsEarly = "the text ends in the middle of a value"
            case trailingBytes = "bytes after the end of the value"
            case unexpectedByte = "a byte that no value can have here"
            case key = "a key must match [a-z][a-z0-9_]{0,63}"
            case keyOrder = "keys are not in ascending order"
            case duplicateKey = "a key appears twice in one object"
            case number = "a number must be an integer without leading zeros; write decimals as strings"
            case integerRange = "an integer must lie within ±9007199254740991; write larger ones as strings"
            case utf8 = "not valid UTF-8"
            case surrogate = "half of a surrogate pair"
            case nul = "the character U+0000"
            case control = "a control character that is not escaped"
            case escape = "an escape that JSON does not have, or not the canonical one"
        }

        public let reason: Reason
        /// Offset in bytes from the start of the text; 0 where a value in memory is refused.
        public let offset: Int

        public init(_ reason: Reason, at offset: Int) {
            self.reason = reason
            self.offset = offset
        }

        public var description: String { "byte \(offset): \(reason.rawValue)" }
    }
}
