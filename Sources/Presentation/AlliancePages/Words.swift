/// A count with its noun: "1 task", "3 tasks", "no task".
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    count == 0 ? "no \(noun)" : "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}

/// The text with its first letter in upper case.
func capitalisedFirst(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
