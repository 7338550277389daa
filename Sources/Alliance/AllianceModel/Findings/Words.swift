extension [String] {
    /// The texts as people say them: "Oslo", "Oslo and Gdańsk", "Oslo, Gdańsk and Kiel"; beyond six, how many more.
    package func enumerated(with conjunction: String) -> String {
        switch count {
        case 0: ""
        case 1: self[0]
        case 2...7: dropLast().joined(separator: ", ") + " \(conjunction) " + self[count - 1]
        default: prefix(6).joined(separator: ", ") + " \(conjunction) \(count - 6) more"
        }
    }
}

/// A count with its noun: "1 task", "3 tasks".
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}

/// A noun with its article: "a task", "an objective".
func withArticle(_ noun: String) -> String { ("aeio".contains(noun.prefix(1)) ? "an " : "a ") + noun }

/// A share of 0 to 1 in words: 0.125 is "13 %".
func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
