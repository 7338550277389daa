import Bargaining

/// Reads GeniusWeb profiles (LinearAdditiveUtilitySpace), each with its domain inside.
///
/// A value without an entry counts 0. The reservation is a bid, whose utility is the reservation value. Number issues
/// (range, numberutils) become the values low, low + step, … high, linear in between; see GeniusWeb's issuevalue and
/// profile modules.
enum GeniusWebReader {
    static func read(_ files: [JSONPlace], _ names: [String]) throws(InterchangeError) -> BargainingProblem {
        var issues: [Issue]?
        var parties: [Party] = []
        for (file, name) in zip(files, names) {
            let keys = try file.entries().map(\.key)
            if keys.contains("issuesValues") {
                guard issues == nil else { throw file.error("a second domain", remedy: "Name one domain file, first.") }
                issues = try domain(file)
                continue
            }
            let outer = try file.fields(required: ["LinearAdditiveUtilitySpace"])
            let space = outer["LinearAdditiveUtilitySpace"] ?? file
            let fields = try space.fields(
                required: ["issueUtilities", "issueWeights"], optional: ["name", "domain", "reservationBid"])
            let own = try fields["domain"].map { place throws(InterchangeError) in try domain(place) }
            guard let shared = issues ?? own else {
                throw space.error("the key \"domain\" is missing", remedy: "Add it, or name the domain file first.")
            }
            if let own, Set(own) != Set(shared) {
                throw (fields["domain"] ?? space).error(
                    "its domain differs from that of \(files[0].file)", remedy: "Name profiles of one domain.")
            }
            issues = shared
            let id = parties.contains { $0.id == name } ? "\(name)-\(parties.count + 1)" : name
            parties.append(try party(id, fields, space, shared))
        }
        guard parties.count >= 2 else {
            throw InterchangeError(
                file: files[0].file, "there \(parties.count == 1 ? "is one profile" : "are no profiles")",
                remedy: "Name the profiles of at least two parties.")
        }
        return BargainingProblem(issues: issues ?? [], parties: parties)
    }

    private static func domain(_ place: JSONPlace) throws(InterchangeError) -> [Issue] {
        let fields = try place.fields(required: ["issuesValues"], optional: ["name"])
        var issues: [Issue] = []
        for (id, value) in try (fields["issuesValues"] ?? place).entries() {
            let parts = try value.fields(required: [], optional: ["values", "range"])
            if let values = parts["values"] {
                var options: [String] = []
                var seen: Set<String> = []
                for element in try values.elements() {
                    let option = try element.text()
                    guard seen.insert(option).inserted else {
                        throw element.error("option \"\(option)\" appears twice", remedy: "List each option once.")
                    }
                    options.append(option)
                }
                issues.append(Issue(id: id, options: options))
            } else if let range = parts["range"] {
                issues.append(Issue(id: id, options: try steps(range)))
            } else {
                throw value.error("the key \"values\" is missing", remedy: "Give the values or the range of the issue.")
            }
        }
        return issues.sorted { $0.id < $1.id }
    }

    /// The values of `{"low", "high", "step"}` (also `min`, `max`, `delta`).
    private static func steps(_ range: JSONPlace) throws(InterchangeError) -> [String] {
        let parts = try range.fields(required: [], optional: ["low", "high", "step", "min", "max", "delta"])
        guard let lowPlace = parts["low"] ?? parts["min"], let highPlace = parts["high"] ?? parts["max"],
            let stepPlace = parts["step"] ?? parts["delta"]
        else { throw range.error("the range is incomplete", remedy: "Give low, high and step.") }
        let (low, high, step) = (try lowPlace.number(), try highPlace.number(), try stepPlace.number())
        guard step > .zero, low <= high else {
            throw range.error("the range is empty", remedy: "Give low ≤ high and a step above 0.")
        }
        var result: [String] = []
        var value = low
        while value <= high {
            result.append(value.description)
            guard result.count <= 100_000, let next = try? value.adding(step) else {
                throw range.error("the range has too many values", remedy: "Use a wider step.")
            }
            value = next
        }
        return result
    }

