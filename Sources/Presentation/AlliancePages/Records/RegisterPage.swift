public import AllianceModel
public import Markup

extension AllianceSite {
    /// The records of a register, a page of them where there are many, and what can be done with all of them.
    public func registerPage(_ register: RegisterDescription, at place: ListPlace = ListPlace()) -> HTML {
        let all = view.records(of: register)
        let name = register.name
        let files: HTML = """
            <p class="actions"><a class="button quiet" href="\(link(.exportRegister(name, .csv)))">Export as CSV</a>\
            \(when: reader.mayEdit(register, for: .everyone), "<a class=\"button quiet\" href=\"\(link(.importRegister(name)))\">Import a CSV file</a>")</p>
            """
        let content: HTML =
            all.isEmpty
            ? "<div class=\"empty\"><p>Nothing is recorded here yet. Start with what you know; the rest can wait.</p><p class=\"actions\">\(addButtons(register, hasRecords: false, isPrimary: true))</p></div>"
            : list(of: register, all, at: place)
        return page(
            register.title, at: .step(name.step), lead: "\(register.help)",
            crumbs: [(name.step.shortLabel, link(.step(name.step)))],
            "\(content)\(section("As a file", id: "file", lead: "An import shows what it would change before it does.", files))"
        )
    }

    private func list(of register: RegisterDescription, _ all: [UntypedRecord], at place: ListPlace) -> HTML {
        let buttons: HTML =
            "<p class=\"actions\">\(addButtons(register, hasRecords: true, isPrimary: true))</p>"
        guard all.count > ExcerptSize.page else { return "\(recordTables(register, all))\(buttons)" }
        let found = place.words.isEmpty ? all : records(all, of: register, holding: place.words)
        let shown = Excerpt(found, page: place.page)
        let ways = pages(of: shown, register.title) {
            link(.registerPage(register.name, ListPlace(page: $0, words: place.words)))
        }
        let count = readable(Double(all.count))
        let words: String? =
            place.words.isEmpty
            ? nil
            : "\(found.isEmpty ? "None" : shown.words) of \(count) \(found.count == 1 ? "holds" : "hold") “\(place.words)”."
        return """
            \(buttons)\(finding(in: register, place.words))\
            \(words.map { "<p>\($0) <a href=\"\(link(.register(register.name)))\">Show all</a></p>" as HTML })\
            \(ways)\(recordTables(register, shown.items, areLinkedTo: true))\(ways)
            """
    }

    /// The form that leaves of a long list what holds some words.
    private func finding(in register: RegisterDescription, _ words: String) -> HTML {
        """
        <search class="no-print"><form action="\(link(.register(register.name)))" class="big-find"><label for="words">Find in \(register.title.lowercasedFirst)</label>\
        <input id="words" type="search" name="q" value="\(words)" autocomplete="off" dir="auto"><button class="quiet">Find</button></form></search>
        """
    }

    /// Where a record stands in the list of its register.
    public func placeInList(of record: UntypedRecord) -> AllianceLink {
        guard let register = Alliance.register(record.register), view.count(of: register) > ExcerptSize.page,
            let place = view.records(of: register).firstIndex(where: {
                $0.id == record.id && $0.audience == record.audience
            })
        else { return .register(record.register) }
        return .registerPage(
            record.register,
            ListPlace(page: Excerpt<UntypedRecord>.page(of: place), record: RecordAddress(record)))
    }
}
