/// The elements of a page: as much of HTML as the checks need.
struct PageMarkup {
    struct Element {
        let name: String
        var attributes: [String: String]
        /// The text up to the next tag.
        var text: String
    }

    var elements: [Element] = []

    init(_ html: String) {
        for piece in html.split(separator: "<", omittingEmptySubsequences: true) {
            guard let end = PageMarkup.end(of: piece), let first = piece.first, first.isLetter || first == "/" else {
                continue
            }
            let tag = piece[..<end]
            let name = tag.prefix { !$0.isWhitespace }
            elements.append(
                Element(
                    name: String(name), attributes: PageMarkup.attributes(tag.dropFirst(name.count)),
                    text: PageMarkup.unescaped(String(piece[piece.index(after: end)...]))))
        }
    }

    /// The `>` that closes the tag, not one inside a value.
    private static func end(of piece: Substring) -> Substring.Index? {
        var quote: Character?
        for index in piece.indices {
            let character = piece[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" {
                quote = character
            } else if character == ">" {
                return index
            }
        }
        return nil
    }

    private static func attributes(_ text: Substring) -> [String: String] {
        var result: [String: String] = [:]
        var rest = text
        while let start = rest.firstIndex(where: { !$0.isWhitespace && $0 != "/" }) {
            rest = rest[start...]
            let name = rest.prefix { $0 != "=" && !$0.isWhitespace }
            rest = rest.dropFirst(name.count)
            guard rest.hasPrefix("=\"") else {
                result[String(name)] = ""
                continue
            }
            let value = rest.dropFirst(2).prefix { $0 != "\"" }
            result[String(name)] = unescaped(String(value))
            rest = rest.dropFirst(value.count + 3)
        }
        return result
    }

    static func unescaped(_ text: String) -> String {
        var text = text
        for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            text = text.split(separator: entity, omittingEmptySubsequences: false).joined(separator: character)
        }
        return text
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    /// What a browser would send for the only form of the page that has a field of this name.
    func pairs(ofFormWith field: String) -> [(name: String, value: String)] {
        var result: [(name: String, value: String)] = []
        var form: [(name: String, value: String)] = []
        var select: (name: String, value: String?)?
        for element in elements {
            let name = element.attributes["name"]
            switch element.name {
            case "form": form = []
            case "/form": if form.contains(where: { $0.name == field }) { result = form }
            case "input":
                guard let name else { continue }
                let type = element.attributes["type"] ?? "text"
                if type == "radio" || type == "checkbox", element.attributes["checked"] == nil { continue }
                if type != "file" { form.append((name, element.attributes["value"] ?? "")) }
            case "textarea":
                if let name {
                    form.append((name, element.text.hasPrefix("\n") ? String(element.text.dropFirst()) : element.text))
                }
            case "select": if let name { select = (name, nil) }
            case "option":
                if element.attributes["selected"] != nil || select?.value == nil {
                    select?.value = element.attributes["value"] ?? ""
                }
            case "/select":
                if let chosen = select { form.append((chosen.name, chosen.value ?? "")) }
                select = nil
            default: continue
            }
        }
        return result
    }
}
