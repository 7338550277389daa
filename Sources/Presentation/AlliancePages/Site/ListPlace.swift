import Markup

/// Where in a long list a reader is.
public struct ListPlace: Hashable, Sendable {
    /// From 1.
    public var page: Int
    /// What the records shown hold; empty for all.
    public var words: String
    /// The record to show first.
    public var record: RecordAddress?

    public init(page: Int = 1, words: String = "", record: RecordAddress? = nil) {
        self.page = max(1, page)
        self.words = words
        self.record = record
    }

    /// The place that an address names; whatever it says, it is one.
    public init(query: [(name: String, value: String)]) {
        self.init(
            page: query.first { $0.name == "page" }.flatMap { Int($0.value) } ?? 1,
            words: query.first { $0.name == "q" }?.value ?? "")
    }

    var query: [(name: String, value: String)] {
        (words.isEmpty ? [] : [("q", words)]) + (page > 1 ? [("page", String(page))] : [])
    }

    /// The anchor of a record in the list of its register.
    static func anchor(_ record: RecordAddress) -> String { "r-" + identifier(record.segment) }
}
