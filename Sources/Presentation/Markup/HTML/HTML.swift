/// Markup that is safe by construction, made by string interpolation.
///
/// The literal parts are markup. Each interpolation is escaped by its type and by the place where it stands, so text can
/// neither open an element, nor leave an attribute, nor become a link that runs a script.
/// ```swift
/// let name = "Ada <b>", link = WebLink("/people/7")
/// let cell: HTML = "<td><a href=\"\(link)\">\(name)</a></td>"
/// // <td><a href="/people/7">Ada &lt;b&gt;</a></td>
/// ```
/// | place of the interpolation | text | nested `HTML` |
/// |---|---|---|
/// | between tags | `& < > " '` escaped | as it is |
/// | in a quoted attribute | escaped | escaped, as it would read in the source |
/// | at the start of `href`, `src`, `action`, … | checked as a `WebLink`, refused ones become `#` | likewise |
/// | further on in such an attribute | percent-encoded as one component | likewise |
/// | after `name=` without quotes | quoted and escaped | likewise |
/// | elsewhere in a tag | letters, digits, `-` and `_` are kept | likewise |
/// | in `<style>` or `<script>` | nothing | as it is |
/// | in `<!…>`, in an `on…` or `style` attribute | nothing | nothing |
///
/// Control characters that XML forbids become U+FFFD. One value holds one buffer of bytes: appending is linear in the bytes.
public struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
    /// The markup as UTF-8.
    public internal(set) var bytes: [UInt8]
    /// Where the next byte would stand.
    var scanner: MarkupScanner

    /// Markup with nothing in it.
    public init() {
        bytes = []
        scanner = MarkupScanner()
    }

    public init(stringLiteral value: String) {
        self.init()
        appendMarkup(value)
    }

    public init(stringInterpolation: Interpolation) {
        self = stringInterpolation.html
    }

    /// The text, escaped.
    public init(text: some StringProtocol) {
        self.init()
        appendText(text)
    }

    public var isEmpty: Bool { bytes.isEmpty }

    /// The markup as a string.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    public static func += (left: inout HTML, right: HTML) { left.append(right) }

    public static func + (left: HTML, right: HTML) -> HTML {
        var sum = left
        sum.append(right)
        return sum
    }

    /// What an interpolation is collected into.
    public struct Interpolation: StringInterpolationProtocol, Sendable {
        var html = HTML()

        public init(literalCapacity: Int, interpolationCount: Int) {
            html.bytes.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        public mutating func appendLiteral(_ literal: String) { html.appendMarkup(literal) }

        public mutating func appendInterpolation(_ text: String) { html.appendText(text) }
        public mutating func appendInterpolation(_ text: String?) { if let text { html.appendText(text) } }
        public mutating func appendInterpolation(_ number: Int) { html.appendText(String(number)) }
        /// A number with at most one decimal and a true minus sign only in text: `2.0` is `2`, and what is not finite is `–`.
        public mutating func appendInterpolation(_ number: Double) { html.appendText(decimal(number)) }
        @_disfavoredOverload  // a value with a meaning of its own above or below is never taken for its description
        public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            html.appendText(value.description)
        }

        public mutating func appendInterpolation(_ link: some WebAddress) { html.appendLink(link.webLink) }
        public mutating func appendInterpolation(_ link: WebLink) { html.appendLink(link) }
        public mutating func appendInterpolation(_ link: WebLink?) { if let link { html.appendLink(link) } }

        public mutating func appendInterpolation(_ markup: HTML) { html.append(markup) }
        public mutating func appendInterpolation(_ markup: HTML?) { if let markup { html.append(markup) } }
        public mutating func appendInterpolation(_ list: [HTML]) { for item in list { html.append(item) } }

        /// `\(when: isDue, "<b>due</b>")`: the markup where the condition holds, else nothing.
        public mutating func appendInterpolation(
            when condition: Bool, _ markup: @autoclosure () -> HTML, otherwise: @autoclosure () -> HTML = HTML()
        ) {
            html.append(condition ? markup() : otherwise())
        }

        /// `\(each: people, card)`: the markup of each element, in order.
        public mutating func appendInterpolation<Elements: Sequence>(
            each elements: Elements, _ markup: (Elements.Element) -> HTML
        ) {
            for element in elements { html.append(markup(element)) }
        }

        /// `<input\(attribute: "max", limit)>`: ` max="…"`, or nothing without a value. `name` is markup.
        public mutating func appendInterpolation(attribute name: StaticString, _ value: (some CustomStringConvertible)?)
        {
            if let value { html.appendAttribute(name, value.description) }
        }

        /// `<input\(attributes)>`: each attribute that has a value.
        public mutating func appendInterpolation(_ attributes: Attributes) {
            for (name, value) in attributes.list { if let value { html.appendAttribute(name, value) } }
        }

        /// `<input\(flag: "checked", isOn)>`: ` checked` where it holds. `name` is markup.
        public mutating func appendInterpolation(flag name: StaticString, _ isOn: Bool) {
            if isOn { html.appendAttribute(name, nil) }
        }
    }
}

/// Attributes to be written inside a tag; those without a value are left out.
public struct Attributes: Sendable {
    var list: [(name: StaticString, value: String?)]

    public init(_ list: [(name: StaticString, value: String?)]) { self.list = list }
}

extension Sequence where Element == HTML {
    /// One piece of markup with the separator between the elements.
    public func joined(separator: HTML = HTML()) -> HTML {
        var result = HTML()
        var isFirst = true
        for element in self {
            if !isFirst { result.append(separator) }
            result.append(element)
            isFirst = false
        }
        return result
    }
}
