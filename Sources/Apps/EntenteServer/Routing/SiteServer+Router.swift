import Accounts
import AllianceModel
import AlliancePages
import HTTPTypes
import Hummingbird

extension SiteServer {
    /// All routes with their rules, and the router that answers them.
    func router() -> (router: Router<VisitContext>, rules: [String: AccessRule]) {
        let router = Router(context: VisitContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: Protection(server: self))
        var routes = Routes(router, self)
        for route in SiteRoute.allCases {
            if route.methods.contains(.get) { add(route, .get, &routes) }
            if route.methods.contains(.post) { add(route, .post, &routes) }
        }
        for route in APIRoute.allCases { add(route, &routes) }
        routes.anybody(.get, "/health") { _ in try await health() }
        routes.operating(.get, "/metrics") { _ in
            .text(
                metrics.text(openAlliances: contexts.count, listeners: listeners.count),
                type: "text/plain; version=0.0.4")
        }
        return (router, routes.rules)
    }

    /// What a proxy or a supervisor asks: whether the server answers and reaches its data.
    private func health() async throws -> Response {
        _ = try await accounts.isEmpty()
        return .json(.record(["status": "ready"]))
    }

    private func add(_ route: APIRoute, _ routes: inout Routes) {
        let (method, path) = (route.method, route.rawValue)
        switch route {
        case .alliances: routes.signedIn(method, path, apiAlliances)
        case .view: routes.ofAlliance(method, path, apiView)
        case .changes: routes.seated(method, path, at: .eventLoopIfSmall, apiChanges)
        case .entries: routes.ofAlliance(method, path, apiEntries)
        case .findings: routes.ofAlliance(method, path, apiFindings)
        case .register: routes.ofAlliance(method, path, apiRegister)
        case .events: routes.ofAlliance(method, path, apiEvents)
        case .description: routes.anybody(method, path) { visit in assets.openAPI.response(to: visit.request) }
        }
    }

    /// Adds a page; which handler answers it is one line here, and the rule is that of its handler's reader.
    private func add(_ route: SiteRoute, _ method: HTTPRequest.Method, _ routes: inout Routes) {
        let path = route.rawValue
        let isPost = method == .post
        switch route {
        case .home: routes.signedIn(method, path, home)
        case .signIn: routes.anybody(method, path, isPost ? signIn : signInPage)
        case .signInLink: routes.anybody(method, path, isPost ? signInByLink : signInLinkPage)
        case .signOut: routes.signedIn(method, path, signOut)
        case .firstPerson: routes.anybody(method, path, isPost ? firstPerson : firstPersonPage)
        case .setPassword: routes.anybody(method, path, isPost ? setPassword : setPasswordPage)
        case .invitation: routes.anybody(method, path, isPost ? acceptInvitation : invitationPage)
        case .account: routes.signedIn(method, path, accountPage)
        case .accountName: routes.signedIn(method, path, setName)
        case .accountPassword: routes.signedIn(method, path, changePassword)
        case .theme: routes.anybody(method, path, setTheme)
        case .endSession: routes.signedIn(method, path, endSession)
        case .endOtherSessions: routes.signedIn(method, path, endOtherSessions)
        case .addToken: routes.signedIn(method, path, addToken)
        case .endToken: routes.signedIn(method, path, endToken)
        case .notifications: routes.signedIn(method, path, notificationsPage)
        case .notificationsRead: routes.signedIn(method, path, notificationsRead)
        case .newAlliance: routes.signedIn(method, path, isPost ? foundAlliance : newAlliance)
        case .newFromFile: routes.signedIn(method, path, foundFromFile)
        case .methods: routes.anybody(method, path, methods)
        case .help: routes.anybody(method, path, help)
        case .asset: routes.anybody(method, path, at: .eventLoop, asset)
        case .overview: routes.ofAlliance(method, path, at: .eventLoop, overview)
        case .seen: routes.ofAlliance(method, path, seen)
        case .step: routes.ofAlliance(method, path, at: .eventLoop, step)
        case .findings: routes.ofAlliance(method, path, at: .eventLoop, findings)
        case .history: routes.ofAlliance(method, path, at: .eventLoop, historyPage)
        case .undo: routes.ofAlliance(method, path, undo)
        case .ledger: routes.ofAlliance(method, path, ledger)
        case .ledgerExport: routes.ofAlliance(method, path, ledgerExport)
        case .search: routes.ofAlliance(method, path, search)
        case .index: routes.ofAlliance(method, path, index)
        case .events: routes.ofAlliance(method, path, pageEvents)
        case .report: routes.ofAlliance(method, path, report)
        case .people: routes.ofAlliance(method, path, people)
        case .invite: routes.ofAlliance(method, path, isPost ? invite : invitePage)
        case .leave: routes.ofAlliance(method, path, leave)
        case .withdrawInvitation: routes.ofAlliance(method, path, withdrawInvitation)
        case .exchange: routes.ofAlliance(method, path, exchange)
        case .exportAlliance: routes.ofAlliance(method, path, exportAlliance)
        case .importAlliance: routes.ofAlliance(method, path, importAlliance)
        case .applyAlliance: routes.ofAlliance(method, path, applyAlliance)
        case .register: routes.ofAlliance(method, path, at: .eventLoop, registerPage)
        case .exportRegister: routes.ofAlliance(method, path, exportRegister)
        case .importRegister: routes.ofAlliance(method, path, importRegister)
        case .applyRegister: routes.ofAlliance(method, path, applyRegister)
        case .add: routes.ofAlliance(method, path, at: isPost ? .pool : .eventLoop, addRecord)
        case .record: routes.ofAlliance(method, path, recordPage)
        case .edit: routes.ofAlliance(method, path, editRecord)
        case .remove: routes.ofAlliance(method, path, removeRecord)
        case .move: routes.ofAlliance(method, path, moveRecord)
        case .remark: routes.ofAlliance(method, path, remark)
        case .verb: routes.ofAlliance(method, path, verb)
        case .signOff: routes.ofAlliance(method, path, signOff)
        case .withdrawSignOff: routes.ofAlliance(method, path, withdrawSignOff)
        case .criterion: routes.ofAlliance(method, path, criterion)
        case .rate: routes.ofAlliance(method, path, rate)
        case .rateOne: routes.ofAlliance(method, path, rateOne)
        case .alignment: routes.ofAlliance(method, path, alignment)
        case .survey: routes.ofAlliance(method, path, survey)
        case .negotiation: routes.ofAlliance(method, path, negotiation)
        case .preferences: routes.ofAlliance(method, path, preferences)
        case .packageQuestion: routes.ofAlliance(method, path, packageQuestion)
        case .packageEditor: routes.ofAlliance(method, path, packageEditor)
        case .appraisal: routes.ofAlliance(method, path, appraisal)
        case .offer: routes.ofAlliance(method, path, offerPage)
        case .neutral: routes.ofAlliance(method, path, neutral)
        case .closing: routes.ofAlliance(method, path, closing)
        case .instrument: routes.ofAlliance(method, path, instrumentPage)
        case .instrumentFile: routes.ofAlliance(method, path, instrumentFile)
        case .act: routes.ofAlliance(method, path, act)
        case .obligations: routes.ofAlliance(method, path, obligations)
        case .returnedText: routes.ofAlliance(method, path, returnedText)
        case .applyReturnedText: routes.ofAlliance(method, path, applyReturnedText)
        case .clauseLibrary: routes.ofAlliance(method, path, clauseLibrary)
        case .weights: routes.ofAlliance(method, path, weights)
        }
    }
}
