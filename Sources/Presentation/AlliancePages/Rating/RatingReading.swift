public import AllianceModel

/// Reads the card on which a party rates an objective.
public enum RatingReading {
    /// The edit that adds the stance of the party, or sets it where there is one; nil where nothing was altered.
    public static func edit(
        of pairs: [(name: String, value: String)], objective: RecordID<Objective>, party: RecordID<AllianceModel.Party>,
        view: View
    ) -> Edit? { nil }
}
