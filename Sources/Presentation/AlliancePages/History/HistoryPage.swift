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

    /// How many changes that somebody made at once stand open; the rest is folded.
    private static let openAtOnce = 3

    /// Changes as a timeline. What somebody made at once, as by bringing a file in, stands together.
    ///
    /// - Parameter isLinked: whether lines lead to their record; not on its own page.
    func timeline(_ items: [HistoryItem], isLinked: Bool = true) -> HTML {
        var groups: [[HistoryItem]] = []
        for item in items {
            if let last = groups.last?.last, item.isMade(with: last) {
                groups[groups.count - 1].append(item)
            } else {
                groups.append([item])
            }
        }
        let events = groups.map { group -> HTML in
            if isLinked, group.count == 1, let run = run(from: group[0], in: items) {
                return "\(undoing(run))\(event(group[0], isShort: false, isLinked: isLinked))"
            }
            guard group.count > Self.openAtOnce + 1, let first = group.first else {
                return "\(each: group, { event($0, isShort: false, isLinked: isLinked) })"
            }
            let lines = group.map { texts(of: $0, $0.lines, isLinked: isLinked) }
            let rest = lines.dropFirst(Self.openAtOnce)
            return """
                <li>\(heading(of: first))\(each: lines.prefix(Self.openAtOnce), { $0 })\
                \(more("\(rest.count) more at the same time", "\(each: rest, { $0 })"))</li>
                """
        }
        return "<ol class=\"events\">\(events)</ol>"
    }

    /// The changes that somebody made at once, as by bringing a file in, where the newest of them is this one and all can be undone.
    private func run(from newest: HistoryItem, in items: [HistoryItem]) -> [HistoryItem]? {
        guard newest.isUndoable, let place = items.firstIndex(where: { $0.entry == newest.entry }) else { return nil }
        if place > 0, items[place - 1].isUndoable, items[place - 1].moment == newest.moment { return nil }
        var run = [newest]
        for item in items[(place + 1)...] {
            guard item.isUndoable, item.moment == newest.moment, item.author == newest.author,
                item.entry == newest.entry - run.count
            else { break }
            run.append(item)
        }
        return run.count > 1 ? run : nil
    }

    private func undoing(_ run: [HistoryItem]) -> HTML {
        let (first, last) = (run[run.count - 1].entry, run[0].entry)
        return """
            <li class="no-print">\(buttonForm(action: link(.undo(entry: first, through: last)), hidden: hidden("undo-\(first)-\(last)"), button: "Undo these \(run.count) together", about: "changes \(first) to \(last)"))</li>
            """
    }

    /// How much of a line is shown where a change is one of a few, and where it is read: both texts stand in it, before and after.
    private static let (shortLine, longLine) = (240, 4_000)

    /// One change: who, when, what, who sees it, and for 15 minutes a way back.
    func event(_ item: HistoryItem, isShort: Bool, isLinked: Bool = true) -> HTML {
        let lines = isShort ? Array(item.lines.prefix(2)) : item.lines
        let rest: HTML =
            item.lines.count > lines.count ? "<p class=\"quietly\">and \(item.lines.count - lines.count) more</p>" : ""
        let undo: HTML =
            item.isUndoable && !isShort
            ? buttonForm(
                action: link(.undo(entry: item.entry)), hidden: hidden("undo-\(item.entry)"), button: "Undo",
                about: "change \(item.entry)") : ""
        let words = texts(of: item, lines, isLinked: isLinked, atMost: isShort ? Self.shortLine : Self.longLine)
        return "<li>\(heading(of: item))\(words)\(rest)\(undo)</li>"
    }

    private func texts(
        of item: HistoryItem, _ lines: [String], isLinked: Bool, atMost most: Int = longLine
    ) -> HTML {
        let address = isLinked ? item.record.map { link(.record($0)) } : nil
        let shown = lines.map { line in
            line.utf8.count > most && line.count > most ? "\(line.prefix(most)) …" : line
        }
        return "\(each: shown, { "<p dir=\"auto\">\(linked($0, address))</p>" as HTML })"
    }

    /// Who, for whom, when, and who alone sees it.
    private func heading(of item: HistoryItem) -> HTML {
        let privacy: HTML? = privacyWords(item.audience).map { tag($0, .warning) }
        let party = item.party.flatMap { context.party($0) }
        // The mark beside the name says for whom a person acts; a party that speaks as a whole has no other name.
        var author = item.author ?? "Anonymous"
        if let name = party?.name, author.hasSuffix(" (\(name))") { author.removeLast(name.count + 3) }
        let name: HTML = author == party?.name ? "" : "<strong dir=\"auto\">\(author)</strong>"
        return """
            <header>\(name)\(party.map(organisation))\
            \(item.moment.markup(on: day))\(when: item.isNew, tag("New", .accent))\(privacy)</header>
            """
    }
}

extension HistoryItem {
    /// Whether somebody made it at once with another one. What can be undone stays by itself, with its button.
    fileprivate func isMade(with other: HistoryItem) -> Bool {
        author == other.author && party == other.party && audience == other.audience && isNew == other.isNew
            && !isUndoable && !other.isUndoable
            && moment.words == other.moment.words
    }
}
