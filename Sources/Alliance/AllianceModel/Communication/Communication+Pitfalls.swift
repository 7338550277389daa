extension Pitfall {
    static let communication: [Pitfall] = contacts + exchange

    private static let contacts: [Pitfall] = [
        Pitfall(
            "P17", .communication, .high, "Everything hangs on one contact",
            condition: "Only one contact link joins two members, or a lead or executive sponsor has no deputy.",
            reason: "When that person is away, ill or gone, two organisations no longer speak with each other.",
            source: "Infinite Innovation, alliance administration: two political contacts each; smartermsp.com",
            remedy: "Add a second link between these parties, and name a deputy."
        ) { view, _ in
            let map = view.contactMap
            let single = map.links.filter { $0.value.count == 1 }.keys.sorted().map { pair in
                Case(
                    "\(view.charter.name(of: pair.one)) and \(view.charter.name(of: pair.other)) are joined by one contact "
                        + "only.", map.links[pair]?.map(RecordReference.init) ?? [])
            }
            let exposed = view.charter.people.filter {
                ($0.role == .lead || $0.isExecutiveSponsor) && !view.charter.hasDeputy($0)
            }
            let byParty = Dictionary(grouping: exposed, by: \.party)
            return single
                + map.parties.compactMap { party in
                    byParty[party.id].map { people in
                        let names = people.map(\.title).enumerated(with: "and")
                        return Case(
                            "\(names) of \(party.title) \(people.count == 1 ? "has" : "have") no deputy.",
                            people.map(RecordReference.init))
                    }
                }
        },
        Pitfall(
            "P18", .communication, .high, "Parties that need each other do not speak",
            condition:
                "Two members exchange information or promises, or wait for each other's tasks, and no contact link joins them.",
            reason: "Poor communication is among the four risks that executives name first.",
            source: "McKinsey, Improving the management of complex business partnerships (survey of 2015)",
            remedy: "Name one person on each side who speak with each other, better two."
        ) { view, _ in
            let links = view.contactMap.links
            return view.dependentPairs.filter { links[$0] == nil }.sorted().map { pair in
                Case(
                    "\(view.charter.name(of: pair.one)) and \(view.charter.name(of: pair.other)) depend on each other, and "
                        + "no contact link joins them.",
                    [pair.one, pair.other].compactMap { view.charter.parties[$0].map(RecordReference.init) })
            }
        },
    ]

    private static let exchange: [Pitfall] = [
        Pitfall(
            "P19", .communication, .medium, "Meeting without a rhythm, or out of it",
            condition: "A meeting series or a body has no cadence, or the last meeting is longer ago than its cadence.",
            reason: "Meetings that are skipped are the first sign that an alliance is left to itself.",
            source: "P. Simoons, the benefit of a health check",
            remedy: "Say how often it takes place, and hold the next one; or end the series on purpose."
        ) { view, day in
            let bodies = view.governance.bodies.filter {
                $0.cadence == nil && $0.kind != .mediation && $0.kind != .arbitration
            }.map { Case("“\($0.title)” does not say how often it meets.", $0) }
            let meetings = view.communication.meetings.compactMap { meeting -> Case? in
                guard let cadence = meeting.cadence else {
                    return Case("“\(meeting.title)” does not say how often it takes place.", meeting)
                }
                guard let last = meeting.lastHeldOn, let days = cadence.days, day - last > days else { return nil }
                return Case(
                    "“\(meeting.title)” is to take place \(cadence.label); the last one was on \(last.words), "
                        + "\(counted(day - last, "day")) ago.", meeting)
            }
            return meetings + bodies
        },
        Pitfall(
            "P20", .communication, .high, "No way up when people cannot agree",
            condition: "There is no escalation ladder, or its last step leads back to those who failed to agree.",
            reason: "In 60 % of joint ventures a deadlock ends in termination; 88 % count on escalation to avoid it.",
            source: "Water Street Partners, dispute resolution in joint ventures",
            remedy: "Lay down who takes a matter on at each step, for how long, and somebody from outside at the end."
        ) { view, _ in
            if view.charter.members.count < 2 { return [] }
            let steps = Array(view.communication.escalation)
            guard let last = steps.last else { return [Case("There is no escalation ladder.")] }
            let before = Set(steps.dropLast().flatMap(\.people))
            guard last.outsider == nil, !last.people.isEmpty, before.isSuperset(of: last.people) else { return [] }
            let names = last.people.map { view.charter.people[$0]?.title ?? $0.text }.enumerated(with: "and")
            return [
                Case("The last step, “\(last.title)”, leads back to \(names), who could not agree before.", last)
            ]
        },
        Pitfall(
            "P21", .communication, .high, "Confidential information on an open channel",
            condition: "An information flow goes through a channel that is not cleared for its class.",
            reason: "What leaks once stays out, and whoever confided it will not do so again.",
            source: "DESCA model consortium agreement, section on non-disclosure",
            remedy: "Send it through a cleared channel, or have this one cleared."
        ) { view, _ in
            view.communication.flows.compactMap { flow in
                guard let id = flow.informationClass, let level = view.communication.informationClasses[id],
                    let channel = view.communication.channels[flow.channel]
                else { return nil }
                let cleared = view.communication.informationClasses[channel.clearedFor]
                guard level.level > cleared?.level ?? 0 else { return nil }
                let limit =
                    cleared.map { "cleared for \($0.title) at most" } ?? "cleared for nothing but public information"
                return Case("“\(flow.title)” is \(level.title), and “\(channel.title)” is \(limit).", flow)
            }
        },
        Pitfall(
            "P22", .communication, .high, "Draft shown to some of those who must agree",
            condition: "A text that all members have to agree to goes to some of them only.",
            reason:
                "Who sees a text last finds it finished without them: a draft shown to two of many nearly ended the "
                + "Belfast talks.",
            source: "Conciliation Resources, Accord: negotiations practice in Northern Ireland, 1999",
            remedy: "Send it to all of them at the same time."
        ) { view, _ in
            let members = view.charter.members
            return view.communication.flows.compactMap { flow in
                guard flow.agreement == .allMembers else { return nil }
                let seen = Set(flow.to + [flow.from])
                let missing = members.filter { !seen.contains($0.id) }
                guard !missing.isEmpty else { return nil }
                return Case(
                    "“\(flow.title)” needs everybody's agreement and does not go to "
                        + "\(missing.map(\.title).enumerated(with: "and")).", flow)
            }
        },
        Pitfall(
            "P23", .communication, .low, "Meeting without a shared language or hour",
            condition:
                "The participants of a meeting have no language in common and it is not interpreted, or their working "
                + "hours (9 to 17, where time zones are given as UTC offsets) share less than it takes.",
            reason: "People who cannot follow, or sit up at night, stay away or stay silent.",
            source: "Own rule",
            remedy: "Have it interpreted, change who takes part, or rotate the hour."
        ) { view, _ in
            view.communication.meetings.flatMap { meeting -> [Case] in
                let people = meeting.participants.compactMap { view.charter.people[$0] }
                if people.count < 2 { return [] }
                return [
                    view.missingLanguage(of: people, in: meeting).map { Case($0, meeting) },
                    view.sharedWorkingMinutes(of: people).flatMap { minutes in
                        minutes >= meeting.minutes
                            ? nil
                            : Case(
                                "“\(meeting.title)” takes \(counted(meeting.minutes, "minute")), and its participants share "
                                    + "\(minutes == 0 ? "none" : "\(minutes)") of their working day.", meeting)
                    },
                ].compactMap { $0 }
            }
        },
    ]
}

