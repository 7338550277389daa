import Testing

@testable import AllianceModel

@Suite struct RiskLevels {
    static func level(_ likelihood: Int?, _ impact: Int?, _ rating: RiskLevel.Rating? = nil) -> RiskLevel {
        var level = RiskLevel()
        (level.likelihood, level.impact, level.rating) = (likelihood, impact, rating)
        return level
    }

    @Test func scoresCompareBeforeWords() {
        #expect(Self.level(3, 4).isLower(than: Self.level(4, 4)) == true)
        #expect(Self.level(4, 4).isLower(than: Self.level(4, 4)) == false)
        #expect(Self.level(nil, nil, .low).isLower(than: Self.level(4, 4)) == true)
        #expect(Self.level(nil, nil).isLower(than: Self.level(4, 4)) == nil)
    }

    @Test func aLevelInAWordCountsWithItsWorstAgainstTheAppetite() {
        #expect(Self.level(nil, nil, .medium).isAbove(10))
        #expect(!Self.level(nil, nil, .low).isAbove(4))
        #expect(!Self.level(5, nil).isAbove(1))
    }

    @Test func everyScoreHasAWord() {
        #expect(Self.level(1, 4).word == .low)
        #expect(Self.level(1, 5).word == .medium)
        #expect(Self.level(3, 4).word == .medium)
        #expect(Self.level(3, 5).word == .high)
    }
}

@Suite struct RiskRecords {
    @Test(arguments: [#"{"low": 30, "high": 10}"#, #"{"low": 10, "likely": 40, "high": 30}"#])
    func aRangeThatDoesNotRiseIsRefused(range: String) {
        let problems = refusal {
            _ = try alliance(
                "risk.risks r1 {\"title\": \"Late\", \"category\": \"technical\", \"probability\": \(range)}")
        }
        #expect(problems.map(\.path) == ["risk.risks[r1].probability"])
    }

    @Test func aProbabilityAboveAHundredIsRefused() {
        let problems = refusal {
            _ = try alliance(
                #"risk.risks r1 {"title": "Late", "category": "technical", "probability": {"low": 1, "high": 101}}"#)
        }
        #expect(problems.first?.reason == "101 is above 100 %")
    }

    @Test func theHeatMapCountsBeforeAndAfterMitigation() throws {
        let view = try alliance(
            """
            risk.risks a {"title": "A", "category": "people", "inherent": {"likelihood": 4, "impact": 5}, "residual": {"likelihood": 2, "impact": 5}}
            risk.risks b {"title": "B", "category": "people", "inherent": {"likelihood": 4, "impact": 5}}
            risk.risks c {"title": "C", "category": "people", "inherent": {"rating": "high"}}
            risk.risks d {"title": "D", "category": "people", "inherent": {"likelihood": 4, "impact": 5}, "status": "closed"}
            """
        ).open
        #expect(view.heatMap(.inherent).cells[3][4] == ["a", "b"])
        #expect(view.heatMap(.residual).cells[1][4] == ["a"])
        #expect(view.heatMap(.residual).counts[3][4] == 1)
        #expect(view.heatMap(.residual).unplaced == ["c"])
    }

    @Test func anEarlyWarningSaysWhenToAct() throws {
        let view = try alliance(
            """
            risk.indicators a {"title": "Days until an answer", "threshold": 5, "current": 7}
            risk.indicators b {"title": "Members online", "threshold": 5, "current": 7, "alarm": "below"}
            risk.indicators c {"title": "Backlog", "threshold": 5}
            """
        ).open
        #expect(view.risk.indicators.map(\.isAlarming) == [true, false, nil])
    }

    @Test func anExitPlanNamesItsGaps() throws {
        let view = try alliance(
            #"risk.exitPlans e1 {"title": "A party leaves", "noticeDays": 90, "triggers": "Notice", "people": "Handover"}"#
        ).open
        #expect(view.risk.exitPlans.map(\.gaps) == [["assets", "data", "intellectual property"]])
    }

    @Test func aWorkPackageThatARiskThreatensIsNotRemoved() throws {
        var risky = try alliance(
            """
            plan.workPackages wp1 {"title": "Platform"}
            risk.risks r1 {"title": "Late", "category": "technical", "workPackages": ["wp1"]}
            """)
        let problems = refusal {
            try risky.apply(.edit(Edit(WorkPackage.register, "wp1", .remove)), by: .founder, at: Moment(seconds: 0))
        }
        #expect(problems.first?.reason == "1 record refers to it: “Late” (risk.risks[r1])")
    }
}
