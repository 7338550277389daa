/// Who looks at an alliance.
public enum Viewer: Hashable, Sendable {
    /// Somebody who may see what all parties may see.
    case everyone
    /// Somebody of a party, who sees in addition what belongs to that party.
    case party(RecordID<Party>)

    public var party: RecordID<Party>? {
        if case .party(let party) = self { party } else { nil }
    }

    /// The audience as which this viewer understands ids.
    public var audience: Audience { party.map(Audience.party) ?? .everyone }
}

/// An alliance as one viewer may see it: the only way out of it. What the viewer may not see is absent, not blanked.
///
/// Steps and their registers are reached as those of the alliance: `view.vision.objectives`.
@dynamicMemberLookup
public struct View: Sendable {
    public let viewer: Viewer
    let visible: Alliance

    init(_ alliance: Alliance, for viewer: Viewer) {
        self.viewer = viewer
        var visible = alliance
        visible.removals = []
        for register in Alliance.registers { register.keep(&visible, viewer) }
        self.visible = visible
    }

    public subscript<T>(dynamicMember path: KeyPath<Alliance, T>) -> T { visible[keyPath: path] }

    /// What everyone may see of what this viewer sees.
    public var shared: View { viewer == .everyone ? self : View(visible, for: .everyone) }

    /// The visible records of a register, with their fields as values: for files, tables and search.
    public func records(of register: RegisterDescription) -> [UntypedRecord] { register.records(visible) }

    /// How many records of a register are visible.
    ///
    /// - Complexity: O(parties), however many there are.
    public func count(of register: RegisterDescription) -> Int { register.count(visible) }

    /// The visible records whose owner is this person.
    ///
    /// - Complexity: O(records).
    public func records(ownedBy person: RecordID<Person>) -> Set<RecordKey> {
        var keys: Set<RecordKey> = []
        for register in Alliance.registers {
            for id in register.owned(visible, person) { keys.insert(RecordKey(register.name, id)) }
        }
        return keys
    }

    /// The record of exactly this audience; nil where there is none, or the viewer may not see it.
    ///
    /// - Complexity: O(fields).
    public func record(_ key: RecordKey, of audience: Audience) -> UntypedRecord? {
        Alliance.register(key.register)?.record(visible, key.id, audience)
    }

    /// The title of a record as this viewer knows it; nil where there is none.
    public func title(of id: String, in register: RegisterName) -> String? {
        Alliance.register(register)?.titleOf(visible, id, viewer.audience)
    }
}
