public import AllianceModel

/// Reads the card on which a party rates an objective.
public enum RatingReading {
    /// The edit that adds the stance of the party, or sets it where there is one; nil where nothing was altered.
    public static func edit(
        of pairs: [(name: String, value: String)], objective: RecordID<Objective>,
        party: RecordID<AllianceModel.Party>, view: View
    ) -> Edit? {
        guard let register = Alliance.register(Stance.register) else { return nil }
        var answered: Value.Members = ["objective": .text(objective.text)]
        for (name, value) in FormReading(pairs, fields: register.fields).members
        where ["position", "weight", "reason"].contains(name) {
            answered[name] = value
        }
        let stances = view.vision.stances.of(party)
        guard let stance = stances.first(where: { $0.objective == objective }) else {
            let taken = Set(stances.map(\.id.text))
            var id = objective.text
            var number = 2
            while taken.contains(id) {
                id = "\(objective.text)-\(number)"
                number += 1
            }
            var given = Value.Members()
            for (name, value) in answered where value != .none { given.append(name, value) }
            return Edit(Stance.register, id, for: .party(party), .add(given))
        }
        var altered = Value.Members()
        for (name, value) in answered
        where FormWriting.typed(value) != FormWriting.typed(stance.members[name] ?? .none) {
            altered.append(name, value)
        }
        return altered.isEmpty ? nil : Edit(Stance.register, stance.id.text, for: .party(party), .set(altered))
    }
}
