// swift-format-ignore-file: written by Scripts/write-playbooks, not by hand.

extension Playbook {
    /// Playbooks/business.yaml, as it stands.
    static let business = #"""
        # Playbook for business alliances: a starting point to be changed.
        #
        # Entries say why they are there in their note, reason or rule. The terms are those of ISO 44001 (collaborative business
        # relationship management) and its eight stages; sources of the ideas and figures: Documentation/pitfalls.md. Survey
        # statements and all wording are our own and free to use for anything (CC0).
        entente: 1
        charter:
          profile:
            name: New business alliance
            context: business
            # purpose: in one or two sentences, what your customers will have that none of you can give them alone.
        vision:
          scope:
            - id: joint-offer
              title: The joint offer and the markets that you name
              belongs: inScope
              reason: An alliance for everything is asked for everything; name the offer, the customers and the regions.
            - id: own-business
              title: What each goes on doing alone or with others
              belongs: outOfScope
              reason: Said now it is freedom; found out later it is betrayal.
            - id: competition
              title: Prices and customers of markets in which the parties compete
              belongs: outOfScope
              reason: What competitors tell each other about these can break competition law, whatever was meant.
        partners:
          capabilities:
            - id: market
              title: Access to the customers
              level: 4
              critical: yes
              note: Many alliances have a product and nobody who is let in; name who opens which door.
            - id: technology
              title: Product, technology or rights on which the offer rests
              level: 4
              critical: yes
              note: "If only one party has it, the others depend on that party: see the exit plan."
            - id: delivery
              title: People and plant to deliver and support
              level: 3
              critical: yes
              note: A success that cannot be delivered costs two reputations.
            - id: funds
              title: Money until the first income
              level: 3
              critical: no
              note: The party with the shorter breath decides the date, wanted or not.
            - id: alliance-management
              title: Somebody who manages alliances
              level: 3
              critical: no
              note: "Firms with a dedicated function report more success: in a study of 200 firms about a quarter more."
          criteria:
            - id: gate-law
              title: May lawfully work with us
              category: risk
              mustHave: yes
              minimum: 4
              anchors: >-
                1: on a sanctions list, or the co-operation would break competition law. 5: checked by our lawyers this year.
              note: "A gate: nothing else can make up for it. Give the check an expiry date under due diligence."
            - id: gate-conflict
              title: Is bound to nobody who excludes us
              category: risk
              mustHave: yes
              minimum: 3
              anchors: "1: exclusive with our competitor. 5: free, and has said so in writing."
              note: "A gate: a conflict of interest that is known and not settled becomes a breach."
            - id: gate-solvent
              title: Will be solvent for the whole term
              category: financial
              mustHave: yes
              minimum: 3
              anchors: "1: auditors doubt it. 5: pays its part from reserves."
              note: "A gate: a partner that runs out of money takes the alliance with it."
            - id: strategic
              title: Strategic fit
              category: strategic
              weight: 30
              note: "ISO 44001, stage 2 (knowledge): the business case for collaborating with this partner and no other."
            - id: objectives
              title: Needs what we need, for reasons of its own
              category: strategic
              weight: 3
              parent: strategic
              anchors: "1: joins because we ask. 5: its own plan fails without it."
              note: Disagreement on central objectives is the risk that executives name first.
            - id: complement
              title: Brings what we lack
              category: capability
              weight: 2
              parent: strategic
              anchors: "1: the same as we. 5: exactly the gap."
              note: Two who bring the same become rivals for the same work.
            - id: operational
              title: Operational fit
              category: operational
              weight: 25
              note: "ASAP: fit is strategic, operational and cultural. This one shows in the first month."
            - id: capacity
              title: Has people free for it
              category: operational
              weight: 3
              parent: operational
              anchors: "1: beside the daily work. 5: named people with time in their plan."
              note: Good will without hours is no contribution.
            - id: systems
              title: Its processes and systems can meet ours
              category: operational
              weight: 2
              parent: operational
              anchors: "1: everything by hand. 5: connected in weeks."
              note: Orders, forecasts and tickets will cross the border every day.
            - id: cultural
              title: Cultural fit
              category: cultural
              weight: 20
              anchors: "1: decisions and bad news go ways that we cannot follow. 5: we worked together and it was easy."
              note: Left out most often, and named in every list of reasons for failure.
            - id: commitment
              title: A Senior Executive Responsible stands behind it
              category: commitment
              weight: 15
              anchors: "1: nobody at the top knows of it. 5: a board member answers for it by name."
              note: >-
                ISO 44001, stage 1 (operational awareness). Without a sponsor the people go elsewhere at the first shortage.
            - id: track
              title: Its other partners would choose it again
              category: reciprocity
              weight: 10
              anchors: "1: they warn us. 5: they renewed."
              note: "Ask them: nobody else knows how it is as a partner."
        communication:
          informationClasses:
            - id: public
              title: Public
              level: 0
              rule: Anybody may read it.
            - id: internal
              title: Internal
              level: 1
              rule: People of the parties who work for the alliance.
            - id: confidential
              title: Confidential
              level: 2
              rule: Named people; under the non-disclosure agreement; deleted or returned at the end.
              marking: CONFIDENTIAL
            - id: clean-team
              title: Clean team only
              level: 3
              rule: >-
                Named people who take no commercial decisions in their own firm: prices, margins and customers where the
                parties compete.
              marking: CLEAN TEAM
          channels:
            - id: operations
              title: Operations chat
              medium: chat
              purpose: Daily questions; no decisions
              clearedFor: internal
              fallback: mail
              responseHours: 8
              note: Where work is fast. What is decided here is repeated in the minutes, or it was not decided.
            - id: mail
              title: Mail of the joint management team
              medium: mail
              purpose: What has to be kept
              clearedFor: confidential
              fallback: phone
              responseHours: 24
              archive: Kept by both parties for the term and as long as the law asks
              note: One address for the team, so that nothing hangs on one person's holiday.
            - id: folder
              title: Shared folder
              medium: sharedFolder
              purpose: "The Relationship Management Plan, minutes, figures: the one current version"
              clearedFor: confidential
              fallback: mail
              archive: Every version
              note: ISO 44001 asks for a joint Relationship Management Plan; auditors ask where it is and who keeps it.
            - id: clean-room
              title: Clean room
              medium: sharedFolder
              purpose: Figures of areas in which the parties compete
              clearedFor: clean-team
              note: Access by name and with a log, so that rivals can work together without breaking the law.
            - id: phone
              title: Duty phone
              medium: phone
              purpose: When a customer or a plant stands still
              clearedFor: internal
              responseHours: 1
              note: Tried once before it is needed.
            - id: executives
              title: Line between the Senior Executives Responsible
              medium: phone
              purpose: What cannot wait for the committee
              clearedFor: confidential
              fallback: mail
              responseHours: 24
              note: A line that is used when all is well works when it is not.
          meetings:
            - id: weekly
              title: Operations
              cadence: weekly
              minutes: 45
              purpose: What is due, what is stuck
              channel: operations
              minuted: no
            - id: team
              title: Joint management team
              cadence: everyTwoWeeks
              minutes: 60
              purpose: Plan, risks, promises, obligations
              minuted: yes
            - id: steering
              title: Joint steering committee
              cadence: quarterly
              minutes: 120
              purpose: Value created against the case, decisions, risks above the appetite
              minuted: yes
              preparationMinutes: 60
            - id: sponsors
              title: Senior Executives Responsible
              cadence: halfYearly
              minutes: 90
              purpose: Do we still want the same; results of the health check
              minuted: yes
          escalation:
            - id: e1
              title: The two people who cannot agree, with their managers
              days: 5
              outcome: "Settled where it arose: most matters are."
            - id: e2
              title: Joint management team
              days: 10
              outcome: A decision, or one page with the facts both sides accept and two options.
            - id: e3
              title: Senior Executives Responsible
              days: 15
              outcome: A decision in the interest of the alliance; they can trade what others cannot.
            - id: e4
              title: Mediator
              days: 30
              outsider: A mediator whom both named when the agreement was signed
              outcome: A settlement, or the way to the expert or arbitrator of the deadlock ladder.
          announcements:
            - id: signing
              title: The alliance is signed
              leadHours: 72
              wording: >-
                One text, released by both at the same hour. What it means for customers; no figures that one side has not
                released.
            - id: customer
              title: A customer is named
              leadHours: 48
              wording: Only with the customer's consent in writing; both logos or none.
            - id: incident
              title: Something went wrong in public
              leadHours: 4
              wording: Facts, what is done, when the next word comes. Nobody blames the partner.
            - id: parting
              title: A party leaves, or the alliance ends
              leadHours: 72
              wording: "Own people first, then customers, then the press: what goes on, who serves whom from when."
          languages:
            - id: en
              code: en
              use: agreements
              prevails: yes
              note: Change it to yours. Where the text exists in two languages, say which prevails.
            - id: en-work
              code: en
              use: speaking
              note: >-
                If it is the mother tongue of one side only, that side speaks slowly and writes the minutes for the other to
                correct.
          glossary:
            - id: ser
              term: Senior Executive Responsible
              meaning: The person at the top of a party who answers for the alliance, its people and money (ISO 44001).
              avoid: ["sponsor, patron, champion"]
            - id: rmp
              term: Relationship Management Plan
              meaning: >-
                The joint document that says how the relationship is run, from objectives to exit (ISO 44001). This file is
                one.
            - id: value
              term: Value creation
              meaning: What the parties improve together beyond what was agreed at the start (ISO 44001, stage 6).
            - id: background
              term: Background
              meaning: What a party knew or owned before, or makes outside the alliance. It stays its own.
              avoid: [our IP]
            - id: foreground
              term: Joint results
              meaning: What comes out of the work of the alliance; the clause on intellectual property says whose it is.
              avoid: [our IP]
            - id: exit-strategy
              term: Exit strategy
              meaning: >-
                How the parties disengage without harm to customers and to each other (ISO 44001, stage 8); agreed before the
                start.
        terms:
          instruments:
            - id: intent
              title: Letter of intent
              kind: letterOfIntent
              nature: intent
              language: en
              version: draft
              note: >-
                States what is wanted and until when talks are exclusive. Use “intend to” and “will”; keep what shall bind
                (secrecy, costs) in a text of its own.
            - id: agreement
              title: Alliance agreement
              kind: contract
              nature: binding
              language: en
              version: draft
              note: The text that a court reads. Everything that shall hold stands here and nowhere else.
          clauses:
            - id: definitions
              title: Definitions
              topic: definitions
              state: absent
              instrument: agreement
              note: "The few words on which money hangs: net sales, joint offer, competitor, change of control."
            - id: purpose
              title: Purpose
              topic: purpose
              state: absent
              instrument: agreement
              note: >-
                Helps whoever has to interpret the rest; says what the alliance is not (no partnership at law, no agency).
            - id: scope
              title: Offer, markets and exclusivity
              topic: scope
              state: absent
              instrument: agreement
              note: Products, regions, customers; what is exclusive, for whom, until when, and what ends it.
            - id: contributions
              title: Contributions
              topic: contributions
              state: absent
              instrument: agreement
              note: "People, money, plant, rights: how much, by when, and what follows if they do not come."
            - id: responsibilities
              title: Who does what
              topic: responsibilities
              state: absent
              instrument: agreement
              note: Refers to the plan, so that the plan can change without the contract.
            - id: governance
              title: Joint governance
              topic: governance
              state: absent
              instrument: agreement
              note: "ISO 44001, stage 5 (working together): bodies, Senior Executives Responsible, how often they meet."
            - id: decisions
              title: Decisions and reserved matters
              topic: decisions
              state: absent
              instrument: agreement
              note: Short list of what needs both; a typical joint venture lists 14 and stands still over them.
            - id: finance
              title: Prices, costs and payment
              topic: finance
              state: absent
              instrument: agreement
              note: Who invoices whom, who bears overruns, which books may be seen.
            - id: benefits
              title: Sharing of benefits
              topic: benefits
              state: absent
              instrument: agreement
              note: How income is divided, from which line of the accounts, and what changes it.
            - id: background
              title: Background
              topic: background
              state: absent
              instrument: agreement
              note: A list for each party; what is not on it and was not made here is argued about for years.
            - id: ip
              title: Joint results and intellectual property
              topic: intellectualProperty
              state: absent
              instrument: agreement
              note: Who owns, who files and pays, who may use what in which field.
            - id: licences
              title: Licences and access
              topic: accessRights
              state: absent
              instrument: agreement
              note: For the work, and afterwards for use; whether they can be passed on to affiliates.
            - id: confidentiality
              title: Confidentiality
              topic: confidentiality
              state: absent
              instrument: agreement
              note: Classes, named people, years after the end, return and deletion.
            - id: data
              title: Data protection
              topic: dataProtection
              state: absent
              instrument: agreement
              note: Who is controller of customers' data, and who gets them at the end.
            - id: announcements
              title: Announcements and names
              topic: announcements
              state: absent
              instrument: agreement
              note: Use of logos and names; the announcement protocol.
            - id: compliance
              title: Compliance
              topic: compliance
              state: absent
              instrument: agreement
              note: "Competition law, sanctions, anti-corruption, export control: what each assures and may check."
            - id: liability
              title: Liability
              topic: liability
              state: absent
              instrument: agreement
              note: A cap in money and what it does not cover. Without one each side bears all that happens.
            - id: indemnity
              title: Indemnity
              topic: indemnity
              state: absent
              instrument: agreement
              note: For claims of third parties; both ways, or with a reason why not.
            - id: insurance
              title: Insurance
              topic: insurance
              state: notRelevant
              instrument: agreement
              note: A cap is worth as much as the insurance behind it.
            - id: force-majeure
              title: Force majeure
              topic: forceMajeure
              state: absent
              instrument: agreement
              note: What counts, how soon it is told, after how many weeks plans are made anew.
            - id: entry
              title: Entry into force and conditions
              topic: entryIntoForce
              state: absent
              instrument: agreement
              note: "Consent of boards, authorities, banks: what must be there first."
            - id: term
              title: Term and renewal
              topic: term
              state: absent
              instrument: agreement
              note: A first term that fits the investment; renewal by decision, not by silence.
            - id: review
              title: Review and reopeners
              topic: review
              state: absent
              instrument: agreement
              note: >-
                A date, and events that open the terms. Ventures that adjusted their scope succeeded more than twice as often.
            - id: amendment
              title: Amendment
              topic: amendment
              state: absent
              instrument: agreement
              note: In writing, by whom; a change in a chat is none.
            - id: non-solicit
              title: Each other's people
              topic: responsibilities
              state: absent
              instrument: agreement
              note: Whether people may be hired away, during the term and how long after.
            - id: breach
              title: Breach and cure
              topic: breach
              state: absent
              instrument: agreement
              note: "Notice, days to cure, what follows: short of the end of everything."
            - id: change-of-control
              title: Change of control and transfer
              topic: parties
              state: absent
              instrument: agreement
              note: What if a competitor buys the partner; who may step into the contract.
            - id: exit
              title: Exit
              topic: exit
              state: absent
              instrument: agreement
              note: >-
                ISO 44001, stage 8: auditors want it agreed although it has not happened. Notice, assets, data, rights,
                people, customers.
            - id: deadlock
              title: Deadlock
              topic: deadlock
              state: absent
              instrument: agreement
              note: >-
                A ladder with time limits that ends in a result; in 60 % of the joint ventures of one benchmark a deadlock led
                to the end.
            - id: disputes
              title: Disputes
              topic: dispute
              state: absent
              instrument: agreement
              note: "Escalation, mediation, then arbitration or a court: which, where, in which language."
            - id: law
              title: Applicable law
              topic: applicableLaw
              state: absent
              instrument: agreement
              note: Neutral where the parties come from two countries.
            - id: signatures
              title: Authority and signatures
              topic: signatures
              state: absent
              instrument: agreement
              note: Who may bind each party, and the approvals that they had.
          reviews:
            - id: yearly
              title: Yearly review of terms and value
              kind: review
              everyMonths: 12
              instrument: agreement
              note: "ISO 44001, stage 7 (staying together): measured, on a date, by people who may change it."
            - id: market
              title: Volume or price
              kind: reopener
              trigger: The volume of a year is a third below the plan, or a law changes what the offer may be
              instrument: agreement
              note: A number that everybody can read opens the talk before somebody is hurt.
            - id: control
              title: Owner or strategy of a party
              kind: reopener
              trigger: A party is bought, lists or merges the business concerned, or names another strategic partner in it
              instrument: agreement
              note: Commitments of one large alliance were released within two years because a plan of this kind changed.
        governance:
          rules:
            - id: majority
              title: More than half of the votes cast
              threshold: 1/2
              comparison: moreThan
              basis: votesCast
              quorum: 2/3
              whenQuorumFails: nextMeetingDecides
              quorumDays: 10
              note: >-
                For what the plan already foresees. With two parties it means both: so leave to the management team what can
                be left.
            - id: both
              title: Consent of every party
              threshold: 1/1
              basis: allMembers
              quorum: 2/3
              whenQuorumFails: writtenProcedure
              quorumDays: 10
              note: "For the five reserved matters and no others: each further one is a veto for everybody."
          bodies:
            - id: steering
              title: Joint steering committee
              kind: steering
              cadence: quarterly
              rule: majority
              remit: Objectives, value created, budget, risks above the appetite, reserved matters
              note: >-
                Two or three seats a party; the Senior Executives Responsible are not in it, so that there is a step above.
            - id: sponsors
              title: Senior Executives Responsible
              kind: executive
              cadence: halfYearly
              rule: both
              remit: Reserved matters on which the committee cannot decide; the relationship as a whole
              note: One of each party, with a deputy. ISO 44001 asks for them by name.
            - id: team
              title: Joint management team
              kind: working
              cadence: everyTwoWeeks
              rule: majority
              reportsTo: steering
              remit: Runs the plan, keeps the Relationship Management Plan, decides within budget
              note: The alliance managers of the parties and the leads of the work; those who negotiated sit here.
            - id: clean
              title: Clean team
              kind: advisory
              cadence: onDemand
              rule: majority
              reportsTo: steering
              remit: Works with figures that rivals must not see, and tells results only
              note: Needed where the parties compete; take it out where they do not.
          matters:
            - id: m-objectives
              title: Objectives, scope and exclusivity
              bodies: [steering]
              rule: both
              reserved: yes
              note: Whoever changes them changes the deal.
            - id: m-money
              title: Contributions and benefit shares
              bodies: [steering]
              rule: both
              reserved: yes
              note: Nobody pays more by the vote of others.
            - id: m-parties
              title: Admission of a party, or transfer of a share
              bodies: [steering]
              rule: both
              reserved: yes
              note: One chooses with whom one works.
            - id: m-rights
              title: Licence of joint results to third parties
              bodies: [steering]
              rule: both
              reserved: yes
              note: It cannot be taken back.
            - id: m-end
              title: End of the alliance
              bodies: [sponsors]
              rule: both
              reserved: yes
              note: By consent here; by notice under the exit rules.
            - id: m-plan
              title: Plan and budget of the year
              bodies: [steering]
              rule: majority
              note: Decided once a year, so that the team can decide the rest.
            - id: m-change
              title: Changes within plan and budget
              bodies: [team]
              rule: majority
              note: Those who see it first decide it.
            - id: m-customers
              title: Who leads with which customer
              bodies: [team]
              rule: majority
              note: "The most frequent quarrel of sales alliances: decided low and fast."
            - id: m-risk
              title: Bearing of a risk above the appetite
              bodies: [steering]
              rule: majority
              note: Said and written down, or it is nobody's.
          deadlockSteps:
            - id: d1
              title: The joint management team tries once more with a neutral chair
              mechanism: negotiation
              days: 10
              note: Most deadlocks are about a sentence.
            - id: d2
              title: The Senior Executives Responsible meet alone
              mechanism: escalation
              days: 15
              note: They may trade what is outside the remit of the committee.
            - id: d3
              title: Mediation
              mechanism: mediation
              days: 30
              note: "The mediator was named at signature: nobody agrees on one in a quarrel."
            - id: d4
              title: An expert decides what is a question of figures
              mechanism: expertDetermination
              days: 45
              note: "Valuation, cost, volume: cheap and final."
            - id: d5
              title: Arbitration decides the rest
              mechanism: arbitration
              days: 180
              note: >-
                The last step gives a result and the alliance goes on. Do not put termination here: it turns each deadlock
                into a weapon.
          membershipRules:
            - id: join
              title: A third party joins
              event: accession
              matter: m-parties
              trigger: It passed the same criteria and signs the same text
              note: Prepared now, so that the first request does not divide you.
            - id: leave
              title: Leaving by notice
              event: withdrawal
              unilateral: yes
              noticeDays: 365
              assets: Loans are returned; joint things are bought at an expert's value by who goes on.
              data: Customer data stay with the party that serves the customer; copies are deleted within 30 days.
              intellectualProperty: Background goes home; licences for what is in the field go on for its life.
              remaining: Orders accepted before are delivered; support goes on for two years.
              clause: exit
              instrument: agreement
              note: >-
                Long enough to serve customers and to find another partner. Lengthen it where others invested for many years.
            - id: breach
              title: End after a breach that was not cured
              event: breach
              noticeDays: 60
              trigger: Notice, 30 days to cure, a decision of the steering committee without the vote of the party concerned
              assets: As in leaving, less the damage.
              data: As in leaving.
              intellectualProperty: Licences to the party in breach end.
              clause: breach
              instrument: agreement
              note: Cure comes first; a good leaver and a bad one do not part alike.
            - id: control
              title: Change of control
              event: changeOfControl
              noticeDays: 90
              trigger: A competitor of another party gains control
              assets: As in leaving.
              data: Access to confidential information ends at once.
              intellectualProperty: Licences end where they would reach the competitor.
              clause: change-of-control
              instrument: agreement
              note: The day on which it happens is too late to agree on it.
            - id: end
              title: The alliance ends
              event: dissolution
              noticeDays: 180
              matter: m-end
              assets: Sold or divided by contributions.
              data: Archived for as long as the law asks, then deleted.
              intellectualProperty: Joint results may be used by each.
              clause: exit
              instrument: agreement
              note: Most alliances end; those that prepared for it could work together again.
        risk:
          risks:
            - id: drift
              title: Objectives drift apart
              category: strategic
              cause: One party's strategy changes
              event: The alliance is no longer on its list
              effect: People and money are withdrawn silently
              mitigation: Own objectives on record; sponsors ask twice a year whether they still hold
              contingency: Reopen the scope within 60 days, or part by the exit plan
              trigger: A sponsor misses two meetings, or a plan is cut
              inherent: {likelihood: 3, impact: 5}
              residual: {likelihood: 2, impact: 4}
              note: Named first by executives when they are asked why alliances fail.
            - id: imbalance
              title: One side gives and the other gains
              category: relational
              cause: Shares were fixed before costs were known
              event: Contribution and benefit run apart
              effect: The one who gives loses interest
              mitigation: Shares of both on one page; looked at every year
              contingency: Reopen benefit shares; an expert reckons
              trigger: Shares differ by more than a factor of two in a year
              inherent: {likelihood: 3, impact: 4}
              residual: {likelihood: 2, impact: 3}
              note: Agreed figures age; the review makes it nobody's fault.
            - id: trust
              title: A promise is broken and nobody speaks of it
              category: relational
              cause: Small delays are not told
              event: They add up
              effect: Every mail is read by lawyers
              mitigation: Promises on record; the one who receives confirms
              contingency: Sponsors meet within a week
              trigger: Fewer than four in five promises kept in a quarter
              inherent: {likelihood: 4, impact: 4}
              residual: {likelihood: 2, impact: 3}
              note: Trust is lost early and noticed late.
            - id: governance
              title: The committee meets and decides nothing
              category: management
              cause: Members without a mandate
              event: Decisions are put off
              effect: The team decides without anybody knowing
              mitigation: Mandates in writing; papers a week before; a decision log
              contingency: The matter goes up the ladder by its time limit
              trigger: The same item stands on two agendas
              inherent: {likelihood: 4, impact: 3}
              residual: {likelihood: 2, impact: 3}
              note: Governance that is not followed is worse than none.
            - id: key-person
              title: The one who holds it together leaves
              category: people
              cause: One alliance manager a party
              event: Promotion, illness, a better offer
              effect: Knowledge and trust are gone
              mitigation: A deputy for each; two contacts at each level
              contingency: Handover of four weeks with joint meetings
              trigger: Notice is given, or an absence of two weeks
              inherent: {likelihood: 4, impact: 4}
              residual: {likelihood: 3, impact: 2}
              note: It will happen within the term.
            - id: integration
              title: Systems and processes do not meet
              category: technical
              cause: Interfaces were assumed
              event: Orders and data are typed twice
              effect: Errors reach customers
              mitigation: One order end to end before launch
              contingency: Manual process with named people, for a month at most
              trigger: First order takes twice the planned time
              inherent: {likelihood: 4, impact: 3}
              residual: {likelihood: 2, impact: 3}
              note: Cheap to try, expensive to find out.
            - id: overrun
              title: Cost before income
              category: financial
              cause: Sales come later than planned
              event: One party cannot go on paying
              effect: Contributions stop
              mitigation: Stages with a decision each; a limit to the loss of each party
              contingency: Cut to the smallest offer that pays; the steering committee within a month
              trigger: Spend passes a stage without its result
              inherent: {likelihood: 3, impact: 4}
              residual: {likelihood: 3, impact: 2}
              note: The plan of a launch is wrong in one direction only.
            - id: law
              title: The co-operation meets competition or export law
              category: legal
              cause: Parties compete elsewhere
              event: Information goes too far
              effect: Fines; the agreement is void
              mitigation: Clean team; training before the first meeting; lawyers see the list of flows
              contingency: Stop the flow at once; lawyers of both sides within two days
              trigger: A rule of the clean team is broken
              inherent: {likelihood: 2, impact: 5}
              residual: {likelihood: 1, impact: 5}
              note: One careless mail is enough.
            - id: exit
              title: The partner leaves, or is bought
              category: partnerExit
              cause: Sale, insolvency, another strategy
              event: Its contribution ends
              effect: Customers are left without service
              mitigation: Exit plan agreed before the start; second source for what is critical
              contingency: Exit plan; the customers' list is divided by it within two weeks
              trigger: Notice, or press reports that are not denied
              inherent: {likelihood: 3, impact: 5}
              residual: {likelihood: 3, impact: 3}
              note: Nearly all alliances end; customers remember how.
            - id: market
              title: The market changes
              category: external
              cause: A law, a technology, a crisis
              event: The offer is no longer wanted as it is
              effect: Volumes fall
              mitigation: Reopener with a number; indicator read every month
              contingency: Adjust scope within a quarter
              trigger: Volume a third below the plan for two quarters
              inherent: {likelihood: 3, impact: 4}
              residual: {likelihood: 3, impact: 3}
              note: "Nobody can prevent it: only adjust in time."
          appetites:
            - id: a-strategic
              category: strategic
              limit: 8
              reason: Without common objectives there is no reason to bear anything.
            - id: a-relational
              category: relational
              limit: 8
              reason: Trust costs years.
            - id: a-management
              category: management
              limit: 9
              reason: It is in our own hands.
            - id: a-people
              category: people
              limit: 9
              reason: People go; it must not end the work.
            - id: a-technical
              category: technical
              limit: 9
              reason: Errors are allowed where customers do not meet them.
            - id: a-financial
              category: financial
              limit: 9
              reason: Each party has said what it can lose.
            - id: a-legal
              category: legal
              limit: 5
              reason: Here nothing is borne but what cannot be avoided.
            - id: a-exit
              category: partnerExit
              limit: 9
              reason: Somebody will leave one day; customers must not notice.
            - id: a-external
              category: external
              limit: 10
              reason: It is not in our hands.
          indicators:
            - id: i-promises
              title: Promises kept in time
              threshold: 80
              alarm: below
              unit: "%"
              risks: [trust]
              source: Promise ledger of this file
            - id: i-open
              title: Decisions open for more than a month
              threshold: 3
              alarm: above
              unit: decisions
              risks: [governance]
              source: Decision log
            - id: i-volume
              title: Volume against plan
              threshold: 67
              alarm: below
              unit: "%"
              risks: [market, overrun]
              source: Monthly figures of the joint management team
            - id: i-pulse
              title: Gap between the parties in the pulse survey
              threshold: 1
              alarm: above
              unit: points of 5
              risks: [trust, imbalance]
              source: Pulse survey
          assumptions:
            - id: as-demand
              title: Customers want the joint offer and pay its price
              ifWrong: "Stop before the large investment: ask ten of them first."
            - id: as-law
              title: The co-operation is allowed as it is planned
              ifWrong: Change the scope before signature.
            - id: as-people
              title: The named people stay for the first year
              ifWrong: Deputies take over by the plan of risk “key-person”.
          dependencies:
            - id: dep-first
              title: The customer, platform or supplier on which the joint offer rests
              kind: service
              fallback: Name a second one, or the price at which you go on without
              note: Name it. If there is none take this out.
          exitPlans:
            - id: x-party
              title: A party leaves
              triggers: Notice; breach that was not cured; change of control
              noticeDays: 365
              assets: Loans home; joint things at an expert's value to who goes on
              data: Customer data with who serves the customer; the rest deleted within 30 days, confirmed in writing
              intellectualProperty: Background home; licences for what is in the field go on
              people: Seconded people home within 60 days; nobody is hired away for a year
              note: "ISO 44001 asks for it before the start: while you like each other it takes an afternoon."
            - id: x-end
              title: The alliance ends
              triggers: The term ends; the objectives are reached; both decide so
              noticeDays: 180
              assets: By contributions
              data: Archive by law, then deletion
              intellectualProperty: Each may use joint results
              people: Told by their own manager on the same day
              note: A good end is the best reference for the next alliance.
        culture:
          dimensions:
            - id: decisions
              title: Decisions
              low: The head decides
              high: All concerned agree
              note: Decides how long an answer takes, and who feels passed over.
            - id: bad-news
              title: Bad news
              low: Told when it is certain and solved
              high: Told at once
              note: "The difference that costs most: one side feels deceived, the other feels accused."
            - id: planning
              title: Plans
              low: A direction; we adjust
              high: A promise; we keep it
              note: A date means two things in two firms.
            - id: risk
              title: Risk
              low: Avoid errors
              high: Try and learn
              note: Shows at the first test that fails.
            - id: directness
              title: Disagreement
              low: Between the lines
              high: Said in the meeting
              note: Silence is consent for some and refusal for others.
            - id: pace
              title: Pace
              low: Thorough first
              high: Fast first
              note: A large firm and a small one rarely share it.
            - id: contract
              title: The contract
              low: Stays in the drawer
              high: Is the first thing to look at
              note: Each takes the other's use of it for distrust or for carelessness.
          norms:
            - id: n-answer
              title: An answer within two working days, if only “I shall know on Friday”
              dimensions: [pace]
              rule: To everybody of the alliance. Who is away names a deputy in the reply.
            - id: n-bad
              title: Bad news on the day, without a solution
              dimensions: [bad-news]
              rule: To the counterpart by phone, then one line in the log. Nobody is blamed for telling.
            - id: n-date
              title: "A date has a grade: wish, plan or promise"
              dimensions: [planning]
              rule: Promises go into the promise ledger; only those are counted.
            - id: n-decide
              title: "Each agenda item says: to know, to discuss or to decide, and who decides"
              dimensions: [decisions]
              rule: The chair says the decision aloud before the next item; it is in the log the same day.
            - id: n-object
              title: Who disagrees says so in the meeting or within two days
              dimensions: [directness]
              rule: In writing if that is easier. Afterwards the decision is carried by all.
            - id: n-law
              title: Before somebody quotes the contract they call
              dimensions: [contract]
              rule: The counterpart hears it before the lawyers do.
          behaviours:
            - id: b-customer
              title: We never speak ill of each other before a customer
              why: It is repeated, and it is the end of selling together.
            - id: b-early
              title: We warn early
              why: A problem known for a month is a plan; known for a day it is a crisis.
            - id: b-win
              title: We look for what the other needs before we ask for what we need
              why: The gains of an alliance lie in differences, and nobody finds them alone.
            - id: b-credit
              title: We name the other side's part in a success
              why: Credit is the cheapest contribution and the one most missed.
            - id: b-secret
              title: What was told in confidence stays there
              why: One leak closes every mouth.
          surveys:
            - id: pulse
              title: Health check
              cadence: quarterly
              minimumGroup: 5
              introduction: >-
                Twelve statements, three minutes, anonymous: sums are shown from five answers of a party on, single answers
                never. From 1, not at all, to 5, fully.
          questions:
            - id: q-why
              survey: pulse
              text: I can say in one sentence what the alliance is for.
              topic: Objectives
              about: alliance
              note: If people cannot, the vision has not left the board room.
            - id: q-value
              survey: pulse
              text: The alliance is worth what it costs us.
              topic: Value
              about: ourselves
              note: The answer that tells a year ahead who will leave.
            - id: q-fair
              survey: pulse
              text: What each side puts in and gets out is fair.
              topic: Fairness
              about: alliance
              note: Ask it before somebody does the sums alone.
            - id: q-word
              survey: pulse
              text: The other side does what it says.
              topic: Trust
              about: theOthers
              note: "Asked in a pair with the next one: the gap is the finding."
            - id: q-word-us
              survey: pulse
              text: The other side would say that we do what we say.
              topic: Trust
              about: howOthersSeeUs
              note: The mirror of the one before.
            - id: q-early
              survey: pulse
              text: They tell us early when something goes wrong.
              topic: Openness
              about: theOthers
              note: Late news is the first crack.
            - id: q-safe
              survey: pulse
              text: Here one can say that something is not right.
              topic: Openness
              about: alliance
              note: What cannot be said is said by leaving.
            - id: q-decide
              survey: pulse
              text: Decisions are taken in time and hold.
              topic: Governance
              about: alliance
              note: Tests whether the rules on paper are lived.
            - id: q-sponsor
              survey: pulse
              text: Our own top management stands behind the alliance.
              topic: Commitment
              about: ourselves
              note: Weak sponsorship is on every list of causes of failure.
            - id: q-hands
              survey: pulse
              text: I know whom to call on the other side.
              topic: Contact
              about: ourselves
              note: Contact maps live when people know them.
            - id: q-surprise
              survey: pulse
              text: We learned something important about the alliance from outside.
              topic: Openness
              about: alliance
              reversed: yes
              note: Agreeing is bad news; it keeps people from ticking the same column.
            - id: q-again
              survey: pulse
              text: I would choose this partner again.
              topic: Whole
              about: theOthers
              note: One number for the trend; the others say why.
          actions:
            - id: ac-intro
              title: Both teams explain to each other how they earn money
              kind: onboarding
              note: The day that saves most misunderstandings later.
            - id: ac-visit
              title: Two weeks in the other team, both ways
              kind: exchangeVisit
              note: Who has sat there writes other mails.
            - id: ac-pair
              title: Each role knows its counterpart, and the deputy's
              kind: pairing
              note: At least two links for each pair of parties.
            - id: ac-thanks
              title: Joint thanks after the first delivery
              kind: recognition
              note: Named people of both sides, by both sponsors.
        readiness:
          criteria:
            - id: g-ser
              title: Each party has named its Senior Executive Responsible, with people and money behind the name
              step: charter
              why: "ISO 44001, stage 1: without it nobody can decide when it hurts."
            - id: g-case
              title: Each party has its own business case, and its board has seen it
              step: vision
              why: "Stage 2 (knowledge): whoever cannot say what it gains leaves when something better comes along."
            - id: g-self
              title: "Each party has checked whether it is able to collaborate: people, processes, behaviour"
              step: partners
              why: "Stage 3 (internal assessment): most look at the partner only."
            - id: g-choice
              title: The partner was chosen by a repeatable method, against at least one other
              step: partners
              why: "Stage 4 (partner selection): an informal choice is what auditors fault most."
            - id: g-information
              title: Lawyers of both sides have seen the list of information flows
              step: communication
              why: What rivals may not tell each other has to be known before the first meeting.
            - id: g-exit
              title: The exit strategy is agreed
              step: terms
              why: "Stage 8: controls for all eight stages are to be agreed at the start."
            - id: g-rmp
              title: The Relationship Management Plan has an owner at each party
              step: plan
              why: It is the one document that an auditor asks for, and the one that people use.
            - id: g-try
              title: One order, ticket or test went through both organisations from end to end
              step: plan
              why: What was never tried fails before a customer.
            - id: g-met
              title: The joint bodies have met once and decided something
              step: governance
              why: Auditors want to see joint arrangements that run, not that are written.
            - id: g-loss
              title: The loss of one party and of one key person was played through
              step: risk
              why: An exit plan that was never rehearsed is a wish.
            - id: g-behaviour
              title: The charter of behaviours was talked through by the people who will work together
              step: culture
              why: Stage 5 asks for behaviour that fits the objectives, and proof of it.
          launchActions:
            - id: l1
              title: Tell both organisations why, on the same day, by their own heads
              day: 1
              note: People hear it from their own side first.
            - id: l2
              title: Bring the teams together for two days
              day: 5
              note: Names become faces; the contact map is filled in.
            - id: l3
              title: Hold the first joint management team and log its decisions
              day: 7
              note: A rhythm begins with the first beat.
            - id: l4
              title: Measure the baseline of every objective
              day: 20
              note: Afterwards nobody can tell any more what changed.
            - id: l5
              title: Deliver a quick win that customers notice
              day: 45
              note: Small and joint, before the large commitment.
            - id: l6
              title: "Ask how it is: first health check"
              day: 60
              note: Early enough to mend, late enough to know.
            - id: l7
              title: "Hold the first steering committee: value, risks, promises"
              day: 75
              note: The first one sets the tone of all.
            - id: l8
              title: Play through the exit plan for one hour
              day: 90
              note: It takes its terror, and shows its holes.
            - id: l9
              title: "Review the 100 days: keep, change, stop"
              day: 100
              note: Ventures that adjust do better; the first adjustment is the hardest.

        """#
}
