/// How often something happens.
public enum Cadence: String, Choice {
    case daily, twiceWeekly, weekly, everyTwoWeeks, monthly, quarterly, halfYearly, yearly, onDemand

    /// The longest time between two, in days; nil where there is none.
    public var days: Int? {
        switch self {
        case .daily: 1
        case .twiceWeekly: 4
        case .weekly: 7
        case .everyTwoWeeks: 14
        case .monthly: 31
        case .quarterly: 92
        case .halfYearly: 184
        case .yearly: 366
        case .onDemand: nil
        }
    }

    /// How many there are in a year of 52 weeks; nil where nobody can say. Daily means on working days.
    public var timesAYear: Int? {
        switch self {
        case .daily: 260
        case .twiceWeekly: 104
        case .weekly: 52
        case .everyTwoWeeks: 26
        case .monthly: 12
        case .quarterly: 4
        case .halfYearly: 2
        case .yearly: 1
        case .onDemand: nil
        }
    }
}
