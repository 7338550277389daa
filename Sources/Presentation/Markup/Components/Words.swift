/// `a, b and c`.
func listed(_ items: [String], atMost limit: Int = 3) -> String {
    var shown = Array(items.prefix(limit))
    if items.count > limit { shown.append("\(items.count - limit) more") }
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + " and " + last
}

/// `no risks`, `one risk`, `12 risks`.
func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    let number = words.indices.contains(count) ? words[count] : String(count)
    return number + " " + (count == 1 ? noun : plural ?? noun + "s")
}

/// The text with its first letter in upper case.
func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

/// The text as a value for `id`: letters, digits, `-` and `_` are kept, everything else becomes `-`.
public func identifier(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        let isKept = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)) || scalar == "_"
        result.unicodeScalars.append(isKept ? scalar : "-")
    }
    return result.isEmpty ? "-" : result
}
