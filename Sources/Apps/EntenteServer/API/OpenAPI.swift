import AllianceModel
import HTTPTypes
import Interchange

/// The OpenAPI document (3.1) of the API, made from the descriptions of the records and verbs: what the API takes and what the
/// document says cannot differ.
enum OpenAPI {
    static let document: Value = .record([
        "openapi": "3.1.0",
        "info": .record([
            "title": "Entente", "version": "1",
            "description":
                "Read and change alliances with a token from your account page. A token sees and may do what you see and may do.",
        ]),
        "security": .list([.record(["token": .list([])])]),
        "paths": .record(paths),
        "components": .record([
            "securitySchemes": .record(["token": .record(["type": "http", "scheme": "bearer"])]),
            "schemas": .record(schemas),
        ]),
    ])

    /// The document as JSON. ``Value`` says yes in words; where OpenAPI asks for `true`, in `required` alone, it gets that.
    static let json = document.json().replacing("\"required\":\"\(yes)\"", with: "\"required\":true")

    private static let yes = "yes"

    private static var paths: Value.Members {
        var paths = Value.Members()
        for route in APIRoute.allCases {
            paths[route.rawValue] = .record([route.method.rawValue.lowercased(): .record(operation(route))])
        }
        return paths
    }

    private static func operation(_ route: APIRoute) -> Value.Members {
        var operation: Value.Members = ["operationId": .text("\(route)"), "summary": .text(route.summary)]
        var parameters = route.parameters.map { parameter($0, in: "path", "The id in the address") }
        switch route {
        case .changes:
            parameters += [
                parameter(
                    "Idempotency-Key", in: "header",
                    "1 to 100 letters, digits, dots, hyphens, underscores and colons, the first a letter or digit: the same key is one change"
                ),
                parameter("If-Match", in: "header", "The revision that the change is based on, in quotation marks"),
            ]
            operation["requestBody"] = .record([
                "required": .text(yes),
                "content": content(
                    "application/json",
                    .record([
                        "oneOf": .list([reference("Change"), .record(["type": "array", "items": reference("Change")])])
                    ])
                ),
            ])
        case .entries:
            parameters += [
                parameter("after", in: "query", "The revision after which to go on"),
                parameter("limit", in: "query", "How many at most, up to 1000"),
            ]
        case .events:
            parameters += [
                parameter("Last-Event-ID", in: "header", "The revision after which to go on"),
                parameter("after", in: "query", "The same, for who cannot set the header"),
            ]
        case .view, .findings: parameters += part
        case .register:
            parameters += part
            parameters.append(parameter("format", in: "query", "csv for a table of all records; JSON otherwise"))
        default: break
        }
        if !parameters.isEmpty { operation["parameters"] = .list(parameters) }
        if route.access == .anybody { operation["security"] = .list([]) }
        operation["description"] = description(of: route).map { .text($0) }
        let type = route == .events ? "text/event-stream" : "application/json"
        operation["responses"] = .record([
            "200": .record(["description": "Done", "content": content(type, answer(to: route))]),
            "default": .record([
                "description": "What went wrong, and what to do (RFC 9457)",
                "content": content("application/problem+json", reference("Problem")),
            ]),
        ])
        return operation
    }

    /// What asks for a part of a long list.
    private static let part = [
        parameter("limit", in: "query", "How many at most, up to \(ListPart.most); all where it is left out"),
        parameter("after", in: "query", "How many to pass over, as the Link header of the part before says"),
    ]

    private static func description(of route: APIRoute) -> String? {
        switch route {
        case .view, .register, .findings:
            "With a limit, the answer is a part, and its header Link with rel=\"next\" is the address of the next one. Where the revision (of the view, its ETag) is another in a later part, somebody changed the alliance meanwhile: begin anew."
        case .alliances:
            "Of each its id, name, your party and who you are in it, as they are stored. Read the alliance for the rest."
        default: nil
        }
    }

    private static func answer(to route: APIRoute) -> Value {
        switch route {
        case .changes: reference("Receipt")
        case .view: reference("AllianceFile")
        case .events: .record(["type": "string"])
        default: .record(["type": "object"])
        }
    }

