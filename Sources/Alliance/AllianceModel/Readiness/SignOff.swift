/// The sign-offs of a step: each party says for itself that the step is done.
public struct SignOff: Record {
    public static let register = RegisterName(.readiness, "signOffs")
    public static let noun = "sign-off"

    public var step = StepName.readiness
    public var signatures: [Consent] = []

    public init() {}
    public var title: String { "Sign-off of \(step.label)" }

    public static let fields: [Field<SignOff>] = [
        Field(\.step, "step", "Step"),
        Field(\.signatures, "signatures", "Signed off by", byVerb: true),
    ]
}

extension Readiness {
    /// The parties that have signed off a step and not taken it back.
    public func signedOff(_ step: StepName) -> Set<RecordID<Party>> {
        signOffs.reduce(into: []) { if $1.step == step { $0.formUnion($1.signatures.parties) } }
    }

    /// The parties whose sign-off of a step no longer holds: they took it back, or what they had signed off was changed.
    public func lapsedSignOffs(of step: StepName) -> [RecordID<Party>] {
        signOffs.filter { $0.step == step }.flatMap(\.signatures.lapsedParties)
    }
}
