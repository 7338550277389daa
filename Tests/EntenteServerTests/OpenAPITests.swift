import AllianceModel
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import EntenteServer

@Suite struct OpenAPITests {
    private static func document() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(OpenAPI.json.utf8)) as? [String: Any])
    }

    @Test func `every register, verb and route is described`() throws {
        let document = try Self.document()
        let components = try #require(document["components"] as? [String: Any])
        let schemas = try #require(components["schemas"] as? [String: Any])
        for register in Alliance.registers { #expect(schemas["Edit.\(register.name)"] != nil, "\(register.name)") }
        for verb in [
            "Do.vision.endorse", "Do.readiness.signOff", "Do.governance.vote", "Do.culture.answer", "Do.terms.sign",
        ] {
            #expect(schemas[verb] != nil, "\(verb)")
        }
        let paths = try #require(document["paths"] as? [String: Any])
        #expect(Set(paths.keys) == Set(APIRoute.allCases.map(\.rawValue)))
    }

    @Test func `every reference leads somewhere and path parameters are required`() throws {
        let document = try Self.document()
        let components = try #require(document["components"] as? [String: Any])
        let names = Set(try #require(components["schemas"] as? [String: Any]).keys)
        var count = 0
        func walk(_ node: Any) {
            if let object = node as? [String: Any] {
                if let reference = object["$ref"] as? String {
                    count += 1
                    #expect(names.contains(String(reference.dropFirst("#/components/schemas/".count))), "\(reference)")
                }
                if object["in"] as? String == "path" { #expect(object["required"] as? Bool == true) }
                for value in object.values { walk(value) }
            } else if let list = node as? [Any] {
                for value in list { walk(value) }
            }
        }
        walk(document)
        #expect(count > Alliance.registers.count)
    }

    @Test func `the receipt is described as it is given`() async throws {
        let components = try #require(try Self.document()["components"] as? [String: Any])
        let schemas = try #require(components["schemas"] as? [String: [String: Any]])
        let described = Set(try #require(schemas["Receipt"]?["properties"] as? [String: Any]).keys)
        try await KeptPagesTests.founded { world, client in
            let one = try await world.visitor("One", in: "canary", party: "north", person: "north-lead", client)
            let body = #"{"step":"vision","register":"objectives","add":"o9","fields":{"title":"Nine"}}"#
            let answer = try await one.send(
                "/api/v1/alliances/canary/changes", Array(body.utf8), type: "application/json")
            let given = try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
            #expect(answer.status == .ok && Set(given.keys) == described)
        }
    }

    @Test(arguments: ["", "{", "[]", "3", "{\"step\":\"nowhere\"}", "{\"step\":\"vision\",\"do\":\"fly\"}"])
    func `what is no change is refused with a reason`(_ body: String) {
        let error = #expect(throws: SiteError.self) { try SiteServer.changes(Array(body.utf8)) }
        #expect(error?.status == .badRequest)
        #expect(error?.remedy.isEmpty == false)
    }

    @Test func `a change and a list of changes are read`() throws {
        let one = #"{"step":"vision","register":"objectives","set":"o1","fields":{"target":50}}"#
        #expect(try SiteServer.changes(Array(one.utf8)).count == 1)
        #expect(try SiteServer.changes(Array("[\(one),\(one)]".utf8)).count == 2)
    }
}
