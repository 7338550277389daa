/// Text as a search compares it: in lower case and without accents, so that "hafen" finds "Häfen" and "societe" "Société".
///
/// The letter under an accent is read from its name in Unicode, which never changes: LATIN SMALL LETTER A WITH DIAERESIS is an a. So
/// letters with a stroke, such as ø and ł, are found by their plain ones too, and a Greek word whatever its accents and its last
/// sigma.
enum FoldedText {
    /// The plain letters of one that bears something.
    private static let plain: [Unicode.Scalar: [Unicode.Scalar]] = {
        var plain: [Unicode.Scalar: [Unicode.Scalar]] = [
            "ß": ["s", "s"], "æ": ["a", "e"], "œ": ["o", "e"], "þ": ["t", "h"], "ð": ["d"], "ı": ["i"], "ς": ["σ"],
            "ё": ["е"],
        ]
        // Latin with its extensions, Greek, Latin and Greek with several accents.
        let letters = [0xC0...0x24F, 0x370...0x3FF, 0x1E00...0x1FFF].joined().compactMap(Unicode.Scalar.init)
        var named: [Substring: Unicode.Scalar] = [:]
        for scalar in Array("abcdefghijklmnopqrstuvwxyz".unicodeScalars) + letters {
            if let name = scalar.properties.name { named[name[...]] = scalar }
        }
        for scalar in letters where plain[scalar] == nil {
            guard let name = scalar.properties.name, let with = name.firstRange(of: " WITH ") else { continue }
            if let letter = named[name[..<with.lowerBound]] { plain[scalar] = [letter] }
        }
        return plain
    }()

    /// Accents of their own: of all letters, and the vowel points of Hebrew and Arabic.
    private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300...0x36F, 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7, 0x64B...0x652: true
        default: false
        }
    }

    /// - Complexity: O(text); what is ASCII alone is only put into lower case.
    static func of(_ text: some StringProtocol) -> String {
        let text = text.lowercased()
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                folded.append(scalar)
            } else if let letters = plain[scalar] {
                folded.append(contentsOf: letters)
            } else if !isAccent(scalar) {
                folded.append(scalar)
            }
        }
        return String(folded)
    }

    /// Where a text holds words, which are folded: ranges that do not touch, in their order.
    static func ranges(of words: [String], in text: String) -> [Range<String.Index>] {
        // What each letter of the folded text was before.
        var folded: [UInt8] = []
        var places: [String.Index] = []
        for index in text.indices {
            let bytes = of(text[index...index]).utf8
            folded += bytes
            places += Array(repeating: index, count: bytes.count)
        }
        var isFound = [Bool](repeating: false, count: folded.count)
        for word in words {
            let word = Array(word.utf8)
            guard !word.isEmpty, word.count <= folded.count else { continue }
            for start in 0...(folded.count - word.count) where folded[start..<(start + word.count)].elementsEqual(word)
            {
                for place in start..<(start + word.count) { isFound[place] = true }
            }
        }
        var ranges: [Range<String.Index>] = []
        for (place, index) in places.enumerated() where isFound[place] {
            let end = text.index(after: index)
            if let last = ranges.last, last.upperBound >= index {
                ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, end)
            } else {
                ranges.append(index..<end)
            }
        }
        return ranges
    }
}
