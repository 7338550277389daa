/// A position that somebody took on a proposal.
public struct Position: Sendable {
    public enum Answer: String, Sendable, CaseIterable {
        case agree = "Agrees", abstain = "Abstains", disagree = "Disagrees", block = "Blocks"
        var tone: Tone {
            switch self {
            case .agree: .good
            case .abstain: .neutral
            case .disagree: .warning
            case .block: .bad
            }
        }
    }
    public var party: Party
    public var answer: Answer?
    public var reason: String?

    public init(_ party: Party, _ answer: Answer?, reason: String? = nil) {
        self.party = party
        self.answer = answer
        self.reason = reason
    }
}

/// A proposal with its text, its closing time, who stands where and why, and what came of it.
public func proposalCard(
    _ title: String, text: HTML, closes: String?, positions: [Position], outcome: HTML? = nil, actions: HTML = ""
) -> HTML {
    let closing: HTML? = closes.map { "<span class=\"quietly\">\($0)</span>" }
    let answers = positions.map { position -> HTML in
        let reason: HTML? = position.reason.map { "<span>“\($0)”</span>" }
        return """
            <li>\(organisation(position.party))\(tag(position.answer?.rawValue ?? "No answer yet", position.answer?.tone ?? .neutral))\(reason)</li>
            """
    }
    return """
        <article class="proposal"><header><h3>\(title)</h3>\(closing)</header><div>\(text)</div>\
        \(when: !answers.isEmpty, "<div><ul class=\"positions\">\(answers)</ul></div>")\
        \(outcome.map { "<div class=\"outcome\"><strong>Outcome</strong> \($0)</div>" as HTML })\
        \(when: !actions.isEmpty, "<footer>\(actions)</footer>")</article>
        """
}

/// One line of a comparison of two versions.
public enum DifferenceLine: Sendable { case same(String), added(String), removed(String) }

/// What changed between two versions of a text, line by line.
public func differences(_ lines: [DifferenceLine]) -> HTML {
    let rows = lines.map { line -> HTML in
        switch line {
        case .same(let text): "<p>\(text)</p>"
        case .added(let text): "<p class=\"add\"><span class=\"vh\">Added: </span>\(text)</p>"
        case .removed(let text): "<p class=\"del\"><span class=\"vh\">Removed: </span>\(text)</p>"
        }
    }
    return "<div class=\"diff\">\(rows)</div>"
}

/// Something that was said or done. `moment` is for machines, `time` for people.
public struct Remark: Sendable {
    public var author: String
    public var moment: String
    public var time: String
    public var text: HTML

    public init(author: String, moment: String, time: String, text: HTML) {
        self.author = author
        self.moment = moment
        self.time = time
        self.text = text
    }

    var item: HTML {
        "<li><header><strong>\(author)</strong><time datetime=\"\(moment)\">\(time)</time></header><p>\(text)</p></li>"
    }
}

/// A conversation, oldest first.
public func commentThread(_ remarks: [Remark]) -> HTML { "<ol class=\"thread\">\(each: remarks, \.item)</ol>" }

/// What happened, newest first.
public func timelineOfEvents(_ remarks: [Remark]) -> HTML { "<ol class=\"events\">\(each: remarks, \.item)</ol>" }

/// Which organisations approved the present version.
public func approvalStrip(_ approvals: [(party: Party, status: Status)]) -> HTML {
    "<ul class=\"approvals\">\(each: approvals, { "<li>\(organisation($0.party))\(statusTag($0.status))</li>" as HTML })</ul>"
}
