public import AllianceModel
public import Markup

// Checking everything before a party signs a step off.
extension AllianceSite {
    public func signOffPage(_ step: StepName, refusal: Refusal? = nil) -> HTML { page("signOffPage", "") }
}
