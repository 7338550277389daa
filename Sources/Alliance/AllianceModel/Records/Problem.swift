/// One thing that is wrong with what somebody entered: where, why, and what to do about it.
public struct Problem: Error, Hashable, Sendable {
    /// The place, as `vision.objectives[o3].target`.
    public var path: String
    /// Why it cannot be, in words its author understands: "140 is above 100 %".
    public let reason: String
    /// What to do: "Give a whole number from 0 to 100 %."
    public let remedy: String
    /// The record that is referred to and is not there, where that is the problem.
    public private(set) var missing: RecordKey?

    /// A problem of the value itself; whoever knows its place adds the path.
    public init(_ reason: String, _ remedy: String) { self.init("", reason, remedy) }

    public init(_ path: String, _ reason: String, _ remedy: String) {
        self.path = path
        self.reason = reason
        self.remedy = remedy
    }
}

extension Problem {
    /// A problem that a reference to nothing makes.
    func missing(_ key: RecordKey) -> Problem {
        var problem = self
        problem.missing = key
        return problem
    }
}

/// A record named by its register and id.
public struct RecordKey: Hashable, Sendable {
    public let register: RegisterName
    public let id: String

    public init(_ register: RegisterName, _ id: String) {
        self.register = register
        self.id = id
    }
}

extension [Problem] {
    /// Puts `place` in front of the paths of all problems found since `count`.
    ///
    /// Readers report paths relative to themselves, and each level adds its own part only where something went wrong, so
    /// that sound input costs no path building.
    mutating func locate(since count: Int, in place: String) {
        for index in indices.dropFirst(count) {
            let path = self[index].path
            self[index].path = path.isEmpty || path.hasPrefix("[") ? place + path : "\(place).\(path)"
        }
    }
}

/// The nearest of the known names to a mistyped one, for "did you mean"; nil where none is close.
///
/// Method: Damerau–Levenshtein distance (optimal string alignment), at most a third of the length of the name.
/// - Complexity: O(names · length²).
public func nearestName(to name: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().utf8.prefix(60))
    var best: (name: String, distance: Int)?
    for candidate in names {
        let other = Array(candidate.lowercased().utf8.prefix(60))
        let distance = editDistance(wanted, other)
        if distance <= Swift.max(1, wanted.count / 3), distance < best?.distance ?? .max {
            best = (candidate, distance)
        }
    }
    return best?.name
}

private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var cost = Swift.min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = Swift.min(cost, beforeLast[j - 1] + 1) }
            row.append(cost)
        }
        beforeLast = last
        last = row
    }
    return last[b.count]
}