    private static func parameter(_ name: String, in place: String, _ description: String) -> Value {
        var parameter: Value.Members = [
            "name": .text(name), "in": .text(place), "description": .text(description),
            "schema": .record(["type": "string"]),
        ]
        if place == "path" { parameter["required"] = .text(yes) }
        return .record(parameter)
    }

    private static func content(_ type: String, _ schema: Value) -> Value {
        .record([type: .record(["schema": schema])])
    }

    private static func reference(_ name: String) -> Value { .record(["$ref": .text("#/components/schemas/\(name)")]) }

    // MARK: Schemas

    private static var schemas: Value.Members {
        var schemas: Value.Members = [
            "Change": .record(["oneOf": .list((edits.map(\.name) + verbs.map(\.name)).map(reference))]),
            "AllianceFile": AllianceFile.schema,
            "Receipt": .record([
                "type": "object",
                "properties": .record([
                    "revision": .record(["type": "integer", "description": "The revision after the change"]),
                    "entries": .record(["type": "array", "items": .record(["type": "integer"])]),
                    "repeated": .record([
                        "enum": .list(["yes", "no"]),
                        "description": "Whether this is the first answer to a request that was made before",
                    ]),
                ]),
            ]),
            "Problem": .record([
                "type": "object",
                "properties": .record([
                    "type": .record(["type": "string"]), "title": .record(["type": "string"]),
                    "status": .record(["type": "integer"]), "detail": .record(["type": "string"]),
                    "instance": .record(["type": "string"]),
                    "errors": .record([
                        "type": "array",
                        "items": .record([
                            "type": "object",
                            "properties": .record([
                                "path": .record(["type": "string"]), "reason": .record(["type": "string"]),
                                "remedy": .record(["type": "string"]),
                            ]),
                        ]),
                    ]),
                ]),
            ]),
        ]
        for (name, schema) in edits + verbs { schemas[name] = schema }
        return schemas
    }

    /// What can be done to the records of each register.
    private static var edits: [(name: String, schema: Value)] {
        Alliance.registers.map { register in
            var all = AllianceFile.schema(of: register.fields, withID: false)
            all["required"] = nil
            var properties: Value.Members = [
                "step": constant(register.name.step.rawValue), "register": constant(register.name.name),
                "add": text("The id of a new record"), "set": text("The id of a record whose fields change"),
                "remove": text("The id of a record that goes"),
                "move": text("The id of a record that changes its place"),
                "fields": .record(all),
                "after": .record([
                    "type": .list(["string", "null"]),
                    "description": "The record to stand after; null for the first place",
                ]),
            ]
            if [.ofParty, .eitherWay].contains(register.privacy) {
                properties["of"] = text("The party that alone sees the record")
            }
            let schema: Value.Members = [
                "type": "object", "description": .text("\(register.title): \(register.help)"),
                "properties": .record(properties), "required": .list(["step", "register"]),
                "oneOf": .list(["add", "set", "remove", "move"].map { .record(["required": .list([.text($0)])]) }),
            ]
            return ("Edit.\(register.name)", .record(schema))
        }
    }

    /// What people do beyond edits.
    private static var verbs: [(name: String, schema: Value)] {
        verbs(of: Vision.Change.self) + verbs(of: Terms.Change.self) + verbs(of: Governance.Change.self)
            + verbs(of: Culture.Change.self) + verbs(of: Readiness.Change.self)
    }

    private static func verbs<C: StepChange>(of _: C.Type) -> [(name: String, schema: Value)] {
        C.verbs.map { verb in
            let properties: Value.Members = [
                "step": constant(C.step.rawValue), "do": constant(verb.name),
                "with": .record(AllianceFile.schema(of: verb.fields, withID: false)),
            ]
            let schema: Value.Members = [
                "type": "object", "properties": .record(properties), "required": .list(["step", "do", "with"]),
            ]
            return ("Do.\(C.step.rawValue).\(verb.name)", .record(schema))
        }
    }

    private static func constant(_ text: String) -> Value { .record(["const": .text(text)]) }
    private static func text(_ description: String) -> Value {
        .record(["type": "string", "description": .text(description)])
    }
}
