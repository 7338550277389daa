/// One party's utilities as integers: entries of every option of every component times a common scale.
struct PartyRows {
    /// Scaled units to a utility of 1: the least common multiple of all denominators, the ceiling's included.
    var scale: Int128
    var base: Int128
    /// Entries of the components one after the other, the lowest of each component being 0.
    var entries: [Int128]
    var ceiling: Int128?
    var reservation: Int128?
    /// The greatest magnitude of any partial sum.
    var reach: Int128
    var rounded: Bool

    /// Where no common denominator fits, utilities are rounded once to this many decimals.
    static let roundingPlaces = 18

    init(_ party: Party, _ problem: BargainingProblem, _ components: [Component]) throws(BargainingError) {
        do {
            try self.init(exact: party, problem, components, rounding: false)
        } catch {
            do {
                try self.init(exact: party, problem, components, rounding: true)
            } catch {
                throw BargainingError(
                    .tooLarge, at: "parties", "the utilities need more than 128 bits",
                    remedy: "Write utilities with fewer decimals.")
            }
        }
    }

    private init(
        exact party: Party, _ problem: BargainingProblem, _ components: [Component], rounding: Bool
    ) throws(Fraction.Overflow) {
        let preferences = party.preferences
        let groups = try Self.entries(preferences, problem, components)
        var scale: Int128 = 1
        let all = groups.joined()
        if rounding {
            for _ in 0..<Self.roundingPlaces { scale *= 10 }
        } else {
            for value in all { scale = try Self.leastCommonMultiple(scale, value.denominator) }
            scale = try Self.leastCommonMultiple(scale, preferences.constant.denominator)
            if let top = preferences.ceiling { scale = try Self.leastCommonMultiple(scale, top.denominator) }
            if let alternative = party.reservation {
                scale = try Self.leastCommonMultiple(scale, alternative.denominator)
            }
        }
        func scaled(_ value: Fraction) throws(Fraction.Overflow) -> Int128 {
            guard rounding else { return try checkedProduct(value.numerator, scale / value.denominator) }
            let (high, low) = value.numerator.multipliedFullWidth(by: scale)
            guard high == (low >> 127 == 0 ? 0 : -1) else { throw Fraction.Overflow() }
            let product = Int128(truncatingIfNeeded: low)
            let (quotient, remainder) = product.quotientAndRemainder(dividingBy: value.denominator)
            return remainder.magnitude * 2 >= value.denominator.magnitude ? quotient + remainder.signum() : quotient
        }
        var base = try scaled(preferences.constant)
        var reach = Int128(base.magnitude)
        var entries: [Int128] = []
        entries.reserveCapacity(all.reduce(0) { count, _ in count + 1 })
        for group in groups {
            let start = entries.count
            for value in group { entries.append(try scaled(value)) }
            let low = entries[start...].min() ?? 0
            let high = entries[start...].max() ?? 0
            let (rise, riseOverflow) = high.subtractingReportingOverflow(low)
            guard !riseOverflow else { throw Fraction.Overflow() }
            for index in start..<entries.count { entries[index] -= low }
            let (sum, overflow) = base.addingReportingOverflow(low)
            let (spread, spreadOverflow) = reach.addingReportingOverflow(Int128(max(low.magnitude, high.magnitude)))
            let (wider, widerOverflow) = spread.addingReportingOverflow(rise)
            guard !overflow, !spreadOverflow, !widerOverflow else { throw Fraction.Overflow() }
            base = sum
            reach = wider
        }
        self.scale = scale
        self.base = base
        self.entries = entries
        self.reach = reach
        self.ceiling = try preferences.ceiling.map { value throws(Fraction.Overflow) in try scaled(value) }
        self.reservation = try party.reservation.map { value throws(Fraction.Overflow) in try scaled(value) }
        self.rounded = rounding
    }

    /// The exact entries of each component: issue values, tables and rectangles that lie within it.
    private static func entries(
        _ preferences: Preferences, _ problem: BargainingProblem, _ components: [Component]
    ) throws(Fraction.Overflow) -> [[Fraction]] {
        var result: [[Fraction]] = []
        for component in components {
            guard let combinations = component.combinations else {
                let issue = component.issues[0]
                if case .options(let values) = preferences.values[issue] {
                    result.append(values)
                } else {
                    result.append([Fraction](repeating: .zero, count: problem.issues[issue].optionCount ?? 1))
                }
                continue
            }
            let position = Dictionary(uniqueKeysWithValues: component.issues.enumerated().map { ($1, $0) })
            let tables = preferences.tables.filter { position[$0.issues[0]] != nil }
            var values: [Fraction] = []
            values.reserveCapacity(combinations.count)
            for combination in combinations {
                var sum = Fraction.zero
                for (member, issue) in component.issues.enumerated() {
                    if case .options(let own) = preferences.values[issue] {
                        sum = try sum.adding(own[Int(combination[member])])
                    }
                }
                for table in tables {
                    let row = table.issues.reduce(0) { index, issue in
                        index * (problem.issues[issue].optionCount ?? 1) + Int(combination[position[issue] ?? 0])
                    }
                    sum = try sum.adding(table.utilities[row])
                }
                values.append(sum)
            }
            result.append(values)
        }
        return result
    }

    private static func leastCommonMultiple(_ first: Int128, _ second: Int128) throws(Fraction.Overflow) -> Int128 {
        guard first % second != 0 else { return first }
        let divisor = Int128(greatestCommonDivisor(first.magnitude, second.magnitude))
        return try checkedProduct(first, second / divisor)
    }
}
