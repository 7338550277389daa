/// The ordered records of one kind.
///
/// Records of different audiences stand on different shelves, each with ids and an order of its own. So whether an id is
/// free, and where a record stands, can never tell a party about records that it may not see, and leaving out what a
/// viewer may not see costs nothing.
public struct Register<R: Record>: Hashable, Sendable {
    /// The shelves, shared by copies until one of them is changed: an alliance has so many registers that copying all
    /// their parts with it would cost more than most changes.
    private final class Shelves: @unchecked Sendable {
        var shared = Shelf<R>()
        var ofParty: [RecordID<Party>: Shelf<R>] = [:]
        var sealed = Shelf<R>()

        init() {}

        init(_ other: Shelves) { (shared, ofParty, sealed) = (other.shared, other.ofParty, other.sealed) }
    }

    private var shelves = Shelves()

    var shared: Shelf<R> { shelves.shared }
    var ofParty: [RecordID<Party>: Shelf<R>] { shelves.ofParty }
    var sealed: Shelf<R> { shelves.sealed }

    public init() {}

    /// Makes the shelves this register's own before they are changed.
    private mutating func detach() {
        if !isKnownUniquelyReferenced(&shelves) { shelves = Shelves(shelves) }
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.shelves === right.shelves
            || (left.shared == right.shared && left.ofParty == right.ofParty && left.sealed == right.sealed)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(shared)
        hasher.combine(ofParty)
        hasher.combine(sealed)
    }

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

    /// Whether somebody in `audience` knows a record by this id.
    func contains(_ id: RecordID<R>, for audience: Audience) -> Bool {
        switch audience {
        case .everyone: shared.contains(id)
        case .party(let party): ofParty[party]?.contains(id) == true || shared.contains(id)
        case .sealed: sealed.contains(id) || shared.contains(id)
        }
    }

    /// Up to 500 of the ids that somebody in `audience` knows, their own first.
    func someIDs(for audience: Audience) -> [String] {
        let own: Shelf<R> =
            switch audience {
            case .everyone: Shelf()
            case .party(let party): ofParty[party] ?? Shelf()
            case .sealed: sealed
            }
        return (own.records.prefix(500) + shared.records.prefix(500)).prefix(500).map(\.id.text)
    }

    /// The shared record with this id.
    public subscript(id: RecordID<R>) -> Registered<R>? { shared[id] }
    /// The shared record with this id; nil where none is named.
    public subscript(id: RecordID<R>?) -> Registered<R>? { id.flatMap { shared[$0] } }

    /// The records of one party.
    public func of(_ party: RecordID<Party>) -> [Registered<R>] { ofParty[party]?.records ?? [] }

    /// All records, sealed ones too.
    var all: some Sequence<Registered<R>> { [Array(self), sealed.records].joined() }

    subscript(shelf audience: Audience) -> Shelf<R> {
        _read {
            switch audience {
            case .everyone: yield shelves.shared
            case .party(let party): yield shelves.ofParty[party] ?? Shelf()
            case .sealed: yield shelves.sealed
            }
        }
        _modify {
            detach()
            switch audience {
            case .everyone: yield &shelves.shared
            case .sealed: yield &shelves.sealed
            case .party(let party):
                yield &shelves.ofParty[party, default: Shelf()]
                if shelves.ofParty[party]?.records.isEmpty == true { shelves.ofParty[party] = nil }
            }
        }
    }

    /// Leaves out what `viewer` may not see.
    mutating func keep(for viewer: Viewer) {
        guard !ofParty.isEmpty || !sealed.records.isEmpty else { return }
        detach()
        shelves.sealed = Shelf()
        switch viewer {
        case .everyone: shelves.ofParty = [:]
        case .party(let party): shelves.ofParty = ofParty.filter { $0.key == party }
        }
    }
}

extension Register: Sequence {
    public func makeIterator() -> AnyIterator<Registered<R>> {
        if ofParty.isEmpty { return AnyIterator(shared.records.makeIterator()) }
        return AnyIterator(([shared.records] + owners.map { of($0) }).joined().makeIterator())
    }
}