extension View {
    /// What is wrong with the languages of these people, as far as they are given; nil where they can talk.
    fileprivate func missingLanguage(of people: [Registered<Person>], in meeting: Registered<MeetingSeries>) -> String?
    {
        if meeting.isInterpreted { return nil }
        let spoken = people.map { person in
            let own = person.languages
            return Set(
                (own.isEmpty ? self.charter.parties[person.party]?.languages ?? [] : own).map { $0.lowercased() })
        }
        if let language = meeting.language {
            let without = zip(people, spoken).filter { !$1.isEmpty && !$1.contains(language.lowercased()) }.map(
                \.0.title)
            return without.isEmpty
                ? nil
                : "“\(meeting.title)” is held in \(language), which is not among the languages of "
                    + "\(without.enumerated(with: "and"))."
        }
        let known = spoken.filter { !$0.isEmpty }
        let shared = known.dropFirst().reduce(known.first ?? []) { $0.intersection($1) }
        return known.isEmpty || !shared.isEmpty
            ? nil : "The participants of “\(meeting.title)” have no language in common."
    }

    /// The minutes of the working day that these people share; nil where the clock of one of them is not known.
    fileprivate func sharedWorkingMinutes(of people: [Registered<Person>]) -> Int? {
        let offsets = people.map { person -> UTCOffset? in
            let zones = person.timeZone.map { [$0] } ?? self.charter.parties[person.party]?.timeZones ?? []
            return zones.count == 1 ? UTCOffset(zones[0]) : nil
        }
        let known = offsets.compactMap { $0 }
        return known.count == offsets.count ? UTCOffset.sharedWorkingMinutes(Set(known)) : nil
    }
}
