/// The best package that a search has met so far, with those that are exactly as good.
struct Incumbent {
    /// Decides between packages that doubles cannot tell apart: positive where the first is better, 0 where both are equal.
    typealias Judge = (_ candidate: [Int32], _ best: [Int32]) -> Int

    /// Two values closer than this are not told apart: rounding of sums of up to thousands of unit terms.
    static let tolerance = 1e-12
    /// Nodes that are visited only to find packages as good as the best, before their search is given up.
    private static let tieLimit = 20_000

    private let judge: Judge?
    private(set) var best: [Int32]?
    private(set) var value = -Double.infinity
    /// Packages that the judge found equal to the best.
    private(set) var tied: Set<[Int32]> = []
    /// Whether every package equal to the best was met.
    private(set) var metAllTies: Bool
    private var tieNodes = 0

    /// - Parameter judge: settles ties; without one the first package met stays.
    init(judge: Judge?) {
        self.judge = judge
        metAllTies = judge != nil
    }

    /// The value that a subtree must reach to be worth visiting: just under the best while its equals are looked for.
    var goal: Double { metAllTies ? value - Self.tolerance : value + Self.tolerance }

    /// Takes a package as the answer if it is better than the best so far.
    mutating func offer(_ options: [Int32], value: Double) {
        guard value > self.value - Self.tolerance, value > -.infinity else { return }
        guard let current = best, value <= self.value + Self.tolerance else {
            (best, self.value) = (options, value)
            tied.removeAll()
            return
        }
        guard let judge else {
            if value > self.value { (best, self.value) = (options, value) }
            return
        }
        guard options != current, !tied.contains(options) else { return }
        let order = judge(options, current)
        if order > 0 {
            (best, self.value) = (options, value)
            tied.removeAll()
        } else if order == 0, metAllTies {
            tied.insert(options)
            if tied.count > Self.tieLimit { metAllTies = false }
        }
    }

    /// Takes note of a subtree with this bound: where it can only hold equals of the best, patience is limited.
    mutating func visit(bound: Double) {
        guard abs(bound - value) <= Self.tolerance else { return }
        tieNodes += 1
        if tieNodes > Self.tieLimit { metAllTies = false }
    }
}
