public import AllianceModel
internal import CLibYAML

/// Reads a YAML document into a ``Value``.
///
/// Every scalar is a text: the field that takes it says what it means, so `no` and `1.50` stay what people typed. Only an
/// empty plain scalar, `~` and `null` are nothing. Refused, with the place: a second document, duplicate names, tags, merge
/// keys, nesting beyond 32 and documents that unfold to more than two million values (alias bombs).
///
/// The events come from libyaml; the tree is built here, since building it through a general node type took four times as long
/// (`Documentation/decisions`).
/// - Complexity: O(bytes + values).
public enum YAMLReader {
    static let maximumDepth = 32
    static let maximumValues = 2_000_000

    public static func read(_ bytes: [UInt8]) throws(SyntaxError) -> Document {
        var builder = YAMLBuilder()
        let failure: SyntaxError? = bytes.withUnsafeBufferPointer { buffer in
            var parser = yaml_parser_t()
            guard yaml_parser_initialize(&parser) == 1 else {
                return SyntaxError(
                    line: 1, column: 1, "there is too little memory", "Close other programs and try again.")
            }
            defer { yaml_parser_delete(&parser) }
            yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
            var event = yaml_event_t()
            while true {
                guard yaml_parser_parse(&parser, &event) == 1 else { return syntaxError(parser, buffer) }
                defer { yaml_event_delete(&event) }
                if event.type == YAML_STREAM_END_EVENT { return nil }
                do throws(SyntaxError) { try builder.take(event) } catch { return error }
            }
        }
        if let failure { throw failure }
        guard let document = builder.result else {
            throw SyntaxError(line: 1, column: 1, "the file is empty", "Begin with “entente: 1”, or use “entente new”.")
        }
        return document
    }

    private static func syntaxError(_ parser: yaml_parser_t, _ bytes: UnsafeBufferPointer<UInt8>) -> SyntaxError {
        let problem = parser.problem.map { String(cString: $0) } ?? "the file cannot be read"
        guard parser.error != YAML_READER_ERROR else {
            // The reader of libyaml works ahead and knows no line, only the byte.
            let before = bytes.prefix(Int(parser.problem_offset))
            let column = before.count - (before.lastIndex(of: 10).map { $0 + 1 } ?? 0) + 1
            return SyntaxError(
                line: before.count { $0 == 10 } + 1, column: column, problem, "Save the file as UTF-8.")
        }
        let mark = parser.problem_mark
        return SyntaxError(
            line: Int(mark.line) + 1, column: Int(mark.column) + 1, "this is no YAML: \(problem)",
            "Check indentation (blanks, no tabs), colons and quotation marks here.")
    }
}
