import AllianceModel
import CLibYAML

/// Builds the tree of a YAML document from its events.
struct YAMLBuilder {
    private(set) var result: Document?
    private var open: [Collection] = []
    private var anchors: [String: (document: Document, size: Int, depth: Int)] = [:]
    private var size = 0
    private var documents = 0

    /// A list or record that is not closed yet.
    private struct Collection {
        let isRecord: Bool
        let line: Int
        let anchor: String?
        let sizeBefore: Int
        /// How deep the nesting in it is: 1 where it holds nothing but scalars.
        var depth = 1
        var items: [Value] = []
        var members = Value.Members()
        var names: Set<String> = []
        var places: [Places] = []
        var name: String?
        var nameLine = 0
    }

    mutating func take(_ event: yaml_event_t) throws(SyntaxError) {
        let line = Int(event.start_mark.line) + 1
        func error(_ reason: String, _ remedy: String) -> SyntaxError {
            SyntaxError(line: line, column: Int(event.start_mark.column) + 1, reason, remedy)
        }
        switch event.type {
        case YAML_DOCUMENT_START_EVENT:
            documents += 1
            if documents > 1 { throw error("a second document begins here", "Keep one document in a file.") }
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            if scalar.tag != nil { throw error("tags are not used here", "Remove the word that begins with “!”.") }
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            if open.last?.isRecord == true, open.last?.name == nil {
                try takeName(text, line, error)
                return
            }
            let isNothing = scalar.style == YAML_PLAIN_SCALAR_STYLE && ["", "~", "null"].contains(text)
            let document = Document(value: isNothing ? .none : .text(text), places: .scalar(line: line))
            size += 1
            if let anchor = scalar.anchor { anchors[String(decodingCString: anchor, as: UTF8.self)] = (document, 1, 0) }
            try put(document, depth: 0, error)
        case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT:
            let isRecord = event.type == YAML_MAPPING_START_EVENT
            let tag = isRecord ? event.data.mapping_start.tag : event.data.sequence_start.tag
            let anchor = isRecord ? event.data.mapping_start.anchor : event.data.sequence_start.anchor
            if tag != nil { throw error("tags are not used here", "Remove the word that begins with “!”.") }
            if open.last?.isRecord == true, open.last?.name == nil {
                throw error("a name cannot be a list or record", "Write “name: value”.")
            }
            guard open.count < YAMLReader.maximumDepth else {
                throw error("nesting is deeper than \(YAMLReader.maximumDepth)", "Write it flatter.")
            }
            open.append(
                Collection(
                    isRecord: isRecord, line: line, anchor: anchor.map { String(decodingCString: $0, as: UTF8.self) },
                    sizeBefore: size))
            size += 1
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            guard let closed = open.popLast() else { return }
            let document =
                closed.isRecord
                ? Document(value: .record(closed.members), places: .record(line: closed.line, closed.places))
                : Document(value: .list(closed.items), places: .list(line: closed.line, closed.places))
            if let anchor = closed.anchor { anchors[anchor] = (document, size - closed.sizeBefore, closed.depth) }
            try put(document, depth: closed.depth, error)
        case YAML_ALIAS_EVENT:
            let name = event.data.alias.anchor.map { String(decodingCString: $0, as: UTF8.self) } ?? ""
            guard let known = anchors[name] else {
                throw error("“*\(name)” refers to nothing", "Name an anchor that stands before.")
            }
            if open.last?.isRecord == true, open.last?.name == nil {
                throw error("a name cannot be an alias", "Write it out.")
            }
            guard open.count + known.depth <= YAMLReader.maximumDepth else {
                throw error("nesting is deeper than \(YAMLReader.maximumDepth)", "Write it flatter.")
            }
            size += known.size
            try put(known.document, depth: known.depth, error)
        default: break
        }
    }

    private mutating func takeName(
        _ name: String, _ line: Int, _ error: (String, String) -> SyntaxError
    ) throws(SyntaxError) {
        if name == "<<" { throw error("merge keys are not used here", "Write the members out.") }
        let isNew =
            open[open.count - 1].members.count < 8
            ? !open[open.count - 1].members.names.contains(name) : !open[open.count - 1].names.contains(name)
        guard isNew else { throw error("“\(name)” stands here twice", "Keep one of them.") }
        open[open.count - 1].name = name
        open[open.count - 1].nameLine = line
    }

    private mutating func put(
        _ document: Document, depth: Int, _ error: (String, String) -> SyntaxError
    ) throws(SyntaxError) {
        if size > YAMLReader.maximumValues {
            throw error(
                "the document unfolds to more than \(YAMLReader.maximumValues) values",
                "Write it without so many aliases.")
        }
        guard !open.isEmpty else {
            result = document
            return
        }
        let last = open.count - 1
        open[last].depth = max(open[last].depth, depth + 1)
        if let name = open[last].name {
            open[last].places.append(document.places.at(line: open[last].nameLine))
            open[last].members.append(name, document.value)
            if open[last].members.count == 8 { open[last].names = Set(open[last].members.names) }
            if open[last].members.count > 8 { open[last].names.insert(name) }
            open[last].name = nil
        } else {
            open[last].places.append(document.places)
            open[last].items.append(document.value)
        }
    }
}
