import AllianceModel
import Markup

extension AllianceSite {
    /// What was said about a record, and the form to say something.
    func discussion(_ remarks: [DiscussionRemark], _ record: RecordAddress, _ answers: Answers) -> HTML {
        let said = remarks.map { remark -> HTML in
            let privacy: HTML? = privacyWords(remark.audience).map { tag($0, .warning) }
            let lines = remark.text.split(separator: "\n", omittingEmptySubsequences: false).map { HTML(text: $0) }
            let time: HTML? = remark.day.map(\.markup)
            return """
                <li\(attribute: "class", remark.audience == .everyone ? nil : "own")><header><strong dir="auto">\(remark.author), \(remark.party)</strong>\
                \(time)\(privacy)</header>\
                <p dir="auto">\(lines.joined(separator: "<br>"))</p></li>
                """
        }
        var form = PlainForm(
            answers.values["audience"] == nil
                ? answers.with("audience", record.isPrivate ? "party" : "everyone") : answers)
        form.multiline("text", "Say something", hint: record.isPrivate ? "Only \(ownName) sees it." : nil)
        if !record.isPrivate {
            form.choice(
                "audience", "Who sees it",
                [Choice("everyone", "All parties"), Choice("party", "Only \(ownName)")], inOneRow: true)
        } else {
            form.add(hiddenFields([("audience", "party")]))
        }
        let write: HTML =
            reader.party == nil
            ? "" : form.markup(action: link(.remark(record)), hidden: hidden("remark"), button: "Say it")
        return """
            \(when: said.isEmpty, "<p>Nobody has said anything yet.</p>", otherwise: "<ol class=\"thread\">\(said)</ol>")\
            \(when: reader.party != nil, more("Say something", isOpen: !answers.problems.isEmpty || !answers.values.isEmpty, write))
            """
    }
}
