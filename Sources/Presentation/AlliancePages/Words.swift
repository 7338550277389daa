extension [String] {
    /// The texts as people say them; beyond six, how many more.
    func enumerated(with conjunction: String) -> String {
        switch count {
        case 0: ""
        case 1: self[0]
        case 2...7: dropLast().joined(separator: ", ") + " \(conjunction) " + self[count - 1]
        default: prefix(6).joined(separator: ", ") + " \(conjunction) \(count - 6) more"
        }
    }
}
