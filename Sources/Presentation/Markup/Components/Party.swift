/// An organisation in pictures: its name, and the mark it keeps in every picture.
public struct Party: Sendable, Hashable {
    public var name: String
    public var mark: PartyMark

    public init(_ name: String, _ mark: PartyMark) {
        self.name = name
        self.mark = mark
    }

    /// Parties in the order in which they joined.
    public static func named(_ names: [String]) -> [Party] {
        names.enumerated().map { Party($1, PartyMark(position: $0)) }
    }
}

/// A shape with a colour. The colours are those of Okabe and Ito ("Color universal design", 2008), unchanged; the shape tells
/// the parties apart without colour, and every mark has an outline.
public enum PartyMark: Int, Sendable, Hashable, CaseIterable {
    case circle = 1, square, diamond, triangle, cross, triangleDown
    /// Everyone from the seventh on.
    case other

    /// The mark of the party that joined at this position, from 0.
    public init(position: Int) {
        self = (0..<6).contains(position) ? PartyMark(rawValue: position + 1) ?? .other : .other
    }

    /// The class that fills.
    var fill: String { "c\(rawValue)" }
    /// The class that strokes.
    var stroke: String { "l\(rawValue)" }

    /// The outline around a point, about 12 units across at size 1.
    func outline(_ x: Double, _ y: Double, _ size: Double = 1) -> String {
        func p(_ dx: Double, _ dy: Double) -> String { "\(decimal(dx * size)) \(decimal(dy * size))" }
        let start = "M\(decimal(x)) \(decimal(y))"
        switch self {
        case .circle:
            let r = decimal(6 * size)
            return start + "m-\(r) 0a\(r) \(r) 0 1 1 \(p(12, 0))a\(r) \(r) 0 1 1 \(p(-12, 0))z"
        case .square:
            return start + "m\(p(-5.5, -5.5))h\(decimal(11 * size))v\(decimal(11 * size))h\(decimal(-11 * size))z"
        case .diamond: return start + "m\(p(0, -7.5))l\(p(7.5, 7.5))l\(p(-7.5, 7.5))l\(p(-7.5, -7.5))z"
        case .triangle: return start + "m\(p(0, -7))l\(p(7, 12.5))h\(decimal(-14 * size))z"
        case .cross:
            return start + "m\(p(-2.5, -7))h\(decimal(5 * size))v\(p4(4.5, size))h\(p4(4.5, size))v\(p4(5, size))"
                + "h\(p4(-4.5, size))v\(p4(4.5, size))h\(p4(-5, size))v\(p4(-4.5, size))h\(p4(-4.5, size))v\(p4(-5, size))h\(p4(4.5, size))z"
        case .triangleDown: return start + "m\(p(0, 7))l\(p(7, -12.5))h\(decimal(-14 * size))z"
        case .other:
            return start + "m\(p(-3, -6))h\(p4(6, size))l\(p(3.5, 6))l\(p(-3.5, 6))h\(p4(-6, size))l\(p(-3.5, -6))z"
        }
    }

    private func p4(_ length: Double, _ size: Double) -> String { decimal(length * size) }
}

/// The organisation's mark and name in a line of text.
public func organisation(_ party: Party) -> HTML { "<span class=\"org\">\(markSymbol(party.mark))\(party.name)</span>" }

/// Which mark stands for whom.
///
/// - Parameter others: what stands for parties that are not listed, beside the mark that they share.
public func legend(_ parties: [Party], others: HTML? = nil) -> HTML {
    guard !parties.isEmpty else { return "" }
    // Parties that share a mark share a line.
    let others = others ?? othersInWords(parties.filter { $0.mark == .other }.map(\.name))
    return """
        <ul class="key">\(each: parties.filter { $0.mark != .other }, { "<li>\(markSymbol($0.mark))\($0.name)</li>" as HTML })\
        \(others.map { "<li>\(markSymbol(.other))\($0)</li>" as HTML })</ul>
        """
}

/// The parties that share a mark; nil where none does.
private func othersInWords(_ names: [String]) -> HTML? {
    let most = 24
    if names.isEmpty { return nil }
    return HTML(text: names.count > most ? listed(names, atMost: most) : names.joined(separator: ", "))
}

/// The mark of a party in a line of text.
func markSymbol(_ mark: PartyMark) -> HTML {
    """
    <svg class="mark" viewBox="0 0 16 16" aria-hidden="true"><path class="\(mark.fill)" d="\(mark.outline(8, 8))"/></svg>
    """
}
