public import AllianceModel
public import Markup

extension PageContext {
    /// The findings of a step, or of all, worst first: a card a pitfall, with all its cases.
    /// Of very many cases of one pitfall the first are told.
    public func findingsListing(of step: StepName? = nil) -> HTML {
        "\(each: findingGroups(of: step), card)"
    }

    /// Findings by pitfall and by who sees them, in the order of the worst.
    func findingGroups(of step: StepName? = nil) -> [[AllianceModel.Finding]] {
        struct Key: Hashable {
            let pitfall: String
            let audience: Audience
        }
        var places: [Key: Int] = [:]
        var groups: [[AllianceModel.Finding]] = []
        for finding in findings where step == nil || finding.pitfall.step == step {
            let key = Key(pitfall: finding.pitfall.id, audience: finding.audience)
            if let place = places[key] {
                groups[place].append(finding)
            } else {
                places[key] = groups.count
                groups.append([finding])
            }
        }
        return groups
    }

    private func card(_ group: [AllianceModel.Finding]) -> HTML {
        guard let first = group.first else { return "" }
        let pitfall = first.pitfall
        return """
            <article class="card finding \(pitfall.severity.toneName)"><h4>\(severityTag(pitfall.severity))\(pitfall.title) \
            <span class="quietly">\(pitfall.id)</span></h4>\(cases(group, atMost: ExcerptSize.page))\
            <dl><dt>Why</dt><dd>\(pitfall.reason) <span class="quietly">\(pitfall.source)</span></dd>\
            <dt>To mend</dt><dd>\(pitfall.remedy)</dd></dl></article>
            """
    }

    /// The sentences of the cases of one pitfall, as many as are asked for, and who alone sees them.
    func cases(_ group: [AllianceModel.Finding], atMost limit: Int? = nil) -> HTML {
        let shown = limit.map { group.count > $0 + 1 ? Array(group.prefix($0)) : group } ?? group
        let rest: HTML? = shown.count < group.count ? "<li>and \(group.count - shown.count) more</li>" : nil
        var text: HTML =
            group.count == 1
            ? "<p>\(each: group, sentence)</p>"
            : "<ul>\(each: shown, { "<li>\(sentence($0))</li>" as HTML })\(rest)</ul>"
        if case .party(let party)? = group.first?.audience {
            text += "<p class=\"quietly\">Only \(view.charter.name(of: party)) sees this.</p>"
        }
        return text
    }

    /// The sentence of a finding with the records that it names as links.
    func sentence(_ finding: AllianceModel.Finding) -> HTML {
        var html = HTML()
        var rest = Substring(finding.sentence)
        var records = finding.records.filter { !$0.title.isEmpty }
        while let (place, range) = firstMention(of: records, in: rest) {
            html += HTML(text: rest[..<range.lowerBound])
            html += linked(records.remove(at: place))
            rest = rest[range.upperBound...]
        }
        return html + HTML(text: rest)
    }

    private func firstMention(
        of records: [RecordReference], in text: Substring
    ) -> (place: Int, range: Range<Substring.Index>)? {
        var first: (place: Int, range: Range<Substring.Index>)?
        for (place, record) in records.enumerated() {
            guard let range = text.firstRange(of: record.title) else { continue }
            // Of two titles that begin at the same place the longer one is meant.
            if let found = first,
                (found.range.lowerBound, range.upperBound) <= (range.lowerBound, found.range.upperBound)
            {
                continue
            }
            first = (place, range)
        }
        return first
    }

    /// What practitioners advise for a step.
    public func tips(of step: StepName) -> HTML {
        let tips = Tip.of(step)
        guard !tips.isEmpty else { return "" }
        let items = tips.map { tip -> HTML in "<li>\(tip.text) <span class=\"quietly\">\(tip.source)</span></li>" }
        return more(tips.count == 1 ? "A tip" : "\(tips.count) tips", "<ul>\(items)</ul>")
    }
}

/// A severity as a tag.
func severityTag(_ severity: Pitfall.Severity) -> HTML { tag(capitalisedFirst(severity.label), severity.tone) }

extension Pitfall.Severity {
    var tone: Tone {
        switch self {
        case .critical: .bad
        case .high: .warning
        case .medium: .accent
        case .low: .neutral
        }
    }

    /// The class of a card.
    var toneName: String {
        switch self {
        case .critical: "bad"
        case .high: "warn"
        case .medium: "acc"
        case .low: "low"
        }
    }
}
