/// How a package settles one issue: by an option, from which the issue follows, or by a number for an issue with a range.
public struct Settlement: Part {
    public var option: RecordID<IssueOption>?
    public var issue: RecordID<Issue>?
    public var value: DecimalNumber?

    public init() {}

    public init(_ option: RecordID<IssueOption>) { self.option = option }

    public init(_ issue: RecordID<Issue>, _ value: DecimalNumber) {
        self.issue = issue
        self.value = value
    }

    public static let fields: [Field<Settlement>] = [
        Field(\.option, "option", "Option", help: "For an issue with options"),
        Field(\.issue, "issue", "Issue", help: "For an issue with a range"),
        Field(\.value, "value", "Number", help: "Within the range of the issue"),
    ]

    /// What does not fit together; nil where it does.
    func problem(at path: String) -> Problem? {
        switch (option, issue, value) {
        case (.some, nil, nil), (nil, .some, .some): nil
        case (.some, _, _):
            Problem(path, "an option is named together with an issue or a number", "Name the option alone.")
        default: Problem(path, "it settles nothing", "Name an option, or an issue and a number.")
        }
    }

    /// A settlement without what it chose settles nothing, so it goes as a whole.
    public func without(_ register: RegisterName, _ id: String) -> Settlement? {
        refers(to: register, id) ? nil : self
    }
}

extension [Settlement] {
    func problems(at path: String) -> [Problem] {
        enumerated().compactMap { $0.element.problem(at: "\(path)[\($0.offset)]") }
    }
}

extension Terms {
    /// The issue that a settlement settles; nil where its option or issue is not there.
    public func issue(of settlement: Settlement) -> RecordID<Issue>? {
        settlement.option.flatMap { options[$0]?.issue } ?? settlement.issue
    }

    /// A package by issue. Where a package settles an issue twice, the last one holds.
    public func byIssue(_ package: [Settlement]) -> [RecordID<Issue>: Settlement] {
        package.reduce(into: [:]) { settled, settlement in
            if let issue = issue(of: settlement) { settled[issue] = settlement }
        }
    }

    /// A settlement as people say it: "Harbour fee: 12 EUR".
    public func sentence(for settlement: Settlement) -> String {
        let issue = issues[issue(of: settlement)]
        let how =
            settlement.option.map { options[$0]?.title ?? $0.text }
            ?? settlement.value.map { quantity($0.description, issue?.unit) } ?? ""
        return "\(issue?.title ?? ""): \(how)"
    }
}
