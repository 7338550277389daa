/// Places for nodes on the two sides of a lens, 700 units wide: groups one after the other, clockwise, one line a node.
///
/// Because each side gives every node a line of its own, names beside the nodes cannot overlap.
struct LensLayout {
    struct Place { var x, y: Double }
    struct Heading {
        var group: Int
        var place: Place
        var isLeft: Bool
    }

    private(set) var places: [Int: Place] = [:]
    private(set) var headings: [Heading] = []
    let height: Double

    private enum Line { case heading(Int), node(Int) }

    init(groups: [[Int]]) {
        let filled = groups.indices.filter { !groups[$0].isEmpty }
        let total = filled.reduce(0) { $0 + groups[$1].count + 1 }
        // The first groups go to the left, until that side has half of all lines.
        var left: [Line] = []
        var right: [Line] = []
        var used = 0
        for group in filled {
            let lines = [Line.heading(group)] + groups[group].map { Line.node($0) }
            let goesLeft = used == 0 || (used + lines.count / 2) * 2 <= total
            if goesLeft { left += lines } else { right += lines }
            used += lines.count
        }
        let pitch: Double = 25
        let count = max(left.count, right.count, 2)
        height = pitch * Double(count) + 8
        place(left, isLeft: true, pitch: pitch)
        place(right, isLeft: false, pitch: pitch)
    }

    private mutating func place(_ lines: [Line], isLeft: Bool, pitch: Double) {
        let start = (height - pitch * Double(lines.count)) / 2 + pitch / 2
        for (row, line) in lines.enumerated() {
            let y = start + pitch * Double(row)
            let fromCentre = (y - height / 2) / (height / 2)
            let bulge = 50 * (1 - fromCentre * fromCentre)
            let x = isLeft ? 250 - bulge : 450 + bulge
            switch line {
            case .heading(let group): headings.append(Heading(group: group, place: Place(x: x, y: y), isLeft: isLeft))
            case .node(let node): places[node] = Place(x: x, y: y)
            }
        }
    }

    /// The point towards which a tie between two places bends: inwards, more so on the same side.
    func bend(_ from: Place, _ to: Place) -> Place {
        let isSameSide = (from.x < 350) == (to.x < 350)
        let inwards = (from.x < 350 ? 1 : -1) * (30 + abs(from.y - to.y) * 0.5)
        return isSameSide
            ? Place(x: (from.x + to.x) / 2 + inwards, y: (from.y + to.y) / 2)
            : Place(x: 350, y: (from.y + to.y) / 2)
    }
}
