/// Follows literal markup byte by byte, so that an interpolation knows where it stands.
///
/// It knows as much of HTML as that takes: tags, attributes, `<style>`, `<script>` and `<!…>`. It checks nothing.
struct MarkupScanner: Sendable, Equatable {
    enum Place: UInt8, Sendable {
        case text, tagName, tag, attributeName, beforeValue, unquoted, doubleQuoted, singleQuoted
        case declaration, raw, rawLess
    }

    /// What an attribute's value is read as.
    enum Value: Sendable { case plain, link, refused }

    private(set) var place = Place.text
    /// Whether nothing was written yet into the attribute's value.
    private(set) var valueIsEmpty = true
    /// The first two and the last eight bytes of the current name in lower case: enough to tell the names below apart.
    private var head: UInt16 = 0
    private var tail: UInt64 = 0
    private var length = 0
    private var element: UInt64 = 0

    private static let links: Set<UInt64> = [
        packed("href"), packed("src"), packed("action"), packed("formaction"), packed("ink:href"), packed("poster"),
        packed("cite"), packed("data"), packed("ping"), packed("background"), packed("manifest"), packed("srcset"),
    ]
    private static let rawElements: Set<UInt64> = [packed("script"), packed("style")]
    private static let refused: Set<UInt64> = [packed("style"), packed("srcdoc")]

    /// What the value of the attribute that is being written is read as.
    var value: Value {
        if head == 0x6F6E || Self.refused.contains(tail) { return .refused }  // "on"
        return Self.links.contains(tail) ? .link : .plain
    }

    /// Notes that an interpolation wrote into the value, which moves no other state.
    mutating func wroteValue() { valueIsEmpty = false }

    /// Notes an interpolation that stands for a whole value and brings its quotes: before and after it writes.
    mutating func beginWholeValue() { valueIsEmpty = true }
    mutating func endWholeValue() { place = .tag }

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
            if place == .text {  // the long runs
                while index < bytes.count, bytes[index] != 0x3C { index += 1 }
                if index == bytes.count { return }
            }
            read(bytes[index])
            index += 1
        }
    }

    private mutating func read(_ byte: UInt8) {
        switch place {
        case .text: if byte == 0x3C { begin(.tagName) }
        case .tagName: readTagName(byte)
        case .tag: readTag(byte)
        case .attributeName:
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D, 0x2F: place = .tag
            case 0x3D: place = .beforeValue
            case 0x3E: close()
            default: roll(byte)
            }
        case .beforeValue:
            valueIsEmpty = true
            switch byte {
            case 0x22: place = .doubleQuoted
            case 0x27: place = .singleQuoted
            case 0x20, 0x09, 0x0A, 0x0D: break
            case 0x3E: close()
            default: place = .unquoted
            }
        case .unquoted:
            valueIsEmpty = false
            if byte == 0x3E { close() } else if byte <= 0x20 { place = .tag }
        case .doubleQuoted:
            valueIsEmpty = false
            if byte == 0x22 { place = .tag }
        case .singleQuoted:
            valueIsEmpty = false
            if byte == 0x27 { place = .tag }
        case .declaration: if byte == 0x3E { place = .text }
        case .raw: if byte == 0x3C { place = .rawLess }
        case .rawLess:
            if byte == 0x2F {
                begin(.tagName)
                roll(byte)
            } else if byte != 0x3C {
                place = .raw
            }
        }
    }

    private mutating func readTagName(_ byte: UInt8) {
        switch byte {
        case 0x21, 0x3F: place = .declaration
        case 0x3E: element = tail; close()
        case 0x20, 0x09, 0x0A, 0x0D:
            element = tail
            place = .tag
        case 0x2F where length > 0:
            element = tail
            place = .tag
        default: roll(byte)  // the slash of an end tag becomes part of the name, so `</style>` opens no raw text
        }
    }

    private mutating func readTag(_ byte: UInt8) {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, 0x2F: break
        case 0x3D: place = .beforeValue
        case 0x3E: close()
        default:
            begin(.attributeName)
            roll(byte)
        }
    }

    private mutating func begin(_ next: Place) {
        place = next
        (head, tail, length) = (0, 0, 0)
    }

    private mutating func roll(_ byte: UInt8) {
        let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        tail = tail << 8 | UInt64(lower)
        if length < 2 { head = head << 8 | UInt16(lower) }
        length += 1
    }

    private mutating func close() { place = Self.rawElements.contains(element) ? .raw : .text; element = 0 }

    private static func packed(_ name: StaticString) -> UInt64 {
        name.withUTF8Buffer { $0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
    }
}
