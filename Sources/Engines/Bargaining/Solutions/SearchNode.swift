/// One depth of the search: which components are open, which of their options are still possible, and what they give.
///
/// Options of the open components lie one behind the other. `value(party)` points to the gains of all of them for one
/// party, so that pricing is a plain loop over memory.
final class SearchNode {
    /// Open components, as indices into the problem.
    var components: [Int32] = []
    /// Where each open component's options start; one more entry than components.
    var starts: [Int] = [0]
    private let optionStorage = Scratch<Int32>(capacity: 64)
    private let valueStorage = Scratch<Double>(capacity: 256)
    private let scoreStorage = Scratch<Double>(capacity: 64)
    /// Sum of the gains of all decided components and the base.
    var fixed: [Double] = []
    var prices: [Double] = []
    private(set) var capacity = 0

    var optionCount: Int { starts[components.count] }
    var options: UnsafeMutablePointer<Int32> { optionStorage.base }
    var scores: UnsafeMutablePointer<Double> { scoreStorage.base }

    @inline(__always) func value(_ party: Int) -> UnsafeMutablePointer<Double> { valueStorage.base + party * capacity }

    func reserve(options count: Int, parties: Int) {
        capacity = max(count, 1)
        _ = optionStorage.reserve(capacity)
        _ = valueStorage.reserve(capacity * parties)
        _ = scoreStorage.reserve(capacity)
    }

    /// Becomes `parent` with option `chosen` (a position among its options) of its open component `slot` decided, and
    /// without the options marked in `dead`.
    func branch(from parent: SearchNode, slot: Int, chosen: Int, dead: UnsafePointer<Bool>) {
        let parties = parent.fixed.count
        reserve(options: parent.optionCount, parties: parties)
        components.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        starts.append(0)
        var size = 0
        for open in parent.components.indices where open != slot {
            components.append(parent.components[open])
            for position in parent.starts[open]..<parent.starts[open + 1] where !dead[position] {
                options[size] = parent.options[position]
                for party in 0..<parties { value(party)[size] = parent.value(party)[position] }
                size += 1
            }
            starts.append(size)
        }
        fixed = parent.fixed
        for party in 0..<parties { fixed[party] += parent.value(party)[chosen] }
        prices = parent.prices
    }

    /// The number of packages of options that are not marked.
    func livePackages(_ dead: UnsafePointer<Bool>) -> Double {
        var product = 1.0
        for slot in components.indices {
            var live = 0
            for position in starts[slot]..<starts[slot + 1] where !dead[position] { live += 1 }
            product *= Double(live)
        }
        return product
    }
}
