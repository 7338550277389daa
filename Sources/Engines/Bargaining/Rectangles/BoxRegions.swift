/// Splits the outcome space along the sides of boxes, to find a party's worst outcome and to count those acceptable to all.
///
/// In a region every box either covers it, misses it, or is undecided; a region is split along one side of an undecided box.
/// Exponential in the worst case, so work is limited; nil means that the limit was reached.
struct BoxRegions {
    private let model: BoxModel
    private let limit: Int
    private var work = 0

    init(_ model: BoxModel, limit: Int) {
        self.model = model
        self.limit = limit
    }

    private struct Region {
        var low: [Int32]
        var high: [Int32]
        var undecided: [Int32]
        var sure: [Int64]
    }

    private var whole: Region {
        var region = Region(
            low: [Int32](repeating: 0, count: model.optionCounts.count), high: model.optionCounts.map { Int32($0 - 1) },
            undecided: [], sure: model.constant)
        settle(&region, Array(model.boxes.indices.map { Int32($0) }))
        return region
    }

    /// Sorts boxes into covering, missing and undecided.
    private func settle(_ region: inout Region, _ boxes: [Int32]) {
        region.undecided.removeAll(keepingCapacity: true)
        for index in boxes {
            let box = model.boxes[Int(index)]
            var covers = true
            var misses = false
            for issue in region.low.indices {
                if box.low[issue] > region.high[issue] || box.high[issue] < region.low[issue] {
                    misses = true
                    break
                }
                if box.low[issue] > region.low[issue] || box.high[issue] < region.high[issue] { covers = false }
            }
            if misses { continue }
            if covers {
                for party in region.sure.indices { region.sure[party] += box.weights[party] }
            } else {
                region.undecided.append(index)
            }
        }
    }

    /// The parts of a region on either side of a box's side; the part away from the box first.
    private func split(_ region: Region, along box: BoxModel.Box) -> [Region] {
        for issue in region.low.indices {
            var outside = region
            var inside = region
            if box.low[issue] > region.low[issue] {
                outside.high[issue] = box.low[issue] - 1
                inside.low[issue] = box.low[issue]
            } else if box.high[issue] < region.high[issue] {
                outside.low[issue] = box.high[issue] + 1
                inside.high[issue] = box.high[issue]
            } else {
                continue
            }
            settle(&outside, region.undecided)
            settle(&inside, region.undecided)
            return [outside, inside]
        }
        return []
    }

    /// The lowest utility that an outcome gives the party, uncut; or any at or below `enough`, where less makes no difference.
    mutating func lowest(_ party: Int, enough: Int64) -> Int64? {
        work = 0
        var best = Int64.max
        var stack = [whole]
        while let region = stack.popLast() {
            work += 1
            if work > limit { return nil }
            guard region.sure[party] < best else { continue }
            guard let heaviest = region.undecided.max(by: { weight($0, party) < weight($1, party) }),
                weight(heaviest, party) > 0
            else {
                best = region.sure[party]
                if best <= max(enough, model.constant[party]) { return best }
                continue
            }
            stack += split(region, along: model.boxes[Int(heaviest)]).reversed()
        }
        return best
    }

    private func weight(_ box: Int32, _ party: Int) -> Int64 { model.boxes[Int(box)].weights[party] }

    /// The number of outcomes with every utility at or above its floor.
    mutating func count(floors: [Int64?], shouldStop: () -> Bool) -> Natural? {
        work = 0
        var total = Natural.zero
        var stack = [whole]
        while let region = stack.popLast() {
            work += 1
            if work > limit || (work & 1023 == 0 && shouldStop()) { return nil }
            var satisfied = true
            var hopeless = false
            for party in floors.indices {
                guard let floor = floors[party], region.sure[party] < floor else { continue }
                satisfied = false
                let most = region.undecided.reduce(region.sure[party]) { $0 + weight($1, party) }
                if most < floor { hopeless = true }
            }
            if hopeless { continue }
            if satisfied {
                total += zip(region.low, region.high).reduce(.one) { $0 * Natural(Int($1.1 - $1.0) + 1) }
                continue
            }
            let heaviest = region.undecided.max { first, second in
                func worth(_ box: Int32) -> Int64 {
                    floors.indices.reduce(0) { $0 + (region.sure[$1] < floors[$1] ?? .min ? weight(box, $1) : 0) }
                }
                return worth(first) < worth(second)
            }
            guard let heaviest else { continue }
            stack += split(region, along: model.boxes[Int(heaviest)])
        }
        return total
    }
}
