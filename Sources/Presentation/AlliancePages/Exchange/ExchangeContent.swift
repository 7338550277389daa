public import AllianceModel

/// What an import would do, before it is done.
public struct ImportPreview: Sendable {
    /// The file's text, sent back with the form that applies it.
    public var text: String
    public var fileName: String
    /// What would change: ``View/differences(since:)``.
    public var differences: [Difference]
    /// What is wrong with the file, each with its line; nothing is imported while there is anything.
    public var problems: [Line]

    public struct Line: Sendable {
        public var line: Int?
        public var words: String

        public init(line: Int?, words: String) {
            self.line = line
            self.words = words
        }
    }

    public init(text: String, fileName: String, differences: [Difference], problems: [Line]) {
        self.text = text
        self.fileName = fileName
        self.differences = differences
        self.problems = problems
    }
}

/// What the ledger page shows.
public struct LedgerContent: Sendable {
    /// How many entries there are.
    public var size: Int
    /// The root of the tree over all entries, in hexadecimal.
    public var root: String
    /// The last checkpoint as a signed note, as it was published.
    public var checkpoint: String?
    /// The newest entries, newest first.
    public var entries: [Entry]

    public struct Entry: Sendable {
        public var number: Int
        public var moment: Moment
        public var author: String?
        /// What sort of change it was, such as `edit vision.objectives`.
        public var kind: String
        /// The hash of the entry, in hexadecimal.
        public var hash: String
        /// Whether the reader may see no more than the salted hash of its content.
        public var isSealed: Bool

        public init(number: Int, moment: Moment, author: String?, kind: String, hash: String, isSealed: Bool) {
            self.number = number
            self.moment = moment
            self.author = author
            self.kind = kind
            self.hash = hash
            self.isSealed = isSealed
        }
    }

    public init(size: Int, root: String, checkpoint: String?, entries: [Entry]) {
        self.size = size
        self.root = root
        self.checkpoint = checkpoint
        self.entries = entries
    }
}
