extension [String] {
    /// The texts as people say them; beyond six, how many more.
    func enumerated(with conjunction: String) -> String {
        switch count {
        case 0: ""
        case 1: self[0]
        case 2...7: dropLast().joined(separator: ", ") + " \(conjunction) " + self[count - 1]
        default: prefix(6).joined(separator: ", ") + " \(conjunction) \(count - 6) more"
        }
    }
}

/// A count with its noun: "1 task", "3 tasks", "no task".
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    count == 0 ? "no \(noun)" : "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}

/// The text with its first letter in upper case.
func capitalisedFirst(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
