/// The width of a text at size 13 in the fonts of the pages, in units, estimated by classes of letters.
///
/// It errs to the wide side: a text that is said to fit does fit. Letters outside Latin count as 8, ideographs and symbols as 14.
func textWidth(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { width, scalar in
        switch scalar {
        case "i", "j", "l", ".", ",", "'", ":", ";", "|", "!", "I": width + 3.9
        case " ", "f", "t", "r", "-", "(", ")", "/", "\"": width + 5
        case "m", "w", "M", "W", "@", "%", "–", "…": width + 11.4
        case "A"..."Z": width + 8.8
        case "0"..."9": width + 7.6
        case "a"..."z": width + 7.5
        default:
            width
                + (scalar.value < 0x300
                    ? 8 : scalar.properties.generalCategory == .nonspacingMark ? 0 : scalar.value < 0x2000 ? 8.4 : 14)
        }
    }
}

/// How much wider a text is in the bold styles of pictures.
func boldness(_ style: String?) -> Double {
    guard let style else { return 1 }
    return style.split(separator: " ").contains { ["b", "tbad", "tok", "tacc", "twarn"].contains($0) } ? 1.09 : 1
}

/// The text, shortened with `…` where it is wider than `width`.
func fitted(_ text: String, _ width: Double) -> String {
    guard textWidth(text) > width else { return text }
    var kept = ""
    var used = textWidth("…")
    for character in text {
        used += textWidth(String(character))
        if used > width { break }
        kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
}
