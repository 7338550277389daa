/// An alliance in preparation: everything that its parties have laid down, of all steps.
///
/// Only ``apply(_:by:at:)`` changes it, and only ``view(for:)`` shows it.
///
/// ```swift
/// var alliance = Alliance()
/// try alliance.apply(.edit(Edit(Objective.register, "o1", .add(["title": .text("One harbour fee")]))), by: .founder, at: now)
/// alliance.view(for: .everyone).vision.objectives.count  // 1
/// ```
///
/// Properties: deterministic (no clock, randomness or I/O; replaying the same changes gives an equal alliance), no
/// sequence of changes leaves a reference to nothing, and what a viewer sees never depends on what it may not see.
public struct Alliance: Hashable, Sendable {
    public internal(set) var charter = Charter()
    public internal(set) var vision = Vision()
    public internal(set) var partners = Partners()
    public internal(set) var communication = Communication()
    public internal(set) var terms = Terms()
    public internal(set) var plan = Plan()
    public internal(set) var governance = Governance()
    public internal(set) var risk = Risk()
    public internal(set) var culture = Culture()
    public internal(set) var readiness = Readiness()
    /// The removals that can still be undone, the oldest first; none in a view.
    package internal(set) var removals: [Removal] = []

    public init() {}

    /// All registers, step by step, in the order in which files are read; comments, which may be about any record, are last.
    public static let registers: [RegisterDescription] =
        Charter.registers + Vision.registers + Partners.registers + Communication.registers + Terms.registers
        + Plan.registers + Governance.registers + Risk.registers + Culture.registers + Readiness.registers
        + [Charter.discussion]

    private static let byName = Dictionary(uniqueKeysWithValues: registers.map { ($0.name, $0) })

    /// The description of a register; nil where there is none of that name.
    public static func register(_ name: RegisterName) -> RegisterDescription? { byName[name] }

    private static let places = Dictionary(uniqueKeysWithValues: registers.enumerated().map { ($1.name, $0) })

    /// Where a register stands among all: the required references of a record point only to registers before its own.
    public static func place(of name: RegisterName) -> Int { places[name] ?? registers.count }

    /// The alliance as a viewer may see it.
    public func view(for viewer: Viewer) -> View { View(self, for: viewer) }

    /// The parties that have records which only they see.
    public var partiesWithSecrets: [RecordID<Party>] {
        Set(Alliance.registers.flatMap { $0.owners(self) }).sorted()
    }
}
