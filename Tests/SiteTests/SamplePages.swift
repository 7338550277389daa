import AllianceModel
import Markup

@testable import AlliancePages

/// Every page of the site, made from a view.
struct SamplePages {
    let view: View
    let reader: AllianceReader
    var site = Site(assets: .site, reader: Site.Reader(name: "Ada Nilsen"))
    var newCount = 3
    /// What somebody else typed, to be found nowhere unescaped.
    var typed = "Shorter <waits> & \"fees\""

    private var moment: Moment { Moment(seconds: Moment(SampleAlliance.day).seconds + 34_200) }

    var context: PageContext { PageContext.onSite(view, on: SampleAlliance.day, alliance: "corridor") }

    var alliance: AllianceSite {
        AllianceSite(
            site: site, alliance: "corridor", context: context, reader: reader,
            submission: Submission(key: "k7x2", revision: 41), newCount: newCount)
    }

    /// The site of an alliance for the first person in it, as one of another role.
    static func site(
        _ alliance: Alliance, as role: Person.Role, answered: Set<RecordID<SurveyRound>> = []
    ) -> AllianceSite {
        let pages = SamplePages(alliance)
        let reader = AllianceReader(
            person: pages.reader.person, party: pages.reader.party, role: role, answeredRounds: answered)
        return SamplePages(view: pages.view, reader: reader, newCount: 0).alliance
    }

    private var history: [HistoryItem] {
        [
            HistoryItem(
                entry: 41, moment: moment, author: "Jan Kowalski", party: "harbour",
                lines: ["Objective “\(typed)”: Target: 3 → 2.5"],
                record: RecordAddress(Objective.register, "waits"), isUndoable: true),
            HistoryItem(
                entry: 40, moment: moment, author: "Ada Nilsen", party: "north", lines: ["Stance was added"],
                audience: .party("north")),
            HistoryItem(
                entry: 39, moment: moment, author: nil, lines: ["A survey answer was given"], audience: .everyone),
        ]
    }

    private var remarks: [DiscussionRemark] {
        [
            DiscussionRemark(
                author: "Jan Kowalski", party: "Harbour League", day: moment.day,
                text: "Is \(typed) realistic?\nWe had 4 in 2025."),
            DiscussionRemark(
                author: "Olav Berg", party: "Northwind", day: moment.day, text: "We could live with 3.",
                audience: .party("north")),
        ]
    }

    private var invitation: InvitationSummary {
        InvitationSummary(
            token: "t0k", id: "i1", alliance: "Baltic \(typed)", invitedBy: "Ada Nilsen", invitingParty: "Northwind",
            name: "Eva Dvořák", party: "Ostrava Terminal", role: .lead, expires: moment)
    }

