import AllianceModel
import Testing

@testable import AlliancePages

@Suite struct RouteTests {
    static let record = RecordAddress(Objective.register, "o1")
    static let ofAlliance: [AllianceLink] = [
        .overview, .seen, .step(.vision), .findings, .history(before: 3), .undo(entry: 7), .ledger, .ledgerExport,
        .search("a b"), .index,
        .events, .report, .people, .invite, .withdrawInvitation("i1"), .leave, .exchange, .exportAlliance(.yaml),
        .importAlliance, .applyAlliance,
        .register(Objective.register), .exportRegister(Objective.register, .csv), .importRegister(Objective.register),
        .applyRegister(Objective.register), .add(Objective.register, isPrivate: true), .record(record),
        .edit(record, field: "title"),
        .remove(record), .move(record), .remark(record), .verb(.vision, "accept", record: "o1"), .signOff(.plan),
        .withdrawSignOff(.plan), .criterion("vision.measures"),
        .rate, .rateOne("o1"), .alignment, .survey(round: "r1"), .terms(.negotiation), .terms(.preferences),
        .terms(.packageQuestion), .terms(.packageEditor(from: "o1")), .terms(.appraisal), .terms(.offer("o1")),
        .terms(.neutral), .terms(.closing("c1")), .terms(.instrument("i1", since: "v1")),
        .terms(.instrumentFile("i1", .markdown)), .terms(.act("i1", "sign")), .terms(.obligations),
        .terms(.returnedText("i1")), .terms(.applyReturnedText("i1")),
        .terms(.clauseLibrary(instrument: "i1", context: "gaming")), .terms(.weights),
    ]
    static let all: [SiteLink] =
        [
            .home, .signIn(next: "/a/x"), .signInLink(token: "t"), .signOut, .firstPerson, .setPassword(token: "t"),
            .invitation(token: "t"),
            .account, .accountName, .accountPassword, .theme, .endSession("s"), .endOtherSessions, .addToken,
            .endToken("t"), .notifications,
            .notificationsRead, .newAlliance, .newFromFile, .methods, .help, .asset("site.css"),
        ] + ofAlliance.map { .alliance("baltic", $0) }

    @Test func everyRouteHasALinkThatFollowsIt() throws {
        #expect(Set(Self.all.map(\.route)) == Set(SiteRoute.allCases))
        for link in Self.all {
            let path = link.path.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
            let parts = link.route.parts
            #expect(path.count == parts.count, "\(link.path)")
            for (part, value) in zip(parts, path) where !part.contains("{") { #expect(part == value, "\(link.path)") }
            #expect(!link.path.contains("{"), "\(link.path)")
        }
        #expect(Set(SiteRoute.allCases.map(\.rawValue)).count == SiteRoute.allCases.count)
    }

    @Test func addressesSayWhatTheyLeadTo() {
        #expect(SiteLink.alliance("baltic", .record(Self.record)).path == "/a/baltic/record/vision/objectives/o1")
        #expect(
            SiteLink.alliance("baltic", .edit(Self.record, field: "title")).path
                == "/a/baltic/edit/vision/objectives/o1#field-title")
        #expect(SiteLink.alliance("b/../c", .search("a&b")).path == "/a/b%2F..%2Fc/search?q=a%26b")
        let own = RecordAddress(Stance.register, "s1", isPrivate: true)
        #expect(SiteLink.alliance("baltic", .record(own)).path == "/a/baltic/record/vision/stances/~s1")
        #expect(RecordAddress(step: "vision", register: "stances", record: "~s1") == own)
        #expect(RecordAddress(step: "vision", register: "nothing", record: "s1") == nil)
        #expect(RecordAddress(step: "nowhere", register: "stances", record: "s1") == nil)
    }
}
