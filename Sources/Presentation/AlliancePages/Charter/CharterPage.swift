import AllianceModel
import Markup

extension PageContext {
    var charterPage: StepPage {
        let members = view.charter.members.count
        let others = view.charter.parties.count - members
        let sponsors = view.charter.people.filter(\.isExecutiveSponsor).count
        return StepPage(
            question: "Who prepares which alliance?",
            claim: """
                \(members) \(members == 1 ? "party is a member" : "parties are members")\
                \(others > 0 ? ", \(others) more \(others == 1 ? "is" : "are") on the way or have left" : ""). \
                \(sponsors) \(sponsors == 1 ? "person is named as executive sponsor" : "people are named as executive sponsors").
                """)
    }
}
