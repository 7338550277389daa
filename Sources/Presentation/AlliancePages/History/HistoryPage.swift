public import Markup

extension AllianceSite {
    /// Who changed what and when, newest first.
    ///
    /// - Parameter older: the entry before which there are more; nil at the beginning.
    public func historyPage(_ items: [HistoryItem], older: Int? = nil) -> HTML {
        let content: HTML =
            items.isEmpty
            ? emptyState("Nothing has changed yet.", actions: [("Go to the overview", link(.overview))])
            : timeline(items)
        let more: HTML? = older.map {
            "<p class=\"actions\"><a class=\"button quiet\" href=\"\(link(.history(before: $0)))\">Older changes</a></p>"
        }
        let seen: HTML =
            newCount == 0
            ? "" : "<div class=\"actions\">\(buttonForm(action: link(.seen), button: "Mark all as seen"))</div>"
        return page(
            "History", at: .below(.history()),
            lead: "Who changed what and when, as far as you may see. Nothing here can be rewritten.",
            "\(seen)\(content)\(more)")
    }

    /// Changes as a timeline.
    func timeline(_ items: [HistoryItem]) -> HTML {
        "<ol class=\"events\">\(each: items, { event($0, isShort: false) })</ol>"
    }

    /// One change: who, when, what, who sees it, and for 15 minutes a way back.
    func event(_ item: HistoryItem, isShort: Bool) -> HTML {
        let privacy: HTML? = privacyWords(item.audience).map { tag($0, .warning) }
        let lines = isShort ? Array(item.lines.prefix(2)) : item.lines
        let texts = lines.map { line -> HTML in
            let text: HTML = item.record.map { "<a href=\"\(link(.record($0)))\">\(line)</a>" } ?? "\(line)"
            return "<p dir=\"auto\">\(text)</p>"
        }
        let rest: HTML =
            item.lines.count > lines.count ? "<p class=\"quietly\">and \(item.lines.count - lines.count) more</p>" : ""
        let undo: HTML =
            item.isUndoable && !isShort
            ? buttonForm(
                action: link(.undo(entry: item.entry)), hidden: hidden("undo-\(item.entry)"), button: "Undo",
                about: "change \(item.entry)") : ""
        let party: HTML? = item.party.flatMap { context.party($0) }.map(organisation)
        return """
            <li><header><strong dir="auto">\(item.author ?? "Anonymous")</strong>\(party)\
            <time datetime="\(item.moment.machineWords)">\(item.moment.words)</time>\(privacy)</header>\(texts)\(rest)\(undo)</li>
            """
    }
}
