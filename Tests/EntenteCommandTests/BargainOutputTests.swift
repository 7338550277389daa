import Testing

/// A negotiation goes out in the forms in which it comes in.
@Suite struct BargainOutputTests {
    private static let own = """
        {"parties": [{"id": "north", "reservation": "0.2"}, {"id": "harbour"}],
         "issues": [
           {"id": "fee", "options": [
             {"id": "low", "utilities": {"north": "0.1", "harbour": "0.6"}},
             {"id": "high", "utilities": {"north": "0.6", "harbour": "0.1"}}]},
           {"id": "berth", "options": [
             {"id": "own", "utilities": {"north": "0.4", "harbour": "0"}},
             {"id": "lot", "utilities": {"north": "0.1", "harbour": "0.4"}}]}]}
        """

    @Test func whatIsWrittenGivesTheSameAnswer() throws {
        let program = try Program()
        try program.write(Self.own, to: "talks.json")
        func answer(_ arguments: String...) throws -> [Substring] {
            let run = try program.run(["bargain"] + arguments)
            #expect(run.status == 0, "\(run.errors)")
            // How long it took stands in one line of its own.
            return run.output.split(separator: "\n").filter { !$0.contains("solved in") }
        }
        let first = try answer("talks.json", "--output", "again.json")
        #expect(try answer("again.json") == first)
        _ = try answer("talks.json", "--output", "genius")
        _ = try answer("genius/domain.xml", "genius/north.xml", "genius/harbour.xml")
    }

    @Test func nothingIsWrittenOverAFolderThatIsThere() throws {
        let program = try Program()
        try program.write(Self.own, to: "talks.json")
        #expect(try program.run("bargain", "talks.json", "--output", "genius").status == 0)
        let before = try program.bytes(of: "genius/north.xml")
        let again = try program.run("bargain", "talks.json", "--output", "genius")
        #expect(again.status == 2 && again.errors.contains("genius: the folder cannot be made."))
        #expect(try program.bytes(of: "genius/north.xml") == before)
    }
}
