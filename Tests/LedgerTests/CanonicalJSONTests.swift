import Ledger
import SeededRandom
import Testing

@Suite("Canonical JSON")
struct CanonicalJSONTests {
    static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    static func refusal(_ bytes: [UInt8]) -> CanonicalJSON.Refusal.Reason? {
        do throws(CanonicalJSON.Refusal) { try CanonicalJSON.check(bytes) } catch { return error.reason }
        return nil
    }

    static func parseRefusal(_ bytes: [UInt8]) -> CanonicalJSON.Refusal.Reason? {
        do throws(CanonicalJSON.Refusal) { _ = try CanonicalJSON.parse(bytes) } catch { return error.reason }
        return nil
    }

    @Test(
        "accepts every canonical spelling",
        arguments: [
            "null", "true", "false", "0", "-1", "9007199254740991", "-9007199254740991", "\"\"", "[]", "{}",
            #"{"a":1,"a0":[],"a_":{},"ab":"\u0001\u001f\b\t\n\f\r\"\\/"}"#,
            "\"\u{7F}\u{E9}\u{20AC}\u{1F600}\u{10FFFF}\"",
            "[[1,2],[\"x\",null]]",
        ])
    func acceptsCanonical(text: String) throws {
        try CanonicalJSON.check(Self.bytes(text))
        #expect(try CanonicalJSON.canonical(Self.bytes(text)) == Self.bytes(text))
    }

