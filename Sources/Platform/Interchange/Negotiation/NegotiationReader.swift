public import Bargaining

/// Reads a negotiation from any of the formats known, told apart by their content.
public enum NegotiationReader {
    /// Reads a GENIUS domain with its profiles, our own file, a flat text file, GeniusWeb files (each profile carries its
    /// domain; a domain file may come first) or the profiles of a NegoLog folder.
    ///
    /// - Throws: `InterchangeError` with file, line or path, reason and remedy.
    /// - Returns: a problem whose references are sound; `PreparedProblem` checks the rest.
    public static func read(_ files: [SourceFile]) throws(InterchangeError) -> BargainingProblem {
        guard let first = files.first else {
            throw InterchangeError(file: "-", "there is no file", remedy: "Name the file or files of a negotiation.")
        }
        if first.name.hasSuffix(".txt") {
            try refuseMore(files)
            return try FlatReader.read(first)
        }
        let opening = first.content.first { ![0x20, 0x0A, 0x0D, 0x09].contains($0) }
        if opening == UInt8(ascii: "<") || [0xFF, 0xFE].contains(first.bytes.first) {
            return try GeniusReader.read(domain: first, profiles: Array(files.dropFirst()))
        }
        guard opening == UInt8(ascii: "{") else {
            throw InterchangeError(
                file: first.name, line: 1, "the format is not known",
                remedy: "Name GENIUS XML, GeniusWeb or NegoLog JSON, an Entente bargaining file, or a flat .txt file.")
        }
        var places: [JSONPlace] = []
        for file in files { places.append(try JSONPlace(reading: file)) }
        let keys = try places[0].entries().map(\.key)
        if keys.contains("LinearAdditiveUtilitySpace") || keys.contains("issuesValues") {
            return try GeniusWebReader.read(places, files.map(\.stem))
        }
        if keys.contains("issueWeights") { return try NegoLogReader.read(places, files.map(\.stem)) }
        try refuseMore(files)
        return try OwnReader.read(places[0])
    }

    private static func refuseMore(_ files: [SourceFile]) throws(InterchangeError) {
        guard files.count > 1 else { return }
        throw InterchangeError(
            file: files[1].name, "a second file makes no sense here",
            remedy: "\(files[0].name) holds the whole negotiation; name it alone.")
    }
}
