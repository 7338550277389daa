import AllianceModel

/// What a verb of a step is called on screen.
struct VerbWords {
    /// On the button: "Accept".
    let button: String
    /// What happens, and who sees it.
    let sentence: String
    /// What a party owes as long as it has not done it.
    let owed: String

    init(_ step: StepName, _ verb: String) {
        (button, sentence, owed) =
            switch (step, verb) {
            case (.vision, "endorse"):
                (
                    "Endorse",
                    "Your organisation stands behind this vision. All parties see it. It lapses when the text changes.",
                    "Endorsement"
                )
            case (.vision, "accept"):
                (
                    "Accept",
                    "Your organisation accepts this objective with its measure. All parties see it. It lapses when they change.",
                    "Acceptance"
                )
            case (.culture, "endorse"):
                ("Endorse", "Your organisation stands behind this behaviour. All parties see it.", "Endorsement")
            case (.culture, "agree"):
                (
                    "Agree",
                    "Your organisation agrees to work like this. All parties see it. It lapses when the rule changes.",
                    "Agreement"
                )
            case (.culture, "keep"):
                ("Confirm it was kept", "You say that the promise made to you was kept. All parties see it.", "Promise")
            case (.culture, "answer"): ("Answer", "Nobody learns who answered what.", "Survey")
            case (.governance, "vote"):
                (
                    "Vote", "Your organisation's vote. All parties see it. You may change it until the vote is closed.",
                    "Vote"
                )
            case (.governance, "close"):
                ("Close the vote", "The outcome follows from the rule and is shown to all parties.", "Vote")
            case (.terms, "answer"):
                ("Answer the offer", "Openly, or in secret: then others learn it only when all accept.", "Offer")
            case (.terms, "conclude"):
                (
                    "Reveal the agreement", "All parties learn that everyone accepted this offer, if everyone did.",
                    "Offer"
                )
            case (.terms, "approve"):
                ("Approve", "Your organisation approves this text by its own rules. All parties see it.", "Approval")
            case (.terms, "reject"):
                (
                    "Reject",
                    "Your organisation does not agree to this text. All parties see it. What is in force stays; your word lapses when the text changes.",
                    "Answer"
                )
            case (.terms, "reopen"):
                (
                    "Call it",
                    "It opens an amendment with the clauses as they hold, which all sign as they signed the text. All parties see who called it, when and why. Until then the old text stays.",
                    "Reopener"
                )
            case (.terms, "holdReview"):
                (
                    "Write down what came of it",
                    "The next review is due from this one on. All parties see what you write.",
                    "Review"
                )
            case (.terms, "keepVersion"):
                ("Keep the version", "The text is kept as it stands, to be compared with later ones.", "Version")
            case (.terms, "amend"):
                (
                    "Begin the amendment", "What changes is copied into a text of its own. All parties see it.",
                    "Amendment"
                )
            case (.terms, "initial"):
                ("Initial", "You confirm that this is the text that was agreed. It does not bind yet.", "Initials")
            case (.terms, "sign"):
                ("Sign", "You sign for your organisation within your mandate. All parties see it.", "Signature")
            case (.terms, "ratify"):
                ("Ratify", "Your organisation is bound by what was signed. All parties see it.", "Ratification")
            case (.terms, "bringIntoForce"):
                ("Bring into force", "The text applies from this day on, for all who are bound.", "Entry into force")
            case (.terms, "empower"):
                ("Give a mandate", "Somebody of your organisation may act on texts. All parties see it.", "Mandate")
            case (.terms, "revoke"):
                ("End the mandate", "The person may no longer act. What was signed stays signed.", "Mandate")
            default: (verb.capitalisedFirst, "All parties see it.", "Answer")
            }
    }
}
