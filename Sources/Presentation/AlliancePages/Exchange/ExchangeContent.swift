public import AllianceModel

/// What an import would do, before it is done.
public struct ImportPreview: Sendable {
    /// By which the server knows the file again that waits to be applied.
    public var upload: String
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

    public init(upload: String, fileName: String, differences: [Difference], problems: [Line]) {
        self.upload = upload
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
        /// What sort of change it was, such as `Objectives`.
        public var kind: String

        public init(number: Int, moment: Moment, author: String?, kind: String) {
            self.number = number
            self.moment = moment
            self.author = author
            self.kind = kind
        }
    }

    public init(size: Int, root: String, checkpoint: String?, entries: [Entry]) {
        self.size = size
        self.root = root
        self.checkpoint = checkpoint
        self.entries = entries
    }
}
