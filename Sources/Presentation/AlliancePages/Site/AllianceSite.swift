public import AllianceModel
public import Markup

/// One alliance on the site, as one reader may see it: the page functions of alliances are its methods.
public struct AllianceSite: Sendable {
    public let site: Site
    /// The name of the alliance in addresses.
    public let alliance: String
    /// What the reader may see; made with ``PageContext/onSite(_:on:alliance:)``, it may be kept for as long as view and day last.
    public let context: PageContext
    public let reader: AllianceReader
    public let submission: Submission
    /// How many changes by others arrived since the reader last looked.
    public let newCount: Int

    public init(
        site: Site, alliance: String, context: PageContext, reader: AllianceReader, submission: Submission,
        newCount: Int = 0
    ) {
        self.site = site
        self.alliance = alliance
        self.context = context
        self.reader = reader
        self.submission = submission
        self.newCount = newCount
    }

    public var view: View { context.view }
    public var day: Day { context.day }

    /// An address within this alliance.
    public func link(_ link: AllianceLink) -> WebLink { SiteLink.alliance(alliance, link).webLink }

    /// Whether the reader's role allows a change; what it does not allow is not offered.
    public func may(_ change: Change) -> Bool { reader.may(change) }
}

/// Who reads in an alliance: as whom, and with which role.
public struct AllianceReader: Sendable, Hashable {
    public let person: RecordID<Person>?
    public let party: RecordID<AllianceModel.Party>?
    public let role: Person.Role
    /// The survey rounds that the reader has answered: known to the reader's own pages alone.
    public let answeredRounds: Set<RecordID<SurveyRound>>

    public init(
        person: RecordID<Person>? = nil, party: RecordID<AllianceModel.Party>? = nil, role: Person.Role = .observer,
        answeredRounds: Set<RecordID<SurveyRound>> = []
    ) {
        self.person = person
        self.party = party
        self.role = role
        self.answeredRounds = answeredRounds
    }

    /// Whether the role allows a change. Readers without a party change nothing.
    public func may(_ change: Change) -> Bool {
        guard party != nil else { return false }
        return Permissions.rights(of: role).contains(Permissions.needed(for: change))
    }

    /// Whether the role allows editing the records of a register that an audience sees.
    public func mayEdit(_ register: RegisterDescription, for audience: Audience) -> Bool {
        register.privacy.allows(audience) && !Permissions.writtenByVerbs.contains(register.name) && audience != .sealed
            && may(.edit(Edit(register.name, "", for: audience, .remove)))
    }
}

extension PageContext {
    /// The context of an alliance on the site: records link to their pages.
    public static func onSite(_ view: View, on day: Day, alliance: String) -> PageContext {
        PageContext(view, on: day) { key in
            SiteLink.alliance(alliance, .record(RecordAddress(key.register, key.id))).webLink
        }
    }
}
