import Testing

@testable import AllianceModel

@Suite struct CommunicationTests {
    private func link(_ it: inout Preparation, _ id: String, _ person: String, _ counterpart: String) throws {
        try it.add(ContactLink.register, id, ["person": .text(person), "counterpart": .text(counterpart)])
    }

    @Test func theContactMapCountsLinksByPairAndNamesMissingPairs() throws {
        var it = try Preparation(members: ["north", "harbour", "ostrava"])
        try it.add(Party.register, "guest", ["name": "Guest"])
        try it.add(Person.register, "gil", ["name": "Gil", "party": "guest"])
        try link(&it, "c1", "north.lead", "harbour.lead")
        try link(&it, "c2", "harbour.staff", "north.staff")
        try link(&it, "c3", "north.lead", "north.staff")
        try link(&it, "c4", "ostrava.lead", "gil")
        let map = it.view().contactMap
        #expect(map.pairCount == 3)
        #expect(map.links.mapValues(\.count) == [try #require(PartyPair("north", "harbour")): 2])
        #expect(map.linkCounts == [2, 2, 0])
        #expect(
            map.missing == [try #require(PartyPair("north", "ostrava")), try #require(PartyPair("ostrava", "harbour"))])
        #expect(map.linkedPeople.contains("gil"))
        #expect(it.findings("P56") == ["Ostrava has no contact link to any other member."])
    }

    @Test func languagesAreCalledByTheirNames() throws {
        var language = WorkingLanguage()
        for (code, name) in ["en": "English", "PT-br": "Portuguese (br)", "tlh": "tlh", "": ""] {
            language.code = code
            #expect(language.title == "\(name), speaking")
        }
    }

    @Test func meetingHoursCountPreparationAndTheChair() throws {
        var it = try Preparation()
        try it.add(
            MeetingSeries.register, "m1",
            [
                "title": "Board", "cadence": "monthly", "minutes": "90", "preparationMinutes": "30",
                "participants": .list(["north.lead", "harbour.lead"]), "chair": "north.lead",
            ])
        try it.add(
            MeetingSeries.register, "m2",
            ["title": "Stand-up", "cadence": "weekly", "minutes": "15", "participants": .list(["harbour.lead"])])
        try it.add(
            MeetingSeries.register, "m3",
            ["title": "Crisis", "cadence": "onDemand", "participants": .list(["harbour.staff"])])
        let loads = it.view().meetingLoads
        // Board 12 · 2 h = 24 h; stand-up 52 · 0.25 h = 13 h.
        #expect(loads.map(\.person.id) == ["harbour.lead", "north.lead", "harbour.staff"])
        #expect(loads.map(\.hours) == [37, 24, 0])
        #expect(loads[0].meetings.map(\.title) == ["Board", "Stand-up"])
    }

    @Test(arguments: [
        ("UTC", 0), ("UTC+2", 120), ("utc-03:30", -210), ("+05:45", 345), ("GMT+01:00", 60), ("UTC−8", -480),
    ])
    func offsetsAreRead(text: String, minutes: Int) { #expect(UTCOffset(text)?.minutes == minutes) }

    @Test(arguments: ["Europe/Berlin", "CET", "", "UTC+", "UTC+15", "+1:2:3", "+01:60", "2", "UTC+0100"])
    func whatIsNoOffsetIsNotGuessed(text: String) { #expect(UTCOffset(text) == nil) }

    @Test(arguments: [
        (["UTC"], 480), (["UTC", "UTC+2"], 360), (["UTC-8", "UTC"], 0), (["UTC+12", "UTC-11"], 420),
        (["UTC-5", "UTC+1", "UTC+3"], 0),
    ])
    func workingHoursAreSharedAroundTheClock(zones: [String], minutes: Int) {
        #expect(UTCOffset.sharedWorkingMinutes(Set(zones.compactMap(UTCOffset.init))) == minutes)
    }

    @Test func aMeetingNeedsASharedLanguageAndHour() throws {
        var it = try Preparation(members: ["north"])
        try it.add(
            Party.register, "fiji",
            ["name": "Fiji", "standing": "member", "languages": .list(["fj"]), "timeZones": .list(["UTC+12"])])
        try it.add(Person.register, "ana", ["name": "Ana", "party": "fiji"])
        try it.add(
            Person.register, "ola", ["name": "Ola", "party": "north", "languages": .list(["no"]), "timeZone": "UTC+1"])
        let members: Value.Members = ["title": "Board", "cadence": "monthly", "participants": .list(["ana", "ola"])]
        try it.add(MeetingSeries.register, "m1", members)
        #expect(
            it.findings("P23") == [
                "The participants of “Board” have no language in common.",
                "“Board” takes 60 minutes, and its participants share none of their working day.",
            ])
        try it.change(.edit(Edit(MeetingSeries.register, "m1", .set(["language": "no"]))))
        #expect(it.findings("P23").first == "“Board” is held in no, which is not among the languages of Ana.")
        try it.change(.edit(Edit(MeetingSeries.register, "m1", .set(["interpreted": "yes"]))))
        try it.change(.edit(Edit(Person.register, "ola", .set(["timeZone": "Europe/Oslo"]))))
        #expect(it.findings("P23").isEmpty)
    }

    @Test func anOverdueMeetingIsCountedFromItsCadence() throws {
        var it = try Preparation()
        for (id, last) in [("in", "2026-10-23"), ("late", "2026-10-22")] {
            try it.add(
                MeetingSeries.register, id,
                ["title": .text(id), "cadence": "monthly", "lastHeldOn": .text(last)])
        }
        try it.add(MeetingSeries.register, "odd", ["title": "odd"])
        #expect(
            it.findings("P19") == [
                "“late” is to take place monthly; the last one was on 22 October 2026, 32 days ago.",
                "“odd” does not say how often it takes place.",
            ])
    }

    @Test func noLadderIsAFindingForTwoAndNotForOne() throws {
        #expect(try Preparation().findings("P20") == ["There is no escalation ladder."])
        #expect(try Preparation(members: ["north"]).findings("P20").isEmpty)
    }

    @Test func aPublicChannelIsOpenForPublicInformationOnly() throws {
        var it = try Preparation()
        for (index, id) in ["public", "internal"].enumerated() {
            try it.add(InformationClass.register, id, ["title": .text(id), "level": .integer(Int64(index))])
        }
        try it.add(Channel.register, "forum", ["title": "Forum", "medium": "forum"])
        for id in ["public", "internal"] {
            try it.add(
                InformationFlow.register, id,
                ["title": .text(id), "from": "north", "to": .list(["harbour"]), "channel": "forum", "class": .text(id)])
        }
        #expect(
            it.findings("P21") == ["“internal” is internal, and “Forum” is cleared for nothing but public information."]
        )
    }

    @Test func contradictionsAreRefused() throws {
        var it = try Preparation()
        #expect(
            it.refusal(ofAdding: ContactLink.register, ["person": "north.lead", "counterpart": "north.lead"]) == [
                "communication.contacts[x].counterpart: both are the same person"
            ])
        #expect(
            it.refusal(ofAdding: InformationFlow.register, ["title": "A", "from": "north", "to": .list(["north"])])
                .count
                == 1)
        #expect(
            it.refusal(
                ofAdding: MeetingSeries.register, ["title": "A", "lastHeldOn": "2026-05-02", "nextOn": "2026-05-02"]
            ).count == 1)
        #expect(
            it.refusal(ofAdding: EscalationStep.register, ["title": "A"]) == [
                "communication.escalation[x].days: is missing"
            ])
        try it.add(Channel.register, "chat", ["title": "Chat", "medium": "chat"])
        try it.add(Channel.register, "mail", ["title": "Mail", "medium": "mail", "fallback": "chat"])
        #expect(it.refusal(of: .edit(Edit(Channel.register, "chat", .set(["fallback": "mail"])))).count == 1)
        #expect(it.refusal(of: .edit(Edit(Channel.register, "chat", .remove))).count == 1)
    }
}
