extension CanonicalJSON {
    /// The members of an object, each key once, ascending as they are spelled.
    ///
    /// An array, since objects have few members and every change is spelled and read once: the same as a dictionary took three
    /// times as long.
    public struct Members: Hashable, Sendable {
        /// A key with what it names.
        public struct Member: Hashable, Sendable {
            public let key: String
            public var value: Value
        }

        private var members: [Member] = []

        public init() {}

        /// The members in any order; nil where two have one key.
        ///
        /// - Complexity: O(n) where they ascend, else O(n log n).
        init?(_ members: [Member]) {
            func ascends(_ members: [Member]) -> Bool {
                members.indices.dropFirst().allSatisfy { members[$0 - 1].key < members[$0].key }
            }
            self.members = members
            if ascends(members) { return }
            self.members.sort { $0.key < $1.key }
            guard ascends(self.members) else { return nil }
        }

        /// What a key names, or nil.
        ///
        /// - Complexity: O(log n) to read, O(n) to set.
        public subscript(key: String) -> Value? {
            get {
                let place = place(of: key)
                return place < members.count && members[place].key == key ? members[place].value : nil
            }
            set {
                let place = place(of: key)
                let isThere = place < members.count && members[place].key == key
                switch (isThere, newValue) {
                case (true, let value?): members[place].value = value
                case (true, nil): members.remove(at: place)
                case (false, let value?): members.insert(Member(key: key, value: value), at: place)
                case (false, nil): break
                }
            }
        }

        /// The first place whose key is not before this one.
        private func place(of key: String) -> Int {
            // Mostly they are set in their order.
            guard let last = members.last, !(last.key < key) else { return members.count }
            var (low, high) = (0, members.count)
            while low < high {
                let middle = (low + high) / 2
                if members[middle].key < key { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }
}

extension CanonicalJSON.Members: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { members.count }
    public subscript(place: Int) -> Member { members[place] }
}

extension CanonicalJSON.Members: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, CanonicalJSON.Value)...) {
        for (key, value) in elements { self[key] = value }
    }
}
