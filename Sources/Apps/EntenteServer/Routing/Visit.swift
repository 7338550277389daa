import Accounts
import AllianceModel
import AlliancePages
import Foundation
import Hosting
import Hummingbird

/// A request with what goes along with it.
struct Visit: Sendable {
    let request: Request
    let context: VisitContext

    /// The part of the address that a name in braces stands for, without percent encoding; empty where there is none.
    subscript(name: String) -> String {
        context.parameters.get(name).flatMap { $0.removingPercentEncoding } ?? ""
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

/// A request of somebody who takes part in the alliance that the address names, with all that they may see of it.
struct AllianceVisit: Sendable {
    let signedIn: SignedInVisit
    let id: String
    let live: LiveAlliance
    let reader: AllianceReader
    let author: Author
    let revision: Revision
    let context: PageContext
    /// How many changes by others arrived since the reader last looked.
    let newCount: Int

    var request: Request { signedIn.request }
    /// The path with its query, as it was asked for.
    var address: String { request.head.path ?? "" }
    var now: Moment { signedIn.now }
    var view: View { context.view }
    subscript(name: String) -> String { signedIn[name] }
}