    /// The pages before sign-in and of the reader alone.
    var ofSite: [(name: String, page: HTML)] {
        var visitor = site
        visitor.reader = nil
        let wrong = Answers(["email": typed], problems: ["password": "Password: give at least 10 characters."])
        let account = AccountContent(
            name: "Ada Nilsen", email: "ada@example.org",
            sessions: [
                AccountContent.Session(
                    id: "s1", browser: "Firefox on Linux \(typed)", started: moment, lastUsed: moment, isThis: true),
                AccountContent.Session(
                    id: "s2", browser: "Safari on iPhone", started: moment, lastUsed: moment, isThis: false),
            ], tokens: [AccountContent.Token(id: "t1", name: "Nightly export", made: moment)])
        let home = HomeContent(
            alliances: [HomeContent.Entry(alliance: "corridor", context: context, reader: reader, newCount: 3)])
        let starts = [
            AllianceStart(
                name: "playbook-business", kind: .playbook, title: "Business alliance",
                sentence: "Companies that sell, build or buy together."),
            AllianceStart(
                name: "playbook-gaming", kind: .playbook, title: "Gaming alliance",
                sentence: "Guilds that fight side by side."),
            AllianceStart(
                name: "example-odk", kind: .example, title: "OpenDreamKit",
                sentence: "A research project of 16 parties, filled in."),
        ]
        return [
            ("sign-in", visitor.signInPage()),
            (
                "sign-in-error",
                visitor.signInPage(
                    Answers(["email": typed], other: ["Address or password is wrong. Try again."]), next: "/a/corridor")
            ),
            ("sign-in-link", visitor.signInLinkPage(token: "abc", name: "Ada Nilsen", until: moment)),
            ("welcome", visitor.firstPersonPage()), ("welcome-error", visitor.firstPersonPage(wrong)),
            ("set-password", visitor.setPasswordPage(token: "abc", name: "Ada Nilsen")),
            ("invitation", visitor.invitationPage(invitation)),
            ("invitation-signed-in", site.invitationPage(invitation)),
            ("account", site.accountPage(account)),
            (
                "account-error",
                site.accountPage(account, Answers(problems: ["current": "Current password: that is not it."]))
            ),
            ("token", site.tokenMadePage(name: "Nightly \(typed)", secret: "ent_3k5…", expires: moment)),
            (
                "notifications",
                site.notificationsPage([
                    Notification(
                        moment: moment, alliance: "Baltic Corridor", text: "Jan asks about \(typed)",
                        link: .alliance("corridor", .record(RecordAddress(Objective.register, "waits"))), isRead: false)
                ])
            ),
            ("notifications-empty", site.notificationsPage([])), ("home", site.homePage(home)),
            ("home-empty", site.homePage(HomeContent(alliances: []))),
            ("new", site.newAlliancePage(starts, key: "key")),
            ("error-404", site.errorPage(status: 404)),
            ("error-500", visitor.errorPage(status: 500, reference: "r-81")),
            ("methods", site.methodsPage()), ("help", site.helpPage()),
        ]
    }

