import Bargaining

/// The hyper-rectangles of a non-linear GENIUS profile, as utilities between 0 and 1.
struct GeniusRectangles {
    var file: String
    var root: XMLElement
    var domain: GeniusDomain

    /// The most boxes into which one rectangle may fall: each excluded middle range doubles them.
    private static let mostBoxes = 100_000.0

    /// The utility that always counts, and the rectangles; all divided by `maxutility`.
    func read() throws(InterchangeError) -> (Fraction, [Preferences.Rectangle]) {
        guard let utility = root.descendant("utility") else {
            throw root.error(file, "a non-linear profile needs <utility maxutility=\"…\">", "Add it.")
        }
        let greatest = try utility.number("maxutility", file)
        guard greatest > .zero else {
            throw utility.error(file, "maxutility is \(greatest)", "Write the greatest utility, above 0.")
        }
        var constant = Fraction.zero
        var rectangles: [Preferences.Rectangle] = []
        do {
            for ufun in utility.all("ufun") {
                try collect(ufun, factor: try Fraction.one.divided(by: greatest), &constant, &rectangles)
            }
        } catch let error as InterchangeError {
            throw error
        } catch {
            throw utility.error(file, "its numbers need more than 128 bits", "Write them with fewer digits.")
        }
        return (constant, rectangles)
    }

    private func collect(
        _ ufun: XMLElement, factor: Fraction, _ constant: inout Fraction, _ rectangles: inout [Preferences.Rectangle]
    ) throws {
        let type = ufun.attributes["type"] ?? "PlainUfun"
        let aggregation = ufun.attributes["aggregation"] ?? "sum"
        guard type == "PlainUfun", aggregation == "sum" else {
            throw ufun.error(
                file, "ufun of type \"\(type)\" with aggregation \"\(aggregation)\" is not supported",
                "Use PlainUfun with aggregation sum.")
        }
        let weight = ufun.attributes["weight"] == nil ? .one : try ufun.number("weight", file)
        let scaled = try factor.multiplied(by: weight)
        for child in ufun.children {
            switch child.name {
            case "ufun": try collect(child, factor: scaled, &constant, &rectangles)
            case "hyperRectangle":
                let own = child.attributes["weight"] == nil ? .one : try child.number("weight", file)
                let utility = try child.number("utility", file).multiplied(by: try scaled.multiplied(by: own))
                guard utility != .zero else { continue }
                for bounds in try boxes(child) {
                    if bounds.isEmpty {
                        constant = try constant.adding(utility)
                    } else {
                        rectangles.append(Preferences.Rectangle(utility: utility, bounds: bounds))
                    }
                }
            default: throw child.error(file, "<\(child.name)> is unknown here", "Use ufun or hyperRectangle.")
            }
        }
    }

    /// The disjoint boxes in which a rectangle counts: one, unless it excludes a middle range; none where it is empty.
    private func boxes(_ rectangle: XMLElement) throws(InterchangeError) -> [[Preferences.Rectangle.Bound]] {
        var ranges: [Int: [ClosedRange<Int>]] = [:]
        for bound in rectangle.children {
            guard bound.name == "INCLUDES" || bound.name == "EXCLUDES" else {
                throw bound.error(file, "<\(bound.name)> is unknown here", "Use INCLUDES or EXCLUDES.")
            }
            let number = try bound.attribute("index", file)
            guard let issue = domain.numbers.firstIndex(of: number) else {
                throw bound.error(file, "there is no issue with index \(number)", "Use an index of \(domain.file).")
            }
            guard let count = domain.issues[issue].optionCount else {
                throw bound.error(file, "issue \"\(domain.issues[issue].id)\" is continuous", "Bound integer issues.")
            }
            let first = if case .integers(let range) = domain.issues[issue].kind { range.lowerBound } else { 0 }
            let low = try place(of: bound, "min", from: first, lowest: true)
            let high = try place(of: bound, "max", from: first, lowest: false)
            var allowed: [ClosedRange<Int>] = []
            if bound.name == "INCLUDES" {
                if max(0, low) <= min(count - 1, high) { allowed = [max(0, low)...min(count - 1, high)] }
            } else {
                if low > 0 { allowed.append(0...min(count, low) - 1) }
                if high < count - 1 { allowed.append(max(-1, high) + 1...count - 1) }
                if low > high { allowed = [0...count - 1] }
            }
            let before = ranges[issue] ?? [0...count - 1]
            ranges[issue] = before.flatMap { old in
                allowed.compactMap { new in
                    old.overlaps(new)
                        ? max(old.lowerBound, new.lowerBound)...min(old.upperBound, new.upperBound) : nil
                }
            }
        }
        let count = ranges.values.reduce(1.0) { $0 * Double($1.count) }
        guard count <= Self.mostBoxes else {
            throw rectangle.error(
                file, "what its bounds leave falls into more than \(Int(Self.mostBoxes)) boxes", "Use fewer EXCLUDES.")
        }
        return ranges.sorted { $0.key < $1.key }.reduce([[]]) { boxes, entry in
            boxes.flatMap { box in entry.value.map { box + [Preferences.Rectangle.Bound(issue: entry.key, range: $0)] }
            }
        }
    }

    /// The place of a bound among whole numbers that begin with `first`; a fractional bound is moved inwards, and one far away
    /// to what an index can hold.
    private func place(
        of bound: XMLElement, _ key: String, from first: Int, lowest: Bool
    ) throws(InterchangeError) -> Int {
        let value = try bound.number(key, file)
        let quotient = value.numerator / value.denominator
        let exact = quotient * value.denominator == value.numerator
        let floor = exact || value.numerator > 0 ? quotient : quotient - 1
        let moved = lowest && !exact ? floor + 1 : floor
        // No domain has as many numbers, and the difference of clamped ones fits.
        let (place, overflow) = moved.subtractingReportingOverflow(Int128(first))
        if overflow { return moved < 0 ? -1_000_000_000 : 1_000_000_000 }
        return Int(max(-1_000_000_000, min(1_000_000_000, place)))
    }
}