    private static func party(
        _ id: String, _ fields: [String: JSONPlace], _ space: JSONPlace, _ issues: [Issue]
    ) throws(InterchangeError) -> Party {
        let names = issues.map(\.id)
        let weights = try (fields["issueWeights"] ?? space).fields(required: names)
        let utilities = try (fields["issueUtilities"] ?? space).fields(required: names)
        var rows: [Preferences.IssueValues] = []
        for issue in issues {
            guard case .options(let options) = issue.kind, let place = utilities[issue.id],
                let weight = weights[issue.id]
            else { continue }
            rows.append(.options(try GeniusWebValues(place: place, options: options, weight: weight).read()))
        }
        let preferences = Preferences(values: rows)
        guard let bid = fields["reservationBid"], !bid.isNull else {
            return Party(id: id, reservation: .zero, preferences: preferences)
        }
        let holder = try bid.fields(required: ["issuevalues"])["issuevalues"] ?? bid
        var total = Fraction.zero
        for (key, value) in try holder.entries() {
            guard let issue = issues.firstIndex(where: { $0.id == key }) else {
                throw value.error("there is no issue \"\(key)\"", remedy: "Use an issue of the domain.")
            }
            let text = try value.name()
            guard let option = issues[issue].optionIndex(text), case .options(let own) = rows[issue],
                let sum = try? total.adding(own[option])
            else { throw value.error("\"\(text)\" is no value of \"\(key)\"", remedy: "Use a value of the domain.") }
            total = sum
        }
        return Party(id: id, reservation: total, preferences: preferences)
    }
}

/// The weighted utilities of one issue of a GeniusWeb profile.
struct GeniusWebValues {
    var place: JSONPlace
    var options: [String]
    var weight: JSONPlace

    func read() throws(InterchangeError) -> [Fraction] {
        let weight = try self.weight.number()
        guard weight >= .zero else {
            throw self.weight.error("the weight \(weight) is negative", remedy: "Write a weight of 0 or more.")
        }
        do {
            return try values().map { try $0.multiplied(by: weight) }
        } catch let error as InterchangeError {
            throw error
        } catch {
            throw place.error("its numbers need more than 128 bits", remedy: "Write them with fewer digits.")
        }
    }

    private func values() throws -> [Fraction] {
        let parts = try place.fields(
            required: [],
            optional: ["discreteutils", "numberutils", "DiscreteValueSetUtilities", "NumberValueSetUtilities"])
        if let discrete = parts["discreteutils"] ?? parts["DiscreteValueSetUtilities"] {
            let inner = try discrete.fields(required: ["valueUtilities"])["valueUtilities"] ?? discrete
            let known = try inner.fields(required: [], optional: options)
            return try options.map { try known[$0]?.number() ?? .zero }
        }
        guard let numbers = parts["numberutils"] ?? parts["NumberValueSetUtilities"] else {
            throw place.error("the key \"discreteutils\" is missing", remedy: "Give discreteutils or numberutils.")
        }
        let ends = try numbers.fields(required: ["lowValue", "lowUtility", "highValue", "highUtility"])
        func end(_ key: String) throws -> Fraction { try (ends[key] ?? numbers).number() }
        let (low, high) = (try end("lowValue"), try end("highValue"))
        let (lowUtility, highUtility) = (try end("lowUtility"), try end("highUtility"))
        guard low < high else {
            throw numbers.error(
                "\(low) is not below \(high)", remedy: "Give two different values, or one utility in discreteutils.")
        }
        let rise = try highUtility.subtracting(lowUtility).divided(by: try high.subtracting(low))
        return try options.map { option in
            guard let x = try? Fraction(parsing: option) else {
                throw numbers.error("option \"\(option)\" is no number", remedy: "Value it in discreteutils.")
            }
            return try lowUtility.adding(try rise.multiplied(by: try x.subtracting(low)))
        }
    }
}
