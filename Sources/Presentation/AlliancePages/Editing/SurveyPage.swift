public import AllianceModel
public import Markup

/// Reads the answers of a survey.
public enum SurveyReading {
    /// What was answered. Statements that were left out are not rated.
    ///
    /// - Parameter token: the one-time token that stands in place of an author.
    public static func answer(
        of pairs: [(name: String, value: String)], round: RecordID<SurveyRound>, token: String
    ) -> Culture.Answer {
        var answer = Culture.Answer()
        answer.round = round
        answer.token = token
        for (name, value) in pairs where name.hasPrefix("rating.") {
            guard let value = Int(value), SurveyQuestion.scale.contains(value) else { continue }
            var rating = SurveyAnswer.Rating()
            rating.question = RecordID(String(name.dropFirst(7)))
            rating.value = value
            answer.ratings.append(rating)
        }
        return answer
    }
}

extension AllianceSite {
    /// The statements of a survey, each to be rated from 1 to 5. Fields: `rating.<question>`, `token`.
    ///
    /// - Parameter token: nil where the reader has answered this round, or may not.
    public func surveyPage(_ round: Registered<SurveyRound>, token: String?, _ answers: Answers = Answers()) -> HTML {
        let survey = view.culture.surveys[round.survey]
        let title = survey?.title ?? "Survey"
        let group = survey?.minimumGroup ?? 5
        guard let token else {
            return page(
                title, at: .step(.culture), over: "Survey", lead: "There is nothing for you to answer here now.",
                """
                <p>You have answered this round, or it takes no answers today. It takes them until \(round.closesOn).</p>\
                <p class="actions"><a class="button" href="\(link(.step(.culture)))">Back to culture</a></p>
                """)
        }
        var form = PlainForm(answers)
        let scale = ["Not at all", "Rather not", "In between", "Rather", "Fully"]
        for question in view.culture.questions where question.survey == round.survey {
            var field = FormField("rating.\(question.id)", question.text, isRequired: false)
            field.marksOptional = false
            let choices = SurveyQuestion.scale.map { Choice(String($0), scale[min(max($0 - 1, 0), 4)]) }
            form.add(choiceField(field, choices, selected: answers.values[field.name], inOneRow: true))
        }
        return page(
            title, at: .step(.culture), over: "Survey",
            lead: "\(survey?.introduction ?? "How much do you agree?")",
            """
            \(banner("Nobody sees a single answer, not even who answered. Groups of fewer than \(group) answers are never shown. Leave out what you cannot say."))\
            \(form.markup(action: link(.survey(round: round.id.text)), hidden: hidden() + [("token", token)], button: "Send my answers", cancel: link(.step(.culture))))
            """)
    }
}
