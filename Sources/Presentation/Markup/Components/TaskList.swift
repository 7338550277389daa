/// One line of a task list.
public struct TaskItem: Sendable {
    public var title: String
    public var link: WebLink?
    public var status: Status
    /// Why it cannot start, who is waited for, or what it holds, in one sentence.
    public var note: String?

    public init(_ title: String, link: WebLink? = nil, status: Status, note: String? = nil) {
        self.title = title
        self.link = link
        self.status = status
        self.note = note
    }
}

/// Tasks with their statuses, in any order the reader likes to do them: the items carry no numbers.
public func taskList(_ items: [TaskItem]) -> HTML {
    "<ul class=\"tasks\">\(each: items, taskRow)</ul>"
}

private func taskRow(_ item: TaskItem) -> HTML {
    let note: HTML? = item.note.map { "<p>\($0)</p>" }
    return "<li><span>\(linked(item.title, item.link))</span>\(statusTag(item.status))\(note)</li>"
}

/// The text as a link, or alone where there is none.
public func linked(_ text: String, _ link: WebLink?) -> HTML {
    guard let link else { return "\(text)" }
    return "<a href=\"\(link)\">\(text)</a>"
}
