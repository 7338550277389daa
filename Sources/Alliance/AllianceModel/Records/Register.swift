/// The ordered records of one kind.
///
/// Records of different audiences stand on different shelves, each with ids and an order of its own. So whether an id is
/// free, and where a record stands, can never tell a party about records that it may not see, and leaving out what a
/// viewer may not see costs nothing.
public struct Register<R: Record>: Hashable, Sendable {
    private(set) var shared = Shelf<R>()
    private(set) var ofParty: [RecordID<Party>: Shelf<R>] = [:]
    private(set) var sealed = Shelf<R>()

    public init() {}

    /// Records that a reader may iterate: the shared ones, then those of single parties. Sealed ones are not among them.
    public var count: Int { shared.records.count + ofParty.values.reduce(0) { $0 + $1.records.count } }
    public var isEmpty: Bool { count == 0 }

    /// The parties that have records of their own here, sorted.
    var owners: [RecordID<Party>] { ofParty.keys.sorted() }

    /// The record with this id as somebody in `audience` understands the id: their own before the shared one.
    public func find(_ id: RecordID<R>, for audience: Audience = .everyone) -> Registered<R>? {
        switch audience {
        case .everyone: shared[id]
        case .party(let party): ofParty[party]?[id] ?? shared[id]
        case .sealed: sealed[id] ?? shared[id]
        }
    }

    /// The shared record with this id.
    public subscript(id: RecordID<R>) -> Registered<R>? { shared[id] }
    public subscript(id: RecordID<R>?) -> Registered<R>? { id.flatMap { shared[$0] } }

    /// The records of one party.
    public func of(_ party: RecordID<Party>) -> [Registered<R>] { ofParty[party]?.records ?? [] }

    /// All records, sealed ones too.
    var all: some Sequence<Registered<R>> { [Array(self), sealed.records].joined() }

    subscript(shelf audience: Audience) -> Shelf<R> {
        get {
            switch audience {
            case .everyone: shared
            case .party(let party): ofParty[party] ?? Shelf()
            case .sealed: sealed
            }
        }
        _modify {
            switch audience {
            case .everyone: yield &shared
            case .sealed: yield &sealed
            case .party(let party):
                yield &ofParty[party, default: Shelf()]
                if ofParty[party]?.records.isEmpty == true { ofParty[party] = nil }
            }
        }
    }

    /// Leaves out what `viewer` may not see.
    mutating func keep(for viewer: Viewer) {
        sealed = Shelf()
        guard !ofParty.isEmpty else { return }
        switch viewer {
        case .everyone: ofParty = [:]
        case .party(let party): ofParty = ofParty.filter { $0.key == party }
        }
    }
}

extension Register: Sequence {
    public func makeIterator() -> AnyIterator<Registered<R>> {
        if ofParty.isEmpty { return AnyIterator(shared.records.makeIterator()) }
        return AnyIterator(([shared.records] + owners.map { of($0) }).joined().makeIterator())
    }
}
