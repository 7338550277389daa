/// Words that belong under one heading of a picture by groups, such as the topics that are worded in full.
public struct WordGroup: Sendable {
    public var name: String
    public var tone: Tone
    public var words: [String]

    public init(_ name: String, _ tone: Tone = .neutral, _ words: [String]) {
        self.name = name
        self.tone = tone
        self.words = words
    }
}

/// What stands under which heading, with how many: for many names and few states, where a grid would be mostly empty.
///
/// Groups without words are left out.
public func wordGroups(id: String, title: String, claim: String, groups: [WordGroup]) -> Figure {
    let shown = groups.filter { !$0.words.isEmpty }
    guard !shown.isEmpty else { return Drawing.nothing(id: id, title: title, claim: claim) }
    let rows = shown.map { group -> HTML in
        "<p>\(tag("\(group.name): \(group.words.count)", group.tone)) \(group.words.joined(separator: " · "))</p>"
    }
    return Figure(id: id, title: title, claim: claim, picture: "\(rows)", table: nil)
}
