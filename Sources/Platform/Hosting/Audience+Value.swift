import AllianceModel

/// Whom a record is for, as what the server keeps beside the ledger spells it: nothing for everyone, `of` a party, or `sealed`.
extension AllianceModel.Audience {
    init(markedIn members: Value.Members) {
        if members["sealed"] != nil {
            self = .sealed
        } else if case .text(let party)? = members["of"] {
            self = .party(RecordID(party))
        } else {
            self = .everyone
        }
    }

    func mark(_ members: inout Value.Members) {
        switch self {
        case .everyone: break
        case .party(let party): members["of"] = .text(party.text)
        case .sealed: members["sealed"] = "yes"
        }
    }
}
