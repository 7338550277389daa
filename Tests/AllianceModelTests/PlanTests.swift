import Testing

@testable import AllianceModel

@Suite struct PlanRecords {
    @Test func aTaskThatEndsBeforeItStartsIsRefused() {
        let problems = refusal {
            _ = try alliance(#"plan.tasks t1 {"title": "Test", "start": "2027-02-01", "finish": "2027-01-31"}"#)
        }
        #expect(problems.map(\.path) == ["plan.tasks[t1].finish"])
    }

    @Test func anEstimateThatDoesNotRiseIsRefused() {
        let problems = refusal {
            _ = try alliance(
                #"plan.tasks t1 {"title": "Test", "estimate": {"optimistic": 5, "mostLikely": 4, "pessimistic": 9}}"#)
        }
        #expect(problems.first?.reason == "5, 4 and 9 days do not rise from best to worst")
    }

    @Test func dependenciesNeverLeadBack() throws {
        var plan = try alliance(
            """
            plan.tasks a {"title": "A"}
            plan.tasks b {"title": "B", "dependencies": [{"task": "a"}]}
            plan.tasks c {"title": "C", "dependencies": [{"task": "b", "type": "SS", "lag": -2}]}
            """)
        let edit = Edit(PlannedTask.register, "a", .set(["dependencies": .list([.record(["task": "c"])])]))
        let problems = refusal { try plan.apply(.edit(edit), by: .founder, at: Moment(seconds: 0)) }
        #expect(problems.first?.reason.contains("a → c → b → a") == true)
    }

    @Test func aTaskOnWhichOthersDependIsNotRemoved() throws {
        var plan = try alliance(
            """
            plan.tasks a {"title": "Build"}
            plan.tasks b {"title": "Test", "dependencies": [{"task": "a"}]}
            """)
        let problems = refusal {
            try plan.apply(.edit(Edit(PlannedTask.register, "a", .remove)), by: .founder, at: Moment(seconds: 0))
        }
        #expect(problems.first?.reason.contains("“Test”") == true)
    }

    @Test func aResponsibilityIsForOneThingAndOnePerson() {
        let two = refusal {
            _ = try alliance(
                twoParties + """
                    plan.tasks t1 {"title": "Test"}
                    plan.deliverables d1 {"title": "Report"}
                    plan.responsibilities r1 {"role": "accountable", "person": "ada", "task": "t1", "deliverable": "d1"}
                    """)
        }
        let none = refusal { _ = try alliance(#"plan.responsibilities r1 {"role": "informed"}"#) }
        #expect(two.map(\.path) == ["plan.responsibilities[r1].task"])
        #expect(none.count == 2)
    }

    @Test func aPrivateBudgetLineIsSeenByItsPartyAlone() throws {
        var plan = try alliance(twoParties)
        let line = Edit(
            BudgetLine.register, "b1", for: .party("north"), .add(["title": "Bonus", "amount": .integer(5)]))
        try plan.apply(.edit(line), by: .party("north"), at: Moment(seconds: 0))
        #expect(plan.view(for: .party("north")).plan.budget.count == 1)
        #expect(plan.view(for: .party("harbour")).plan.budget.isEmpty)
        #expect(plan.open.plan.budget.isEmpty)
    }
}

@Suite struct EffortAndShares {
    static let effort =
        twoParties + """
            plan.workPackages wp1 {"title": "Platform", "lead": "north"}
            plan.workPackages wp2 {"title": "Yard", "lead": "harbour"}
            plan.effort e1 {"workPackage": "wp1", "party": "north", "personMonths": 12}
            plan.effort e2 {"workPackage": "wp1", "party": "harbour", "personMonths": 7.5}
            plan.effort e3 {"workPackage": "wp2", "party": "harbour", "personMonths": 4}
            plan.effort e4 {"workPackage": "wp2", "party": "harbour", "personMonths": 0.25}

            """

    @Test func theMatrixHasItsRowAndColumnSums() throws {
        let matrix = try alliance(Self.effort).open.effortMatrix
        #expect(matrix.cells.map { $0.map(\.description) } == [["12", "7.5"], ["0", "4.25"]])
        #expect(matrix.rowSums.map(\.description) == ["19.5", "4.25"])
        #expect(matrix.columnSums.map(\.description) == ["12", "11.75"])
        #expect(matrix.total.description == "23.75")
    }

    @Test func anEmptyPlanHasAnEmptyMatrix() {
        let matrix = Alliance().open.effortMatrix
        #expect(matrix.isEmpty)
        #expect(matrix.total == .zero)
    }

    @Test func declaredTotalsAreComparedExactlyInEveryScope() throws {
        let plan = try alliance(
            Self.effort + """
                plan.totals all {"of": "effort", "amount": 23.75}
                plan.totals wp1 {"of": "effort", "workPackage": "wp1", "amount": 19.5}
                plan.totals harbour {"of": "effort", "party": "harbour", "amount": 11.5}
                plan.totals cell {"of": "effort", "party": "harbour", "workPackage": "wp2", "amount": 4.25}
                plan.totals money {"of": "budget", "amount": 10}
                """)
        let mismatches = plan.open.totalMismatches
        #expect(mismatches.map(\.declared.id) == ["harbour", "money"])
        #expect(mismatches.map(\.sum.description) == ["11.75", "0"])
    }

    @Test func commitmentIsOfAmountsAndElseOfEffort() throws {
        var plan = try alliance(Self.effort)
        #expect(plan.open.partyShares.map(\.commitment) == [12 / 23.75, 11.75 / 23.75])
        #expect(plan.open.partyShares.map(\.benefit) == [nil, nil])
        try plan.add(
            """
            plan.contributions c1 {"title": "Code", "party": "north", "amount": 30}
            plan.contributions c2 {"title": "Quay", "party": "harbour", "kind": "inKind", "amount": 10}
            plan.benefitShares b1 {"benefit": "Fees", "party": "north", "share": 25}
            plan.benefitShares b2 {"benefit": "Fees", "party": "harbour", "share": 75}
            """)
        #expect(plan.open.partyShares.map(\.commitment) == [0.75, 0.25])
        #expect(plan.open.partyShares.map(\.benefit) == [0.25, 0.75])
        #expect(plan.open.partyShares[1].inKind == DecimalNumber(10))
    }
}

@Suite struct Timelines {
    /// The four kinds of links, worked out by hand. A takes 1–10 January; each of the others takes 4 days.
    @Test(arguments: [
        ("FS", 2, "2027-01-13", "2027-01-16"), ("SS", 3, "2027-01-04", "2027-01-07"),
        ("FF", 2, "2027-01-09", "2027-01-12"), ("SF", 6, "2027-01-03", "2027-01-06"),
        ("FS", -3, "2027-01-08", "2027-01-11"),
    ])
    func linksHoldTasksBack(type: String, lag: Int, start: String, finish: String) throws {
        let bars = try alliance(
            twoParties + """
                plan.tasks b {"title": "B", "estimate": {"optimistic": 2, "mostLikely": 3.5, "pessimistic": 9}}
                plan.tasks a {"title": "A", "start": "2027-01-01", "finish": "2027-01-10"}
                """)
        var plan = bars
        try plan.apply(
            .edit(
                Edit(
                    PlannedTask.register, "b",
                    .set([
                        "dependencies": .list([
                            .record(["task": "a", "type": .text(type), "lag": .integer(Int64(lag))])
                        ])
                    ]))), by: .founder, at: Moment(seconds: 0))
        let bar = try #require(plan.open.timeline.tasks.first { $0.task == "b" })
        #expect(bar.start.description == start)
        #expect(bar.finish.description == finish)
    }

    @Test func aPlannedFinishThatCannotBeKeptSlips() throws {
        let timeline = try alliance(
            twoParties + """
                plan.tasks a {"title": "A", "start": "2027-01-01", "finish": "2027-01-10"}
                plan.tasks b {"title": "B", "start": "2027-01-05", "finish": "2027-01-09", "dependencies": [{"task": "a"}]}
                plan.tasks c {"title": "C"}
                """
        ).open.timeline
        #expect(timeline.tasks.map(\.slip) == [0, 6, 0])
        #expect(timeline.tasks.map(\.isGuess) == [false, false, true])
        #expect(timeline.finish?.description == "2027-01-15")
    }

    @Test func withoutAnyDateThereIsNothingToDraw() throws {
        #expect(try alliance(#"plan.tasks a {"title": "A"}"#).open.timeline.tasks.isEmpty)
    }

    @Test func aLongChainIsWalkedInOnePass() throws {
        var lines = twoParties + "plan.tasks t0 {\"title\": \"T\", \"start\": \"2027-01-01\"}\n"
        for number in 1..<1_000 {
            lines += "plan.tasks t\(number) {\"title\": \"T\", \"dependencies\": [{\"task\": \"t\(number - 1)\"}]}\n"
        }
        let finish = try alliance(lines).open.timeline.finish
        #expect(finish == Day("2027-01-01").map { $0 + 999 })
    }
}
