import AlliancePages
import Testing

@testable import EntenteServer

@Suite struct FormTests {
    @Test func `a form keeps the order of its fields and decodes them`() throws {
        let pairs = try FormBody.pairs(Array("a=1&b=x+y%26z&a=%C3%A9&c&=d".utf8))
        #expect(pairs.map(\.name) == ["a", "b", "a", "c", ""])
        #expect(pairs.map(\.value) == ["1", "x y&z", "é", "", "d"])
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%FF", "%C3=1", "a=%C3%28"])
    func `what is not UTF-8 or cut off is refused`(_ text: String) {
        #expect(throws: SiteError.unreadable) { try FormBody.pairs(Array(text.utf8)) }
    }

    @Test func `a form with thousands of fields is refused`() {
        #expect(throws: SiteError.tooManyFields(2_000)) {
            try FormBody.pairs(Array(String(repeating: "a=1&", count: 2_001).utf8))
        }
    }

    private let type = "multipart/form-data; boundary=\"x-1\""
    private let body =
        "--x-1\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\nthere\r\n--x-1\r\n"
        + "Content-Disposition: form-data; name=\"file\"; filename=\"a%22b.csv\"\r\nContent-Type: text/csv\r\n\r\nid,name\r\n--x\r\n"
        + "\r\n--x-1--\r\n"

    @Test func `a form with a file is read`() throws {
        let parts = try Multipart.read(Array(body.utf8), contentType: type)
        #expect(parts.map(\.name) == ["note", "file"])
        #expect(parts[0].bytes == Array("hello\r\nthere".utf8))
        #expect(parts[1].fileName == "a\"b.csv")
        #expect(parts[1].bytes == Array("id,name\r\n--x\r\n".utf8))
    }

    @Test func `every cut of a form with a file is refused or a form`() {
        let bytes = Array(body.utf8)
        let end = bytes.count - 2
        for length in 0..<end {
            #expect(throws: SiteError.incomplete, "cut after \(length) bytes") {
                try Multipart.read(Array(bytes[..<length]), contentType: type)
            }
        }
        for boundary in ["", "; boundary=", "; boundary=other"] {
            #expect(throws: SiteError.incomplete) {
                try Multipart.read(bytes, contentType: "multipart/form-data\(boundary)")
            }
        }
        let many = String(repeating: "--x-1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n", count: 501)
        #expect(throws: SiteError.tooManyFields(500)) {
            try Multipart.read(Array("\(many)--x-1--".utf8), contentType: type)
        }
    }

    @Test(arguments: [
        (#"name="file"; filename="a;b=c.md""#, "a;b=c.md"), (#"filename="x.md"; name="file""#, "x.md"),
        (#"name=file; filename=x.md "#, "x.md"), (#"name="file"; filename="""#, ""),
        (#"name="file"; filename=";"#, ";"), (#"name="file"; filename="cut"#, "cut"),
    ])
    func `the name of a file is what the browser says`(_ disposition: String, _ name: String) throws {
        let body = "--x-1\r\nContent-Disposition: form-data; \(disposition)\r\n\r\nhello\r\n--x-1--\r\n"
        let part = try #require(try Multipart.read(Array(body.utf8), contentType: type).first)
        #expect(part.name == "file")
        #expect(part.fileName == name)
    }

    @Test(arguments: [
        ("Port of Kiel", "port-of-kiel"), ("  Øresund – Bund ", "oresund-bund"),
        ("Société Générale", "societe-generale"),
        ("北京", "n"), ("", "n"), ("A/B", "a-b"), ("taken", "taken-2"), ("- a -- b -", "a-b"),
        (String(repeating: "north ", count: 9), "north-north-north-north-north-north"),
        (String(repeating: "n", count: 50), String(repeating: "n", count: 40)),
    ])
    func `ids are made from names`(_ name: String, _ id: String) {
        #expect(Identifiers.make(from: name, taken: ["taken"]) == id)
    }
}
