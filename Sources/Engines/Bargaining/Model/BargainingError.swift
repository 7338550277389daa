/// Why a problem cannot be analysed: where it is wrong, what is wrong, and what to do.
public struct BargainingError: Error, Sendable, Hashable {
    /// The kinds of defect, for callers that react to one.
    public enum Code: Sendable, Hashable {
        case tooFewParties, noIssues, emptyIssue, duplicate, sizeMismatch, badRange, badRule, tooLarge, unsupported
        case notANumber
    }

    public var code: Code
    /// The part of the problem, as `issues[2].options[1]`.
    public var place: String
    public var reason: String
    public var remedy: String

    public init(_ code: Code, at place: String, _ reason: String, remedy: String) {
        self.code = code
        self.place = place
        self.reason = reason
        self.remedy = remedy
    }
}

extension BargainingError: CustomStringConvertible {
    public var description: String { "\(place): \(reason). \(remedy)" }
}
