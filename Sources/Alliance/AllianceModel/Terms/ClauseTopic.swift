/// What a clause is about: the topics that agreements of all contexts share (DESCA model consortium agreement; Vienna
/// Convention on the Law of Treaties; TPI and ZBiDF partnering agreement scorecard).
public enum ClauseTopic: String, Choice {
    case definitions, purpose, scope, parties, contributions, responsibilities, governance, decisions, finance, benefits
    case background, intellectualProperty, accessRights, confidentiality, dataProtection, announcements
    case compliance, access, liability, indemnity, insurance, forceMajeure
    case entryIntoForce, term, review, amendment, accession, breach, suspension, exit, deadlock, dispute, applicableLaw
    case reservations, depositary, languages, signatures, other

    public var label: String {
        switch self {
        case .intellectualProperty: "intellectual property"
        case .background: "background knowledge"
        case .access: "access to areas"
        case .entryIntoForce: "entry into force"
        default: rawValue.reduce(into: "") { $0 += $1.isUppercase ? " \($1.lowercased())" : "\($1)" }
        }
    }

    /// Topics whose absence costs most when things go wrong, by context.
    static func essential(in context: Profile.Context) -> [ClauseTopic] {
        switch context {
        case .business, .collaborativeProject:
            [
                .purpose, .scope, .governance, .finance, .background, .intellectualProperty, .confidentiality,
                .liability,
                .term, .review, .exit, .deadlock, .dispute,
            ]
        case .diplomacy: [.purpose, .scope, .governance, .entryIntoForce, .term, .review, .amendment, .exit, .dispute]
        case .gaming: [.purpose, .scope, .access, .governance, .contributions, .term, .exit, .dispute]
        }
    }
}
