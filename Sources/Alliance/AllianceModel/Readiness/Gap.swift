/// What keeps a criterion from being met, and the place where that is mended.
public struct Gap: Hashable, Sendable {
    /// In a sentence.
    public let sentence: String
    /// Nil where no single place mends it.
    public let place: Place?

    public enum Place: Hashable, Sendable {
        /// A register that lacks a record.
        case register(RegisterName)
        /// Records that lack something, and the fields of which it may be one.
        case records(RegisterName, ids: [String], fields: [String])
        /// Something to which members have to agree, by this verb of a step.
        case consent(StepName, verb: String)
    }

    init(_ sentence: String, _ place: Place? = nil) {
        self.sentence = sentence
        self.place = place
    }

    /// "“Oslo” and “Kiel” have no owner", or nil where there is none to name. A gate says how far a step is in a line: of many, the
    /// first stand for all.
    ///
    /// - Parameter fields: the keys of the fields in which it is mended.
    init?<R>(
        _ records: some Sequence<Registered<R>>, _ what: String, _ whatOfSeveral: String? = nil, in fields: String...
    ) {
        let records = Array(records)
        let titles = records.map { "“\($0.title)”" }
        if titles.isEmpty { return nil }
        let names = titles.count > 3 ? titles.prefix(2) + ["\(titles.count - 2) more"] : titles
        self.init(
            "\(names.enumerated(with: "and")) \(titles.count == 1 ? what : whatOfSeveral ?? what).",
            .records(R.register, ids: records.map(\.id.text), fields: fields))
    }

    /// The same, mended by a word of the members.
    func mended(by verb: String, of step: StepName) -> Gap { Gap(sentence, .consent(step, verb: verb)) }
}
