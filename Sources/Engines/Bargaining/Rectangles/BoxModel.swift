/// A problem with hyper-rectangles as boxes with non-negative weights.
///
/// Issue values and tables become boxes of single options. A negative weight w on a box is written as w everywhere plus |w|
/// on the boxes that make up its complement, so that every outcome has the same utility and all weights are at least 0.
/// Axis-parallel boxes have Helly number 2: boxes that meet pairwise have a common outcome. So an outcome is a clique of
/// compatible boxes, and any clique has an outcome.
struct BoxModel: Sendable {
    /// A box with what it gives to each party; bounds by issue, both included.
    struct Box: Sendable {
        var low: [Int32]
        var high: [Int32]
        var weights: [Int64]

        func meets(_ other: Box) -> Bool {
            for issue in low.indices where low[issue] > other.high[issue] || other.low[issue] > high[issue] {
                return false
            }
            return true
        }
    }

    var optionCounts: [Int]
    var boxes: [Box]
    var constant: [Int64]
    var scale: [Int64]
    var ceiling: [Int64?]
    var reservation: [Int64?]

    var partyCount: Int { constant.count }

    /// Utilities of an outcome, uncut.
    func utilities(_ outcome: [Int32]) -> [Int64] {
        var sums = constant
        for box in boxes where outcome.indices.allSatisfy({ box.low[$0] <= outcome[$0] && outcome[$0] <= box.high[$0] })
        {
            for party in sums.indices { sums[party] += box.weights[party] }
        }
        return sums
    }

    /// Utilities with each party's ceiling applied.
    func cut(_ utilities: [Int64]) -> [Int64] {
        utilities.indices.map { party in ceiling[party].map { min($0, utilities[party]) } ?? utilities[party] }
    }
}

extension BoxModel {
    /// - Throws: where issues are continuous, rules apply, the scaled sums exceed 61 bits, or there are too many boxes.
    init(_ problem: BargainingProblem) throws(BargainingError) {
        guard problem.rules.isEmpty, !problem.hasContinuousIssues else {
            throw BargainingError(
                .unsupported, at: "rules", "rules or continuous issues cannot be combined with hyper-rectangles",
                remedy: "Express the rule as an interaction, or drop the rectangles.")
        }
        optionCounts = problem.issues.map { $0.optionCount ?? 1 }
        boxes = []
        constant = []
        scale = []
        ceiling = []
        reservation = []
        var merged: [[Int32]: Int] = [:]
        for (party, member) in problem.parties.enumerated() {
            do {
                try add(member, party, problem.parties.count, &merged)
            } catch {
                throw BargainingError(
                    .tooLarge, at: "parties[\(party)]", "its utilities need more than 61 bits",
                    remedy: "Write them with fewer decimals.")
            }
        }
        boxes.removeAll { $0.weights.allSatisfy { $0 == 0 } }
        guard boxes.count <= Self.mostBoxes else {
            throw BargainingError(
                .tooLarge, at: "parties",
                "their preferences fall into \(boxes.count) boxes, more than \(Self.mostBoxes)",
                remedy: "Leave out the smallest interactions, or the rectangles.")
        }
    }

    /// The most boxes: which of them meet is held for each pair.
    private static let mostBoxes = 20_000

