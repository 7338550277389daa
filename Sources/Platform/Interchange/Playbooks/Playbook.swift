public import AllianceModel

/// The playbooks that come with the program: for each context an alliance file to begin with.
///
/// They are kept as `Playbooks/*.yaml`, which people read and change; `Scripts/write-playbooks` puts their texts into the
/// program, so that it finds them wherever it was copied to.
public enum Playbook {
    /// The alliance file of a context in YAML, with the comments at its top.
    public static func text(of context: Profile.Context) -> String {
        switch context {
        case .business: business
        case .diplomacy: diplomacy
        case .gaming: gaming
        case .collaborativeProject: collaborativeProject
        }
    }
}
