/// The part of a long list that a page shows, and how long the list is: no page grows with what is recorded.
public struct Excerpt<Item> {
    /// What is shown.
    public let items: [Item]
    /// Where the first of them stands in the whole list, from 0.
    public let start: Int
    /// How many there are in all.
    public let total: Int
    /// Which page it is, from 1.
    public let page: Int
    public let pageCount: Int

    /// A page of a list.
    ///
    /// - Parameter page: from 1; beyond the last gives the last.
    public init(_ all: some RandomAccessCollection<Item>, page: Int = 1, size: Int = ExcerptSize.page) {
        total = all.count
        pageCount = max(1, (all.count + size - 1) / max(1, size))
        self.page = min(max(page, 1), pageCount)
        start = (self.page - 1) * size
        items = Array(all.dropFirst(start).prefix(size))
    }

    /// The beginning of a list.
    public init(_ all: some RandomAccessCollection<Item>, first size: Int) { self.init(all, page: 1, size: size) }

    /// How many are not shown.
    public var rest: Int { total - items.count }
    public var isWhole: Bool { rest == 0 }

    /// Which are shown of how many: "101 to 200 of 10 000".
    public var words: String {
        let all = readable(Double(total))
        guard !isWhole, !items.isEmpty else { return all }
        return "\(readable(Double(start + 1))) to \(readable(Double(start + items.count))) of \(all)"
    }

    /// The number of the page on which an item stands.
    public static func page(of place: Int, size: Int = ExcerptSize.page) -> Int { place / size + 1 }
}

/// How much is shown at once.
public enum ExcerptSize {
    /// The rows of a list that goes on on other pages.
    public static let page = 80
    /// From how many answers on people type what they mean in place of looking for it.
    public static let choices = 100
    /// The rows of a table that stands beside others.
    public static let table = 100
    /// The rows that are shown of a longer table.
    static let beginning = 40
    /// The columns of a table, beyond which nobody compares them.
    static let columns = 24
    /// The cells of a table.
    static let cells = 800
}

extension Excerpt: Sendable where Item: Sendable {}

/// The way through the pages of a list; nothing where all of it is shown.
///
/// - Parameters:
///   - name: what the list is called, for those who hear the page.
///   - link: the address of a page.
public func pages<Item>(of excerpt: Excerpt<Item>, _ name: String, link: (Int) -> WebLink) -> HTML {
    guard excerpt.pageCount > 1 else { return "" }
    func way(_ words: String, _ page: Int, _ relation: String? = nil) -> HTML? {
        guard page != excerpt.page, (1...excerpt.pageCount).contains(page) else { return nil }
        return "<a href=\"\(link(page))\"\(attribute: "rel", relation)>\(words)</a>"
    }
    let isNear = excerpt.pageCount < 3
    let ways = [
        isNear ? nil : way("First page", 1), way("Previous page", excerpt.page - 1, "prev"),
        way("Next page", excerpt.page + 1, "next"), isNear ? nil : way("Last page", excerpt.pageCount),
    ].compactMap(\.self)
    return """
        <nav class="actions pages" aria-label="Pages of \(name)"><span class="num">\(excerpt.words)</span>\(ways.map { "<span class=\"no-print\">\($0)</span>" as HTML })</nav>
        """
}

extension DataTable {
    /// As much of the table as can be read, and what is left out in words; nil where nothing is.
    func excerpt() -> (table: DataTable, words: String?) {
        if isWhole { return (self, nil) }
        var table = self
        var left: [String] = []
        if columns.count > ExcerptSize.columns {
            // The last column often sums the others up.
            func cut<Item>(_ items: [Item]) -> [Item] {
                items.count == columns.count ? items.prefix(ExcerptSize.columns - 1) + items.suffix(1) : items
            }
            table.rows = rows.map(cut)
            table.footer = cut(footer)
            table.columns = cut(columns)
            left.append("\(ExcerptSize.columns) of \(readable(Double(columns.count))) columns")
        }
        let room = max(20, min(ExcerptSize.table, ExcerptSize.cells / max(1, table.columns.count)))
        if rows.count > room + 3 {
            // Nobody reads a long list beside a picture: its beginning shows what is in it.
            let most = min(room, ExcerptSize.beginning)
            table.rows = Array(table.rows.prefix(most))
            left.insert("the first \(most) of \(readable(Double(rows.count))) rows", at: 0)
        }
        return (table, left.isEmpty ? nil : "Shown: \(left.joined(separator: " and ")).")
    }
}
