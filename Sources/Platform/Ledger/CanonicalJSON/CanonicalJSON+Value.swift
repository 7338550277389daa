extension CanonicalJSON {
    /// A value that canonical JSON can spell.
    ///
    /// Equality is equality of bytes: "é" composed and decomposed differ, unlike in `String`.
    public indirect enum Value: Sendable {
        case null
        case boolean(Bool)
        case integer(Int64)
        case text(String)
        case list([Value])
        case object(Members)

        /// The member of an object, or nil where there is none or the value is no object.
        public subscript(key: String) -> Value? {
            guard case .object(let members) = self else { return nil }
            return members[key]
        }

        public var text: String? {
            guard case .text(let text) = self else { return nil }
            return text
        }

        public var integer: Int64? {
            guard case .integer(let integer) = self else { return nil }
            return integer
        }

        public var list: [Value]? {
            guard case .list(let list) = self else { return nil }
            return list
        }
    }
}

extension CanonicalJSON.Value: Hashable {
    public static func == (one: Self, two: Self) -> Bool {
        switch (one, two) {
        case (.null, .null): true
        case (.boolean(let one), .boolean(let two)): one == two
        case (.integer(let one), .integer(let two)): one == two
        case (.text(let one), .text(let two)): one.utf8.elementsEqual(two.utf8)
        case (.list(let one), .list(let two)): one == two
        case (.object(let one), .object(let two)): one == two
        default: false
        }
    }

    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .boolean(let boolean): hasher.combine(boolean)
        case .integer(let integer): hasher.combine(integer)
        case .text(let text): for byte in text.utf8 { hasher.combine(byte) }
        case .list(let list): hasher.combine(list)
        case .object(let members): hasher.combine(members)
        }
    }
}
