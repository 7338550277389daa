/// Short names for records, made from what people call them.
public enum Identifiers {
    /// The most letters, digits and hyphens that are taken from a name.
    private static let longest = 40

    /// Letters and digits of ASCII in lower case, without accents, with hyphens between the words, and a number where that is taken:
    /// "Port of Kiel" is `port-of-kiel`.
    ///
    /// - Parameter fallback: what is taken where nothing of the name is left.
    public static func make(from name: String, or fallback: String = "n", taken: Set<String>) -> String {
        let words = words(of: name)
        let base = words.isEmpty ? self.words(of: fallback) : words
        guard taken.contains(base) else { return base }
        var number = 2
        while taken.contains("\(base)-\(number)") { number += 1 }
        return "\(base)-\(number)"
    }

    /// As many whole words as fit; of a first one that does not, its beginning.
    private static func words(of name: String) -> String {
        var words: [String] = [""]
        for scalar in FoldedText.of(name).unicodeScalars {
            if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
                words[words.count - 1].unicodeScalars.append(scalar)
            } else if words.last != "" {
                words.append("")
            }
        }
        var result = ""
        for word in words where !word.isEmpty {
            if !result.isEmpty, result.utf8.count + word.utf8.count >= longest { break }
            result += result.isEmpty ? String(word.prefix(longest)) : "-" + word
        }
        return result
    }
}
