import CExpat

/// Reads XML through libexpat into elements and attributes.
///
/// A document type declaration is refused before anything in it is read, so no entity is ever expanded and nothing outside
/// the file is fetched. Size, depth and number of elements are limited.
enum XMLReader {
    static let sizeLimit = 64 * 1024 * 1024
    static let depthLimit = 64
    static let elementLimit = 2_000_000

    static func parse(_ source: SourceFile) throws(InterchangeError) -> XMLElement {
        guard source.bytes.count <= sizeLimit else {
            throw InterchangeError(
                file: source.name, "\(source.bytes.count) bytes are too many",
                remedy: "Files of up to \(sizeLimit / 1_048_576) MiB are read.")
        }
        guard let parser = XML_ParserCreate(nil) else {
            throw InterchangeError(file: source.name, "there is no memory to read it", remedy: "Free some memory.")
        }
        defer { XML_ParserFree(parser) }
        let builder = TreeBuilder(parser)
        XML_SetUserData(parser, Unmanaged.passUnretained(builder).toOpaque())
        XML_SetElementHandler(parser, startElement, endElement)
        XML_SetStartDoctypeDeclHandler(parser, startDoctype)
        // The builder must outlive the calls below: the parser holds no reference to it.
        let status = withExtendedLifetime(builder) {
            source.bytes.withUnsafeBytes { bytes in
                XML_Parse(parser, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), 1)
            }
        }
        if let refusal = builder.refusal {
            throw InterchangeError(file: source.name, line: builder.refusalLine, refusal.reason, remedy: refusal.remedy)
        }
        guard status == XML_STATUS_OK, let root = builder.root else {
            let code = XML_GetErrorCode(parser)
            let reason = XML_ErrorString(code).map { String(cString: $0) } ?? "unknown error"
            throw InterchangeError(
                file: source.name, line: Int(XML_GetCurrentLineNumber(parser)),
                column: Int(XML_GetCurrentColumnNumber(parser)) + 1, "this is not well-formed XML (\(reason))",
                remedy: "Correct the file there.")
        }
        return root
    }
}

/// Collects elements while the parser runs; only touched from the parser's callbacks on the calling thread.
private final class TreeBuilder {
    let parser: XML_Parser
    var open: [XMLElement] = []
    var root: XMLElement?
    var count = 0
    var refusal: (reason: String, remedy: String)?
    var refusalLine = 0

    init(_ parser: XML_Parser) { self.parser = parser }

    func refuse(_ reason: String, _ remedy: String) {
        guard refusal == nil else { return }
        refusal = (reason, remedy)
        refusalLine = Int(XML_GetCurrentLineNumber(parser))
        XML_StopParser(parser, XML_Bool(0))
    }

    func start(_ name: String, _ attributes: [String: String]) {
        count += 1
        guard open.count < XMLReader.depthLimit else {
            return refuse("it is nested deeper than \(XMLReader.depthLimit) levels", "Flatten the file.")
        }
        guard count <= XMLReader.elementLimit else {
            return refuse("it has more than \(XMLReader.elementLimit) elements", "Split the file.")
        }
        open.append(XMLElement(name: name, attributes: attributes, line: Int(XML_GetCurrentLineNumber(parser))))
    }

    func end() {
        guard let element = open.popLast() else { return }
        if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
    }
}

private func builder(_ data: UnsafeMutableRawPointer?) -> TreeBuilder? {
    data.map { Unmanaged<TreeBuilder>.fromOpaque($0).takeUnretainedValue() }
}

private func startElement(
    _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?,
    _ pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
) {
    guard let name, let builder = builder(data) else { return }
    var attributes: [String: String] = [:]
    var index = 0
    while let pairs, let key = pairs[index], let value = pairs[index + 1] {
        attributes[String(cString: key)] = String(cString: value)
        index += 2
    }
    builder.start(String(cString: name), attributes)
}

private func endElement(_ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?) { builder(data)?.end() }

private func startDoctype(
    _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?, _ system: UnsafePointer<XML_Char>?,
    _ publicID: UnsafePointer<XML_Char>?, _ hasInternalSubset: Int32
) {
    builder(data)?.refuse(
        "it declares a document type, which may define entities",
        "Remove the <!DOCTYPE …> declaration; entities are never expanded.")
}
