import AllianceModel
import Markup

extension AllianceSite {
    /// How many places the palette knows by itself.
    private static let mostPlaces = 1500

    /// The pages and records that the command palette offers, as JSON: `[{"t": title, "k": kind, "u": address}]`.
    ///
    /// Of large registers it has the beginning: the palette offers the search beside it, which finds all.
    ///
    /// - Complexity: O(records that the reader may see).
    public var searchIndex: String {
        func item(_ title: String, _ kind: String, _ link: AllianceLink) -> Value {
            .record(["t": .text(title), "k": .text(kind), "u": .text(self.link(link).text)])
        }
        var items: [Value] = [item("Overview", "Page", .overview)]
        items += StepName.allCases.map { item($0.label, "Step", .step($0)) }
        items += [
            item("Findings", "Page", .findings), item("People", "Page", .people), item("History", "Page", .history()),
            item("Report", "Page", .report), item("Import and export", "Page", .exchange),
            item("Ledger", "Page", .ledger),
            item("How aligned are we?", "Page", .alignment),
        ]
        for register in Alliance.registers where reader.mayEdit(register, for: .everyone) {
            items.append(item("Add \(register.noun.withArticle)", "Action", .add(register.name)))
        }
        for register in Alliance.registers {
            let room = min(ExcerptSize.page * 5, Self.mostPlaces - items.count)
            items += Excerpt(view.records(of: register), first: max(0, room)).items.map {
                item(title(of: $0), register.noun.capitalisedFirst, .record(RecordAddress($0)))
            }
        }
        return Value.list(items).json()
    }
}
