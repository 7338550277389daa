import Accounts
import AllianceModel
import AlliancePages
import Foundation
import HTTPTypes
import Hosting
import Hummingbird

/// A request with what goes along with it.
struct Visit: Sendable {
    let request: Request
    let context: VisitContext

    /// Whether it comes from this machine without a proxy between: what a proxy passes on may be anybody's word.
    var isFromThisMachine: Bool {
        context.address.isLoopback && request.headers[HTTPField.Name.forwardedFor] == nil
    }

    /// Whether the token that was shown, where one was, goes as far as a route: one that is good for one alliance alone does nothing
    /// outside it. In it, the alliance of the address is compared.
    func isWithinToken(_ rule: AccessRule, _ path: String) -> Bool {
        guard case .token(_, _, alliance: .some) = context.visitor else { return true }
        return switch rule {
        case .ofAlliance, .operating: true
        case .signedIn: path == APIRoute.alliances.rawValue
        case .anybody: request.method == .get && path != SiteRoute.invitation.rawValue
        }
    }

    /// The part of the address that a name in braces stands for, without percent encoding; empty where there is none.
    subscript(name: String) -> String {
        guard let part = context.parameters.get(name) else { return "" }
        return part.utf8.contains(UInt8(ascii: "%")) ? part.removingPercentEncoding ?? "" : part
    }
}

/// A request of somebody who is signed in.
struct SignedInVisit: Sendable {
    let visit: Visit
    let account: Account
    let now: Moment

    var request: Request { visit.request }
    subscript(name: String) -> String { visit[name] }
}

/// A request of somebody who takes part in the alliance that the address names. What they may see of it is not made yet: a
/// change needs none of it.
struct SeatedVisit: Sendable {
    let signedIn: SignedInVisit
    let id: String
    let live: LiveAlliance
    let person: RecordID<Person>
    let party: RecordID<Party>
    let role: Person.Role

    var reader: AllianceReader { AllianceReader(person: person, party: party, role: role) }
    var author: Author { .person(person, of: party) }
    var viewer: Viewer { .party(party) }
    var request: Request { signedIn.request }
    var now: Moment { signedIn.now }
}

/// A request of somebody who takes part in the alliance that the address names, with all that they may see of it.
struct AllianceVisit: Sendable {
    let seated: SeatedVisit
    let revision: Revision
    let context: PageContext
    /// How many changes by others arrived since the reader last looked.
    let newCount: Int
    /// The open survey rounds that the reader has answered.
    var answeredRounds: Set<RecordID<SurveyRound>> = []

    var signedIn: SignedInVisit { seated.signedIn }
    var id: String { seated.id }
    var live: LiveAlliance { seated.live }
    var reader: AllianceReader {
        AllianceReader(person: seated.person, party: seated.party, role: seated.role, answeredRounds: answeredRounds)
    }
    var author: Author { seated.author }
    var request: Request { signedIn.request }
    /// The path with its query, as it was asked for.
    var address: String { request.head.path ?? "" }
    var now: Moment { signedIn.now }
    var view: View { context.view }
    subscript(name: String) -> String { signedIn[name] }
}
