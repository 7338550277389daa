/// What must come before a task: another task, the kind of link, and a lag.
public struct Dependency: Part {
    public var task: RecordID<PlannedTask> = ""
    public var type = LinkType.finishToStart
    public var lag = 0

    public init() {}

    public static let fields: [Field<Dependency>] = [
        Field(\.task, "task", "Task", help: "The one that comes before"),
        Field(\.type, "type", "Type", help: "FS: it must have finished before this starts", required: false),
        Field(
            \.lag, "lag", "Lag", help: "Days between; less than 0 where they may overlap",
            kind: .integer(-3650...3650, unit: "days"), required: false),
    ]

    /// Which end of the earlier task holds back which end of the later one (Precedence Diagramming Method, PMI).
    public enum LinkType: String, Choice {
        case finishToStart = "FS"
        case startToStart = "SS"
        case finishToFinish = "FF"
        case startToFinish = "SF"

        public var label: String {
            switch self {
            case .finishToStart: "finish to start"
            case .startToStart: "start to start"
            case .finishToFinish: "finish to finish"
            case .startToFinish: "start to finish"
            }
        }
    }
}
