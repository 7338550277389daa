import AllianceModel
import AlliancePages

extension Form {
    /// The form with the ids of the records of large registers whose titles were typed.
    func withIDs(of fields: [FieldDescription], _ visit: AllianceVisit) -> Form {
        var form = self
        var titles = TypedTitles(visit.view)
        form.pairs = titles.withIDs(pairs, fields: fields)
        return form
    }
}
