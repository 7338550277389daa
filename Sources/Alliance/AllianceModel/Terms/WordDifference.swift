/// What differs between two texts, word by word, as people read a tracked change.
public enum WordChange: Hashable, Sendable {
    case kept(String)
    case removed(String)
    case added(String)
}

/// The shortest way from one text to another in words, with runs of the same kind joined.
///
/// Method: greedy shortest edit script (Myers 1986) over words, each with the blanks after it. Beyond 600 differences the middle
/// is shown as replaced as a whole: nobody reads such a difference word by word.
/// - Complexity: O((words) · differences), memory O(differences²).
public func wordChanges(from old: String, to new: String) -> [WordChange] {
    let (before, after) = (words(of: old), words(of: new))
    var start = 0
    while start < before.count, start < after.count, before[start] == after[start] { start += 1 }
    var end = 0
    while end < before.count - start, end < after.count - start,
        before[before.count - 1 - end] == after[after.count - 1 - end]
    { end += 1 }
    let middle = script(Array(before[start..<before.count - end]), Array(after[start..<after.count - end]))
    return joined(
        before[..<start].map { .kept(String($0.text)) } + middle
            + before[(before.count - end)...].map { .kept(String($0.text)) })
}

/// A word with the blanks after it, which do not count when words are compared.
private struct Word: Equatable {
    let text: Substring
    let letters: Substring

    init(_ text: Substring) {
        self.text = text
        letters = text.prefix { !$0.isWhitespace }
    }

    static func == (left: Word, right: Word) -> Bool { left.letters == right.letters }
}

private func words(of text: String) -> [Word] {
    var words: [Word] = []
    var start = text.startIndex
    var wasBlank = false
    for index in text.indices {
        let isBlank = text[index].isWhitespace
        if wasBlank, !isBlank {
            words.append(Word(text[start..<index]))
            start = index
        }
        wasBlank = isBlank
    }
    if start < text.endIndex { words.append(Word(text[start...])) }
    return words
}

private func script(_ old: [Word], _ new: [Word]) -> [WordChange] {
    if old.isEmpty || new.isEmpty { return old.map { .removed(String($0.text)) } + new.map { .added(String($0.text)) } }
    let limit = min(old.count + new.count, 600)
    var reach = [1: 0]
    var history: [[Int: Int]] = []
    for edits in 0...limit {
        history.append(reach)
        for diagonal in stride(from: -edits, through: edits, by: 2) {
            let down =
                diagonal == -edits
                || (diagonal != edits && reach[diagonal - 1, default: -1] < reach[diagonal + 1, default: -1])
            var x = down ? reach[diagonal + 1, default: 0] : reach[diagonal - 1, default: 0] + 1
            while x < old.count, x - diagonal >= 0, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
            reach[diagonal] = x
            if diagonal == old.count - new.count, x >= old.count { return walk(history, old, new) }
        }
    }
    return old.map { .removed(String($0.text)) } + new.map { .added(String($0.text)) }
}

/// Back from the end along the furthest points that each number of edits had reached.
private func walk(_ history: [[Int: Int]], _ old: [Word], _ new: [Word]) -> [WordChange] {
    var changes: [WordChange] = []
    var (x, y) = (old.count, new.count)
    for (edits, reach) in history.enumerated().reversed() {
        let diagonal = x - y
        let down =
            diagonal == -edits
            || (diagonal != edits && reach[diagonal - 1, default: -1] < reach[diagonal + 1, default: -1])
        let from = down ? diagonal + 1 : diagonal - 1
        let startX = edits == 0 ? 0 : reach[from, default: 0]
        let startY = edits == 0 ? 0 : startX - from
        while x > startX + (down || edits == 0 ? 0 : 1), y > startY + (down && edits > 0 ? 1 : 0), x > 0, y > 0 {
            x -= 1
            y -= 1
            changes.append(.kept(String(old[x].text)))
        }
        guard edits > 0 else { break }
        if down {
            y -= 1
            changes.append(.added(String(new[y].text)))
        } else {
            x -= 1
            changes.append(.removed(String(old[x].text)))
        }
    }
    return changes.reversed()
}

/// Joins runs; within a stretch of changes what went stands before what came.
private func joined(_ changes: [WordChange]) -> [WordChange] {
    var result: [WordChange] = []
    var (kept, removed, added) = ("", "", "")
    /// The last word of a text has no blank after it, and may stand before others here.
    func append(_ word: String, to text: inout String) {
        if text.last.map({ !$0.isWhitespace }) == true { text += " " }
        text += word
    }
    func flush() {
        if !removed.isEmpty { result.append(.removed(removed)) }
        if !added.isEmpty { result.append(.added(added)) }
        (removed, added) = ("", "")
    }
    for change in changes {
        switch change {
        case .kept(let text):
            flush()
            append(text, to: &kept)
        case .removed(let text):
            if !kept.isEmpty { result.append(.kept(kept)) }
            kept = ""
            append(text, to: &removed)
        case .added(let text):
            if !kept.isEmpty { result.append(.kept(kept)) }
            kept = ""
            append(text, to: &added)
        }
    }
    flush()
    if !kept.isEmpty { result.append(.kept(kept)) }
    return result.enumerated().map { index, change in index + 1 < result.count ? change.endingInBlank : change }
}

extension WordChange {
    fileprivate var endingInBlank: WordChange {
        func ended(_ text: String) -> String { text.last?.isWhitespace == false ? text + " " : text }
        return switch self {
        case .kept(let text): .kept(ended(text))
        case .removed(let text): .removed(ended(text))
        case .added(let text): .added(ended(text))
        }
    }
}

extension [WordChange] {
    /// Whether nothing differs.
    public var isUnchanged: Bool { allSatisfy { if case .kept = $0 { true } else { false } } }
}
