/// A part of a page under its own heading, and named by it. `id` is the anchor that links point to.
public func section(_ title: String, id: String, lead: String? = nil, startsPage: Bool = false, _ content: HTML) -> HTML
{
    let id = identifier(id)
    let lead: HTML? = lead.map { "<p class=\"lead\">\($0)</p>" }
    return """
        <section id="\(id)" aria-labelledby="\(id)-title"\(attribute: "class", startsPage ? "page" : nil)>\
        <h2 id="\(id)-title">\(title)</h2>\(lead)\(content)</section>
        """
}

/// Pieces side by side where there is room; wide figures take the whole row.
public func grid(_ pieces: [HTML]) -> HTML { "<div class=\"grid2\">\(pieces)</div>" }

/// A box with a heading.
public func card(_ title: String, _ content: HTML) -> HTML { "<div class=\"card\"><h3>\(title)</h3>\(content)</div>" }

/// Content that is folded away, and printed.
public func more(_ summary: String, isOpen: Bool = false, _ content: HTML) -> HTML {
    "<details\(flag: "open", isOpen)><summary>\(summary)</summary><div class=\"more\">\(content)</div></details>"
}

/// "What is this?": a button that opens a short explanation without JavaScript, inside running text. `id` is unique on the page;
/// the answer holds text and links, no paragraphs.
public func help(_ question: String, id: String, _ answer: HTML) -> HTML {
    let id = identifier(id)
    return """
        <button type="button" class="what no-print" popovertarget="\(id)">\(question)</button>\
        <span id="\(id)" popover>\(answer)</span>
        """
}

/// The one sentence that says what to do next, with its button.
public func nextAction(_ sentence: HTML, button: String, link: WebLink) -> HTML {
    """
    <div class="banner next"><p>\(sentence)</p><a class="button" href="\(link)">\(button)</a></div>
    """
}

/// What just happened, read aloud when it appears.
public func flash(_ message: HTML, _ tone: Tone = .good) -> HTML {
    "<div class=\"banner \(tone.name)\" role=\"status\"><p>\(message)</p></div>"
}

/// Something to know before reading on.
public func banner(_ message: HTML, _ tone: Tone = .accent) -> HTML { banner(blocks: "<p>\(message)</p>", tone) }

/// The same of several paragraphs or lists.
public func banner(blocks: HTML, _ tone: Tone = .accent) -> HTML {
    "<div class=\"banner \(tone.name)\">\(blocks)</div>"
}

/// A first screen that says what belongs here, what it takes, and offers the first step.
///
/// - Parameter isPrimary: whether the first action is the one of the page; false below a banner that has it.
public func emptyState(
    _ sentence: String, actions: [(words: String, link: WebLink)] = [], isPrimary: Bool = true
) -> HTML {
    var buttons: [HTML] = []
    for (position, action) in actions.enumerated() {
        buttons.append(
            "<a class=\"button\(isPrimary && position == 0 ? "" : " quiet")\" href=\"\(action.link)\">\(action.words)</a>"
        )
    }
    return """
        <div class="empty"><p>\(sentence)</p>\(when: !buttons.isEmpty, "<p class=\"actions\">\(buttons)</p>")</div>
        """
}

/// What only one organisation sees, visibly fenced in.
public func privateFence(seenBy organisation: String, _ content: HTML) -> HTML {
    """
    <div class="fence"><header><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 7.5h10v6.5h-10zM5 7.5v-2.5a3 3 0 0 1 6 0v2.5"/></svg>\
    <span>Private: only \(organisation) sees this</span></header>\(content)</div>
    """
}

/// How much of a whole is there, in words and as a bar.
public func progress(_ done: Int, of total: Int, _ words: String) -> HTML {
    """
    <p><progress max="\(max(total, 1))" value="\(min(max(done, 0), max(total, 1)))" aria-label="\(words)"></progress> \
    <span class="num">\(done) of \(total)</span> \(words)</p>
    """
}