    /// The pages of the alliance.
    var ofAlliance: [(name: String, page: HTML)] {
        let alliance = alliance
        var pages: [(name: String, page: HTML)] = [
            ("overview", alliance.overviewPage(recent: history)), ("findings", alliance.findingsPage()),
            ("history", alliance.historyPage(history, older: 12)), ("history-empty", alliance.historyPage([])),
            ("search", alliance.searchPage("lorry")), ("search-nothing", alliance.searchPage(typed)),
            ("people", alliance.peoplePage(invitations: [invitation])), ("invite", alliance.invitePage()),
            (
                "invite-error",
                alliance.invitePage(
                    Answers(["name": typed], problems: ["party": "Party: choose one, or name a new one."]))
            ),
            ("invited", alliance.invitedPage(invitation, address: "https://entente.example/invitations/t0k")),
            ("exchange", alliance.exchangePage()), ("alignment", alliance.alignmentPage()),
            (
                "ledger",
                alliance.ledgerPage(
                    LedgerContent(
                        size: 41, root: String(repeating: "a1b2", count: 16), checkpoint: "entente/corridor\n41\nroot=",
                        entries: [
                            LedgerContent.Entry(
                                number: 41, moment: moment, author: "Jan Kowalski", kind: "Objectives"),
                            LedgerContent.Entry(
                                number: 40, moment: moment, author: nil, kind: typed),
                        ]))
            ),
        ]
        pages += StepName.allCases.flatMap { step in
            [
                ("step-\(step.rawValue)", alliance.sitePage(of: step)),
                ("sign-off-\(step.rawValue)", alliance.signOffPage(step)),
            ]
        }
        pages += Alliance.registers.flatMap { register -> [(name: String, page: HTML)] in
            let name = "\(register.name.step.rawValue)-\(register.name.name)"
            var pages = [
                ("register-\(name)", alliance.registerPage(register)),
                ("import-\(name)", alliance.importRegisterPage(register)),
                ("add-\(name)", alliance.recordFormPage(RecordForm(adding: register, isPrivate: false))),
            ]
            for record in view.records(of: register).prefix(3) {
                let form = RecordForm(editing: record, of: register)
                let refusal = Refusal(
                    "\(register.name)[\(record.id)].\(register.fields[0].key)", "\(typed) does not fit", "Give a text.")
                pages += [
                    ("record-\(name)-\(record.id)", alliance.recordPage(record, history: history, remarks: remarks)),
                    ("edit-\(name)-\(record.id)", alliance.recordFormPage(form)),
                    (
                        "edit-error-\(name)-\(record.id)",
                        alliance.recordFormPage(form.refused([(register.fields[0].key, typed)], refusal))
                    ),
                    ("remove-\(name)-\(record.id)", alliance.removePage(record)),
                ]
            }
            return pages
        }
        for step in StepName.allCases {
            for verb in step.verbs {
                guard let form = VerbForm(step, verb.name) else { continue }
                let record = form.subject.flatMap { Alliance.register($0) }.flatMap { view.records(of: $0).first?.id }
                guard let form = VerbForm(step, verb.name, record: record) else { continue }
                pages.append(("do-\(step.rawValue)-\(verb.name)", alliance.verbPage(form)))
                pages.append(
                    (
                        "do-error-\(step.rawValue)-\(verb.name)",
                        alliance.verbPage(
                            form.refused([(form.fields[0].key, record ?? "")], Refusal("author", typed, "Ask.")))
                    ))
            }
        }
        for (step, verb) in [
            (StepName.vision, "accept"), (.vision, "endorse"), (.culture, "agree"), (.culture, "endorse"),
        ] {
            guard let form = VerbForm(step, verb) else { continue }
            pages += [
                ("consent-\(step.rawValue)-\(verb)", alliance.consentPage(form)),
                (
                    "consent-error-\(step.rawValue)-\(verb)",
                    alliance.consentPage(form.refused([], Refusal("", typed, "Ask.")))
                ),
            ]
        }
        for key in context.gates.flatMap({ $0.checks.map(\.key) }) {
            guard let form = CriterionForm(key, in: context) else { continue }
            let pairs = form.rows.flatMap { row in row.fields.map { (row.name(of: $0.key), typed) } }
            let refusal = Refusal(
                form.rows.map { row in
                    Problem(
                        "\(form.register.name)[\(row.record.id)].\(row.fields[0].key)", "\(typed) does not fit", "Ask.")
                })
            pages += [
                ("criterion-\(key)", alliance.criterionPage(form)),
                ("criterion-error-\(key)", alliance.criterionPage(form.refused(pairs, refusal))),
            ]
        }
        if let objective = view.vision.objectives.first(where: { _ in true }) {
            pages.append(("rate", alliance.ratePage(objective)))
        }
        if let round = view.culture.rounds.first(where: { _ in true }) {
            pages += [
                ("survey", alliance.surveyPage(round, token: "abcdefghijklmnopqrstuvwx")),
                ("survey-done", alliance.surveyPage(round, token: nil)),
            ]
        }
        if let register = Alliance.register(Objective.register), let record = view.records(of: register).first {
            let mine: [(name: String, value: String)] = [
                ("title", typed), ("why", "Mine"), ("_seen.title", "old"), ("_seen.why", "old"),
            ]
            if case .conflict(let conflict) = RecordForm(editing: record, of: register).outcome(
                of: mine, party: reader.party, view: view)
            {
                pages.append(("conflict", alliance.conflictPage(conflict)))
            }
            let differences = view.differences(since: Alliance().view(for: .everyone))
            pages += [
                (
                    "preview",
                    alliance.importPreviewPage(
                        ImportPreview(upload: "u1", fileName: "objectives.csv", differences: differences, problems: []),
                        register: register)
                ),
                (
                    "preview-problems",
                    alliance.importPreviewPage(
                        ImportPreview(
                            upload: "", fileName: typed, differences: [],
                            problems: [
                                ImportPreview.Line(line: 4, words: "target: \(typed) is not a number. Give a number.")
                            ]))
                ),
                (
                    "preview-nothing",
                    alliance.importPreviewPage(
                        ImportPreview(upload: "u1", fileName: "objectives.csv", differences: [], problems: []),
                        register: register)
                ),
            ]
        }
        return pages
    }

    var all: [(name: String, page: HTML)] { ofSite + ofAlliance }
}

extension SamplePages {
    /// As a lead of the first party that has people, or as an onlooker.
    init(_ alliance: Alliance) {
        let everyone = alliance.view(for: .everyone)
        let lead = everyone.charter.people.first { $0.role == .lead }
        let party = lead?.party ?? everyone.charter.parties.first { _ in true }?.id
        view = alliance.view(for: party.map(Viewer.party) ?? .everyone)
        reader = AllianceReader(person: lead?.id, party: party, role: .lead)
    }
}