    private mutating func add(
        _ party: Party, _ index: Int, _ parties: Int, _ merged: inout [[Int32]: Int]
    ) throws(Fraction.Overflow) {
        var pieces = pieces(party.preferences)
        var denominator: Int128 = 1
        let extra = [party.preferences.constant, party.preferences.ceiling, party.reservation].compactMap { $0 }
        for value in pieces.map(\.utility) + extra {
            let divisor = Int128(greatestCommonDivisor(denominator.magnitude, value.denominator.magnitude))
            denominator = try checkedProduct(denominator, value.denominator / divisor)
        }
        func scaled(_ value: Fraction) throws(Fraction.Overflow) -> Int64 {
            let product = try checkedProduct(value.numerator, denominator / value.denominator)
            guard product.magnitude < 1 << 61, let small = Int64(exactly: product) else { throw Fraction.Overflow() }
            return small
        }
        guard denominator < 1 << 61 else { throw Fraction.Overflow() }
        var base = try scaled(party.preferences.constant)
        var reach = base.magnitude
        // Complements of negative boxes come in place of them.
        for piece in pieces where piece.utility < .zero {
            base += try scaled(piece.utility)
            reach += UInt64(base.magnitude)
            guard reach < 1 << 61 else { throw Fraction.Overflow() }
        }
        pieces = pieces.flatMap { $0.utility < .zero ? complement($0) : [$0] }
        for piece in pieces {
            let weight = try scaled(piece.utility)
            reach += UInt64(weight)
            guard reach < 1 << 61 else { throw Fraction.Overflow() }
            let key = piece.low + piece.high
            let position = merged[key] ?? boxes.count
            if position == boxes.count {
                merged[key] = position
                boxes.append(
                    Box(low: piece.low, high: piece.high, weights: [Int64](repeating: 0, count: parties)))
            }
            boxes[position].weights[index] += weight
        }
        constant.append(base)
        scale.append(Int64(denominator))
        ceiling.append(try party.preferences.ceiling.map { value throws(Fraction.Overflow) in try scaled(value) })
        reservation.append(try party.reservation.map { value throws(Fraction.Overflow) in try scaled(value) })
    }

    private struct Piece {
        var low: [Int32]
        var high: [Int32]
        var utility: Fraction
    }

    private func pieces(_ preferences: Preferences) -> [Piece] {
        let low = [Int32](repeating: 0, count: optionCounts.count)
        let high = optionCounts.map { Int32($0 - 1) }
        var result: [Piece] = []
        func single(_ choices: [(issue: Int, option: Int)], _ utility: Fraction) {
            guard utility != .zero else { return }
            var piece = Piece(low: low, high: high, utility: utility)
            for choice in choices {
                piece.low[choice.issue] = Int32(choice.option)
                piece.high[choice.issue] = Int32(choice.option)
            }
            result.append(piece)
        }
        for (issue, values) in preferences.values.enumerated() {
            guard case .options(let utilities) = values else { continue }
            for (option, utility) in utilities.enumerated() { single([(issue, option)], utility) }
        }
        for table in preferences.tables {
            for (row, utility) in table.utilities.enumerated() {
                var rest = row
                var choices: [(issue: Int, option: Int)] = []
                for issue in table.issues.reversed() {
                    choices.append((issue, rest % optionCounts[issue]))
                    rest /= optionCounts[issue]
                }
                single(choices, utility)
            }
        }
        for rectangle in preferences.rectangles {
            var piece = Piece(low: low, high: high, utility: rectangle.utility)
            for bound in rectangle.bounds {
                piece.low[bound.issue] = max(piece.low[bound.issue], Int32(bound.range.lowerBound))
                piece.high[bound.issue] = min(piece.high[bound.issue], Int32(bound.range.upperBound))
            }
            if zip(piece.low, piece.high).allSatisfy({ $0 <= $1 }) { result.append(piece) }
        }
        return result
    }

    /// Disjoint boxes that cover everything outside the piece, with its weight turned positive.
    private func complement(_ piece: Piece) -> [Piece] {
        var rest = Piece(
            low: [Int32](repeating: 0, count: optionCounts.count), high: optionCounts.map { Int32($0 - 1) },
            utility: piece.utility.negated)
        var result: [Piece] = []
        for issue in optionCounts.indices {
            if piece.low[issue] > rest.low[issue] {
                var slice = rest
                slice.high[issue] = piece.low[issue] - 1
                result.append(slice)
            }
            if piece.high[issue] < rest.high[issue] {
                var slice = rest
                slice.low[issue] = piece.high[issue] + 1
                result.append(slice)
            }
            rest.low[issue] = piece.low[issue]
            rest.high[issue] = piece.high[issue]
        }
        return result
    }
}
