/// The rational part of a continuous frontier as lines, and solution points on them in closed form.
struct SolutionLines {
    /// A line from the first party's better end to the second's; both ends are equal for a lone point.
    struct Line {
        var start: Envelope.Vertex
        var end: Envelope.Vertex

        func point(_ share: Double) -> Envelope.Vertex {
            Envelope.Vertex(
                first: start.first + share * (end.first - start.first),
                second: start.second + share * (end.second - start.second),
                chain: share < 1 ? lineChain : end.chain)
        }

        private var lineChain: Int { end.chain }
    }

    var lines: [Line] = []

    /// - Parameter floors: the least utility of each party.
    init(_ points: [Envelope.Vertex], _ joined: [Bool], _ floors: [Double]) {
        for index in points.indices {
            let single = Line(start: points[index], end: points[index])
            if points[index].first >= floors[0], points[index].second >= floors[1] { lines.append(single) }
            guard index + 1 < points.count, joined[index] else { continue }
            let line = Line(start: points[index], end: points[index + 1])
            // Shares of the line from which on the second, and up to which the first, is satisfied.
            let rise = line.end.second - line.start.second
            let fall = line.start.first - line.end.first
            let from = max(0, floors[1] > line.start.second ? (floors[1] - line.start.second) / rise : 0)
            let to = min(1, floors[0] > line.end.first ? (line.start.first - floors[0]) / fall : 1)
            if from <= to { lines.append(Line(start: line.point(from), end: line.point(to))) }
        }
    }

    private func best(
        _ candidates: (Line) -> [Double], _ value: (Envelope.Vertex) -> [Double]
    ) -> (vertex: Envelope.Vertex, ties: Int)? {
        var result: (vertex: Envelope.Vertex, ties: Int)?
        var top: [Double] = []
        for line in lines {
            for share in [0, 1] + candidates(line).map({ min(1, max(0, $0)) }) {
                let vertex = line.point(share)
                let score = value(vertex)
                guard let current = result else {
                    (result, top) = ((vertex, 1), score)
                    continue
                }
                let difference = zip(score, top).map { $0 - $1 }.first { abs($0) > 1e-12 }
                if let difference, difference > 0 {
                    (result, top) = ((vertex, 1), score)
                } else if difference == nil,
                    abs(vertex.first - current.vertex.first) + abs(vertex.second - current.vertex.second) > 1e-9
                {
                    result?.ties += 1
                }
            }
        }
        return result
    }

    /// Greatest weighted product of gains: on a line, where w₁·slope·(y - d₂) and w₂ balance.
    func nash(_ disagreement: [Double], _ weights: [Double]) -> (vertex: Envelope.Vertex, ties: Int)? {
        best { line in
            let loss = line.start.first - line.end.first
            let gain = line.end.second - line.start.second
            guard loss > 0, gain > 0 else { return [] }
            let (x, y) = (line.start.first - disagreement[0], line.start.second - disagreement[1])
            return [(weights[1] * x / loss - weights[0] * y / gain) / (weights[0] + weights[1])]
        } _: { vertex in
            let (x, y) = (vertex.first - disagreement[0], vertex.second - disagreement[1])
            guard x > 0, y > 0 else { return [-.greatestFiniteMagnitude, max(x, y)] }
            return [weights[0] * naturalLogarithm(x) + weights[1] * naturalLogarithm(y)]
        }
    }

    /// Greatest smallest gain in the given units, then the greater other one.
    func leximin(_ disagreement: [Double], _ units: [Double]) -> (vertex: Envelope.Vertex, ties: Int)? {
        let unit = units.map { $0 > 0 ? 1 / $0 : 0 }
        return best { line in
            let x = (line.start.first - disagreement[0]) * unit[0]
            let y = (line.start.second - disagreement[1]) * unit[1]
            let closing =
                (line.start.first - line.end.first) * unit[0] + (line.end.second - line.start.second) * unit[1]
            return closing > 0 ? [(x - y) / closing] : []
        } _: { vertex in
            let gains = [(vertex.first - disagreement[0]) * unit[0], (vertex.second - disagreement[1]) * unit[1]]
            return gains.sorted()
        }
    }

    func utilitarian() -> (vertex: Envelope.Vertex, ties: Int)? {
        best { _ in
            []
        } _: {
            [$0.first + $0.second]
        }
    }
}
