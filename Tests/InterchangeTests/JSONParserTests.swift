import Testing

@testable import Interchange

struct JSONParserTests {
    private func parse(_ text: String) throws -> JSON {
        try JSONParser.parse(SourceFile(name: "x.json", bytes: Array(text.utf8)))
    }

    @Test func numbersKeepTheirExactText() throws {
        let json = try parse(#"{"a": 0.10000000000000000001, "b": [-1e-3, 12]}"#)
        guard case .object(let members) = json.content else { Issue.record("no object"); return }
        #expect(members.map(\.key) == ["a", "b"])
        #expect(members[0].value.content == .number("0.10000000000000000001"))
    }

    @Test func escapesAndSurrogatePairsAreRead() throws {
        #expect(try parse(#""\u00e9\n\ud83d\ude00""#).content == .string("é\n😀"))
    }

    @Test(arguments: [
        "{\"a\": 1, \"a\": 2}", "[1,]", "{\"a\": NaN}", "[01]", "[1.]", "nul", "\"\\ud800\"", "\"a", "[1] 2", "{a: 1}",
        "[1 2]", "", "'a'", "[+1]", "\"\u{01}\"", "[Infinity]",
    ])
    func whatIsNotStrictJSONIsRefusedWithItsPlace(_ text: String) {
        let error = #expect(throws: InterchangeError.self) { try parse(text) }
        #expect(error?.line == 1)
        #expect(error?.column != nil)
        #expect(error?.remedy.isEmpty == false)
    }

    @Test func depthIsLimited() {
        let deep = String(repeating: "[", count: 100_000)
        let error = #expect(throws: InterchangeError.self) { try parse(deep) }
        #expect(error?.reason.contains("nested deeper") == true)
    }

    @Test func invalidUTF8IsRefused() {
        let bytes: [UInt8] = [0x22, 0xC3, 0x28, 0x22]
        #expect(throws: InterchangeError.self) { try JSONParser.parse(SourceFile(name: "x.json", bytes: bytes)) }
    }

    @Test func errorsCountLines() {
        let error = #expect(throws: InterchangeError.self) { try parse("{\n\"a\": 1,\n\"a\": 2}") }
        #expect(error?.line == 3)
    }
}
