public import Markup

extension AllianceSite {
    /// The ledger: its entries, its checkpoint, and how everyone can verify it without trusting this server.
    public func ledgerPage(_ ledger: LedgerContent) -> HTML {
        let rows = ledger.entries.map { entry in
            RecordTable.Row([
                "\(entry.number)", entry.moment.markup, "\(entry.author ?? "Anonymous")", "\(entry.kind)",
            ])
        }
        let columns: [RecordTable.Column] = ["Entry", "Time", "Author", "What"]
        let checkpoint: HTML? = ledger.checkpoint.map {
            "<h3>Checkpoint</h3><pre tabindex=\"0\" dir=\"ltr\">\($0)</pre>"
        }
        return page(
            "Ledger", at: .below(.ledger),
            lead:
                "\(numbered(ledger.size, "entry", "entries").capitalisedFirst), chained by their hashes. If one of them were altered, every later hash would differ.",
            """
            \(section("How to verify it", id: "verify", """
                <ol><li><a href="\(link(.ledgerExport))">Download the ledger</a> as you may see it. What is not for you is there as a salted hash.</li>\
                <li>Run <code dir="ltr">entente verify FILE</code> on any machine. It checks every entry, the chain and the tree.</li>\
                <li>Compare the tree head below with what your partners see. Equal heads mean equal histories.</li></ol>
                """))\
            \(section("Tree head", id: "head", "<p><code class=\"hash\" dir=\"ltr\">\(ledger.root)</code></p>\(checkpoint)"))\
            \(section("Entries", id: "entries", lead: "The newest that you may read. Those that are not for you stand in the download as salted hashes.", recordTable(RecordTable("Newest entries", columns: columns, rows: rows))))
            """)
    }
}
