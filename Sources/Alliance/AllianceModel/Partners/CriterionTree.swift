/// The criteria of a view as a tree, with the weight of each among those beside it.
///
/// Where none of the criteria beside each other has a weight, they count alike; where some have one, the others count
/// nothing. A must-have without a weight is a gate only.
public struct CriterionTree: Sendable {
    /// In the order of the register: the others name a criterion by its place here.
    public let criteria: [Registered<Criterion>]
    /// The places of the criteria below each; those at the top are in `roots`.
    let children: [[Int]]
    let roots: [Int]
    let parent: [Int?]
    /// The weight of each among those beside it, not yet divided by their sum.
    public let weights: [Double]
    /// Parents before their children.
    let order: [Int]
    private let places: [Audience: [RecordID<Criterion>: Int]]

    /// - Complexity: O(criteria).
    public init(_ view: View) {
        let criteria = Array(view.partners.criteria)
        var places: [Audience: [RecordID<Criterion>: Int]] = [:]
        for (place, criterion) in criteria.enumerated() {
            places[criterion.audience, default: [:]][criterion.id] = place
        }
        var children = [[Int]](repeating: [], count: criteria.count)
        var parent = [Int?](repeating: nil, count: criteria.count)
        var roots: [Int] = []
        for (place, criterion) in criteria.enumerated() {
            let above = criterion.parent.flatMap { places[criterion.audience]?[$0] ?? places[.everyone]?[$0] }
            parent[place] = above
            if let above { children[above].append(place) } else { roots.append(place) }
        }
        var order = roots
        var next = 0
        while next < order.count {
            order += children[order[next]]
            next += 1
        }
        var weights = criteria.map { $0.weight?.approximate ?? 0 }
        for siblings in [roots] + children where siblings.allSatisfy({ criteria[$0].weight == nil }) {
            for place in siblings where !(criteria[place].isMustHave && siblings.count > 1) { weights[place] = 1 }
        }
        self.criteria = criteria
        self.places = places
        self.children = children
        self.roots = roots
        self.parent = parent
        self.weights = weights
        self.order = order
    }

    /// The place of the criterion that a record of an audience names: its own before the shared one.
    func place(of id: RecordID<Criterion>, for audience: Audience) -> Int? {
        places[audience]?[id] ?? places[.everyone]?[id]
    }

    /// What each criterion counts in the whole, from 0 to 1: its share among those beside it, times that of what is above.
    public var shares: [Double] { shares { _ in true } }

    /// The shares where only some criteria count.
    ///
    /// - Complexity: O(criteria).
    func shares(where counts: (Int) -> Bool) -> [Double] {
        func total(_ siblings: [Int]) -> Double { siblings.reduce(0) { counts($1) ? $0 + weights[$1] : $0 } }
        let ofRoots = total(roots)
        let below = children.map(total)
        var shares = [Double](repeating: 0, count: criteria.count)
        for place in order where counts(place) {
            let total = parent[place].map { below[$0] } ?? ofRoots
            shares[place] = total > 0 ? (parent[place].map { shares[$0] } ?? 1) * weights[place] / total : 0
        }
        return shares
    }
}
