public import AllianceModel
public import Markup

// All records of a register.
extension AllianceSite {
    /// The register with its records, and what can be done with all of them.
    public func registerPage(_ register: RegisterDescription) -> HTML { page("registerPage", "") }
}
