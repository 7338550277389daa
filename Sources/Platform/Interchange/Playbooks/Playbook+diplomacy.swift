// swift-format-ignore-file: written by Scripts/write-playbooks, not by hand.

extension Playbook {
    /// Playbooks/diplomacy.yaml, as it stands.
    static let diplomacy = #"""
        # Playbook for states, governments and parties that negotiate: a treaty, a memorandum, a political agreement. A starting point
        # to be changed.
        #
        # Entries say why they are there in their note, reason or rule. The terms are those of the Vienna Convention on the Law of
        # Treaties of 1969 (articles in brackets) and of the Belfast talks of 1996–98 (Examples/good-friday.yaml); sources of the
        # ideas: Documentation/pitfalls.md. Survey statements and all wording are our own and free to use for anything (CC0).
        entente: 1
        charter:
          profile:
            name: New agreement
            context: diplomacy
            # purpose: in one or two sentences, what shall be different once the agreement is in force.
        vision:
          scope:
            - id: questions-left-open
              title: Questions that the talks leave to others
              belongs: outOfScope
              reason: What is named as out of scope cannot stop the talks on what is in it.
        partners:
          capabilities:
            - id: consent-home
              title: Can bring about consent at home
              level: 4
              critical: yes
              note: A signature that no parliament or people confirms binds nobody (14).
            - id: carry-out
              title: Can carry out what is agreed
              level: 4
              critical: yes
              note: Authority over those who have to act; without it a commitment is a wish.
            - id: verify
              title: Can verify, or give access to those who do
              level: 3
              critical: yes
              note: What nobody can see is believed by nobody.
            - id: pay
              title: Can pay for institutions and aid
              level: 3
              critical: no
              note: Bodies without a budget meet once.
            - id: convene
              title: "Can convene: place, chair, secretariat, interpreters"
              level: 3
              critical: no
              note: A neutral with staff; the parties cannot be their own referee.
          criteria:
            - id: authority
              title: Can bind those for whom it speaks
              category: governance
              mustHave: yes
              anchors: "1: its words bind nobody. 5: full powers, and those at home follow."
              note: Who has no full powers cannot conclude (7); a deal with somebody who cannot deliver is none.
            - id: representation
              title: Stands for those whom the agreement must reach
              category: strategic
              weight: 3
              anchors: "1: few. 5: nobody of weight is missing."
              note: Those who are left out have every reason to work against it.
            - id: means
              title: Has accepted the ground rules of the talks
              category: commitment
              mustHave: yes
              anchors: "1: keeps other means open. 5: has said so in public and kept to it."
              note: >-
                The Belfast talks took in whoever accepted the principles of democracy and non-violence and removed those who
                broke them.
            - id: follow-through
              title: Has kept earlier agreements
              category: risk
              weight: 2
              anchors: "1: broke most. 5: kept them also when it hurt."
              note: The past is the best evidence there is.
            - id: culture
              title: Negotiates in a way we can live with
              category: cultural
              weight: 1
              anchors: "1: surprises, leaks, ultimatums. 5: predictable and discreet."
              note: Talks last for years; a style that wears people out ends them.
            - id: domestic
              title: Can carry it through at home
              category: operational
              weight: 3
              anchors: "1: no majority in sight. 5: consent is as good as given."
              note: "Signature is not ratification (14): many treaties end between the two."
        communication:
          informationClasses:
            - id: public
              title: Public
              level: 0
              rule: Anybody may see and quote it.
            - id: delegations
              title: Delegations only
              level: 1
              rule: Delegations and their capitals; no quoting, no source.
              marking: DELEGATIONS
            - id: restricted
              title: Restricted
              level: 2
              rule: Named persons of the parties concerned; copies are numbered.
              marking: RESTRICTED
          channels:
            - id: plenary-table
              title: Table of the plenary
              medium: meeting
              clearedFor: delegations
              purpose: Positions and decisions that all must hear
              fallback: notes
              note: What was said here counts; so it is minuted.
            - id: notes
              title: Diplomatic notes
              medium: letter
              clearedFor: restricted
              purpose: "Everything with legal effect: full powers, texts, ratifications, reservations"
              fallback: by-hand
              note: Effects of treaty acts begin with a written communication (16, 23, 78).
            - id: document-desk
              title: Document desk of the secretariat
              medium: sharedFolder
              clearedFor: delegations
              purpose: The one current text
              fallback: by-hand
              archive: Every version, with date and time, for good
              note: In Belfast drafts reached two of ten parties by fax and the chair not at all.
            - id: quiet-line
              title: Quiet line between two heads of delegation
              medium: phone
              clearedFor: restricted
              purpose: To sound out before anything is tabled
              fallback: mediator
              note: An idea that was never tabled can be dropped without loss of face.
            - id: press-desk
              title: Joint press desk
              medium: mailingList
              purpose: Announcements that all have seen
              fallback: chair-statement
              note: Who reads of it in the newspaper assumes the worst.
            - id: by-hand
              title: Handed over in person against signature
              medium: letter
              clearedFor: restricted
              purpose: When nothing else is sure
              note: The oldest channel and the last one to fail.
            - id: mediator
              title: Through the mediator
              medium: meeting
              clearedFor: restricted
              purpose: When the two no longer speak with each other
              note: Test it while they still do.
            - id: chair-statement
              title: Statement of the chair
              medium: other
              purpose: When the joint desk cannot agree on a text
              note: Short, neutral, and agreed as a rule beforehand.
          escalation:
            - id: experts
              title: Experts of the delegations
              days: 14
              outcome: Options with their consequences
            - id: heads
              title: Heads of delegation with the mediator
              days: 14
              outcome: Recommendation
            - id: principals
              title: Ministers or party leaders
              days: 21
              outcome: Political decision
            - id: third
              title: Neutral third party
              days: 60
              outsider: Mediator, conciliation commission or court that all accepted beforehand
              outcome: Report or binding decision
          languages:
            - id: authentic
              code: en
              use: agreements
              prevails: yes
              note: Where texts in two languages are authentic, say which prevails, or both count alike (33).
          glossary:
            - id: participants
              term: Participant
              meaning: Whoever signs a text that does not bind by law
              avoid: [party]
            - id: arrangement
              term: Arrangement
              meaning: A text that does not bind by law
              avoid: [agreement, treaty]
            - id: event
              term: Verifiable event
              meaning: Something that every participant can see for itself or has confirmed by a body that all trust
              avoid: [best efforts, as soon as possible]
          announcements:
            - id: tabled
              title: A draft is tabled
              wording: Nothing on its content. A text that is public cannot be changed any more.
            - id: agreed
              title: Agreement is reached
              leadHours: 12
              wording: Joint text; each side may add what it means at home and says nothing about what others gave up.
            - id: failed
              title: The talks are suspended
              leadHours: 12
              wording: Date, reason in one neutral sentence, and who may call the next meeting.
          meetings:
            - id: plenary-session
              title: Plenary
              cadence: weekly
              minutes: 180
              purpose: Positions, decisions, records
              channel: plenary-table
              interpreted: yes
              minuted: yes
            - id: chairs-round
              title: Chair with the heads of delegation
              cadence: twiceWeekly
              minutes: 60
              purpose: Agenda, temper of the talks, what may be tabled when
              minuted: no
            - id: strand-session
              title: Strands
              cadence: weekly
              minutes: 180
              purpose: Questions of each strand, on the one text
              interpreted: yes
              minuted: yes
        terms:
          clauses:
            - id: preamble
              title: Preamble
              topic: purpose
              state: absent
              note: >-
                Names object and purpose: the measure for interpretation (31) and for what signatories must not defeat before
                entry into force (18).
              instrument: text
            - id: definitions
              title: Use of terms
              topic: definitions
              state: absent
              note: A word in its ordinary meaning may mean different things at home (31); define the few that matter.
              instrument: text
            - id: scope
              title: Scope and territory
              topic: scope
              state: absent
              note: Says which territory and which matters are bound; without it the entire territory is (29).
              instrument: text
            - id: commitments
              title: Commitments
              topic: responsibilities
              state: absent
              note: >-
                The heart: each one with party, date and verifiable event. An ambiguous one is read in two ways when it
                matters.
              instrument: text
            - id: verification
              title: Verification
              topic: compliance
              state: absent
              note: An independent body that everybody trusts turns promises into facts.
              instrument: text
            - id: institutions
              title: Institutions
              topic: governance
              state: absent
              note: "Who meets, how often, with which secretariat: agreements without a body fall asleep."
              instrument: text
            - id: decision-making
              title: Decision-making
              topic: decisions
              state: absent
              note: >-
                Sufficient consensus for the talks, parallel consent for what follows; say for which matters only, since a
                veto without limits is used for all.
              instrument: text
            - id: costs
              title: Costs
              topic: finance
              state: absent
              note: Who pays for bodies and verification decides whether they exist.
              instrument: text
            - id: confidentiality
              title: Confidentiality of the talks
              topic: confidentiality
              state: absent
              note: "Nobody moves in public: what is said in the talks binds nobody until all is agreed."
              instrument: ground-rules
            - id: press
              title: Announcements
              topic: announcements
              state: absent
              note: Who says what, when, after whose consent.
              instrument: ground-rules
            - id: entry-into-force
              title: Entry into force
              topic: entryIntoForce
              state: absent
              note: Date, or number of ratifications (24); say what applies provisionally before (25).
              instrument: text
            - id: consent-bound
              title: Signature and ratification
              topic: signatures
              state: absent
              note: >-
                How each party consents to be bound: by signature, or only by ratification, acceptance or approval (11 to 16);
                who has full powers (7).
              instrument: text
            - id: reservations
              title: Reservations
              topic: reservations
              state: absent
              note: Allow, limit or forbid them; silence allows those that fit object and purpose (19 to 23).
              instrument: text
            - id: duration
              title: Duration
              topic: term
              state: absent
              note: A fixed term with renewal is easier to ratify than one without end.
              instrument: text
            - id: review
              title: Review conference
              topic: review
              state: absent
              note: Circumstances change; a date to look at the text is cheaper than a crisis.
              instrument: text
            - id: amendment
              title: Amendment
              topic: amendment
              state: absent
              note: Procedure and majority, and for whom an amendment holds (39 to 41).
              instrument: text
            - id: accession
              title: Accession
              topic: accession
              state: absent
              note: Who may join later and who decides on it (15).
              instrument: text
            - id: suspension
              title: Suspension and breach
              topic: suspension
              state: absent
              note: What the others may do after a material breach (60), short of the end of everything.
              instrument: text
            - id: withdrawal
              title: Withdrawal
              topic: exit
              state: absent
              note: >-
                Notice, and what becomes of bodies, property, data and people; without a clause it is open whether anybody may
                leave at all (54, 56).
              instrument: text
            - id: deadlock
              title: Deadlock
              topic: deadlock
              state: absent
              note: >-
                What happens if the institutions cannot decide; without it they are suspended, as in Belfast in 2000 and 2002.
              instrument: text
            - id: disputes
              title: Settlement of disputes
              topic: dispute
              state: absent
              note: Negotiation, then conciliation, then a court or arbitrators (65, 66), each with a time limit.
              instrument: text
            - id: depositary
              title: Depositary and registration
              topic: depositary
              state: absent
              note: Keeps the original and tells all who has signed and ratified (76, 77); register the treaty (80).
              instrument: text
            - id: authentic-texts
              title: Authentic texts
              topic: languages
              state: absent
              note: Which languages count and which prevails (33).
              instrument: text
            - id: data
              title: Data and records
              topic: dataProtection
              state: absent
              note: Who keeps the records of the talks and of verification, for how long, and who may read them.
              instrument: text
            - id: property
              title: Intellectual property
              topic: intellectualProperty
              state: notRelevant
              note: Take it in where science or technology is shared.
              instrument: text
          reviews:
            - id: two-years
              title: Review conference
              kind: review
              everyMonths: 24
              note: Every two years is often enough to notice and rare enough to prepare.
              instrument: text
            - id: reopener
              title: Fundamental change of circumstances
              kind: reopener
              trigger: A change that the parties name in the text, as the end of a guarantee
              note: Naming it avoids the quarrel whether the general rule (62) applies.
              instrument: text
          instruments:
            - id: ground-rules
              title: Ground rules of the talks
              kind: jointDeclaration
              nature: political
              language: en
              version: draft
              note: >-
                Who takes part under which principles, how it is decided, what is secret. At Belfast they were in dispute when
                the talks opened: settle them first.
            - id: text
              title: Agreement
              kind: treaty
              nature: binding
              language: en
              needsRatification: yes
              version: draft
              note: >-
                A treaty creates obligations under international law (2, 26). Choose a memorandum where the text shall not
                bind, and then use its words: will, participant, come into effect.
        governance:
          rules:
            - id: sufficient-consensus
              title: Sufficient consensus
              threshold: 1/2
              comparison: moreThan
              basis: allMembers
              quorum: 2/3
              whenQuorumFails: nextMeetingDecides
              quorumDays: 7
              note: >-
                For the talks. More than half of the participants weighed by those whom they represent; add the communities or
                groups that must each be convinced, with more than half of each. No single small group can stop everything,
                and no large one is overruled.
            - id: parallel-consent
              title: Parallel consent
              threshold: 1/2
              comparison: moreThan
              basis: present
              quorum: 1/2
              whenQuorumFails: nextMeetingDecides
              quorumDays: 14
              orElse: weighted-majority
              note: >-
                For key decisions afterwards: more than half of all and more than half of each community. Add the communities
                as groups.
            - id: weighted-majority
              title: Weighted majority
              threshold: 60 %
              basis: present
              note: >-
                The way out where one community is split: 60 % of all, with 40 % of each community. Add the communities as
                groups.
            - id: procedural
              title: Simple majority on procedure
              threshold: 1/2
              comparison: moreThan
              basis: votesCast
              quorum: 1/2
              whenQuorumFails: nextMeetingDecides
              quorumDays: 3
              note: Agenda and dates must not need the consent of everybody.
            - id: consensus
              title: Consensus
              threshold: 100 %
              note: >-
                For the very few questions of existence: adoption of the text, admission of a party. Abstaining does not stop
                it.
          bodies:
            - id: plenary
              title: Plenary
              kind: assembly
              cadence: weekly
              rule: sufficient-consensus
              remit: Adopts texts; nothing is agreed until everything is agreed
              note: All who must consent sit here.
            - id: business
              title: Business committee
              kind: secretariat
              cadence: daily
              rule: procedural
              reportsTo: plenary
              remit: Agenda, order of business, documents
              note: Keeps procedure out of the plenary.
            - id: strand-one
              title: First strand
              kind: working
              cadence: weekly
              rule: sufficient-consensus
              reportsTo: plenary
              remit: Questions within one territory
              note: Strands let those talk whom a question concerns, while the package holds them together.
            - id: strand-two
              title: Second strand
              kind: working
              cadence: weekly
              rule: sufficient-consensus
              reportsTo: plenary
              remit: Questions between neighbours
              note: Chaired by somebody neutral.
            - id: commission
              title: Joint commission
              kind: steering
              cadence: halfYearly
              rule: parallel-consent
              remit: Implementation, interpretation, amendments of annexes
              note: Begins with entry into force; every agreement that lives has one.
            - id: verification-body
              title: Verification body
              kind: advisory
              cadence: quarterly
              rule: procedural
              reportsTo: commission
              remit: Reports which commitments were met
              note: Independent; its members are named by consent of all.
          matters:
            - id: adoption
              title: Adoption of the text
              bodies: [plenary]
              rule: consensus
              reserved: yes
              note: Adoption by all (9) where nothing else is agreed.
            - id: agenda
              title: Agenda and order of business
              bodies: [business]
              note: Procedure by simple majority.
            - id: admission
              title: Admission of a participant to the talks
              bodies: [plenary]
              note: By the criteria above.
            - id: exclusion
              title: Exclusion of a participant that broke the ground rules
              bodies: [plenary]
              note: Decided without the vote of the one concerned; it has to be possible, or the rules are none.
            - id: annexes
              title: Change of annexes
              bodies: [commission]
              note: Details change more often than a treaty can be ratified.
            - id: interpretation
              title: Agreed interpretation
              bodies: [commission]
              note: Counts together with the text (31).
            - id: publication
              title: Publication of verification reports
              bodies: [verification-body]
              note: A report that can be withheld is no verification.
          deadlockSteps:
            - id: d-heads
              title: Heads of delegation meet with the mediator
              mechanism: negotiation
              days: 14
              note: Most deadlocks are misunderstandings.
            - id: d-principals
              title: Ministers or party leaders decide
              mechanism: escalation
              days: 21
              note: They can trade across strands.
            - id: d-conciliation
              title: Conciliation commission proposes terms
              mechanism: mediation
              days: 90
              note: As in the annex to the Vienna Convention.
            - id: d-arbitration
              title: Arbitration decides
              mechanism: arbitration
              days: 180
              note: The last step gives a result and the agreement goes on.
          membershipRules:
            - id: accession
              title: Accession
              event: accession
              trigger: An instrument of accession is deposited, and the commission consents
              matter: admission
              note: Those who join later take the text as it stands.
              clause: accession
            - id: withdrawal
              title: Withdrawal by notice
              event: withdrawal
              unilateral: yes
              noticeDays: 365
              assets: Property of joint bodies stays with those who go on; what a party lent is returned.
              data: Records stay with the depositary; access of the party that leaves ends with the notice.
              remaining: Commitments that fell due before stay due; verification goes on until the last day.
              note: >-
                A year's notice is also what the Convention asks for where a text is silent and leaving is possible (56).
              intellectualProperty: What was shared may be used by each for its own purposes.
              clause: withdrawal
              instrument: text
            - id: breach
              title: Suspension after a material breach
              event: breach
              trigger: The verification body has reported the breach and 60 days to cure it have passed
              note: Suspending a part is the smaller step before termination (60).
              clause: suspension
        risk:
          risks:
            - id: ambiguity
              title: A commitment is read in two ways
              category: relational
              cause: Wording that lets each side claim success at home
              event: A date passes and the sides disagree on whether anything was due
              effect: Institutions are suspended
              mitigation: Verifiable event and date for each commitment; agreed interpretation on record
              contingency: Joint commission within seven days
              trigger: First public statement that denies a commitment
              inherent: {likelihood: 4, impact: 5}
              residual: {likelihood: 2, impact: 4}
              note: It happened with decommissioning in Belfast.
            - id: spoilers
              title: Those who stayed outside act against it
              category: strategic
              cause: Somebody loses by the agreement or was not at the table
              event: Violence or a campaign during ratification
              effect: Majorities are lost
              mitigation: An open door with clear conditions; early explanation of what is gained
              contingency: Joint statement within hours, talks go on
              trigger: An act that one side ascribes to the other
              inherent: {likelihood: 4, impact: 5}
              residual: {likelihood: 3, impact: 3}
              note: Those who are left out have every reason to act, and the best moment is ratification.
            - id: ratification
              title: A parliament or referendum says no
              category: legal
              cause: Delegations know each other better than their voters
              event: Consent at home fails
              effect: The text does not enter into force
              mitigation: Those who must consent sit in the talks; vote early where it is hardest
              contingency: Provisional application of what needs no consent (25)
              trigger: Polls or counts below the majority six weeks before
              inherent: {likelihood: 3, impact: 5}
              residual: {likelihood: 2, impact: 4}
              note: Many treaties end between signature and ratification.
            - id: change-of-government
              title: A government changes
              category: partnerExit
              cause: Elections come more often than agreements
              event: The new one does not feel bound
              effect: Commitments stop
              mitigation: Consent across parties; benefits that come early
              contingency: Review conference; suspension in steps
              trigger: Election with a programme against the agreement
              inherent: {likelihood: 3, impact: 4}
              residual: {likelihood: 3, impact: 3}
              note: "The usual way in which a party leaves: without saying so."
            - id: envoy
              title: Key people leave
              category: people
              cause: Posts rotate
              event: Chief negotiator or mediator goes
              effect: Trust and memory are lost
              mitigation: Deputies at the table; agreed records of every session
              contingency: Handover of two weeks with joint sessions
              trigger: A successor is being sought
              inherent: {likelihood: 3, impact: 3}
              residual: {likelihood: 2, impact: 2}
              note: Talks live on memory that stands in no file.
            - id: late-text
              title: A contested text comes at the last minute
              category: management
              cause: Each side keeps its hardest demands for the end
              event: A long annex is tabled days before the deadline
              effect: A side walks out
              mitigation: No annex after a cut-off date; nothing goes to some parties only
              contingency: Short list of what must be settled now, the rest in the commission
              trigger: A document that was not at the document desk
              inherent: {likelihood: 3, impact: 4}
              residual: {likelihood: 2, impact: 3}
              note: In Belfast two long lists, tabled days before the deadline, pushed one side to the edge.
            - id: verification-fails
              title: What was promised cannot be verified
              category: technical
              cause: Methods and access were left for later
              event: Access or data are refused
              effect: Mutual accusations
              mitigation: Access rights and methods in an annex before signature
              contingency: Neutral inspector named by the depositary
              trigger: Second inspection refused
              inherent: {likelihood: 3, impact: 4}
              residual: {likelihood: 2, impact: 3}
              note: Asked for after signature, access is a new negotiation.
            - id: money
              title: Institutions are not paid for
              category: financial
              cause: Contributions are voluntary or late
              event: Contributions fail to come
              effect: Verification and secretariat stop
              mitigation: First year paid in before entry into force
              contingency: Reserve of six months
              trigger: Contribution sixty days late
              inherent: {likelihood: 3, impact: 3}
              residual: {likelihood: 2, impact: 2}
              note: The first thing that is not paid is what nobody sees.
            - id: outside-shock
              title: Something outside changes the interests
              category: external
              cause: Interests hang on third countries
              event: War, crisis or sanctions elsewhere
              effect: The balance of the package is gone
              mitigation: Reopener that names such events
              contingency: Review conference within three months
              trigger: A party calls upon the reopener
              inherent: {likelihood: 3, impact: 4}
              residual: {likelihood: 3, impact: 3}
              note: "The general rule on changed circumstances (62) is narrow: name the event in the text."
          appetites:
            - id: a-relational
              category: relational
              limit: 8
              reason: An agreement that is read in two ways is worse than none.
            - id: a-strategic
              category: strategic
              limit: 9
              reason: There is always somebody outside.
            - id: a-legal
              category: legal
              limit: 8
              reason: Consent at home is the last gate.
            - id: a-exit
              category: partnerExit
              limit: 9
              reason: Governments change; that is what institutions are for.
            - id: a-people
              category: people
              limit: 6
              reason: Deputies can be named today.
            - id: a-management
              category: management
              limit: 6
              reason: It is in the hands of the chair.
            - id: a-technical
              category: technical
              limit: 6
              reason: Methods can be agreed before signature.
            - id: a-financial
              category: financial
              limit: 6
              reason: Small sums beside what is at stake.
            - id: a-external
              category: external
              limit: 10
              reason: It is in nobody's hands.
          indicators:
            - id: i-support
              title: Support at home for the text as it stands
              threshold: 50
              alarm: below
              unit: "%"
              risks: [ratification]
              source: Surveys, counts of votes in parliament
            - id: i-leaks
              title: Contents of the talks in the press
              threshold: 2
              alarm: above
              unit: a month
              risks: [late-text, spoilers]
              source: Joint press desk
            - id: i-overdue
              title: Commitments past their date
              threshold: 1
              alarm: above
              unit: commitments
              risks: [ambiguity, verification-fails]
              source: Verification body
            - id: i-paid
              title: Contributions paid of those due
              threshold: 80
              alarm: below
              unit: "%"
              risks: [money]
              source: Secretariat
          assumptions:
            - id: as-authority
              title: Those at the table speak for those who must act
              ifWrong: Bring in those who can, or make their consent a condition of entry into force.
            - id: as-truce
              title: Nobody uses force or sanctions while the talks go on
              ifWrong: The ground rules say who decides on exclusion, and how soon.
            - id: as-guarantor
              title: The outside powers that matter support the result
              ifWrong: See the reopener; ask them before initialling.
          dependencies:
            - id: dep-mediator
              title: Mediator or chair whom all trust
              kind: people
              fallback: A deputy chair who takes part from the first day
              note: Nobody finds a second one in the last week.
            - id: dep-host
              title: Place and secretariat of the talks
              kind: service
              fallback: A second place offered beforehand
              note: Who pays for the table is never quite neutral; name it.
          exitPlans:
            - id: x-party
              title: A party withdraws or is suspended
              triggers: Notice of withdrawal; a material breach that the verification body reported and that was not cured
              noticeDays: 365
              assets: Property of joint bodies stays with those who go on; loans are returned
              data: Records stay with the depositary; access ends with the notice
              intellectualProperty: What was shared may be used by each for its own purposes
              people: Staff of joint bodies may stay in person; detainees, refugees and minorities keep what was granted
              note: The people whom the agreement protects must not lose by a quarrel of governments.
            - id: x-end
              title: The talks or the agreement end
              triggers: The deadline passes without a text; all agree; the object is fulfilled
              noticeDays: 90
              assets: Divided by contributions
              data: Archive with the depositary; what was said in confidence stays so for the time that was agreed
              intellectualProperty: As when a party withdraws
              people: Staff are told before the press
              note: "Say now what goes on if nothing is agreed: the line that stays open."
        culture:
          dimensions:
            - id: directness
              title: Disagreement
              low: Between the lines
              high: Said openly
              note: A polite “difficult” is a no for some and a maybe for others.
            - id: mandate
              title: Room at the table
              low: Capital decides each word
              high: The head of delegation decides
              note: Decides how long an answer takes; who does not know it takes delay for ill will.
            - id: text
              title: The text
              low: General principles first
              high: Details first
              note: Both can work; both at once cannot.
            - id: time
              title: Time
              low: Deadlines move
              high: Deadlines hold
              note: A deadline that one side does not believe in is none.
            - id: publicity
              title: Publicity
              low: Nothing until the end
              high: Voters hear as we go
              note: The commonest breach of confidence is a difference of habits.
            - id: record
              title: Records
              low: The spoken word
              high: Only what is written
              note: Agreed minutes spare the quarrel about who said what.
          norms:
            - id: n-table
              title: No text reaches some before it reaches all
              dimensions: [publicity, text]
              rule: By the document desk, at the same minute; what comes otherwise is not on the table.
            - id: n-no
              title: A no is said as a no, with its reason
              dimensions: [directness]
              rule: “We cannot accept this because …” and a proposal within two sessions.
            - id: n-mandate
              title: Each says which points need its capital, and by when it will have an answer
              dimensions: [mandate]
              rule: At the end of each session, into the record.
            - id: n-cut-off
              title: Nothing new after the cut-off date
              dimensions: [time]
              rule: Four weeks before the deadline; afterwards only the words of what lies on the table.
            - id: n-record
              title: The record is agreed before the next session begins
              dimensions: [record]
              rule: The secretariat sends it the same evening; objections by ten in the morning.
          behaviours:
            - id: b-face
              title: Nobody claims a victory over the others in public
              why: Each must be able to explain the result at home.
            - id: b-victims
              title: We speak of victims of all sides
              why: It is what the others' voters listen for.
            - id: b-quiet
              title: What was sounded out in confidence is not quoted
              why: Or nobody sounds out anything again.
            - id: b-warn
              title: We tell the others before we say something hard in public
              why: A phone call costs nothing and saves a week.
            - id: b-respect
              title: We use the names that the others give themselves
              why: The first concession, and the cheapest.
          surveys:
            - id: pulse
              title: How the talks go
              cadence: monthly
              minimumGroup: 5
              introduction: >-
                Anonymous: groups of fewer than five answers are not shown. One minute; say how far you agree, from 1 (not at
                all) to 5 (fully).
          questions:
            - id: q-word
              survey: pulse
              text: What the other delegations promise they do.
              topic: Trust
              about: theOthers
              note: Reliability is what agreements rest on.
            - id: q-word-us
              survey: pulse
              text: The others would say that we do what we promise.
              topic: Trust
              about: howOthersSeeUs
              note: The gap to the line above is the finding.
            - id: q-heard
              survey: pulse
              text: What matters to us was understood, even where it was not accepted.
              topic: Respect
              about: alliance
              note: People accept less than they wanted if they were heard.
            - id: q-texts
              survey: pulse
              text: We see every text at the same time as everybody else.
              topic: Fairness
              about: alliance
              note: Unequal information ends talks.
            - id: q-surprise
              survey: pulse
              text: We learned of something important from the press.
              topic: Fairness
              about: alliance
              reversed: yes
              note: A leak shows here before anybody complains.
            - id: q-chair
              survey: pulse
              text: The chair treats all delegations alike.
              topic: Fairness
              about: alliance
              note: Without a neutral chair there is no single text.
            - id: q-home
              survey: pulse
              text: We can explain at home what we have agreed so far.
              topic: Ratification
              about: ourselves
              note: The vote at home is the last round of the talks.
            - id: q-stop
              survey: pulse
              text: It is possible here to say that something is going wrong.
              topic: Safety
              about: alliance
              note: What cannot be said comes out at the end.
          actions:
            - id: ac-dinner
              title: Delegations eat together once a week, without papers
              kind: gathering
              note: An idea can be sounded out where nobody takes notes.
            - id: ac-field
              title: A joint visit to the place and people concerned
              kind: exchangeVisit
              note: Maps look different afterwards.
            - id: ac-lawyers
              title: Lawyers and interpreters of all sides work on one glossary
              kind: jointTraining
              note: What was translated in two ways comes apart later; and they learn to trust each other.
            - id: ac-new
              title: A briefing for each new member of a delegation by two sides together
              kind: onboarding
              note: Delegations change; the memory must not.
        readiness:
          criteria:
            - id: powers
              title: Each head of delegation has shown full powers
              step: terms
              why: An act without them has no effect until it is confirmed (7 and 8).
            - id: consulted
              title: Those who must consent at home have been consulted on the text
              step: terms
              why: Signature is not the end; ratification is.
            - id: initialled
              title: The text is initialled, page by page, in all authentic languages
              step: terms
              why: From then on nobody argues about which text was agreed (10).
            - id: annexes
              title: All annexes were tabled four weeks before the deadline
              step: terms
              why: A contested annex at the last minute nearly ended the Belfast talks.
            - id: verifier
              title: The verification body can begin on the first day
              step: plan
              why: The first breach that nobody notices is the second's permission.
            - id: statement
              title: The joint statement and each side's own are known to the others
              step: communication
              why: The first day in public sets how the text is read.
            - id: ceremony
              title: "Signing is prepared: place, order, originals, seals, languages, depositary"
              step: readiness
              why: The practice of foreign ministries keeps a checklist for it for good reason.
          launchActions:
            - id: l1
              title: Exchange or deposit the instruments of ratification, and tell all signatories
              day: 1
              note: Entry into force begins with it (16, 24).
            - id: l2
              title: Hold the first session of the joint commission
              day: 10
              note: Bodies that meet at once exist.
            - id: l3
              title: Begin the work of the verification body, with access tried at one place of each party
              day: 14
              note: The first inspection sets the tone of all.
            - id: l4
              title: Fulfil one commitment of each party that people can see
              day: 30
              note: A quick success on each side at once.
            - id: l5
              title: Publish the first verification report
              day: 45
              note: A report that can be withheld is no verification.
            - id: l6
              title: Register the treaty
              day: 60
              note: Article 80; the depositary sees to it.
            - id: l7
              title: "Ask delegations and staff how it goes: first survey"
              day: 75
              note: Before the first date falls due.
            - id: l8
              title: "Review: which commitments are on their way, which words are read in two ways"
              day: 100
              note: Agreed interpretations on record (31) are cheaper than a crisis.

        """#
}
