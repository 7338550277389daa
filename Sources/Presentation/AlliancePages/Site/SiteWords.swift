import AllianceModel

extension String {
    /// The text with its first letter in upper case, for the start of a sentence.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// The text with a full stop, where it ends without a sign.
    var asSentence: String { last.map { ".!?".contains($0) } ?? true ? self : self + "." }

    /// The first words of the text, up to a length, with a mark where more follows.
    func shortened(to length: Int) -> String {
        guard count > length else { return self }
        let start = prefix(length)
        return start.lastIndex(where: \.isWhitespace).map { start[..<$0] + "…" } ?? start + "…"
    }

    /// `a` or `an` and the text.
    var withArticle: String {
        let vowels: Set<Character> = ["a", "e", "i", "o"]
        return (first.map(vowels.contains) ?? false ? "an " : "a ") + self
    }
}

/// `no changes`, `1 change`, `12 changes`.
func numbered(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count == 0 ? "no" : String(count)) \(count == 1 ? noun : plural ?? noun + "s")"
}

extension StepName {
    /// The one word by which navigation names the step.
    var shortLabel: String { rawValue.capitalisedFirst }
}

extension Person.Role {
    /// What somebody in this role may do, in a sentence.
    var sentence: String {
        switch self {
        case .lead:
            "May do everything for their party: invite, edit, negotiate, and bind it by endorsing, voting and signing off."
        case .negotiator:
            "May edit the steps and the terms, make and answer offers, and keep the party's private records."
        case .contributor:
            "May edit the steps and keep the party's private records; does not negotiate or bind the party."
        case .observer: "May read what their party sees, and answer surveys."
        }
    }
}
