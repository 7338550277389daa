/// An edit of one record of a register.
///
/// It names only the fields that it sets, so that two people who edit different fields of a record do not collide, and
/// history reads "target: 40 % → 50 %".
public struct Edit: Hashable, Sendable {
    public let register: RegisterName
    public let id: String
    /// The audience of the record. It never changes: what was private cannot become shared by an edit, nor the reverse.
    public let audience: Audience
    public let action: Action

    public enum Action: Hashable, Sendable {
        case add(Value.Members, at: Position = .last)
        /// The fields that change; `none` clears one.
        case set(Value.Members)
        case remove
        case move(to: Position)
    }

    /// A place among the records of the same audience.
    public enum Position: Hashable, Sendable {
        case first, last
        case after(String)
    }

    public init(_ register: RegisterName, _ id: String, for audience: Audience = .everyone, _ action: Action) {
        self.register = register
        self.id = id
        self.audience = audience
        self.action = action
    }
}
