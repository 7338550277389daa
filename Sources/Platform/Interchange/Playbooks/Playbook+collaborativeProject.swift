// swift-format-ignore-file: written by Scripts/write-playbooks, not by hand.

extension Playbook {
    /// Playbooks/collaborativeProject.yaml, as it stands.
    static let collaborativeProject = #"""
        # Playbook for collaborative projects (research and innovation consortia): a starting point to be changed.
        #
        # Entries say why they are there in their note, reason or rule. The terms are those of the DESCA model consortium agreement and
        # of Part B of Horizon proposals; lessons are those of OpenDreamKit (Examples/opendreamkit.yaml); sources of the ideas:
        # Documentation/pitfalls.md. Survey statements and all wording are our own and free to use for anything (CC0).
        entente: 1
        charter:
          profile:
            name: New collaborative project
            context: collaborativeProject
            currency: EUR
            # purpose: in one or two sentences, what will be known, built or possible after the project, and for whom.
        vision:
          scope:
            - id: call
              title: What the call or the funder asks for
              belongs: inScope
              reason: Evaluators read the proposal against the call, line by line; so do reviewers later.
            - id: after
              title: Use and maintenance after the end
              belongs: inScope
              reason: Sustainability is asked for in the proposal and forgotten in the plan; name who keeps what alive.
            - id: own-research
              title: Research that each partner does anyway
              belongs: outOfScope
              reason: It cannot be charged, and it is Background, not Results.
            - id: other-grants
              title: What another grant pays for already
              belongs: outOfScope
              reason: Nothing is funded twice; say where the border runs.
        partners:
          capabilities:
            - id: coordination
              title: Coordination and grant management
              level: 4
              critical: yes
              note: "Reports, amendments, payments: a trade of its own, and not a side job of the leading scientist."
            - id: core
              title: The knowledge or technology on which the objectives rest
              level: 5
              critical: yes
              note: "Bring it from two partners if you can: people move, and the work package moves with them."
            - id: users
              title: Users or communities that will take the results up
              level: 4
              critical: yes
              note: Impact is written by those who use the results; have them as partners or in writing.
            - id: engineering
              title: People who build and maintain
              level: 4
              critical: yes
              note: Recruiting them is the first risk of nearly every project; name who employs whom.
            - id: evaluation
              title: Evaluation by somebody who did not build it
              level: 3
              critical: no
              note: Milestones that only their maker verifies verify nothing.
            - id: dissemination
              title: Communication, dissemination and exploitation
              level: 3
              critical: no
              note: Evaluators score it; give it to somebody who likes it.
          criteria:
            - id: gate-eligible
              title: Is eligible for funding, or brings its own
              category: governance
              mustHave: yes
              minimum: 5
              anchors: "1: not eligible and no own money. 5: checked against the rules of the call."
              note: "A gate: found out after submission it costs the whole proposal."
            - id: gate-capacity
              title: Has the financial and operational capacity for its part
              category: resource
              mustHave: yes
              minimum: 3
              anchors: "1: cannot prefinance, has nobody. 5: staff, rooms and cash are there."
              note: "A gate: the funder checks it, and so should you."
            - id: gate-conflict
              title: Has no conflict of interest and no second grant for the same work
              category: risk
              mustHave: yes
              minimum: 4
              anchors: "1: the same work is funded elsewhere. 5: declared and checked."
              note: "A gate: double funding is paid back with interest."
            - id: excellence
              title: Excellence in its part
              category: capability
              weight: 30
              note: The first evaluation criterion of Horizon proposals.
            - id: record
              title: Has done it before
              category: capability
              weight: 3
              parent: excellence
              anchors: "1: new to it. 5: its publications or software are the reference."
              note: Evaluators look each partner up.
            - id: complement
              title: "Is needed: nobody else here covers its part"
              category: strategic
              weight: 2
              parent: excellence
              anchors: "1: doubles another partner. 5: without it an objective has nobody."
              note: Missing justification of partners is a standing remark of evaluators.
            - id: impact
              title: Carries results to those who use them
              category: strategic
              weight: 20
              anchors: "1: papers only. 5: its users wait for the result."
              note: The second evaluation criterion.
            - id: implementation
              title: Quality of implementation
              category: operational
              weight: 20
              note: The third evaluation criterion; here it means people.
            - id: staff
              title: The people exist and will stay
              category: resource
              weight: 3
              parent: implementation
              anchors: "1: one post to be filled. 5: two or more permanent people."
              note: A site whose only employee left had to end its participation.
            - id: delivery
              title: Delivers and reports in time
              category: operational
              weight: 2
              parent: implementation
              anchors: "1: others write its reports. 5: early and complete."
              note: Ask its coordinators of earlier projects.
            - id: culture
              title: "Works as we do: openness, authorship, pace"
              category: cultural
              weight: 15
              anchors: "1: keeps data and code to itself. 5: we have published or built together."
              note: Left out most often; it decides how four years feel.
            - id: institution
              title: Its institution lets it
              category: commitment
              weight: 15
              anchors: "1: the legal office answers after months. 5: a dean or director stands behind it by name."
              note: Consortium agreements wait for the slowest legal office.
        communication:
          informationClasses:
            - id: public
              title: Public (PU)
              level: 0
              rule: Fully open, as the project web site or an open repository.
              marking: PU
            - id: consortium
              title: Consortium
              level: 1
              rule: People of the parties; also the funder and its reviewers.
            - id: sensitive
              title: Sensitive (SEN)
              level: 2
              rule: Limited under the conditions of the grant agreement; named people.
              marking: SEN
            - id: personal
              title: Personal or protected data
              level: 3
              rule: Named people, for the purpose that those concerned agreed to; never by mail or chat.
          channels:
            - id: list
              title: Mailing list of the consortium
              medium: mailingList
              purpose: "What concerns everybody: invitations, deadlines, decisions"
              clearedFor: consortium
              fallback: coordinator
              responseHours: 72
              archive: Kept by the coordinator until five years after the last payment
              note: One list; who is not on it does not know.
            - id: tracker
              title: Issue tracker and repositories
              medium: issueTracker
              purpose: Tasks, code, documents under way, in the open where they can be
              clearedFor: public
              fallback: list
              note: Work that can be seen can be joined; and reviewers can look at it.
            - id: folder
              title: Shared folder
              medium: sharedFolder
              purpose: Grant agreement, consortium agreement, reports, minutes
              clearedFor: sensitive
              fallback: coordinator
              archive: Every version
              note: The one current text.
            - id: chat
              title: Chat
              medium: chat
              purpose: Daily questions; no decisions
              clearedFor: consortium
              fallback: list
              responseHours: 24
              note: "Fast and forgotten: what matters goes into the tracker."
            - id: video
              title: Video room
              medium: video
              purpose: Calls of work packages and bodies
              clearedFor: sensitive
              fallback: coordinator
              note: The same link each time.
            - id: portal
              title: Portal of the funder
              medium: other
              purpose: Deliverables, reports, amendments
              clearedFor: sensitive
              note: What is not there was not delivered.
            - id: coordinator
              title: Coordination office
              medium: phone
              purpose: When nothing else works, and for what is confidential
              clearedFor: sensitive
              responseHours: 24
              note: A person with a name and a deputy.
          meetings:
            - id: wp-call
              title: Work package call
              cadence: everyTwoWeeks
              minutes: 60
              purpose: What is due, what is stuck, who needs whom
              channel: video
            - id: board
              title: Executive board
              cadence: monthly
              minutes: 90
              purpose: Progress against the plan, risks, changes
              channel: video
              minuted: yes
            - id: assembly
              title: General assembly
              cadence: yearly
              minutes: 480
              purpose: Consortium plan, budget, parties, results
              minuted: yes
              preparationMinutes: 120
            - id: project-meeting
              title: Project meeting on site
              cadence: halfYearly
              minutes: 960
              purpose: Working together in one place; users and advisers are there
              minuted: yes
          escalation:
            - id: e1
              title: Task and work package leader
              days: 10
              outcome: Settled where it arose.
            - id: e2
              title: Executive board with the coordinator
              days: 20
              outcome: A decision, or two options for the assembly.
            - id: e3
              title: General assembly
              days: 45
              outcome: >-
                A vote by the rules of the consortium agreement; the time is that of the notice for an ordinary meeting.
            - id: e4
              title: Mediation
              days: 60
              outsider: The mediation centre that the consortium agreement names
              outcome: A settlement, or the way to arbitration or the court.
          announcements:
            - id: start
              title: The grant is signed
              leadHours: 72
              wording: Acknowledge the funder as the grant agreement says; one text, each partner adds its part.
            - id: publication
              title: A publication
              leadHours: 1080
              wording: >-
                Notice of planned publications before they are submitted, with time to object for those whose Results,
                Background or interests it touches; put in the days of your consortium agreement.
            - id: result
              title: A result that may be protected
              leadHours: 1080
              wording: Nothing in public before its owners have decided on protection.
            - id: leave
              title: A partner joins or leaves
              leadHours: 72
              wording: Fact and date, who takes the tasks on; after the funder has been told.
          languages:
            - id: en
              code: en
              use: agreements
              prevails: yes
              note: Grant and consortium agreements of European projects are written in English; change it elsewhere.
            - id: en-work
              code: en
              use: speaking
              note: "For most it is a foreign language: slowly, with notes in the chat."
          glossary:
            - id: beneficiary
              term: Beneficiary
              meaning: A party that has signed the grant agreement and is paid by it.
              avoid: ["partner, where money is meant"]
            - id: background
              term: Background
              meaning: >-
                Data, know-how or rights that a party held before it joined and that are needed for the work or the use of
                results. It is listed in an attachment.
            - id: results
              term: Results
              meaning: >-
                What the project brings forth, whether or not it can be protected. They belong to the party that generates
                them.
              avoid: ["foreground, our software"]
            - id: access-rights
              term: Access rights
              meaning: The right to use Results or Background of another party, for the work or for exploitation.
            - id: defaulting
              term: Defaulting party
              meaning: >-
                A party that the assembly has found in breach and that has not cured it. It has no vote on its own default.
            - id: deliverable
              term: Deliverable
              meaning: Something that is handed in to the funder by a month, with a type and a dissemination level.
            - id: milestone
              term: Milestone
              meaning: "A control point with a means of verification: after it one knows whether to go on as planned."
              avoid: [deliverable]
            - id: person-month
              term: Person-month
              meaning: The work of one person for one month, by the rule of the funder.
        terms:
          instruments:
            - id: grant
              title: Grant agreement
              kind: contract
              nature: binding
              language: en
              note: >-
                Between the beneficiaries and the funder. Where the two agreements differ it goes before the consortium
                agreement.
            - id: consortium
              title: Consortium agreement
              kind: consortiumAgreement
              nature: binding
              language: en
              version: draft
              note: >-
                Among the parties, after the DESCA model. Signed before the grant agreement: afterwards nobody has a reason to
                hurry.
          clauses:
            - id: definitions
              title: Definitions
              topic: definitions
              state: absent
              instrument: consortium
              note: DESCA section 1. Those of the grant agreement hold; add only what it lacks.
            - id: purpose
              title: Purpose
              topic: purpose
              state: absent
              instrument: consortium
              note: "Section 2: what the agreement is for, and that it is no company."
            - id: scope
              title: Scope and consortium plan
              topic: scope
              state: absent
              instrument: consortium
              note: The plan is an annex of the grant agreement; say who may change which part of it.
            - id: entry
              title: Entry into force
              topic: entryIntoForce
              state: absent
              instrument: consortium
              note: "Section 3: from which day it holds, also for a party that accedes later."
            - id: term
              title: Duration and termination
              topic: term
              state: absent
              instrument: consortium
              note: >-
                Section 3: until all duties are fulfilled; what goes on afterwards (secrecy, access rights, liability).
            - id: responsibilities
              title: Responsibilities of parties
              topic: responsibilities
              state: absent
              instrument: consortium
              note: "Section 4: prompt work, notice of what goes wrong, duties towards the coordinator."
            - id: breach
              title: Breach and defaulting party
              topic: breach
              state: absent
              instrument: consortium
              note: "Section 4: notice, 30 days to cure, then the assembly may find a default."
            - id: liability
              title: Liability
              topic: liability
              state: absent
              instrument: consortium
              note: "Section 5: no indirect loss; a cap of once or twice the party's share of the costs."
            - id: force-majeure
              title: Force majeure
              topic: forceMajeure
              state: absent
              instrument: consortium
              note: "Section 5: told at once; after six weeks the work is planned anew."
            - id: governance
              title: Governance structure
              topic: governance
              state: absent
              instrument: consortium
              note: "Section 6: large projects have assembly, executive board, coordinator; small ones an assembly alone."
            - id: decisions
              title: Quorum, votes and vetoes
              topic: decisions
              state: absent
              instrument: consortium
              note: >-
                Section 6: two thirds present, two thirds of votes cast, a veto only where one's own work, cost, liability or
                rights are severely affected.
            - id: contributions
              title: Work and contributions in kind
              topic: contributions
              state: absent
              instrument: consortium
              note: Who brings what, third parties included; the effort matrix shows it.
            - id: finance
              title: Finance
              topic: finance
              state: absent
              instrument: consortium
              note: "Section 7: payment schedule, prefinancing kept or passed on, what happens to money that is not used."
            - id: benefits
              title: Distribution of the contribution of the funder
              topic: benefits
              state: absent
              instrument: consortium
              note: "Section 7: shares by budget; how they change when tasks move."
            - id: background
              title: Background
              topic: background
              state: absent
              instrument: consortium
              note: "Attachment 1: each party lists what it brings, and what it excludes. An empty list is a statement too."
            - id: ip
              title: Ownership of Results
              topic: intellectualProperty
              state: absent
              instrument: consortium
              note: "Section 8: who generates owns; joint ownership with a default for use and licence."
            - id: access
              title: Access rights
              topic: accessRights
              state: absent
              instrument: consortium
              note: "Section 9: free for the work; on fair conditions or free for exploitation: say which; software apart."
            - id: confidentiality
              title: Non-disclosure
              topic: confidentiality
              state: absent
              instrument: consortium
              note: "Section 10: marked information, for how many years after the end, and what is not covered."
            - id: data
              title: Data protection
              topic: dataProtection
              state: absent
              instrument: consortium
              note: "Newer versions of the model have it: who is responsible for which personal data."
            - id: announcements
              title: Dissemination and publication
              topic: announcements
              state: absent
              instrument: consortium
              note: "Section 8: notice before publication, days to object, on which grounds only."
            - id: accession
              title: Accession
              topic: accession
              state: absent
              instrument: consortium
              note: >-
                Attachment 2: a form by which a new party accepts all; prepared, since partners change in nearly every
                project.
            - id: amendment
              title: Amendment
              topic: amendment
              state: absent
              instrument: consortium
              note: In writing and signed by all for the text; by the assembly for attachments.
            - id: exit
              title: Leaving
              topic: exit
              state: absent
              instrument: consortium
              note: >-
                What a party that leaves still owes; access rights go on for a good leaver and end for a defaulter; data and
                equipment.
            - id: review
              title: Review of plan and agreement
              topic: review
              state: absent
              instrument: consortium
              note: "After each review of the funder: plans that were cut by others could have been cut by you."
            - id: deadlock
              title: Deadlock of the assembly
              topic: deadlock
              state: absent
              instrument: consortium
              note: A new meeting decides with those who come; afterwards mediation.
            - id: disputes
              title: Settlement of disputes
              topic: dispute
              state: absent
              instrument: consortium
              note: "Section 11: mediation for 60 days, then arbitration or court: choose one."
            - id: law
              title: Applicable law
              topic: applicableLaw
              state: absent
              instrument: consortium
              note: "Section 11: Belgian law in most European consortia, since it is that of the grant agreement."
            - id: signatures
              title: Signatures
              topic: signatures
              state: absent
              instrument: consortium
              note: "By the legal representative of each party: the professor is not one."
            - id: insurance
              title: Insurance
              topic: insurance
              state: notRelevant
              instrument: consortium
              note: Rarely needed; take it in where people or plant are at risk.
          reviews:
            - id: period
              title: After each reporting period
              kind: review
              everyMonths: 18
              instrument: consortium
              note: The funder reviews then; review yourselves two months before.
            - id: change
              title: A partner, leader or main component changes
              kind: reopener
              trigger: >-
                A party joins or leaves, a work package leader moves, or an outside component that the work rests on is given
                up
              instrument: consortium
              note: In one project of 15 partners something of the kind happened in every year.
        governance:
          rules:
            - id: two-thirds
              title: Two thirds of the votes cast, two thirds present
              threshold: 2/3
              basis: votesCast
              quorum: 2/3
              whenQuorumFails: nextMeetingDecides
              quorumDays: 15
              note: >-
                DESCA: one vote each. Without quorum a new meeting is called within 15 days; then an extraordinary one may
                decide with those who come.
            - id: majority
              title: More than half of the votes cast
              threshold: 1/2
              comparison: moreThan
              basis: votesCast
              quorum: 1/2
              whenQuorumFails: writtenProcedure
              quorumDays: 7
              note: For daily matters of a work package.
          bodies:
            - id: assembly
              title: General assembly
              kind: assembly
              cadence: yearly
              rule: two-thirds
              remit: Content, finances and intellectual property; evolution of the consortium; appointments
              note: >-
                One representative of each party with a vote. Notice 45 days, 15 for an extraordinary meeting; agenda 21 or 10
                days before.
            - id: board
              title: Executive board
              kind: executive
              cadence: monthly
              rule: two-thirds
              reportsTo: assembly
              remit: Runs the plan; prepares decisions; watches risks, milestones and deliverables
              note: >-
                Coordinator and work package leaders. Notice 14 days, 7 for an extraordinary meeting. Minutes within 10 days,
                accepted after 15.
            - id: office
              title: Coordinator with the management support team
              kind: secretariat
              cadence: weekly
              rule: majority
              reportsTo: board
              remit: Link to the funder, reports, payments, minutes
              note: Has no power to decide for the others, and knows all dates.
            - id: advisers
              title: External expert advisory board
              kind: advisory
              cadence: yearly
              rule: majority
              reportsTo: assembly
              remit: Users and experts who say what they think
              note: Sees what insiders do not; one meeting a year on site.
            - id: quality
              title: Quality review
              kind: working
              cadence: monthly
              rule: majority
              reportsTo: board
              remit: Every deliverable is read by somebody of another party before it is handed in
              note: The cheapest way to spare a rejected deliverable.
          matters:
            - id: m-plan
              title: Changes of the consortium plan and budget
              bodies: [assembly]
              rule: two-thirds
              reserved: yes
              note: DESCA 6.3.1.2, content and finances.
            - id: m-background
              title: Changes of the list of Background
              bodies: [assembly]
              rule: two-thirds
              reserved: yes
              note: What is taken out of it cannot be used by the others any more.
            - id: m-entry
              title: Entry of a new party
              bodies: [assembly]
              rule: two-thirds
              reserved: yes
              note: With the conditions of its accession.
            - id: m-withdrawal
              title: Withdrawal of a party and its conditions
              bodies: [assembly]
              rule: two-thirds
              reserved: yes
              note: Who takes its tasks and money.
            - id: m-default
              title: A party is declared defaulting, and the remedies
              bodies: [assembly]
              rule: two-thirds
              reserved: yes
              note: Without the vote of the one concerned.
            - id: m-end
              title: Suspension or end of the project
              bodies: [assembly]
              rule: two-thirds
              reserved: yes
              note: Proposed to the funder.
            - id: m-progress
              title: Corrective actions within a work package
              bodies: [board]
              rule: two-thirds
              note: Fast, and told to the assembly.
            - id: m-deliverable
              title: Acceptance of a deliverable
              bodies: [quality]
              rule: majority
              note: By people of another party than the one that made it.
            - id: m-publication
              title: Objection to a publication
              bodies: [board]
              rule: two-thirds
              note: On the grounds that the agreement names, and no others.
          deadlockSteps:
            - id: d1
              title: The executive board looks for a proposal that two thirds can carry
              mechanism: negotiation
              days: 14
              note: Most votes fail over a paragraph.
            - id: d2
              title: A second meeting decides with those who come
              mechanism: escalation
              days: 15
              body: assembly
              note: DESCA's way out of a missed quorum.
            - id: d3
              title: Mediation
              mechanism: mediation
              days: 60
              note: As the consortium agreement names it.
            - id: d4
              title: The plan as it stands goes on
              mechanism: statusQuo
              days: 30
              note: "The grant agreement holds anyway: what was promised to the funder is due."
          membershipRules:
            - id: join
              title: Accession of a new party
              event: accession
              matter: m-entry
              clause: accession
              instrument: consortium
              trigger: It signs the accession form and the grant agreement is amended
              note: "Prepare it: the amendment takes months."
            - id: leave
              title: Withdrawal
              event: withdrawal
              noticeDays: 90
              matter: m-withdrawal
              clause: exit
              instrument: consortium
              assets: Equipment that the project needs stays in use until replaced; money that was not used goes back.
              data: Its data and code remain available to the others under the agreed licences.
              intellectualProperty: It grants access rights to what it generated; its own go on for what was made until it left.
              remaining: Reports and deliverables due before.
              note: "People move, and their institutions with them: keep the tasks, let the party go."
            - id: default
              title: End of participation of a defaulting party
              event: breach
              noticeDays: 30
              matter: m-default
              clause: breach
              instrument: consortium
              trigger: Notice of the breach, 30 days without cure, decision of the assembly
              assets: Unused money is paid back.
              data: As in withdrawal.
              intellectualProperty: Its access rights end; those that it granted go on.
              remaining: Costs that its leaving causes, within its liability.
              note: A default is found by a vote, not by anger.
            - id: end
              title: End of the project
              event: dissolution
              noticeDays: 90
              matter: m-end
              clause: term
              instrument: consortium
              assets: Equipment stays with who bought it.
              data: In open repositories with a keeper named, for ten years.
              intellectualProperty: Results with their owners; access rights for exploitation can be asked for within a year.
              remaining: Records for the funder's audit.
              note: Write the year after the end into the plan while there is money.
        plan:
          workPackages:
            - id: wp-management
              title: Management
              note: Small, long, and led by the coordinator.
            - id: wp-core
              title: "The work itself: one work package for each part that one party can lead"
              note: "Each objective needs two of them at least: a goal with one work package went when that was cut."
            - id: wp-users
              title: Users and demonstrators
              note: Brings in those who will use it from the first month, not the last.
            - id: wp-impact
              title: Communication, dissemination and exploitation
              note: Who is reached, by what, and what happens with the results afterwards.
          milestones:
            - id: ms-start
              title: The team is complete
              verification: Signed employment contracts of the posts named in the plan
              workPackages: [wp-management]
              note: "Recruitment is the risk that comes true most: look at it as a milestone."
            - id: ms-first
              title: First version in the hands of users
              verification: A test by at least ten users who did not build it, with a report
              workPackages: [wp-core, wp-users]
              note: Before the first review, so that there is something to review.
            - id: ms-decision
              title: "Half-time: go on, change or stop each part"
              verification: Decision of the assembly with reasons, after the advisers were heard
              workPackages: [wp-core]
              note: Reviewers cut what was not cut by its owners.
            - id: ms-sustain
              title: Somebody keeps it after the end
              verification: A signed commitment of a host, with money or people
              workPackages: [wp-impact]
              note: "Each milestone has a means of verification of its own: one for all verifies nothing."
          deliverables:
            - id: dl-handbook
              title: Project handbook
              workPackage: wp-management
              kind: report
              dissemination: parties
              note: "Who does what, by which channel, by when: ten pages."
            - id: dl-data
              title: Data management plan
              workPackage: wp-management
              kind: dataManagementPlan
              dissemination: everyone
              note: European grants ask for it within six months, and for updates.
            - id: dl-impact
              title: Plan for dissemination and exploitation, with communication
              workPackage: wp-impact
              kind: report
              dissemination: everyone
              note: Asked for within six months as well.
            - id: dl-users
              title: Report of the first test by users
              workPackage: wp-users
              kind: report
              dissemination: everyone
              note: Belongs to the milestone above.
        risk:
          risks:
            - id: recruitment
              title: Qualified people are not found in time
              category: people
              cause: Fixed terms and university pay against industry
              event: Posts stay empty for months
              effect: Tasks and deliverables slip
              mitigation: Advertise before the start; named candidates; posts that two sites can fill
              contingency: Move the task to a partner with people; amend by the next period
              trigger: A post is empty three months after its planned start
              inherent: {likelihood: 5, impact: 4}
              residual: {likelihood: 3, impact: 3}
              note: Came true in OpenDreamKit, as its proposal foresaw.
            - id: single
              title: A site rests on one person
              category: people
              cause: One post for a small share
              event: The person leaves
              effect: The site has nobody, and its part stops
              mitigation: Two people a site or a pair of sites a task
              contingency: The second site takes over; the party withdraws in good order
              trigger: Notice is given
              inherent: {likelihood: 4, impact: 4}
              residual: {likelihood: 3, impact: 2}
              note: One site of OpenDreamKit ended so.
            - id: move
              title: A leader moves to another institution
              category: partnerExit
              cause: Careers last longer than projects and shorter than posts
              event: Leader and team go, the institution stays
              effect: "Amendment, accession, termination: months without money"
              mitigation: A deputy at the same site; accession form ready; tasks described without names
              contingency: New party accedes, or the task moves; the coordinator writes the amendment within a month
              trigger: The leader applies or is called
              inherent: {likelihood: 4, impact: 4}
              residual: {likelihood: 3, impact: 3}
              note: By March 2017 two leaders of OpenDreamKit had moved, and heads had changed at three more sites.
            - id: component
              title: The central component is not mature
              category: technical
              cause: The plan builds on software or a method from outside that still moves
              event: It changes or is given up
              effect: Work is done twice
              mitigation: Somebody of the project sits in its team; an interface in between
              contingency: Freeze a version; the fallback named under dependencies
              trigger: Two releases in a row break the build
              inherent: {likelihood: 4, impact: 4}
              residual: {likelihood: 3, impact: 3}
              note: The weakness that evaluators named in OpenDreamKit.
            - id: volunteers
              title: Volunteers do not come along
              category: external
              cause: The result lives in a community that nobody pays
              event: It goes another way or has no time
              effect: Results are not taken up upstream
              mitigation: Contribute from the first day; ask before you build; travel money for volunteers
              contingency: Maintain a version of one's own for the term
              trigger: Contributions wait for more than two months
              inherent: {likelihood: 4, impact: 3}
              residual: {likelihood: 3, impact: 3}
              note: The other weakness that evaluators named.
            - id: users
              title: Users do not want it
              category: strategic
              cause: They were asked at the proposal and not again
              event: It does not fit their work
              effect: No impact
              mitigation: Ten users from the first month; demonstrators in their hands
              contingency: Change the objective at the half-time milestone
              trigger: Fewer than half of the test users come a second time
              inherent: {likelihood: 3, impact: 5}
              residual: {likelihood: 2, impact: 4}
              note: Impact is judged by use.
            - id: team
              title: Groups stay groups
              category: relational
              cause: Each did this before alone
              event: They work beside each other
              effect: No more than the sum of the parts
              mitigation: Tasks with two partners; visits; work in one place twice a year
              contingency: Joint sprint within two months
              trigger: A task has commits of one site only for three months
              inherent: {likelihood: 4, impact: 3}
              residual: {likelihood: 2, impact: 3}
              note: Twelve of 58 tasks in one project had no second partner.
            - id: cut
              title: A reviewer cuts an objective
              category: management
              cause: No number in the objective, one work package for it
              event: It cannot show its worth at the review
              effect: Work package and people are lost
              mitigation: Measure with baseline and target; two work packages for each objective
              contingency: Move effort to what works, with the people
              trigger: A rehearsal two months before the review leaves its question open
              inherent: {likelihood: 3, impact: 4}
              residual: {likelihood: 2, impact: 3}
              note: So ended one of nine objectives of OpenDreamKit at month 18.
            - id: money
              title: A partner cannot use its money
              category: financial
              cause: Posts empty, people gone
              event: Money is left at the end of a period
              effect: It is lost for the work
              mitigation: Figures of use every six months, seen by all
              contingency: The assembly moves it within a quarter
              trigger: Use of a party lies a quarter below its plan
              inherent: {likelihood: 4, impact: 3}
              residual: {likelihood: 2, impact: 2}
              note: Unused money can be moved while the project runs and not afterwards.
            - id: rights
              title: Background turns out not to be free
              category: legal
              cause: A licence or an earlier contract forbids the use
              event: A result cannot be published or used
              effect: It is built again
              mitigation: List of Background before signature; licence check for each component
              contingency: Replace, or buy the right; the board decides within a month
              trigger: A licence question stays open for a month
              inherent: {likelihood: 3, impact: 4}
              residual: {likelihood: 2, impact: 3}
              note: Found at the end it costs the exploitation plan.
          appetites:
            - id: a-strategic
              category: strategic
              limit: 8
              reason: Without users the rest is worth nothing.
            - id: a-relational
              category: relational
              limit: 8
              reason: Working together is what is paid for.
            - id: a-management
              category: management
              limit: 8
              reason: It is in our own hands.
            - id: a-people
              category: people
              limit: 9
              reason: People go; the work has to go on.
            - id: a-technical
              category: technical
              limit: 9
              reason: Research may fail where it is known early.
            - id: a-financial
              category: financial
              limit: 6
              reason: Public money.
            - id: a-legal
              category: legal
              limit: 6
              reason: What cannot be used was not worth making.
            - id: a-exit
              category: partnerExit
              limit: 9
              reason: Somebody will move.
            - id: a-external
              category: external
              limit: 9
              reason: It is not in our hands.
          indicators:
            - id: i-posts
              title: Posts filled of those planned
              threshold: 80
              alarm: below
              unit: "%"
              risks: [recruitment, single]
              source: Half-yearly figures of the parties
            - id: i-use
              title: Person-months used against plan
              threshold: 75
              alarm: below
              unit: "%"
              risks: [money, recruitment]
              source: Half-yearly figures of the parties
            - id: i-late
              title: Deliverables late by more than a month
              threshold: 10
              alarm: above
              unit: "%"
              risks: [cut]
              source: Coordination office
            - id: i-wait
              title: Days until outside maintainers answer
              threshold: 60
              alarm: above
              unit: days
              risks: [volunteers, component]
              source: Issue tracker
          assumptions:
            - id: as-grant
              title: The grant starts on the planned day and the first payment comes with it
              ifWrong: Each party prefinances two months, or posts are advertised later.
            - id: as-component
              title: The components from outside stay open and alive for the term
              ifWrong: See risk “component”.
            - id: as-institutions
              title: Each institution accepts the consortium agreement without changes to liability and rights
              ifWrong: The coordinator offers the options of the model; nobody negotiates alone.
          dependencies:
            - id: dep-component
              title: The outside component on which most work packages rest
              kind: component
              fallback: A frozen version that the project maintains for the term
              note: Name it.
            - id: dep-community
              title: The community that reviews and merges contributions
              kind: people
              fallback: A branch of one's own until they have time
              note: Name it. Nobody can order volunteers.
            - id: dep-infrastructure
              title: Computing, data or laboratory time from outside
              kind: service
              fallback: A smaller one at a partner
              note: Take it out where there is none.
          exitPlans:
            - id: x-party
              title: A party leaves or its leader moves
              triggers: Withdrawal; termination by the funder; the team moves to another institution
              noticeDays: 90
              assets: Equipment stays in use; unused money goes to who takes the tasks on
              data: Data and code in repositories of the project, not of the person
              intellectualProperty: Access rights go on for a good leaver and end for a defaulter
              people: Where they can, they are employed by the party that takes the tasks on
              note: Plan for the site, not for the person.
            - id: x-end
              title: The project ends
              triggers: The last day of the grant, or its termination
              noticeDays: 180
              assets: With who bought them
              data: In open repositories with a named keeper
              intellectualProperty: Owners keep Results; licences as agreed; requests for access rights within a year
              people: "Contracts end: write references and hand over in the last six months"
              note: Sustainability is promised in the proposal; here is who does it.
        culture:
          dimensions:
            - id: openness
              title: Openness
              low: Shown when it is finished
              high: Open from the first line
              note: Open science means different days to different people.
            - id: authorship
              title: Authorship
              low: Who wrote it
              high: Who took part
              note: The quarrel that ends friendships; disciplines differ.
            - id: planning
              title: The plan
              low: A hypothesis
              high: A commitment
              note: Researchers and engineers read the same chart in two ways.
            - id: hierarchy
              title: Voice
              low: The professor speaks
              high: Who does the work speaks
              note: Who knows of the problem must be able to say it.
            - id: pace
              title: Pace
              low: Right before fast
              high: Fast before right
              note: Companies and universities share a calendar and nothing else.
            - id: reports
              title: Reports
              low: A duty to the funder
              high: How we learn
              note: Decides whether they are written in the last night.
          norms:
            - id: n-open
              title: Work is public after two weeks at most, or says why not
              dimensions: [openness]
              rule: In the tracker or repository; drafts are marked as such.
            - id: n-authors
              title: Authors are agreed before writing begins
              dimensions: [authorship]
              rule: "A line in the tracker: who writes, who is asked, in which order."
            - id: n-date
              title: Who sees that a date will slip says so four weeks before
              dimensions: [planning, reports]
              rule: To work package leader and coordinator; without reproach, with a new date.
            - id: n-voice
              title: Each call begins with those who do the work
              dimensions: [hierarchy]
              rule: One minute each; leaders speak last.
            - id: n-version
              title: First version in a week, good version in a month
              dimensions: [pace]
              rule: A first version may be poor and has to exist.
            - id: n-report
              title: Reports grow every month
              dimensions: [reports]
              rule: Three lines a task and month in a shared document; the periodic report is their edition.
          behaviours:
            - id: b-credit
              title: We name who did it
              why: For those on fixed terms it is the next job.
            - id: b-help
              title: A question in the open gets an answer from us within three days
              why: It is how fifteen sites become one team.
            - id: b-fail
              title: A result that failed is a result, and is told
              why: Others spare the time; reviewers respect it.
            - id: b-newcomers
              title: Newcomers have somebody to ask
              why: Many join after the kick-off.
            - id: b-fair
              title: Nobody signs for work that others did
              why: Trust, and the law on grants.
          surveys:
            - id: pulse
              title: How the project goes
              cadence: halfYearly
              minimumGroup: 5
              introduction: >-
                Ten statements, two minutes, anonymous: sums are shown from five answers of a party on, single answers never.
                Small sites count together. From 1, not at all, to 5, fully.
          questions:
            - id: q-why
              survey: pulse
              text: I know which objective my work serves.
              topic: Objectives
              about: ourselves
              note: The thread from objective to task, seen from its end.
            - id: q-together
              survey: pulse
              text: What we do here we could not do alone.
              topic: Value
              about: alliance
              note: If not, it is a bundle of grants.
            - id: q-word
              survey: pulse
              text: The other sites deliver what they said.
              topic: Trust
              about: theOthers
              note: In a pair with the next one.
            - id: q-word-us
              survey: pulse
              text: The other sites would say that we deliver what we said.
              topic: Trust
              about: howOthersSeeUs
              note: The mirror of the one before.
            - id: q-fair
              survey: pulse
              text: Work, money and credit are shared fairly.
              topic: Fairness
              about: alliance
              note: Ask it while it can be changed.
            - id: q-say
              survey: pulse
              text: Somebody in my position can say that something goes wrong.
              topic: Openness
              about: alliance
              note: Young people see problems first.
            - id: q-decide
              survey: pulse
              text: Decisions are taken in time and I learn of them.
              topic: Governance
              about: alliance
              note: Tests the bodies on paper.
            - id: q-load
              survey: pulse
              text: Meetings and reports keep me from the work.
              topic: Load
              about: alliance
              reversed: yes
              note: "Agreeing is bad news: cut meetings, not work."
            - id: q-whom
              survey: pulse
              text: I know whom to ask at the other sites.
              topic: Contact
              about: ourselves
              note: Contact maps live when people know them.
            - id: q-again
              survey: pulse
              text: I would apply with these people again.
              topic: Whole
              about: theOthers
              note: The trend in one number.
          actions:
            - id: ac-kick
              title: Kick-off where people work, not only listen
              kind: gathering
              note: Half a day in mixed small groups on a first joint result.
            - id: ac-visit
              title: Each person on a fixed term spends two weeks at another site
              kind: exchangeVisit
              note: The cheapest integration there is; put the travel money into the budget.
            - id: ac-pair
              title: Each task has a person at a second site
              kind: pairing
              note: Then nobody is alone, and nothing is lost when somebody goes.
            - id: ac-new
              title: A page and a call for everybody who joins later
              kind: onboarding
              note: Recruitment goes on through the whole term.
        readiness:
          criteria:
            - id: g-measures
              title: Each objective has a number, a baseline and a source of data
              step: vision
              why: Vague objectives and numbers without a baseline are what evaluators fault first.
            - id: g-users
              title: Users outside the consortium have said what they need, in writing
              step: vision
              why: Impact without users is a claim.
            - id: g-why-each
              title: It is written why each partner is needed
              step: partners
              why: Asked for in Part B, and by the partners themselves when money gets short.
            - id: g-tables
              title: Work packages, deliverables, milestones, risks and effort agree with each other
              step: plan
              why: "Tables 3.1a to 3.1j of Part B: reviewers add them up."
            - id: g-posts
              title: For each post there is a plan who fills it from when
              step: plan
              why: The risk that comes true most.
            - id: g-legal
              title: The legal office of each party has seen the consortium agreement
              step: terms
              why: The slowest one decides the date.
            - id: g-agreement
              title: The consortium agreement is signed before the grant agreement
              step: terms
              why: Afterwards nobody has to hurry any more.
            - id: g-background
              title: Each party has listed its Background
              step: terms
              why: What is not on the list is argued about at exploitation.
            - id: g-technical
              title: Those who do the technical work have named its risks
              step: risk
              why: "Lists made by managers hold managers' risks: evaluators of OpenDreamKit saw it."
            - id: g-succession
              title: For each work package leader it is known who takes over
              step: risk
              why: Leaders move.
            - id: g-rhythm
              title: Dates of the first year are in everybody's calendar
              step: communication
              why: Fifteen calendars agree on nothing at short notice.
          launchActions:
            - id: l1
              title: Advertise all posts
              day: 1
              note: "Better: before the start."
            - id: l2
              title: Hold the kick-off with work in mixed groups
              day: 14
              note: First contact decides who asks whom.
            - id: l3
              title: "Hold the first assembly: bodies, dates, handbook"
              day: 15
              note: Beside the kick-off, when all are there.
            - id: l4
              title: Give everybody access to lists, folder, tracker, portal
              day: 20
              note: Who has no access has an excuse.
            - id: l5
              title: Measure the baseline of each objective
              day: 45
              note: Afterwards it cannot be measured any more.
            - id: l6
              title: Finish something small together and show it
              day: 60
              note: A quick joint success before the large work.
            - id: l7
              title: Look at posts, money and risks for the first time
              day: 75
              note: What is late now is late for years.
            - id: l8
              title: "Ask how it is: first survey"
              day: 90
              note: While habits can still be changed.
            - id: l9
              title: Decide what to keep and what to change
              day: 100
              note: Then write it into the handbook.

        """#
}
