/// What a page offers: its forms as a browser would send them untouched, and its links.
struct PageForms {
    struct Offered: Hashable {
        let action: String
        /// Names and values as they stand in the page, with one of the buttons where they have names.
        let fields: [Field]

        /// Whether both are the same form, whatever is filled in.
        func isLike(_ other: Offered) -> Bool {
            action == other.action && fields.map(\.name) == other.fields.map(\.name)
        }
    }

    struct Field: Hashable {
        let name: String
        let value: String
    }

    private(set) var forms: [Offered] = []
    private(set) var links: [String] = []

    init(_ html: [UInt8]) {
        var reader = TagReader(html)
        var action: String?
        var fields: [Field] = []
        var buttons: [Field] = []
        while let tag = reader.next() {
            func value(_ name: String) -> String? { tag.attributes[name] }
            switch tag.name {
            case "a": value("href").map { links.append($0) }
            case "form":
                if value("method") == "post" { action = value("action") }
            case "/form":
                if let action {
                    let ways = buttons.isEmpty ? [[]] : buttons.map { [$0] }
                    forms += ways.map { Offered(action: action, fields: fields + $0) }
                }
                (action, fields, buttons) = (nil, [], [])
            case "input":
                guard action != nil, let name = value("name") else { break }
                let isChoice = ["radio", "checkbox"].contains(value("type") ?? "")
                if isChoice, value("checked") == nil { break }
                fields.append(Field(name: name, value: value("value") ?? (isChoice ? "on" : "")))
            case "textarea":
                guard action != nil, let name = value("name") else { break }
                fields.append(Field(name: name, value: reader.text().drop { $0 == "\n" }.description))
            case "select":
                guard action != nil, let name = value("name") else { break }
                fields.append(Field(name: name, value: Self.selected(&reader)))
            case "button":
                guard action != nil, value("type") != "button", let name = value("name") else { break }
                buttons.append(Field(name: name, value: value("value") ?? ""))
            default: break
            }
        }
    }

    /// The chosen option, or the first as browsers take it.
    private static func selected(_ reader: inout TagReader) -> String {
        var first: String?
        var chosen: String?
        while let tag = reader.next(), tag.name != "/select" {
            guard tag.name == "option" else { continue }
            let value = tag.attributes["value"] ?? ""
            first = first ?? value
            if tag.attributes["selected"] != nil { chosen = value }
        }
        return chosen ?? first ?? ""
    }
}

/// Reads the tags of our own pages one after the other.
private struct TagReader {
    struct Tag {
        let name: String
        let attributes: [String: String]
    }

    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Tag? {
        while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
        guard place < bytes.count else { return nil }
        place += 1
        let name = word { $0 != UInt8(ascii: ">") && $0 > 32 }
        var attributes: [String: String] = [:]
        while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
            guard bytes[place] > 32 else {
                place += 1
                continue
            }
            let key = word { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") && $0 > 32 }
            guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "=") else {
                attributes[key] = ""
                continue
            }
            place += 2
            attributes[key] = Self.plain(word { $0 != UInt8(ascii: "\"") })
            place += 1
        }
        return Tag(name: name, attributes: attributes)
    }

    /// The text up to the next tag.
    mutating func text() -> String {
        place += 1
        return Self.plain(word { $0 != UInt8(ascii: "<") })
    }

    private mutating func word(_ goesOn: (UInt8) -> Bool) -> String {
        let start = place
        while place < bytes.count, goesOn(bytes[place]) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private static func plain(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&#10;", with: "\n").replacing("&amp;", with: "&")
    }
}