    @Test(
        "refuses what is not in the profile, whoever reads it",
        arguments: [
            ("", .endsEarly), ("{", .endsEarly), (#"{"a":"#, .endsEarly), (#""abc"#, .endsEarly),
            ("tru", .unexpectedByte),
            ("1.5", .number), ("1e3", .number), ("1E3", .number), ("-0", .number), ("01", .number), ("-", .number),
            ("+1", .unexpectedByte), ("9007199254740992", .integerRange), ("-9007199254740992", .integerRange),
            ("99999999999999999999999999999", .integerRange), ("NaN", .unexpectedByte), ("[1,]", .unexpectedByte),
            (#"{"a":1,"a":2}"#, .duplicateKey), (#"{"A":1}"#, .key), (#"{"":1}"#, .key), (#"{"1a":1}"#, .key),
            (#"{"_a":1}"#, .key), (#"{"é":1}"#, .key), (#"{"a-b":1}"#, .key), (#""\u0000""#, .nul), (#""\ud800""#, nil),
            (#""\x41""#, .escape), ("1 2", .trailingBytes), ("\"\u{1}\"", .control), ("'a'", .unexpectedByte),
        ] as [(String, CanonicalJSON.Refusal.Reason?)])
    func refuses(text: String, reason: CanonicalJSON.Refusal.Reason?) {
        let strict = Self.refusal(Self.bytes(text))
        let lenient = Self.parseRefusal(Self.bytes(text))
        // A lone surrogate is an escape that canonical text does not have at all.
        #expect(strict == reason ?? .escape)
        #expect(lenient == reason ?? .surrogate)
    }

    @Test(
        "refuses a spelling that is not the canonical one",
        arguments: [
            (" 1", .unexpectedByte), ("1 ", .trailingBytes), (#"{"b":1,"a":2}"#, .keyOrder),
            (#"{"ab":1,"a":2}"#, .keyOrder),
            (#"{"a": 1}"#, .unexpectedByte), (#""\/""#, .escape), (#""\u0041""#, .escape), (#""\u000A""#, .escape),
            (#""\u000a""#, .escape), (#""\u001F""#, .escape), (#""\u00e9""#, .escape), ("\u{FEFF}1", .unexpectedByte),
            ("[1, 2]", .unexpectedByte),
        ] as [(String, CanonicalJSON.Refusal.Reason)])
    func refusesOtherSpellings(text: String, reason: CanonicalJSON.Refusal.Reason) {
        #expect(Self.refusal(Self.bytes(text)) == reason)
    }

    @Test(
        "refuses bytes that are not UTF-8",
        arguments: [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xF0, 0x80, 0x80, 0x80],
            [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xC3], [0xE2, 0x82],
            [0xF0, 0x9F, 0x98], [0xC3, 0x28], [0xE2, 0x28, 0xA1], [0xE2, 0x82, 0x28], [0xF0, 0x9F, 0x28, 0x80],
        ] as [[UInt8]])
    func refusesBadUTF8(bytes: [UInt8]) {
        let text = [0x22] + bytes + [0x22]
        #expect(Self.refusal(text) == .utf8)
        #expect(Self.parseRefusal(text) == .utf8)
    }

    @Test("refuses surrogates as UTF-8 and as escapes")
    func refusesSurrogates() {
        #expect(Self.refusal([0x22, 0xED, 0xA0, 0x80, 0x22]) == .surrogate)
        #expect(Self.parseRefusal([0x22, 0xED, 0xBF, 0xBF, 0x22]) == .surrogate)
        for text in [#""\udc00""#, #""\ud800x""#, #""\ud800\u0041""#, #""\ud800\ud800""#, #""\uDBFF""#] {
            #expect(Self.parseRefusal(Self.bytes(text)) == .surrogate)
        }
    }

    @Test("joins surrogate pairs and sorts keys")
    func canonicalises() throws {
        let text = #" { "b" : [ 1 , "\ud83d\uDE00\/\u0041\u000a" ] , "a" : null } "#
        #expect(
            try String(decoding: CanonicalJSON.canonical(Self.bytes(text)), as: UTF8.self)
                == "{\"a\":null,\"b\":[1,\"\u{1F600}/A\\n\"]}")
    }

    @Test("accepts 32 containers and refuses 33")
    func depth() {
        func nested(_ depth: Int) -> [UInt8] {
            [UInt8](repeating: 0x5B, count: depth) + [UInt8](repeating: 0x5D, count: depth)
        }
        #expect(Self.refusal(nested(32)) == nil)
        #expect(Self.refusal(nested(33)) == .tooDeep)
        #expect(Self.parseRefusal(nested(33)) == .tooDeep)
        #expect(Self.refusal([UInt8](repeating: 0x5B, count: 60_000)) == .tooDeep)
        var value = CanonicalJSON.Value.list([])
        for _ in 0..<32 { value = .object(["a": value]) }
        #expect(throws: CanonicalJSON.Refusal(.tooDeep, at: 0)) { try CanonicalJSON.encode(value) }
    }

    @Test("accepts 60 KiB and refuses one byte more")
    func size() {
        func text(_ count: Int) -> [UInt8] { [0x22] + [UInt8](repeating: 0x61, count: count - 2) + [0x22] }
        #expect(Self.refusal(text(61_440)) == nil)
        #expect(Self.refusal(text(61_441)) == .tooLarge)
        #expect(Self.parseRefusal(text(61_441)) == .tooLarge)
        #expect(throws: CanonicalJSON.Refusal.self) {
            try CanonicalJSON.encode(.text(String(repeating: "a", count: 61_439)))
        }
    }

    @Test("reads members in any order, and none twice")
    func anyOrder() throws {
        let value: CanonicalJSON.Value = .object(["a": .integer(1), "b": .integer(2), "c": .integer(3)])
        for text in [#"{"a":1,"b":2,"c":3}"#, #"{"c":3,"a":1,"b":2}"#, #"{"b":2,"c":3,"a":1}"#] {
            let read = try CanonicalJSON.parse(Self.bytes(text))
            #expect(read == value && read["b"]?.integer == 2 && read["d"] == nil)
        }
        for text in [#"{"b":1,"a":2,"b":3}"#, #"{"a":1,"c":2,"b":3,"a":4}"#] {
            #expect(Self.parseRefusal(Self.bytes(text)) == .duplicateKey)
        }
        guard case .object(var members) = value else { return }
        members["b"] = nil
        members["0"] = .null
        members["c"] = .integer(4)
        #expect(members.map(\.key) == ["0", "a", "c"] && members["c"]?.integer == 4)
        #expect(try CanonicalJSON.parse(Self.bytes(#""a\\\n\u00e9é\"b""#)).text == "a\\\né\u{E9}\"b")
    }

    @Test("accepts keys of 64 bytes and refuses 65")
    func keyLength() {
        let key = String(repeating: "k", count: 64)
        #expect(Self.refusal(Self.bytes(#"{"\#(key)":1}"#)) == nil)
        #expect(Self.refusal(Self.bytes(#"{"\#(key)k":1}"#)) == .key)
        #expect(throws: CanonicalJSON.Refusal.self) { try CanonicalJSON.encode(.object([key + "k": .null])) }
    }

    @Test("keeps Unicode as given and compares by bytes")
    func unicodeIsKept() throws {
        let composed = CanonicalJSON.Value.text("\u{E9}")
        let decomposed = CanonicalJSON.Value.text("e\u{301}")
        #expect(composed != decomposed)
        #expect(try CanonicalJSON.parse(CanonicalJSON.encode(decomposed)) == decomposed)
        #expect(try CanonicalJSON.encode(composed) != CanonicalJSON.encode(decomposed))
    }

    @Test("refuses integers and characters that cannot be spelled")
    func encodeRefuses() {
        #expect(throws: CanonicalJSON.Refusal(.integerRange, at: 0)) {
            try CanonicalJSON.encode(.integer(9_007_199_254_740_992))
        }
        #expect(throws: CanonicalJSON.Refusal(.nul, at: 0)) { try CanonicalJSON.encode(.text("a\0b")) }
    }

    @Test("what is encoded checks, and parses to the same value")
    func roundTrip() throws {
        var generator = SplitMix64(seed: 1)
        var failures = 0
        for _ in 0..<2000 {
            let value = RandomJSON.value(depth: 0, using: &generator)
            let bytes = try CanonicalJSON.encode(value)
            try CanonicalJSON.check(bytes)
            if try CanonicalJSON.parse(bytes) != value { failures += 1 }
        }
        #expect(failures == 0)
    }

    @Test("random bytes and mutated texts never get through both readers differently")
    func fuzz() throws {
        var generator = SplitMix64(seed: 2)
        var accepted = 0
        var differences = 0
        for round in 0..<20_000 {
            var bytes = try CanonicalJSON.encode(RandomJSON.value(depth: 0, using: &generator))
            for _ in 0...round % 3 where !bytes.isEmpty {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: index)
                default: bytes.insert(Array("{}[]\",:\\u0e-19 ".utf8)[Int(generator.next() % 15)], at: index)
                }
            }
            // Strictly accepted means: any reader parses it, and spells it the same.
            if Self.refusal(bytes) == nil {
                accepted += 1
                if (try? CanonicalJSON.canonical(bytes)) != bytes { differences += 1 }
            } else if (try? CanonicalJSON.canonical(bytes)) == bytes {
                differences += 1
            }
        }
        #expect(differences == 0)
        #expect(accepted > 1000)
    }
}

/// Random values within the profile.
enum RandomJSON {
    static let scalars: [Unicode.Scalar] = [
        "a", "Z", "0", " ", "\"", "\\", "/", "\u{1}", "\u{8}", "\t", "\n", "\u{C}", "\r", "\u{1F}", "\u{7F}", "\u{80}",
        "\u{E9}", "\u{301}", "\u{7FF}", "\u{800}", "\u{2028}", "\u{D7FF}", "\u{E000}", "\u{FEFF}", "\u{FFFD}",
        "\u{FFFF}",
        "\u{10000}", "\u{1F600}", "\u{10FFFF}", "<", ">", "&", "'",
    ]

    static func value(depth: Int, using generator: inout SplitMix64) -> CanonicalJSON.Value {
        switch Int.random(in: 0..<(depth < 5 ? 7 : 5), using: &generator) {
        case 0: return .null
        case 1: return .boolean(Bool.random(using: &generator))
        case 2: return .integer(Int64.random(in: -9_007_199_254_740_991...9_007_199_254_740_991, using: &generator))
        case 3: return .integer(Int64.random(in: -10...10, using: &generator))
        case 4: return .text(text(using: &generator))
        case 5:
            let count = Int.random(in: 0..<4, using: &generator)
            return .list((0..<count).map { _ in value(depth: depth + 1, using: &generator) })
        default:
            var members = CanonicalJSON.Members()
            for _ in 0..<Int.random(in: 0..<5, using: &generator) {
                members[key(using: &generator)] = value(depth: depth + 1, using: &generator)
            }
            return .object(members)
        }
    }

    private static func text(using generator: inout SplitMix64) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<12, using: &generator) {
            text.append(scalars[Int(generator.next() % UInt64(scalars.count))])
        }
        return String(text)
    }

    private static func key(using generator: inout SplitMix64) -> String {
        let letters = Array("abz09_")
        var key = String(letters[Int(generator.next() % 3)])
        for _ in 0..<Int.random(in: 0..<4, using: &generator) { key.append(letters[Int(generator.next() % 6)]) }
        return key
    }
}
