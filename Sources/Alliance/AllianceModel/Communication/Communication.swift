/// Step 3: who speaks with whom, through which channels, how often, and what happens when they cannot agree.
public struct Communication: Hashable, Sendable {
    public internal(set) var informationClasses = Register<InformationClass>()
    public internal(set) var channels = Register<Channel>()
    public internal(set) var contacts = Register<ContactLink>()
    public internal(set) var flows = Register<InformationFlow>()
    public internal(set) var meetings = Register<MeetingSeries>()
    public internal(set) var escalation = Register<EscalationStep>()
    public internal(set) var announcements = Register<AnnouncementRule>()
    public internal(set) var languages = Register<WorkingLanguage>()
    public internal(set) var glossary = Register<GlossaryTerm>()

    static let registers: [RegisterDescription] = [
        RegisterDescription(
            \.communication.informationClasses, "Information classes",
            help: "How far information may go: from public to the most confidential."),
        RegisterDescription(
            \.communication.channels, "Channels", help: "Where people write and speak, for what, and what if it fails."),
        RegisterDescription(
            \.communication.contacts, "Contact links", help: "Who of one party speaks with whom of another."),
        RegisterDescription(
            \.communication.flows, "Information flows",
            help: "What goes from whom to whom, how often, by which channel."),
        RegisterDescription(\.communication.meetings, "Meeting series", help: "Who meets regularly, for what."),
        RegisterDescription(
            \.communication.escalation, "Escalation ladder",
            help: "Where a matter goes when people cannot agree, step by step, each with a time limit."),
        RegisterDescription(
            \.communication.announcements, "Announcement protocol",
            help: "Who may say what to the outside, and who has to agree before."),
        RegisterDescription(
            \.communication.languages, "Languages", help: "In which languages the alliance speaks and writes."),
        RegisterDescription(
            \.communication.glossary, "Glossary", help: "Words that parties would otherwise understand differently."),
    ]
}
