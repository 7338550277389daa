public import AllianceModel

/// Reads the page of preferences into edits of the party's own records. Total: whatever comes in, it gives edits or says what is wrong.
public struct PreferencesReading: Sendable {
    /// How many numbers of an issue with a range are valued on the page.
    static let rows = 3

    /// The changes that save what was said: empty where nothing differs.
    public let changes: [Change]
    /// What is wrong, by the name of the field.
    public let problems: [String: String]
    /// What was typed, by the name of the field.
    public let values: [String: String]

    /// - Parameter pairs: names and values as the form sent them.
    public init(_ pairs: [(name: String, value: String)], view: View, party: RecordID<Party>) {
        var values: [String: String] = [:]
        for (name, value) in pairs where !name.hasPrefix("_") {
            values[name] = value.filter { !$0.isWhitespace }.replacing(",", with: ".")
        }
        var problems: [String: String] = [:]
        func number(_ name: String, _ range: ClosedRange<DecimalNumber>? = nil) -> DecimalNumber? {
            guard let text = values[name], !text.isEmpty else { return nil }
            guard let number = DecimalNumber(text) else {
                problems[name] = "“\(text.prefix(30))” is not a number. Give one as 12.5."
                return nil
            }
            if let range, !range.contains(number) {
                problems[name] = "\(number) is outside \(range.lowerBound) to \(range.upperBound)."
                return nil
            }
            return number
        }
        let issues = Array(view.terms.issues)
        let percent = DecimalNumber.percent
        let byRank = values["method"] != "points"
        var ranks: [RecordID<Issue>: Int] = [:]
        for issue in issues {
            guard byRank, let rank = number("rank.\(issue.id)", DecimalNumber(1)...DecimalNumber(1000)) else {
                continue
            }
            ranks[issue.id] = Int(rank.millionths / 1_000_000)
        }
        let ranked = issues.map(\.id).filter { ranks[$0] != nil }
        let swing = Dictionary(
            zip(ranked, ranked.compactMap { ranks[$0] }.swingWeights), uniquingKeysWith: { first, _ in first })
        if byRank, ranked.isEmpty, let first = issues.first {
            problems["rank.\(first.id)"] = "No issue has a rank. Give 1 to the one that matters most."
        }
        let known = view.terms.preferences.of(party)
        var changes: [Change] = []
        for issue in issues {
            // What the other method would say is out of sight, and is not asked.
            let points = byRank ? nil : number("weight.\(issue.id)", DecimalNumber.zero...DecimalNumber(1_000_000))
            guard let weight = byRank ? swing[issue.id] : points else { continue }
            var members: Value.Members = ["issue": .text(issue.id.text), "weight": weight.written]
            members["rank"] = ranks[issue.id].map { .integer(Int64($0)) } ?? Value.none
            if issue.kind == .options {
                let options = view.terms.options.filter { $0.issue == issue.id }
                members["values"] = .list(
                    options.compactMap { option in
                        number("value.\(issue.id).\(option.id)", percent).map {
                            .record(["option": .text(option.id.text), "value": $0.written])
                        }
                    })
            } else {
                let range = (issue.minimum ?? .zero)...(max(issue.maximum ?? .zero, issue.minimum ?? .zero))
                var rows: [(at: DecimalNumber, worth: DecimalNumber)] = []
                for row in 0..<Self.rows {
                    let at = number("at.\(issue.id).\(row)", range)
                    let worth = number("worth.\(issue.id).\(row)", percent)
                    if let at, let worth, !rows.contains(where: { $0.at == at }) { rows.append((at, worth)) }
                    if at != nil, worth == nil, problems["worth.\(issue.id).\(row)"] == nil {
                        problems["worth.\(issue.id).\(row)"] =
                            "It is not said what that number is worth. Give 0 to 100."
                    }
                }
                members["points"] = .list(
                    rows.sorted { $0.at < $1.at }.map { .record(["at": $0.at.written, "value": $0.worth.written]) })
            }
            let audience = Audience.party(party)
            if let record = known.last(where: { $0.issue == issue.id }) {
                let old = record.members
                var altered = Value.Members()
                for (name, value) in members where (old[name] ?? .none) != value {
                    if value == .list([]), old[name] == nil { continue }
                    altered.append(name, value)
                }
                if !altered.isEmpty {
                    changes.append(.edit(Edit(IssuePreference.register, record.id.text, for: audience, .set(altered))))
                }
            } else {
                var given = Value.Members()
                for (name, value) in members where value != .none { given.append(name, value) }
                changes.append(.edit(Edit(IssuePreference.register, issue.id.text, for: audience, .add(given))))
            }
        }
        let worth = number("alternative", percent)
        let stands = PackageReading(
            pairs.filter { $0.name.hasPrefix(Self.ofAlternative) }.map {
                (String($0.name.dropFirst(Self.ofAlternative.count)), $0.value)
            }, view: view)
        for (name, problem) in stands.problems { problems[Self.ofAlternative + name] = problem }
        changes += Self.changes(of: view.terms.alternative.of(party).first, worth, stands.package, party)
        self.changes = problems.isEmpty ? changes : []
        self.problems = problems
        self.values = values
    }

