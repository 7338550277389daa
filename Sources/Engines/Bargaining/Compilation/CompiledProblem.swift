/// A problem ready to be solved: checked, grouped into components and scaled to integers.
///
/// It never changes, and is a class so that an analysis of microseconds does not copy all its parts.
final class CompiledProblem: Sendable {
    /// The tables in the narrowest integers that hold every sum exactly.
    enum Tables: Sendable {
        case narrow(AdditiveTables<Int64>)
        case wide(AdditiveTables<Int128>)
    }

    let problem: BargainingProblem
    let components: [Component]
    let tables: Tables
    /// Decimal places that utilities were rounded to, nil where they are exact.
    let roundedPlaces: Int?
    /// The number of packages, rules applied.
    let outcomes: Natural

    /// - Throws: `BargainingError` where the problem is malformed, has continuous issues or rectangles (which have engines
    ///   of their own), or interacting groups too large to list.
    init(_ problem: BargainingProblem) throws(BargainingError) {
        let components = try problem.components()
        var rows: [PartyRows] = []
        for party in problem.parties { rows.append(try PartyRows(party, problem, components)) }
        self.problem = problem
        self.components = components
        outcomes = components.reduce(.one) {
            $0 * Natural($1.combinations?.count ?? problem.issues[$1.issues[0]].optionCount ?? 1)
        }
        roundedPlaces = rows.contains { $0.rounded } ? PartyRows.roundingPlaces : nil
        if let narrow = AdditiveTables<Int64>(rows, components, problem) {
            tables = .narrow(narrow)
        } else if let wide = AdditiveTables<Int128>(rows, components, problem) {
            tables = .wide(wide)
        } else {
            throw BargainingError(
                .tooLarge, at: "parties", "the utilities need more than 128 bits",
                remedy: "Write utilities with fewer decimals.")
        }
    }

    /// The package of one option a component.
    func package(_ options: [Int]) -> Package {
        var choices = [Package.Choice](repeating: .option(0), count: problem.issues.count)
        for (component, option) in zip(components, options) {
            for (member, issue) in component.issues.enumerated() {
                choices[issue] = .option(component.option(option, of: member))
            }
        }
        return Package(choices)
    }
}

extension AdditiveTables {
    /// Nil where a sum might not fit a quarter of the scalar's range.
    convenience init?(_ rows: [PartyRows], _ components: [Component], _ problem: BargainingProblem) {
        let limit = Int128(Scalar.max / 4)
        let counts = components.map { $0.combinations?.count ?? problem.issues[$0.issues[0]].optionCount ?? 1 }
        var base: [Scalar] = []
        var scale: [Scalar] = []
        var ceiling: [Scalar?] = []
        var reservation: [Scalar?] = []
        for row in rows {
            guard row.reach <= limit, row.scale <= limit, row.base.magnitude <= UInt128(limit) else { return nil }
            if let top = row.ceiling {
                guard top.magnitude <= UInt128(limit) else { return nil }
                ceiling.append(Scalar(top))
            } else {
                ceiling.append(nil)
            }
            if let alternative = row.reservation {
                guard alternative.magnitude <= UInt128(limit) else { return nil }
                reservation.append(Scalar(alternative))
            } else {
                reservation.append(nil)
            }
            base.append(Scalar(row.base))
            scale.append(Scalar(row.scale))
        }
        var offsets: [Int] = []
        var total = 0
        for count in counts {
            offsets.append(total)
            total += count
        }
        var values = [Scalar](repeating: 0, count: total * rows.count)
        for (party, row) in rows.enumerated() {
            for option in 0..<total { values[option * rows.count + party] = Scalar(row.entries[option]) }
        }
        self.init(
            partyCount: rows.count, optionCounts: counts, offsets: offsets, values: values, base: base, scale: scale,
            ceiling: ceiling, reservation: reservation)
    }
}
