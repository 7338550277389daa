public import AllianceModel

extension AllianceFile {
    /// The JSON Schema (draft 2020-12) of the alliance file, made from the descriptions of the fields: editors complete and
    /// check files by it.
    public static var schema: Value {
        var properties: Value.Members = [versionName: .record(["const": .integer(Int64(version))])]
        let steps = sections(private: false)
        for (step, section) in steps { properties[step] = section }
        properties[privateName] = .record([
            "type": "object", "description": "What belongs to one party alone, under the id of the party",
            "additionalProperties": .record([
                "type": "object", "properties": .record(sections(private: true)), "additionalProperties": nothing,
            ]),
        ])
        return .record([
            "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Entente alliance file",
            "type": "object",
            "properties": .record(properties), "required": .list([.text(versionName)]), "additionalProperties": nothing,
        ])
    }

    /// The schema that no value satisfies, as JSON Schema's `false`.
    private static let nothing = Value.record(["not": .record([:])])

    private static func sections(private: Bool) -> Value.Members {
        var sections = Value.Members()
        for step in StepName.allCases {
            var registers = Value.Members()
            for register in Alliance.registers where register.name.step == step {
                guard
                    `private`
                        ? [.ofParty, .eitherWay].contains(register.privacy)
                        : [.shared, .eitherWay].contains(register.privacy)
                else {
                    continue
                }
                registers[register.name.name] = schema(of: register)
            }
            guard !registers.isEmpty else { continue }
            sections[step.rawValue] = .record([
                "type": "object", "description": .text(step.label), "properties": .record(registers),
                "additionalProperties": nothing,
            ])
        }
        return sections
    }

    private static func schema(of register: RegisterDescription) -> Value {
        var record = schema(of: register.fields, withID: !register.isSingle)
        if register.isSingle {
            record["description"] = .text(register.help)
            return .record(record)
        }
        return .record(["type": "array", "description": .text(register.help), "items": .record(record)])
    }

    /// The schema of a record or part, made from the descriptions of its fields.
    public static func schema(of fields: [FieldDescription], withID: Bool) -> Value.Members {
        var properties = Value.Members()
        if withID {
            properties["id"] = .record([
                "type": .list(["string", "integer"]), "description": "A short name that no other record here has",
            ])
        }
        for field in fields {
            guard case .record(var schema) = schema(of: field.kind) else { continue }
            schema["title"] = .text(field.label)
            if !field.help.isEmpty { schema["description"] = .text(field.help) }
            properties[field.key] = .record(schema)
        }
        let required = (withID ? ["id"] : []) + fields.filter(\.isRequired).map(\.key)
        return [
            "type": "object", "properties": .record(properties), "required": .list(required.map(Value.text)),
            "additionalProperties": nothing,
        ]
    }

    private static func schema(of kind: FieldKind) -> Value {
        switch kind {
        case .text: .record(["type": .list(["string", "number", "null"])])
        case .integer(let range, _):
            .record([
                "type": .list(["integer", "null"]), "minimum": .integer(Int64(range.lowerBound)),
                "maximum": .integer(Int64(range.upperBound)),
            ])
        case .decimal(let range, _):
            .record([
                "type": .list(["number", "string", "null"]), "minimum": range.lowerBound.written,
                "maximum": range.upperBound.written,
            ])
        case .date: .record(["type": .list(["string", "null"]), "format": "date"])
        case .yesNo: .record(["type": .list(["boolean", "string"]), "description": "yes or no"])
        case .choice(let options): .record(["enum": .list(options.map { .text($0.key) })])
        case .reference(let register):
            .record([
                "type": .list(["string", "integer", "null"]), "description": .text("The id of a record in \(register)"),
            ])
        case .link: .record(["type": .list(["string", "null"]), "format": "uri"])
        case .list(let kind): .record(["type": .list(["array", "null"]), "items": schema(of: kind)])
        case .part(let fields): .record(schema(of: fields, withID: false))
        }
    }
}
