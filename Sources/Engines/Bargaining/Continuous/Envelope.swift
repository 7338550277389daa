/// The most that the second party can have where the first has at least x: a falling, piecewise-linear function, as the
/// upper envelope of chains.
struct Envelope {
    /// A line over [from, to]; flat where points left of `to` are dominated by it.
    struct Line {
        var from: Double
        var to: Double
        /// Heights at both ends.
        var fromHeight: Double
        var toHeight: Double
        var chain: Int

        func height(_ x: Double) -> Double {
            guard to > from else { return toHeight }
            if x == to { return toHeight }
            return fromHeight + (toHeight - fromHeight) * ((x - from) / (to - from))
        }
    }

    /// From the lowest x on; neighbours share an end, heights may drop between them.
    var lines: [Line]

    /// - Parameter floor: an x at or below every first coordinate.
    init(_ chain: TradeChain, _ index: Int, floor: Double) {
        var points = [(chain.first, chain.second)]
        for segment in chain.segments {
            let last = points[points.count - 1]
            points.append((last.0 - segment.loss, last.1 + segment.gain))
        }
        lines = []
        let end = points[points.count - 1]
        if floor < end.0 {
            lines.append(Line(from: floor, to: end.0, fromHeight: end.1, toHeight: end.1, chain: index))
        }
        for (right, left) in zip(points, points.dropFirst()).reversed() {
            lines.append(Line(from: left.0, to: right.0, fromHeight: left.1, toHeight: right.1, chain: index))
        }
        if lines.isEmpty {
            lines.append(Line(from: floor, to: end.0, fromHeight: end.1, toHeight: end.1, chain: index))
        }
    }

    private init(lines: [Line]) { self.lines = lines }

    /// The greater of two envelopes at every x. Complexity: linear in their lines.
    static func upper(_ one: Envelope, _ other: Envelope) -> Envelope {
        var result: [Line] = []
        func append(_ line: Line, _ from: Double, _ to: Double) {
            guard to > from || result.isEmpty else { return }
            if let last = result.last, last.chain == line.chain, last.to == from, last.toHeight == line.height(from),
                abs(
                    (last.toHeight - last.fromHeight) * (to - from) - (line.height(to) - line.height(from))
                        * (last.to - last.from))
                    < 1e-18
            {
                result[result.count - 1].to = to
                result[result.count - 1].toHeight = line.height(to)
                return
            }
            result.append(
                Line(from: from, to: to, fromHeight: line.height(from), toHeight: line.height(to), chain: line.chain))
        }
        var (i, j) = (0, 0)
        var x = min(one.lines[0].from, other.lines[0].from)
        while i < one.lines.count || j < other.lines.count {
            guard i < one.lines.count, j < other.lines.count else {
                let rest = i < one.lines.count ? one.lines[i] : other.lines[j]
                append(rest, max(x, rest.from), rest.to)
                if i < one.lines.count { i += 1 } else { j += 1 }
                continue
            }
            let (a, b) = (one.lines[i], other.lines[j])
            let end = min(a.to, b.to)
            let before = a.height(x) - b.height(x)
            let after = a.height(end) - b.height(end)
            if before >= 0 && after >= 0 {
                append(a, x, end)
            } else if before <= 0 && after <= 0 {
                append(b, x, end)
            } else {
                let cross = x + (end - x) * (before / (before - after))
                append(before > 0 ? a : b, x, cross)
                append(before > 0 ? b : a, cross, end)
            }
            x = end
            if a.to == end { i += 1 }
            if b.to == end { j += 1 }
        }
        return Envelope(lines: result)
    }

    /// The envelope of all, by halves. Complexity: O(lines · log chains).
    static func upper(_ all: ArraySlice<Envelope>) -> Envelope {
        guard all.count > 1 else { return all.first ?? Envelope(lines: []) }
        let middle = all.startIndex + all.count / 2
        return upper(upper(all[..<middle]), upper(all[middle...]))
    }

    /// The efficient points and whether each is joined to the next by a line of efficient points; the first party's best
    /// first.
    var vertices: (points: [Vertex], joined: [Bool]) {
        var points: [Vertex] = []
        var joined: [Bool] = []
        for line in lines.reversed() {
            let right = Vertex(first: line.to, second: line.toHeight, chain: line.chain)
            if let last = points.last {
                if last.first == right.first && last.second == right.second {
                    points[points.count - 1].chain = points[points.count - 1].chain
                } else if right.second > last.second + 1e-15 {
                    points.append(right)
                    joined.append(false)
                }
            } else {
                points.append(right)
            }
            if line.fromHeight > line.toHeight {
                points.append(Vertex(first: line.from, second: line.fromHeight, chain: line.chain))
                joined.append(true)
            }
        }
        return (points, joined)
    }

    struct Vertex: Sendable {
        var first: Double
        var second: Double
        var chain: Int
    }
}
