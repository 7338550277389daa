public import AllianceModel

/// Reads the choices of a package from a form or an address: `option.<issue>` is an option, `number.<issue>` a number.
public struct PackageReading: Sendable {
    public let package: [Settlement]
    /// What is wrong, by the name of the field.
    public let problems: [String: String]
    /// What was chosen or typed, by the name of the field.
    public let values: [String: String]

    /// Total: what names no issue, option or number is left out or named as a problem.
    public init(_ pairs: [(name: String, value: String)], view: View) {
        var values: [String: String] = [:]
        for (name, value) in pairs where !name.hasPrefix("_") { values[name] = value }
        var package: [Settlement] = []
        var problems: [String: String] = [:]
        for issue in view.terms.issues {
            if issue.kind == .options {
                guard let id = values["option.\(issue.id)"], !id.isEmpty else { continue }
                if view.terms.options[RecordID(id)]?.issue == issue.id {
                    package.append(Settlement(RecordID(id)))
                } else {
                    problems["option.\(issue.id)"] = "There is no such option. Choose one of the list."
                }
                continue
            }
            let name = "number.\(issue.id)"
            let text = (values[name] ?? "").filter { !$0.isWhitespace }.replacing(",", with: ".")
            guard !text.isEmpty else { continue }
            let range = "\(issue.minimum?.description ?? "") to \(issue.maximum?.description ?? "")"
            if let number = DecimalNumber(text), issue.record.admits(number) {
                package.append(Settlement(issue.id, number))
            } else {
                problems[name] =
                    "“\(text.prefix(30))” is not possible. Give \(issue.kind == .integer ? "a whole number" : "a number") from \(range)."
            }
        }
        self.package = package
        self.problems = problems
        self.values = values
    }

    /// What the fields show of a package.
    static func values(of package: [Settlement], in view: View) -> [String: String] {
        view.terms.byIssue(package).reduce(into: [:]) { values, entry in
            if let option = entry.value.option { values["option.\(entry.key)"] = option.text }
            if let number = entry.value.value { values["number.\(entry.key)"] = number.description }
        }
    }
}

extension View {
    /// What a package is worth to the viewer's party, for a page that answers while the hand moves. It reads what the viewer sees and
    /// nothing else.
    public func appraisalValue(of package: [Settlement]) -> Value {
        guard let appraisal = appraisal(of: package) else { return .record(["known": "no"]) }
        var members: Value.Members = [
            "known": "yes", "low": appraisal.value.low.written, "high": appraisal.value.high.written,
            "words": .text(words(for: appraisal)),
        ]
        if let gain = appraisal.gain {
            members["gainLow"] = gain.low.written
            members["gainHigh"] = gain.high.written
        }
        members["issues"] = .list(
            contributions(of: package).map { part in
                var issue: Value.Members = ["issue": .text(part.issue.text), "most": part.most.written]
                if let value = part.value { issue["value"] = value.written }
                return .record(issue)
            })
        return .record(members)
    }

    /// What a package means, in a sentence or two.
    func words(for appraisal: OwnAppraisal) -> String {
        func range(_ low: DecimalNumber, _ high: DecimalNumber) -> String {
            low == high ? low.tenths : "\(low.tenths) to \(high.tenths)"
        }
        var words = "Worth \(range(appraisal.value.low, appraisal.value.high)) of 100 to us"
        if let gain = appraisal.gain {
            if gain.high < .zero {
                words +=
                    ": \(range(DecimalNumber.zero - gain.high, DecimalNumber.zero - gain.low)) less than our alternative"
            } else if gain.low >= .zero {
                words += ", \(range(gain.low, gain.high)) over our alternative"
            } else {
                words +=
                    ": between \((DecimalNumber.zero - gain.low).tenths) less and \(gain.high.tenths) more than our alternative"
            }
        }
        if !appraisal.open.isEmpty {
            let titles = appraisal.open.compactMap { self.terms.issues[$0]?.title }
            words += ". Open: \(titles.enumerated(with: "and"))"
        }
        return words + "."
    }
}
