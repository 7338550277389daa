import AllianceModel
import Markup

extension PageContext {
    var riskPage: StepPage {
        let open = view.risk.risks.filter { $0.status != .closed }
        let unready = open.count { $0.contingency == nil || $0.trigger == nil }
        let ownerless = open.count { $0.owner == nil }
        var claim = open.isEmpty ? "No risk is recorded yet." : "\(capitalisedFirst(counted(open.count, "open risk")))"
        if !open.isEmpty {
            claim +=
                ownerless == 0
                ? ", each with an owner"
                : "; \(ownerless == open.count ? "none has" : "\(ownerless) \(ownerless == 1 ? "has" : "have") no") \(ownerless == open.count ? "an owner" : "owner")"
            claim +=
                unready == 0
                ? "\(ownerless == 0 ? " and" : "; each has") a contingency with a trigger."
                : "; \(unready) \(unready == 1 ? "has" : "have") no contingency with a trigger."
        }
        let inherent = view.heatMap(.inherent)
        let hasMap = inherent.counts.contains { $0.contains { $0 > 0 } }
        return StepPage(
            question: "What could go wrong, and what do we do then?", claim: claim,
            pictures: [hasMap ? heatPicture(inherent) : nil, open.isEmpty ? nil : levelPicture(open), warningPicture])
    }

    /// Each early warning beside its threshold; nil where no number is watched.
    private var warningPicture: Figure? {
        let warnings = Array(view.risk.indicators)
        if warnings.isEmpty { return nil }
        let alarming = warnings.filter { $0.isAlarming == true }.map { "“\($0.title)”" }
        let unknown = warnings.count { $0.isAlarming == nil }
        var claim =
            alarming.isEmpty
            ? "No early warning is past its threshold."
            : "\(alarming.enumerated(with: "and")) \(alarming.count == 1 ? "is past its threshold" : "are past their thresholds"): it is time to act."
        if unknown > 0 {
            claim +=
                " \(capitalisedFirst(counted(unknown, "early warning has", "early warnings have"))) no threshold, or no number that was read."
        }
        func number(_ value: DecimalNumber?, _ unit: String?) -> String? {
            value.map { "\($0)\(unit.map { " \($0)" } ?? "")" }
        }
        let cells = warnings.map { warning -> [GridWord?] in
            let parts = [
                number(warning.current, warning.unit).map { "now \($0)" },
                number(warning.threshold, warning.unit).map { "alarm \(warning.alarm.label) \($0)" },
            ]
            let note = parts.compactMap(\.self).joined(separator: ", ")
            return switch warning.isAlarming {
            case true?: [GridWord("Past its threshold", .bad, note: note)]
            case false?: [GridWord("Within", .good, note: note)]
            case nil: [GridWord("Not known", .warning, note: note.isEmpty ? nil : note)]
            }
        }
        return wordGrid(
            id: "warnings", title: "Early warnings", claim: claim, heading: "Number", columns: ["State"],
            rows: warnings.map(\.title), cells: cells)
    }

    private func heatPicture(_ inherent: HeatMap) -> Figure {
        let residual = view.heatMap(.residual)
        var claim: String?
        if let worst = view.risk.risks.filter({ $0.status != .closed }).max(by: {
            ($0.inherent?.score ?? 0) < ($1.inherent?.score ?? 0)
        }),
            let score = worst.inherent?.score
        {
            let before = highest(inherent)
            let after = highest(residual)
            claim =
                "The worst is “\(worst.title)”, \(score) of 25. \(capitalisedFirst(counted(before, "risk stands", "risks stand"))) high before mitigation, \(after == 0 ? "none" : "\(after)") after."
        }
        if let said = claim, !inherent.unplaced.isEmpty {
            claim =
                said
                + " \(capitalisedFirst(counted(inherent.unplaced.count, "risk has", "risks have"))) no place in the map."
        }
        return riskMap(
            id: "risks", claim: claim, inherent: inherent.counts,
            residual: residual.counts == inherent.counts ? nil : residual.counts)
    }

    /// How many risks have a score above 12, which counts as high.
    private func highest(_ map: HeatMap) -> Int {
        var count = 0
        for (likelihood, row) in map.cells.enumerated() {
            for (impact, cell) in row.enumerated() where (likelihood + 1) * (impact + 1) > 12 { count += cell.count }
        }
        return count
    }

    /// Each open risk with its level before and after, and whether somebody is ready for it; highest first.
    private func levelPicture(_ risks: [Registered<IdentifiedRisk>]) -> Figure {
        func weight(_ risk: Registered<IdentifiedRisk>) -> Int {
            risk.inherent?.score ?? (risk.inherent?.word).map { $0 == .high ? 20 : $0 == .medium ? 9 : 3 } ?? 0
        }
        let sorted = risks.enumerated().sorted {
            (weight($1.element), $0.offset) < (weight($0.element), $1.offset)
        }.map(\.element)
        func word(_ level: RiskLevel?) -> GridWord? {
            guard let level, let word = level.word else { return nil }
            return GridWord(
                capitalisedFirst(word.label), word == .high ? .bad : word == .medium ? .warning : .good,
                note: level.words)
        }
        let hasAfter = risks.contains { $0.residual?.word != nil }
        let hasBefore = risks.contains { $0.inherent?.word != nil }
        var columns: [GridColumn] = hasBefore ? ["Before"] : []
        if hasAfter { columns.append("After") }
        columns += ["Owner", "Mitigation", "Contingency", "Trigger"]
        let cells = sorted.map { risk -> [GridWord?] in
            func has(_ value: String?) -> GridWord {
                value == nil ? GridWord("Missing", .warning) : GridWord("Yes", .good, note: value)
            }
            let owner = risk.owner.flatMap { view.charter.people[$0] }?.title
            return (hasBefore ? [word(risk.inherent)] : []) + (hasAfter ? [word(risk.residual)] : [])
                + [has(owner), has(risk.mitigation), has(risk.contingency), has(risk.trigger)]
        }
        let complete = sorted.count {
            $0.owner != nil && $0.mitigation != nil && $0.contingency != nil && $0.trigger != nil
        }
        let occurred = sorted.filter { $0.status == .occurred }.map { "“\($0.title)”" }
        let lacking = [
            sorted.contains { $0.owner == nil } ? "an owner" : nil,
            sorted.contains { $0.mitigation == nil } ? "a mitigation" : nil,
            sorted.contains { $0.contingency == nil } ? "a contingency" : nil,
            sorted.contains { $0.trigger == nil } ? "a trigger" : nil,
        ].compactMap(\.self)
        var claim =
            lacking.isEmpty
            ? "Every risk has an owner, a mitigation, a contingency and a trigger."
            : "\(complete == 0 ? "None" : "\(complete)") of \(counted(sorted.count, "risk")) \(complete < 2 ? "is" : "are") fully prepared for; some lack \(lacking.enumerated(with: "or"))."
        if occurred.count == sorted.count, occurred.count > 1 {
            claim += " All have occurred."
        } else if !occurred.isEmpty {
            claim += " \(occurred.enumerated(with: "and")) \(occurred.count == 1 ? "has" : "have") occurred."
        }
        return wordGrid(
            id: "prepared", title: "Who is prepared for what", claim: claim, heading: "Risk", columns: columns,
            rows: sorted.map(\.title), cells: cells)
    }
}
