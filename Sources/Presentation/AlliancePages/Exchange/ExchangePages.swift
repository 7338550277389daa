public import AllianceModel
public import Markup

extension AllianceSite {
    /// All that can be exported, and the import of a whole file (`file`, multipart/form-data).
    public func exchangePage(_ answers: Answers = Answers()) -> HTML {
        let rows = StepName.allCases.map { step -> [DataTable.Cell] in
            let registers = Alliance.registers.filter { $0.name.step == step && $0.privacy != .sealed }
            let links = registers.map { register -> HTML in
                "<a href=\"\(link(.register(register.name)))\">\(register.title)</a> (\(view.count(of: register)))"
            }
            return [.text(step.label), .markup(links.joined(separator: ", "))]
        }
        var form = PlainForm(answers)
        form.file(
            "file", "Alliance file",
            hint: "YAML or JSON, as exported here. You see what it would change before it does.",
            accept: ".yaml,.yml,.json")
        return page(
            "Import and export", at: .below(.exchange),
            lead: "Everything that you may see, in open formats. It is yours.",
            """
            \(section("The whole alliance", id: "whole", lead: "With what is private to \(ownName), and nothing private to others.", """
                <p class="actions"><a class="button" href="\(link(.exportAlliance(.yaml)))">Download as YAML</a>\
                <a class="button quiet" href="\(link(.exportAlliance(.json)))">Download as JSON</a>\
                <a class="button quiet" href="\(link(.report))">Open the report</a></p>
                """))\
            \(when: reader.may(.edit(Edit(Profile.register, "", .remove))), section("Bring a file in", id: "import", form.markup(action: link(.importAlliance), hidden: hidden("import"), button: "See what it would change", tone: .neutral, takesFile: true)))\
            \(section("Single registers", id: "registers", lead: "Open one to export it as CSV or to import into it. In brackets: how many records it holds.", dataTable(DataTable("Registers", columns: ["Step", "Registers"], rows: rows, isCaptionHidden: true))))
            """)
    }

    /// The import of a CSV file into a register. Field: `file`, multipart/form-data.
    public func importRegisterPage(_ register: RegisterDescription, _ answers: Answers = Answers()) -> HTML {
        var form = PlainForm(answers)
        form.file(
            "file", "CSV file",
            hint: "Saved as “CSV UTF-8”, with a line of names at the top. You see what it would change before it does.",
            accept: ".csv,text/csv")
        let fields = register.fields.filter { !$0.isByVerb }
        let rows = fields.map { field in
            RecordTable.Row([
                "<code>\(field.key)</code>", "\(field.label)", "\(field.isRequired ? "Yes" : "No")",
                "\(field.kind.instruction)",
            ])
        }
        let id = RecordTable.Row(["<code>id</code>", "Id", "No", "Of a record to change; empty for a new one."])
        let isPrivate = RecordTable.Row([
            "<code>private</code>", "Private", "No",
            "\("yes, and only \(ownName) sees a new record; no or empty, and all parties do.")",
        ])
        let columns = RecordTable(
            "Columns", columns: ["Name", "Field", "Required", "What to give"],
            rows: [id] + (register.privacy == .eitherWay ? [isPrivate] : []) + rows)
        return page(
            "Import \(register.title.lowercasedFirst)", at: .step(register.name.step),
            crumbs: [
                (register.name.step.shortLabel, link(.step(register.name.step))),
                (register.title, link(.register(register.name))),
            ],
            """
            \(form.markup(action: link(.importRegister(register.name)), hidden: hidden(), button: "See what it would change", cancel: link(.register(register.name)), takesFile: true))\
            <p><a href="\(link(.exportRegister(register.name, .csv)))">Download the register as it stands</a>: the same columns, ready to be filled in.</p>\
            \(more("The columns", recordTable(columns)))
            """)
    }

    /// What would change, in words that do not say it has: the tag before them says how.
    private func wouldBe(_ difference: Difference) -> String {
        switch difference.kind {
        case .added, .removed:
            let noun = Alliance.register(difference.register)?.noun ?? difference.register.name
            return "\(noun.capitalisedFirst) “\(difference.title)”"
        case .changed: return difference.words
        case .moved: return difference.words.replacing(" was moved", with: ": another place in the list")
        }
    }

    /// What an import would do, before it is done. It posts `upload` to the apply address.
    ///
    /// - Parameter register: the register that is imported; nil for a whole alliance.
    public func importPreviewPage(_ preview: ImportPreview, register: RegisterDescription? = nil) -> HTML {
        let start = register.map { link(.importRegister($0.name)) } ?? link(.exchange)
        guard preview.problems.isEmpty else {
            let rows = preview.problems.prefix(100).map { problem in
                RecordTable.Row([problem.line.map { "Line \($0)" } ?? "The file", "\(problem.words.capitalisedFirst)"])
            }
            let table = RecordTable("What is wrong", columns: ["Where", "What, and what to do"], rows: rows)
            return page(
                "The file cannot be imported yet", over: preview.fileName,
                lead:
                    "\(numbered(preview.problems.count, "thing is", "things are").capitalisedFirst) wrong in it. Nothing was changed.",
                """
                \(recordTable(table))\
                <p class="actions"><a class="button" href="\(start)">Try another file</a></p>
                """)
        }
        guard !preview.differences.isEmpty else {
            return page(
                "Nothing would change", over: preview.fileName, lead: "The file says what stands here already.",
                "<p class=\"actions\"><a class=\"button\" href=\"\(start)\">Try another file</a></p>")
        }
        var added = 0, removed = 0, changed = 0
        for difference in preview.differences {
            switch difference.kind {
            case .added: added += 1
            case .removed: removed += 1
            case .changed, .moved: changed += 1
            }
        }
        let lines = preview.differences.prefix(200).map { difference -> HTML in
            let sign: HTML =
                switch difference.kind {
                case .added: tag("To be added", .good)
                case .removed: tag("To be removed", .bad)
                case .changed, .moved: tag("To be changed", .accent)
                }
            return
                "<li>\(sign) <span dir=\"auto\">\(wouldBe(difference))</span> \(privacyWords(difference.audience).map { tag($0, .warning) })</li>"
        }
        let action = register.map { link(.applyRegister($0.name)) } ?? link(.applyAlliance)
        return page(
            "What the file would change", over: preview.fileName,
            lead:
                "\(numbered(added, "record").capitalisedFirst) added, \(changed == 0 ? "none" : String(changed)) changed, \(removed == 0 ? "none" : String(removed)) removed. Nothing has changed yet.",
            """
            <ul class="plain">\(lines)</ul>\(when: preview.differences.count > 200, "<p>and \(preview.differences.count - 200) more.</p>")\
            \(form(action: action, hidden: hidden("apply") + [("upload", preview.upload)], button: "Import it", cancel: start, ""))
            """)
    }
}
