import AllianceModel
import Markup

extension AllianceSite {
    /// The pages and records that the command palette offers, as JSON: `[{"t": title, "k": kind, "u": address}]`.
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
            items += view.records(of: register).map {
                item(title(of: $0), register.noun.capitalisedFirst, .record(RecordAddress($0)))
            }
        }
        return Value.list(items).json()
    }
}
