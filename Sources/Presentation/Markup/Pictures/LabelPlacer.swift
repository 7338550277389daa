/// Finds places for names beside points, so that they cover neither points nor each other where that can be avoided.
///
/// Greedy in the given order over eight places around the point; deterministic, O(n²).
struct LabelPlacer {
    struct Spot {
        var x, y: Double
        var anchor: Drawing.Anchor
    }
    private struct Box {
        var left, top, right, bottom: Double
        func overlap(_ other: Box) -> Double {
            max(0, min(right, other.right) - max(left, other.left))
                * max(0, min(bottom, other.bottom) - max(top, other.top))
        }
    }

    private let width, top, bottom: Double
    private var taken: [Box] = []

    init(width: Double, top: Double, bottom: Double) {
        (self.width, self.top, self.bottom) = (width, top, bottom)
    }

    /// Keeps the surroundings of a mark free.
    mutating func block(_ x: Double, _ y: Double) {
        taken.append(Box(left: x - 7, top: y - 7, right: x + 7, bottom: y + 7))
    }

    /// The best place for a text of this width beside the point.
    mutating func place(_ x: Double, _ y: Double, width textWidth: Double) -> Spot {
        let offsets: [(Double, Double, Drawing.Anchor)] = [
            (10, 4.5, .start), (-10, 4.5, .end), (8, -8, .start), (8, 18, .start), (-8, -8, .end), (-8, 18, .end),
            (0, -12, .middle), (0, 22, .middle),
        ]
        var best: (cost: Double, spot: Spot, box: Box)?
        for (dx, dy, anchor) in offsets {
            let spot = Spot(x: x + dx, y: y + dy, anchor: anchor)
            let left = anchor == .start ? spot.x : anchor == .end ? spot.x - textWidth : spot.x - textWidth / 2
            let box = Box(left: left, top: spot.y - 11, right: left + textWidth, bottom: spot.y + 3)
            let outside =
                max(0, -box.left) + max(0, box.right - width) + max(0, top - box.top) + max(0, box.bottom - bottom)
            let cost = taken.reduce(outside * 40) { $0 + $1.overlap(box) }
            if cost < (best?.cost ?? .infinity) { best = (cost, spot, box) }
            if cost == 0 { break }
        }
        guard let best else { return Spot(x: x + 10, y: y + 4.5, anchor: .start) }
        taken.append(best.box)
        return best.spot
    }
}
