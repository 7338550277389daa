/// How much time regular meetings take from one person.
public struct MeetingLoad: Sendable {
    public let person: Registered<Person>
    /// Hours a year, preparation included.
    public let hours: Double
    /// The series that they sit in.
    public let meetings: [Registered<MeetingSeries>]
}

extension View {
    /// The hours that regular meetings take from each person in a year of 52 weeks, most first.
    ///
    /// Counted is length and preparation, times the meetings a year of the cadence; series without a cadence or on demand
    /// count nothing, and people in none are left out.
    /// - Complexity: O(participants).
    public var meetingLoads: [MeetingLoad] {
        var minutes: [RecordID<Person>: Int] = [:]
        var meetings: [RecordID<Person>: [Registered<MeetingSeries>]] = [:]
        for series in self.communication.meetings {
            let once = series.minutes + (series.preparationMinutes ?? 0)
            for person in Set(series.participants + (series.chair.map { [$0] } ?? [])) {
                minutes[person, default: 0] += once * (series.cadence?.timesAYear ?? 0)
                meetings[person, default: []].append(series)
            }
        }
        return self.charter.people.compactMap { person in
            meetings[person.id].map {
                MeetingLoad(person: person, hours: Double(minutes[person.id] ?? 0) / 60, meetings: $0)
            }
        }.sorted { $0.hours > $1.hours }
    }
}
