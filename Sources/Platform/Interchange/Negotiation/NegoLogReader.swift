import Bargaining

/// Reads the profiles of a NegoLog domain folder: `reservationValue`, `issueWeights`, and each option's utility by issue.
enum NegoLogReader {
    static func read(_ profiles: [JSONPlace], _ names: [String]) throws(InterchangeError) -> BargainingProblem {
        guard profiles.count >= 2, let first = profiles.first else {
            throw InterchangeError(
                file: profiles.first?.file ?? "-", "there is one profile",
                remedy: "Name the folder, or the profiles of at least two parties.")
        }
        var issues: [Issue] = []
        for (id, options) in try parts(first).issues.entries() {
            issues.append(Issue(id: id, options: try options.entries().map(\.key)))
        }
        var parties: [Party] = []
        for (profile, name) in zip(profiles, names) {
            let (weights, values, reservation) = try parts(profile)
            let weightOf = try weights.fields(required: issues.map(\.id))
            let valuesOf = try values.fields(required: issues.map(\.id))
            var rows: [Preferences.IssueValues] = []
            for issue in issues {
                guard case .options(let ids) = issue.kind, let place = valuesOf[issue.id],
                    let holder = weightOf[issue.id]
                else { continue }
                rows.append(.options(try weighted(place, ids, holder)))
            }
            parties.append(
                Party(id: name, reservation: try reservation.number(), preferences: Preferences(values: rows)))
        }
        return BargainingProblem(issues: issues, parties: parties)
    }

    private static func parts(
        _ profile: JSONPlace
    ) throws(InterchangeError) -> (weights: JSONPlace, issues: JSONPlace, reservation: JSONPlace) {
        let fields = try profile.fields(required: ["reservationValue", "issueWeights", "issues"])
        return (
            fields["issueWeights"] ?? profile, fields["issues"] ?? profile, fields["reservationValue"] ?? profile
        )
    }

    /// The weighted utility of each option.
    static func weighted(
        _ place: JSONPlace, _ options: [String], _ weightPlace: JSONPlace
    ) throws(InterchangeError) -> [Fraction] {
        let weight = try weightPlace.number()
        guard weight >= .zero else {
            throw weightPlace.error("the weight \(weight) is negative", remedy: "Write a weight of 0 or more.")
        }
        let fields = try place.fields(required: options)
        var result: [Fraction] = []
        for option in options {
            let holder = fields[option] ?? place
            do {
                result.append(try holder.number().multiplied(by: weight))
            } catch let error as InterchangeError {
                throw error
            } catch {
                throw holder.error("the product with its weight needs more than 128 bits", remedy: "Use fewer digits.")
            }
        }
        return result
    }
}
