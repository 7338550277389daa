/// What the parties have to agree on: one question with its possible answers.
public struct Issue: Sendable, Hashable {
    /// The answers that an issue allows.
    public enum Kind: Sendable, Hashable {
        /// Named options, each with an id of its own.
        case options([String])
        /// Every whole number in the range, both ends included.
        case integers(ClosedRange<Int>)
        /// Every real number from `low` to `high`, both ends included.
        case continuous(low: Fraction, high: Fraction)
    }

    public var id: String
    public var kind: Kind

    public init(id: String, kind: Kind) {
        self.id = id
        self.kind = kind
    }

    public init(id: String, options: [String]) { self.init(id: id, kind: .options(options)) }

    /// The number of options, nil for a continuous issue.
    public var optionCount: Int? {
        switch kind {
        case .options(let ids): ids.count
        case .integers(let range): Self.count(of: range)
        case .continuous: nil
        }
    }

    /// How many whole numbers a range holds; the greatest integer where it holds more.
    static func count(of range: ClosedRange<Int>) -> Int {
        let (steps, overflow) = range.upperBound.subtractingReportingOverflow(range.lowerBound)
        return overflow || steps == .max ? .max : steps + 1
    }

    /// The id of an option; an integer issue names its options by the numbers themselves.
    public func optionID(_ index: Int) -> String {
        switch kind {
        case .options(let ids): ids.indices.contains(index) ? ids[index] : ""
        case .integers(let range): String(range.lowerBound + index)
        case .continuous: ""
        }
    }

    /// The position of an option by its id, nil where there is none.
    public func optionIndex(_ id: String) -> Int? {
        switch kind {
        case .options(let ids): ids.firstIndex(of: id)
        case .integers(let range): Int(id).flatMap { range.contains($0) ? $0 - range.lowerBound : nil }
        case .continuous: nil
        }
    }
}
