import AllianceModel
import Markup

extension PageContext {
    var partnersPage: StepPage {
        let coverage = view.capabilityCoverage
        let gaps = coverage.gaps.map(\.capability.title)
        let claim =
            coverage.capabilities.isEmpty
            ? "No capability is named as needed yet."
            : gaps.isEmpty
                ? "Members bring all \(coverage.capabilities.count) capabilities that are needed."
                : "\(gaps.count) of \(coverage.capabilities.count) capabilities are not brought by any member: \(gaps.enumerated(with: "and"))."
        return StepPage(
            question: "Who could bring what we need, and who should?", claim: claim,
            pictures: coverage.providers.isEmpty || coverage.capabilities.isEmpty ? [] : [coveragePicture(coverage)])
    }

    /// Who offers which capability, with the gaps.
    private func coveragePicture(_ coverage: CapabilityCoverage) -> Figure {
        let providers = Markup.Party.named(coverage.providers.map(\.title))
        let levels = coverage.capabilities.map { capability in
            coverage.providers.map { Double(coverage.level(of: capability.id, by: $0) ?? 0) }
        }
        return effortMatrix(
            id: "coverage", title: "Who brings what", claim: "Levels from 1 to 5; a dash where nothing is offered.",
            parties: providers, workPackages: coverage.capabilities.map(\.title), effort: levels, unit: "level")
    }
}
