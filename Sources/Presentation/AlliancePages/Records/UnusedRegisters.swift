import AllianceModel
import Markup

extension AllianceSite {
    /// The registers of a step that hold nothing yet and that people fill by hand.
    func unusedRegisters(of step: StepName) -> [RegisterDescription] {
        Alliance.registers.filter { register in
            register.name.step == step && register.privacy != .sealed && view.count(of: register) == 0
                && !Permissions.writtenByVerbs.contains(register.name) && !isFilledElsewhere(register.name)
        }
    }

    /// Comments are written beside what they are about, stances by rating one objective after the other, and much of the terms on
    /// pages of its own.
    private func isFilledElsewhere(_ register: RegisterName) -> Bool {
        register == Comment.register || register == Stance.register && nextToRate == nil
            || AllianceSite.registersOfPages.contains(register)
    }

    /// What belongs into the registers that hold nothing yet, and the way to begin; who may not add to them is told their names
    /// alone.
    func unusedSection(_ registers: [RegisterDescription], areAll: Bool) -> HTML {
        let rows = registers.compactMap { register -> HTML? in
            let ways = waysToBegin(register)
            return ways.isEmpty
                ? nil
                : """
                <li id="\(register.name.step.rawValue)-\(register.name.name)"><span><strong>\(register.title)</strong>\
                <span class="quietly small"> \(register.help)</span></span><span class="actions">\(ways)</span></li>
                """
        }
        let title = areAll ? "Nothing is recorded here yet" : "Not used yet"
        guard !rows.isEmpty else {
            let names = registers.enumerated().map { $0 == 0 ? $1.title : $1.title.lowercasedFirst }
            return section(
                title, id: "unused", "<p>\(areAll ? "Here belong: " : "")\(names.joined(separator: ", ")).</p>")
        }
        return section(
            title, id: "unused", lead: areAll ? "Start with what you know; the rest can wait." : nil,
            "<ul class=\"tasks registers\">\(rows)</ul>")
    }

    /// Quiet links, since the one button of the page says what to do next. Screen readers hear the noun as well.
    private func waysToBegin(_ register: RegisterDescription) -> HTML {
        if register.name == Stance.register, let objective = nextToRate {
            return "<a href=\"\(link(.rateOne(objective.id.text)))\">Rate<span class=\"vh\"> the objectives</span></a>"
        }
        var ways = HTML()
        let noun = register.noun.withArticle
        if reader.mayEdit(register, for: .everyone) {
            ways += "<a href=\"\(link(.add(register.name)))\">Add<span class=\"vh\"> \(noun)</span></a>"
        }
        if let party = reader.party, reader.mayEdit(register, for: .party(party)) {
            ways += """
                <a class="lock" href="\(link(.add(register.name, isPrivate: true)))">Add<span class="vh"> \(noun)</span> for us alone</a>
                """
        }
        if reader.mayEdit(register, for: .everyone) {
            ways +=
                "<a href=\"\(link(.importRegister(register.name)))\">Import<span class=\"vh\"> \(register.title)</span></a>"
        }
        return ways
    }
}
