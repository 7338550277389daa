public import AllianceModel
public import Markup

extension AllianceSite {
    /// All records of a register, and what can be done with all of them.
    public func registerPage(_ register: RegisterDescription) -> HTML {
        let records = view.records(of: register)
        let name = register.name
        let files: HTML = """
            <p class="actions"><a class="button quiet" href="\(link(.exportRegister(name, .csv)))">Export as CSV</a>\
            \(when: reader.mayEdit(register, for: .everyone), "<a class=\"button quiet\" href=\"\(link(.importRegister(name)))\">Import a CSV file</a>")</p>
            """
        let content: HTML =
            records.isEmpty
            ? "<div class=\"empty\"><p>Nothing is recorded here yet. Start with what you know; the rest can wait.</p><p class=\"actions\">\(addButtons(register, hasRecords: false, isPrimary: true))</p></div>"
            : "\(recordTables(register, records))<p class=\"actions\">\(addButtons(register, hasRecords: true, isPrimary: true))</p>"
        return page(
            register.title, at: .step(name.step), lead: "\(register.help)",
            crumbs: [(name.step.shortLabel, link(.step(name.step)))],
            "\(content)\(section("As a file", id: "file", lead: "An import shows what it would change before it does.", files))"
        )
    }
}
