public import AllianceModel
public import Markup

// The page of a step.
extension AllianceSite {
    public func sitePage(of step: StepName) -> HTML { page("sitePage", "") }
}
