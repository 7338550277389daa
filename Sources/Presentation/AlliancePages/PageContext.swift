public import AllianceModel
public import Markup

/// What every page is made from: what the reader may see, the day, and where records are shown.
public struct PageContext: Sendable {
    public let view: View
    public let day: Day
    /// What is missing or wrong, as far as the reader may know.
    public let findings: [AllianceModel.Finding]
    /// How far each step is.
    public let gates: [Gate]
    /// The parties with the marks that they keep in every picture.
    public let parties: [Markup.Party]
    /// Where a record is shown; nil where it is not shown by itself.
    public let link: @Sendable (RecordKey) -> WebLink?
    /// The sources that the document lists at its end, by whose numbers it cites them; nil where it has no such list.
    var sources: EvidenceSources?
    /// The records that findings point to.
    let cited: Set<RecordKey>
    private let places: [RecordID<AllianceModel.Party>: Int]

    /// - Parameter link: left out, records are shown in the same document, under the anchor of their register and id.
    public init(
        _ view: View, on day: Day,
        link: @escaping @Sendable (RecordKey) -> WebLink? = { WebLink.anchor(PageContext.anchor($0)) }
    ) {
        self.view = view
        self.day = day
        self.link = link
        findings = view.findings(on: day)
        cited = Set(findings.flatMap { $0.records.map { RecordKey($0.register, $0.id) } })
        gates = view.gates(on: day, knowing: findings)
        let names = view.charter.parties.map(\.title)
        parties = Markup.Party.named(names)
        places = Dictionary(uniqueKeysWithValues: view.charter.parties.enumerated().map { ($1.id, $0) })
    }

    /// Where a party stands among all, from 0; nil where there is no such party.
    public func place(of party: RecordID<AllianceModel.Party>) -> Int? { places[party] }

    public func party(_ id: RecordID<AllianceModel.Party>) -> Markup.Party? { places[id].map { parties[$0] } }

    /// The members with their marks, in the order of the charter.
    var members: [(id: RecordID<AllianceModel.Party>, party: Markup.Party)] {
        view.charter.members.compactMap { member in party(member.id).map { (member.id, $0) } }
    }

    /// What the alliance is called.
    public var name: String { view.charter.profile.first { _ in true }?.title ?? "Alliance without a name" }

    /// The anchor of a record in a document that shows all.
    public static func anchor(_ key: RecordKey) -> String {
        "\(key.register.step.rawValue)-\(key.register.name)-\(key.id)"
    }

    /// The title of a record as a link to where it is shown.
    func linked(_ reference: RecordReference) -> HTML {
        Markup.linked(name(of: reference), link(RecordKey(reference.register, reference.id)))
    }

    /// What people call a record: its title, or where that is made of ids, what it relates.
    func name(of reference: RecordReference) -> String {
        guard let register = Alliance.register(reference.register), case .text? = register.fields.first?.kind else {
            return Alliance.register(reference.register)?.noun ?? reference.title
        }
        return reference.title
    }
}