    /// The changes that make the party's alternative worth this, or stand like this.
    private static func changes(
        of known: Registered<Alternative>?, _ worth: DecimalNumber?, _ package: [Settlement], _ party: RecordID<Party>
    ) -> [Change] {
        let wanted: [(name: String, value: Value)] = [
            ("value", worth?.written ?? .none), ("package", package.written),
        ]
        guard let known else {
            guard worth != nil || !package.isEmpty else { return [] }
            var given: Value.Members = ["title": "What we have without an agreement"]
            for (name, value) in wanted where value != .none && value != .list([]) { given.append(name, value) }
            return [.edit(Edit(Alternative.register, Alternative.register.name, for: .party(party), .add(given)))]
        }
        let old = known.members
        var altered = Value.Members()
        for (name, value) in wanted where (old[name] ?? (name == "package" ? .list([]) : .none)) != value {
            altered.append(name, value)
        }
        return altered.isEmpty
            ? [] : [.edit(Edit(Alternative.register, known.id.text, for: .party(party), .set(altered)))]
    }

    /// What the names of the fields begin with that say how an issue stands without an agreement.
    static let ofAlternative = "alternative."

    /// The names of the fields of all issues, in the order of the page.
    static func names(in view: View) -> [String] { view.terms.issues.flatMap { names(of: $0, in: view) } }

    /// The names of the fields of the alternative as a package.
    static func alternativeNames(in view: View) -> [String] {
        view.terms.issues.map { ofAlternative + ($0.kind == .options ? "option.\($0.id)" : "number.\($0.id)") }
    }

    /// The names of the fields of an issue, in the order of the page.
    static func names(of issue: Registered<Issue>, in view: View) -> [String] {
        let first = ["rank.\(issue.id)", "weight.\(issue.id)"]
        if issue.kind == .options {
            return first + view.terms.options.filter { $0.issue == issue.id }.map { "value.\(issue.id).\($0.id)" }
        }
        return first + (0..<rows).flatMap { ["at.\(issue.id).\($0)", "worth.\(issue.id).\($0)"] }
    }

    /// What the fields show of what the viewer's party has said.
    static func values(of view: View) -> [String: String] {
        guard let party = view.viewer.party else { return [:] }
        var values: [String: String] = [:]
        let preferences = view.terms.preferences.of(party)
        for preference in preferences {
            let id = preference.issue
            values["rank.\(id)"] = preference.rank.map { "\($0)" }
            values["weight.\(id)"] = preference.weight.description
            for value in preference.values { values["value.\(id).\(value.option)"] = value.value.description }
            for (row, point) in preference.points.prefix(rows).enumerated() {
                values["at.\(id).\(row)"] = point.at.description
                values["worth.\(id).\(row)"] = point.value.description
            }
        }
        // A range begins with its ends, which everybody values.
        for issue in view.terms.issues where issue.kind != .options && values["at.\(issue.id).0"] == nil {
            values["at.\(issue.id).0"] = issue.minimum?.description
            values["at.\(issue.id).1"] = issue.maximum?.description
        }
        if !preferences.isEmpty { values["method"] = preferences.contains { $0.rank == nil } ? "points" : "rank" }
        let alternative = view.terms.alternative.of(party).first
        values["alternative"] = alternative?.value?.description
        for (name, value) in PackageReading.values(of: alternative?.package ?? [], in: view) {
            values[ofAlternative + name] = value
        }
        return values
    }
}
