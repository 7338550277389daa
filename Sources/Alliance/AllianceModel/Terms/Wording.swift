/// Words that tell how far a text binds, by language: small lists, since a false alarm costs more than a miss.
///
/// The binding and non-binding words follow the usual pairs of treaty and memorandum language (UK Foreign, Commonwealth and
/// Development Office, Treaties and Memoranda of Understanding: guidance on practice and procedures).
struct Wording: Sendable {
    /// Words of a text that creates obligations.
    let binding: [String]
    /// Words of a text that states what parties mean to do.
    let intent: [String]
    /// Words that promise an effort and name no event.
    let vague: [String]

    static let english = Wording(
        binding: [
            "shall", "must", "undertakes to", "undertake to", "agrees to", "agree to", "is obliged to",
            "are obliged to",
            "warrants", "is liable", "are liable", "enters into force", "obligations under",
        ],
        intent: [
            "intends to", "intend to", "aims to", "aim to", "hopes to", "hope to", "should", "may wish to",
            "endeavours to",
            "endeavour to", "seeks to", "seek to", "is expected to", "are expected to", "will consider",
        ],
        vague: [
            "best efforts", "best endeavours", "reasonable efforts", "reasonable endeavours", "use influence",
            "use any influence", "use their influence", "use its influence", "as soon as possible",
            "as soon as practicable", "where appropriate", "as appropriate", "where possible", "good faith", "promptly",
            "in due course", "within a reasonable time", "if necessary",
        ])

    /// The words for a language, as en or en-GB; nil where there are none. No language means English.
    static func of(_ language: String?) -> Wording? {
        guard let language else { return english }
        let primary = language.lowercased().split(separator: "-").first.map(String.init) ?? ""
        return ["en", "eng", "english"].contains(primary) ? english : nil
    }
}

/// The phrases, in lower case, that occur in a text as whole words whatever their case, in the order of the list.
///
/// - Complexity: O(length of the text + phrases · length of a phrase), more only where first words occur.
func phrases(_ phrases: [String], in text: String) -> [String] {
    let words = words(of: text)
    let places = Dictionary(grouping: words.indices) { words[$0] }
    return phrases.filter { phrase in
        let wanted = phrase.utf8.split(separator: UInt8(ascii: " "))
        guard let first = wanted.first, let starts = places[Array(first)] else { return false }
        return starts.contains { start in
            start + wanted.count <= words.count
                && wanted.indices.allSatisfy { wanted[$0].elementsEqual(words[start + $0]) }
        }
    }
}

/// The words of a text in lower case, as bytes; letters beyond ASCII belong to words and stay as they are.
private func words(of text: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in text.utf8 {
        switch byte {
        case 65...90: word.append(byte + 32)
        case 48...57, 97...122, 128...255: word.append(byte)
        default:
            if !word.isEmpty { words.append(word) }
            word.removeAll(keepingCapacity: true)
        }
    }
    if !word.isEmpty { words.append(word) }
    return words
}
