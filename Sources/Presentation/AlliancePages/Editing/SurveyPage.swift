public import AllianceModel
public import Markup

/// Reads the answers of a survey.
public enum SurveyReading {
    /// The answers as they are kept. Statements that were left out, or rated off the scale, are not rated.
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
    /// Where nothing is to be answered, the page says when it was or will be, and what came out.
    ///
    /// - Parameter token: nil where the reader has answered this round, or it takes no answers today.
    public func surveyPage(_ round: Registered<SurveyRound>, token: String?, _ answers: Answers = Answers()) -> HTML {
        let survey = view.culture.surveys[round.survey]
        let title = survey?.title ?? "Survey"
        let group = survey?.minimumGroup ?? 5
        guard let token else {
            return page(
                title, at: .step(.culture), over: "Survey", lead: whenAnswered(round),
                """
                \(surveyResults(of: round))\
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

    /// Why nothing is to be answered now.
    private func whenAnswered(_ round: Registered<SurveyRound>) -> HTML {
        if let opening = round.opensOn, opening > context.day {
            return "It opens on \(opening) and takes answers until \(round.closesOn)."
        }
        if context.day <= round.closesOn {
            return "You have answered. The results come when the round has closed, after \(round.closesOn)."
        }
        return "It closed on \(round.closesOn)."
    }

    /// The results of a round that has closed.
    private func surveyResults(of round: Registered<SurveyRound>) -> HTML {
        guard round.closesOn < context.day else { return "" }
        guard let summary = view.surveySummaries.first(where: { $0.round.id == round.id }) else {
            return "<p>Nobody answered.</p>"
        }
        return context.surveyPicture(summary).map(figure)
            ?? "<p>\(context.hiddenGroups(summary) ?? "Nothing may be shown.")</p>"
    }
}
