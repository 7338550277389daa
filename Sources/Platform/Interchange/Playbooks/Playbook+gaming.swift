// swift-format-ignore-file: written by Scripts/write-playbooks, not by hand.

extension Playbook {
    /// Playbooks/gaming.yaml, as it stands.
    static let gaming = #"""
        # Playbook for gaming alliances and coalitions: a starting point to be changed.
        #
        # Entries say why they are there in their note, reason or rule. Sources of the ideas: field research named in
        # Documentation/pitfalls.md, the alliance constitution of Infinite Innovation (two political contacts each), the rules of the
        # Winter coalition (duties that are counted), the end of the PAPI coalition (Examples/papi-coalition.yaml). Survey statements
        # and all wording are our own and free to use (CC0).
        entente: 1
        charter:
          profile:
            name: Our coalition
            context: gaming
            # purpose: in one or two sentences, what you can reach together that none of you can reach alone.
        vision:
          scope:
            - id: s-campaign
              title: The campaign or territory that you name
              belongs: inScope
              reason: A coalition that is for everything is called upon for everything.
            - id: s-internal
              title: Quarrels inside a member
              belongs: outOfScope
              reason: Who helps one side of them has a quarrel with the other.
            - id: s-other-games
              title: Other games and real life
              belongs: outOfScope
              reason: What happens in the game stays there; threats outside it end the pact.
        partners:
          capabilities:
            - id: pilots
              title: Pilots in fleets, in the hours that matter
              level: 4
              critical: yes
              note: Wars are decided by who comes, not by who is on the list. Give the number as amount.
            - id: commanders
              title: Commanders of large fleets
              level: 4
              critical: yes
              note: Few people can lead hundreds; without two in each time zone the others wait.
            - id: income
              title: Income that pays for lost ships
              level: 3
              critical: yes
              note: The PAPI coalition could not go on when one shared source of income dried up.
            - id: industry
              title: Industry and transport
              level: 3
              critical: no
              note: Ships have to be built and brought; a front far from home eats both.
            - id: territory
              title: Places to stage from
              level: 3
              critical: no
              note: Where one may dock decides what one can reach in an evening.
            - id: intelligence
              title: Knowledge of what the others do
              level: 3
              critical: no
              note: Agree what is shared and what stays with its source.
            - id: services
              title: Accounts, voice and messages
              level: 4
              critical: yes
              note: Who may hear what has to change within an hour of somebody leaving.
          criteria:
            - id: gate-pacts
              title: Has kept its pacts to their agreed end
              category: risk
              mustHave: yes
              minimum: 3
              anchors: 1 broke one without notice; 5 kept all and gave notice in time
              note: "A must: who left others early will leave you early."
            - id: gate-war
              title: Is at war with none of us
              category: strategic
              mustHave: yes
              minimum: 3
              anchors: 1 at war with a member; 5 peace with all members
              note: "A must: otherwise a member has to choose on the first day."
            - id: strategic
              title: Wants what we want
              category: strategic
              weight: 30
              anchors: 1 another enemy, another region; 5 the same goal for its own reasons
              note: "ASAP: strategic fit first."
            - id: goal
              title: Would call the same thing a victory
              category: strategic
              weight: 2
              parent: strategic
              anchors: 1 says something else each time; 5 has said so in writing to its own members
              note: Goals that each told differently undid large coalitions.
            - id: space
              title: Its territory does not overlap with ours
              category: strategic
              weight: 1
              parent: strategic
              anchors: 1 claims the same regions; 5 far apart, or divided by agreement
              note: After the victory land is what allies quarrel about.
            - id: operational
              title: Can do what it promises
              category: operational
              weight: 30
              anchors: 1 never tried; 5 shown in a joint campaign
              note: Operational fit shows in fleets, not in talks.
            - id: attendance
              title: Comes to fleets
              category: operational
              weight: 3
              parent: operational
              anchors: 1 under a tenth of its people in a month; 5 over two fifths
              note: "The Winter coalition asks for 40 % of real people a month: a duty that can be counted."
            - id: hours
              title: Fills the hours that we lack
              category: operational
              weight: 2
              parent: operational
              anchors: 1 awake when we are; 5 covers our night
              note: Structures are attacked when their owners sleep.
            - id: finance
              title: Lives on income of its own
              category: financial
              weight: 10
              anchors: 1 needs ours from the start; 5 pays its losses for three months
              note: Who has no reserve stops first.
            - id: culture
              title: Its people can stand ours
              category: cultural
              weight: 20
              anchors: 1 feuds in public channels; 5 our people already fly together
              note: Cultural fit is what members feel every evening.
            - id: leaders
              title: Its leaders will still be there
              category: commitment
              weight: 10
              anchors: 1 one leader without a second; 5 two or more, for years
              note: Pacts are kept by people; ask who stands in.
        communication:
          informationClasses:
            - id: public
              title: Public
              level: 0
              rule: Anybody may read it, opponents too. Write as if they did.
            - id: members
              title: Members
              level: 1
              rule: All pilots of all members. Count on spies among them.
            - id: command
              title: Command
              level: 2
              rule: Commanders and diplomats by name. Times and targets before they are used.
            - id: council
              title: Council
              level: 3
              rule: "The representatives of the members alone: terms, money, exits."
          channels:
            - id: voice
              title: Fleet voice
              medium: voice
              purpose: Fleets, and nothing else while they run
              clearedFor: members
              fallback: voice-reserve
              note: Entry by account of the game, taken away automatically when somebody leaves a member.
            - id: voice-reserve
              title: Reserve voice
              medium: voice
              purpose: When fleet voice is down or flooded
              clearedFor: members
              note: "Test it every month: it is needed in the largest battle, when everything else fails."
            - id: pings
              title: Fleet calls
              medium: chat
              purpose: Calls to fleets, one way
              clearedFor: members
              responseHours: 1
              fallback: voice
              note: One way, so that calls are not lost in talk.
            - id: command-chat
              title: Command chat
              medium: chat
              purpose: Plans before they are used
              clearedFor: command
              fallback: council-chat
              note: Named people only; look through the list every month.
            - id: council-chat
              title: Council
              medium: chat
              purpose: What the members decide together
              clearedFor: council
              archive: Decisions go into the decision log here; the chat itself is no record
              responseHours: 24
              note: The one place where terms are spoken about, so that nobody hears of them elsewhere first.
            - id: diplomats
              title: Diplomats
              medium: chat
              purpose: Incidents between members
              clearedFor: members
              responseHours: 12
              fallback: council-chat
              note: Shots at allies happen daily; answered within hours they stay small.
          meetings:
            - id: council-meeting
              title: Council
              cadence: everyTwoWeeks
              minutes: 60
              purpose: Decides what the pact leaves to it, and looks at promises and incidents
              channel: council-chat
              minuted: yes
            - id: commanders
              title: Commanders
              cadence: weekly
              minutes: 45
              purpose: "Next week: fleets, hours, who leads"
              channel: command-chat
          escalation:
            - id: e1
              title: The diplomats of both members
              days: 2
              outcome: "The incident is settled by the rules of the pact: ships are replaced, an apology is made"
            - id: e2
              title: The leaders of both members
              days: 5
              outcome: They agree, or ask the council
            - id: e3
              title: The council without the two
              days: 7
              outsider: "Where the council has fewer than three others: a leader from outside whom both name beforehand"
              outcome: A decision that both accept by the pact
          announcements:
            - id: war
              title: War, peace or a pact with others
              leadHours: 48
              wording: The same text in all members at the same hour. Members that learn it from the news feel like pawns.
            - id: exit
              title: A member leaves
              leadHours: 24
              wording: The council knows first, then commanders, then all; the day of leaving, no reasons that blame.
            - id: defeat
              title: A large loss
              leadHours: 2
              wording: Say what was lost and what comes next before others say it. Blaming the server is believed by nobody.
          languages:
            - id: en
              code: en
              use: speaking
              prevails: yes
              note: Change it where another language is spoken by all; a fleet order has to be understood at once.
          glossary:
            - id: nip
              term: NIP
              meaning: >-
                Non-invasion pact: neither attacks territory and structures of the other; fights elsewhere stay allowed. Name
                the structures that count.
            - id: nap
              term: NAP
              meaning: "Non-aggression pact: neither attacks the other at all."
            - id: blue
              term: Blue
              meaning: "A standing that tells pilots not to shoot. It is no agreement: the pact is."
            - id: srp
              term: SRP
              meaning: >-
                Ship replacement: who loses a ship in a fleet of the coalition is paid for it, by rules that are known
                before.
            - id: staging
              term: Staging
              meaning: The place where fleets of a member gather and may dock.
        terms:
          instruments:
            - id: pact
              title: Coalition pact
              kind: pact
              nature: political
              version: draft
              language: en
              note: "No court enforces it: so every duty has to be one that all can see kept or broken."
          clauses:
            - id: c-purpose
              title: What we want, and how we will know that we have it
              topic: purpose
              state: absent
              instrument: pact
              note: A goal with a number and a day. “Destroy them” cannot be verified; “hold these regions on that day” can.
            - id: c-scope
              title: Where the pact holds, and where not
              topic: scope
              state: absent
              instrument: pact
              note: Regions, kinds of structures, kinds of fights. What is not named is free.
            - id: c-definitions
              title: Words of the pact
              topic: definitions
              state: absent
              instrument: pact
              note: "The game has no coalitions and no pacts: what attack, structure and member mean has to stand here."
            - id: c-parties
              title: Who is bound
              topic: parties
              state: absent
              instrument: pact
              note: "Members, their corporations, renters, second accounts: say for whom each member answers."
            - id: c-contributions
              title: Fleets, commanders and hours that each brings
              topic: contributions
              state: absent
              instrument: pact
              note: "Duties that are counted: fleets a month, share of people, commanders in each time zone."
            - id: c-finance
              title: Shared income and what it pays
              topic: finance
              state: absent
              instrument: pact
              note: Who holds the money, what it may pay, who sees the accounts, what happens when the source dries up.
            - id: c-benefits
              title: What each gets of what is won
              topic: benefits
              state: absent
              instrument: pact
              note: "Land, moons, rent, trophies: agreed before the first shot, for afterwards is too late."
            - id: c-access
              title: Docking, bridges and areas
              topic: access
              state: absent
              instrument: pact
              note: Which structures and regions each may use, and how fast that ends.
            - id: c-governance
              title: Council and its representatives
              topic: governance
              state: absent
              instrument: pact
              note: Two or three people of each member with a vote; who names them; how often they meet.
            - id: c-decisions
              title: What the council decides, and how
              topic: decisions
              state: absent
              instrument: pact
              note: War and peace need more than a simple majority. A veto, if there is one, names its subjects.
            - id: c-confidentiality
              title: What is kept secret, and leaks
              topic: confidentiality
              state: absent
              instrument: pact
              note: >-
                Spies are part of the game: say what follows for the member through whom something leaks, and that it is not
                guilt.
            - id: c-announcements
              title: Who speaks to the public
              topic: announcements
              state: absent
              instrument: pact
              note: One text, one hour.
            - id: c-breach
              title: Incidents, compensation, breach
              topic: breach
              state: absent
              instrument: pact
              note: "Shots at allies: report within a day, ships paid for. What is repeated, or done on purpose, is a breach."
            - id: c-term
              title: From when until when
              topic: term
              state: absent
              instrument: pact
              note: A first term of some months with renewal keeps everybody awake; pacts without end rot.
            - id: c-review
              title: When the terms are looked at again
              topic: review
              state: absent
              instrument: pact
              note: A change of the rules of the game can take the ground from under a pact overnight.
            - id: c-accession
              title: How others join
              topic: accession
              state: absent
              instrument: pact
              note: By which decision, with which trial time.
            - id: c-exit
              title: How a member leaves
              topic: exit
              state: absent
              instrument: pact
              note: Notice, safe time to take its things out, standings, accesses, shared income, its people in shared services.
            - id: c-deadlock
              title: When the council cannot decide
              topic: deadlock
              state: absent
              instrument: pact
              note: "Things stay as they are, or a named outsider decides: say which."
            - id: c-dispute
              title: Quarrels between members
              topic: dispute
              state: absent
              instrument: pact
              note: The escalation ladder, with its days.
            - id: c-amendment
              title: How the pact is changed
              topic: amendment
              state: absent
              instrument: pact
              note: "All members, or all but one: a change forced upon somebody is an exit."
          reviews:
            - id: r-quarter
              title: Is it still worth it for each of us?
              kind: review
              everyMonths: 3
              instrument: pact
              note: Asked regularly, it is no affront; asked once, it is the beginning of the end.
            - id: r-rules
              title: Income, territory and structures
              kind: reopener
              trigger: The maker of the game announces a change that touches income, territory or structures
              instrument: pact
              note: The tax change of 2021 ended the funding of the PAPI coalition.
        governance:
          rules:
            - id: simple
              title: More than half of the votes cast
              threshold: 1/2
              comparison: moreThan
              quorum: 2/3
              basis: votesCast
              whenQuorumFails: nextMeetingDecides
              quorumDays: 3
              note: "For daily matters: nobody should be able to stop them by staying away."
            - id: two-thirds
              title: Two thirds of all members
              threshold: 2/3
              basis: allMembers
              quorum: 2/3
              whenQuorumFails: writtenProcedure
              quorumDays: 3
              note: "For war, peace and who belongs: a third that is against would not come anyway."
          bodies:
            - id: council
              title: Council
              kind: assembly
              remit: War and peace, members, money, the pact itself
              cadence: everyTwoWeeks
              rule: simple
              note: One vote a member; three representatives each, so that one is always awake.
            - id: command
              title: Command
              kind: executive
              remit: Campaign, fleets, hours; decides alone while a fleet is out
              cadence: weekly
              reportsTo: council
              rule: simple
              note: In a battle nobody votes.
            - id: diplomacy
              title: Diplomats
              kind: working
              remit: Incidents between members; talks with others
              cadence: weekly
              reportsTo: council
              note: "Two people of each member by name: the rule of long-lived alliances."
            - id: services-team
              title: Services
              kind: secretariat
              remit: Accounts, voice, messages; who may hear what
              cadence: monthly
              reportsTo: council
              note: From more than one member, so that no member can switch the others off.
          matters:
            - id: m-war
              title: War and peace
              bodies: [council]
              rule: two-thirds
              reserved: yes
              note: Everybody pays for it.
            - id: m-pacts
              title: Pacts with others
              bodies: [council]
              rule: two-thirds
              reserved: yes
              note: A friend of one that shoots at another splits the coalition.
            - id: m-join
              title: A new member
              bodies: [council]
              rule: two-thirds
              note: Changes the weight of every vote.
            - id: m-expel
              title: A member has to go
              bodies: [council]
              rule: two-thirds
              note: The member concerned is heard and does not vote.
            - id: m-money
              title: Shared income and its use
              bodies: [council]
              rule: simple
              note: Accounts open to all members.
            - id: m-campaign
              title: Campaign and targets
              bodies: [command]
              note: Who leads has to be able to decide.
            - id: m-incident
              title: Incidents between members
              bodies: [diplomacy]
              note: Small things are settled low.
          deadlockSteps:
            - id: d1
              title: The leaders talk by voice
              mechanism: negotiation
              days: 3
              note: Written quarrels grow; a voice call ends most of them.
            - id: d2
              title: A leader from outside whom all named beforehand mediates
              mechanism: mediation
              days: 7
              note: "Name the person now: in a quarrel nobody agrees on one."
            - id: d3
              title: Everything stays as it is until the next council
              mechanism: statusQuo
              days: 14
              note: Better than an end by default.
          membershipRules:
            - id: join
              title: Joining on trial
              event: accession
              noticeDays: 7
              matter: m-join
              note: A month on trial without a vote shows more than any talk.
            - id: leave
              title: Leaving by notice
              event: withdrawal
              noticeDays: 14
              unilateral: yes
              assets: Two weeks of safe passage to take out ships and structures; what is left after that is free
              data: Accesses end on the day of leaving; lists of people are deleted
              intellectualProperty: Ship fittings and tools may be kept by all who had them
              remaining: No attacks on structures of members for a month; shared income until the day of leaving
              note: Two weeks is what was given in 2020 at the end of the pact between Legacy and the Imperium.
            - id: expel
              title: Made to leave
              event: expulsion
              trigger: Breach that was named by the council and not mended within a week
              noticeDays: 3
              matter: m-expel
              assets: As in leaving, one week
              data: Accesses end at once
              intellectualProperty: As in leaving
              note: Clear grounds keep it from being a weapon.
            - id: end
              title: The coalition ends
              event: dissolution
              noticeDays: 30
              assets: Shared money is divided by fleets attended; shared structures go to who paid for them
              data: The decision log goes to every member; all else is deleted
              intellectualProperty: Tools go to who wrote them, with a free licence to the others
              note: A coalition that has won needs an end as much as one that has lost.
        risk:
          risks:
            - id: drift
              title: The goal drifts
              category: strategic
              cause: Each leader tells it a little differently
              event: Members fight for different things
              effect: Nobody knows when it is won
              mitigation: One goal with a number, endorsed by each member; changed only by the council
              contingency: The council says in one text what is wanted now, or that it is over
              trigger: A leader names another goal in public
              inherent: {likelihood: 4, impact: 4}
              residual: {likelihood: 2, impact: 4}
              note: "So it went with the PAPI coalition: from an end of the Imperium to an equilibrium."
            - id: income
              title: Shared income dries up
              category: financial
              cause: Most of it comes from one source
              event: The source is attacked, or the game changes its rules
              effect: Ships are not paid for, pilots stay away
              mitigation: Two sources at least; a reserve for three months
              contingency: Ship replacement is cut by a plan known before; the council decides within a week whether to go on
              trigger: Income of a month falls below half of the usual
              inherent: {likelihood: 3, impact: 5}
              residual: {likelihood: 3, impact: 3}
              note: One trading hub paid for both sides of the war of 2020; a change of rules ended it.
            - id: fatigue
              title: People tire
              category: people
              cause: Fleets every evening for months
              event: Attendance falls, the best first
              effect: The numbers that the plan needs are not there
              mitigation: Weeks off by turns; stages with an end that can be celebrated
              contingency: Go to a smaller goal, or pause by agreement
              trigger: Attendance of a member falls by a third in a month
              inherent: {likelihood: 5, impact: 3}
              residual: {likelihood: 3, impact: 3}
              note: After thirteen months members were told to take the summer off.
            - id: commander
              title: A commander stops
              category: people
              cause: Few can lead, and they lead always
              event: One leaves the game overnight
              effect: Fleets of a time zone stand still
              mitigation: Two commanders in each time zone; each trains one
              contingency: Neighbouring time zones take over for two weeks
              trigger: A commander misses two weeks
              inherent: {likelihood: 4, impact: 3}
              residual: {likelihood: 3, impact: 2}
              note: Nobody replaces in a week who led for years.
            - id: exit
              title: A member leaves in the middle
              category: partnerExit
              cause: It gets a better offer, or is attacked at home
              event: It takes fleets, docking rights and knowledge with it
              effect: The front has a hole, the others wonder who is next
              mitigation: Notice of two weeks; each keeps places of its own to stage from; ask every three months
              contingency: Structures and accesses are changed within an hour by a list kept ready
              trigger: A member asks for its things, or misses two councils
              inherent: {likelihood: 3, impact: 4}
              residual: {likelihood: 3, impact: 3}
              note: Coalitions end when one goes home without telling the others.
            - id: spies
              title: Plans are known to the opponent
              category: relational
              cause: Thousands of accounts, and spies among them
              event: Targets and times leak
              effect: Fleets run into traps, members suspect each other
              mitigation: Times and targets in command alone, an hour before; agree that a leak is no guilt
              contingency: Change the plan at once; look for the leak without naming a member
              trigger: The opponent waits where nobody should
              inherent: {likelihood: 5, impact: 3}
              residual: {likelihood: 4, impact: 2}
              note: Certain in a game in which anybody may make an account.
            - id: services-down
              title: Voice and accounts fail in battle
              category: technical
              cause: One machine, one person who knows it
              event: It is attacked or breaks
              effect: Fleets cannot be led
              mitigation: Reserve on another machine; two people of two members with keys
              contingency: Go to the reserve by a message in the game
              trigger: No answer for two minutes
              inherent: {likelihood: 3, impact: 4}
              residual: {likelihood: 2, impact: 2}
              note: It happens in the largest battle, since everybody is there.
            - id: load
              title: The battle is larger than the game can carry
              category: technical
              cause: Thousands in one place
              event: Orders arrive minutes late
              effect: Ships are lost without a fight
              mitigation: Limits on how many go in; plans that work slowly
              contingency: Leave in order; do not log in again into the same place
              trigger: Time runs at a tenth
              inherent: {likelihood: 3, impact: 4}
              residual: {likelihood: 3, impact: 3}
              note: No skill helps against a server that stands still; so plan for it.
            - id: rules
              title: The game changes its rules
              category: external
              cause: The maker mends what it finds unfair
              event: Income, structures or movement work differently
              effect: The plan no longer holds
              mitigation: Somebody reads announcements; terms are opened by them
              contingency: A council within three days
              trigger: A change is announced
              inherent: {likelihood: 4, impact: 4}
              residual: {likelihood: 4, impact: 2}
              note: The one party that can change everything sits at no table.
          appetites:
            - id: a-strategic
              category: strategic
              limit: 8
              reason: A coalition without a goal is a list of names.
            - id: a-people
              category: people
              limit: 9
              reason: "It is a game: people come because they want to."
            - id: a-financial
              category: financial
              limit: 9
              reason: Ships can be earned again.
            - id: a-partner-exit
              category: partnerExit
              limit: 9
              reason: Somebody will leave; it must not end the rest.
            - id: a-technical
              category: technical
              limit: 9
              reason: Battles may be lost, fleets must be led.
            - id: a-external
              category: external
              limit: 10
              reason: Nobody of us can change it.
            - id: a-relational
              category: relational
              limit: 9
              reason: Leaks are certain.
          indicators:
            - id: attendance
              title: Share of a member’s people in a fleet this month
              threshold: 25
              alarm: below
              unit: "%"
              risks: [fatigue, exit]
              source: Attendance links
            - id: reserve
              title: Months of ship replacement in reserve
              threshold: 2
              alarm: below
              unit: months
              risks: [income]
              source: Shared accounts
            - id: incidents
              title: Incidents between members open for more than a week
              threshold: 3
              alarm: above
              unit: incidents
              risks: [exit, spies]
              source: Diplomats
          assumptions:
            - id: a-rules
              title: The rules for income and structures stay as they are
              ifWrong: The terms are opened, see the reopener
            - id: a-others
              title: Nobody attacks us at home while our fleets are away
              ifWrong: Members may call their fleets back within a day, without breach
          dependencies:
            - id: dep-income
              title: The largest shared source of income
              kind: incomeSource
              fallback: Fees by member for three months, agreed beforehand
              note: Name it. In 2021 it was one trading hub.
            - id: dep-voice
              title: Voice and account service
              kind: service
              fallback: Reserve on another machine, tested monthly
              note: In battle it is the only way to lead; name who runs it.
            - id: dep-admin
              title: The person who runs accounts and voice
              kind: people
              fallback: A second one, of another member, with all keys
              note: "Usually one volunteer: when they sleep or leave, nobody can let people in or out."
          exitPlans:
            - id: x-member
              title: A member leaves
              triggers: Its notice to the council, or its expulsion
              note: Who can leave in good order need not leave by night.
              noticeDays: 14
              assets: Safe passage for two weeks; then what is left is free
              data: Accesses end on the day; lists of people are deleted
              intellectualProperty: Fittings and tools may be kept by all
              people: Commanders may lead until the last day; then they leave the command channels
            - id: x-end
              title: The campaign ends, won or lost
              triggers: The goal is reached, or two thirds of the members say that it is over
              note: A good end is the beginning of the next coalition.
              noticeDays: 30
              assets: Shared money by fleets attended; structures to who paid; an order in which everybody goes home
              data: The decision log to each member; the rest is deleted
              intellectualProperty: Tools to who wrote them, free for all
              people: Tell your people yourselves, on the same evening as the others
        culture:
          dimensions:
            - id: decisions
              title: Who decides
              low: One leader
              high: All corporations vote
              note: "A member that votes needs days, one that is led needs minutes: agree what waits for whom."
            - id: secrecy
              title: Secrets
              low: Told to few, late
              high: Told to all, early
              note: Where this differs, one feels spied upon and the other shut out.
            - id: tone
              title: Tone
              low: Rough, it is a game
              high: Friendly, it is our free time
              note: Jokes of one are insults of the other.
            - id: losses
              title: Losses
              low: Ships are there to be lost
              high: A lost ship is a fault
              note: Decides whether a commander dares.
            - id: duty
              title: Duty
              low: Who wants comes
              high: Who is called comes
              note: The most frequent quarrel between casual and strict members.
            - id: newcomers
              title: Newcomers
              low: Prove yourself first
              high: Everybody may come at once
              note: Large and small members differ most here.
          norms:
            - id: n-call
              title: A call says when, for how long and how many are needed
              dimensions: [duty]
              rule: At least an hour before, except when we are attacked. Who cannot come says so, and is not blamed.
            - id: n-tone
              title: No mockery of members in public channels
              dimensions: [tone]
              rule: Among ourselves each as it likes. Public words about a member are its leaders’ to judge.
            - id: n-loss
              title: "After a loss: facts the same evening, causes two days later, no names"
              dimensions: [losses]
              rule: Commanders of both sides talk before anything is posted.
            - id: n-tell
              title: What concerns a member is told to it first
              dimensions: [secrecy, decisions]
              rule: Council before commanders, commanders before all, all before the public.
          behaviours:
            - id: b-warn
              title: We warn each other before we leave, sell or attack
              why: A surprise from a friend costs more than one from an enemy.
            - id: b-pay
              title: We pay for what we shot by mistake, without a debate
              why: Cheap, and it ends the quarrel.
            - id: b-own
              title: We tell our own people the truth about losses
              why: They find out anyway, from the opponent.
            - id: b-real
              title: Nobody is threatened outside the game
              why: It is the end of any pact.
            - id: b-rest
              title: We let people rest
              why: Who burns out does not come back.
          surveys:
            - id: pulse
              title: How is the coalition?
              cadence: monthly
              minimumGroup: 5
              introduction: >-
                Ten statements, two minutes. Nobody sees single answers; sums are shown from five answers of a member on.
                From 1, not at all, to 5, fully.
          questions:
            - id: q-goal
              survey: pulse
              topic: Goal
              text: I could say in one sentence what we are fighting for.
              about: alliance
              note: Goals that each told differently undid large coalitions.
            - id: q-told
              survey: pulse
              topic: Information
              text: I hear what concerns us from our own leaders before I read it elsewhere.
              about: ourselves
              note: Members that read it in the news feel like pawns.
            - id: q-word
              survey: pulse
              topic: Trust
              text: The other members do what they said they would do.
              about: theOthers
              note: "In a pair with the next one: the gap is the finding."
            - id: q-word-us
              survey: pulse
              topic: Trust
              text: The other members would say that we do what we said we would do.
              about: howOthersSeeUs
              note: The mirror of the one before.
            - id: q-share
              survey: pulse
              topic: Fairness
              text: What we put in and what we get out is fair compared with the others.
              about: alliance
              note: Ask it before somebody does the sums alone.
            - id: q-voice
              survey: pulse
              topic: Say
              text: When we object, something changes.
              about: alliance
              note: Who is never heard leaves without a word.
            - id: q-help
              survey: pulse
              topic: Support
              text: When we are attacked the others come.
              about: theOthers
              note: The reason for the coalition, asked directly.
            - id: q-tone
              survey: pulse
              topic: Tone
              text: I like to be in a fleet with people of the other members.
              about: theOthers
              note: What members feel every evening.
            - id: q-tired
              survey: pulse
              topic: Strength
              text: I have to talk myself into coming.
              about: ourselves
              reversed: yes
              note: Agreeing is bad news, and it comes months before attendance falls.
            - id: q-again
              survey: pulse
              topic: Whole
              text: If we were asked today, I would join again.
              about: alliance
              note: The trend in one number.
          actions:
            - id: x-roam
              title: A small mixed fleet every week, led by a different member
              kind: pairing
              note: Who has flown with somebody does not suspect them.
            - id: x-school
              title: Commanders of two members train one of a third
              kind: jointTraining
              note: The scarce thing is commanders.
            - id: x-intro
              title: A page and an evening for new members
              kind: onboarding
              note: Channels, words, who is who, what we do not do.
            - id: x-thanks
              title: Thanks by name after each campaign
              kind: recognition
              note: Also to those who built, carried and kept the lists.
        readiness:
          criteria:
            - id: g-diplomats
              title: Each member has named two diplomats who reached each other by two channels
              step: communication
              why: With one, a holiday is enough to turn an incident into a war.
            - id: g-drill
              title: A joint fleet with reserve voice was tried
              step: communication
              why: What was never tried fails in the first battle.
            - id: g-own
              title: Each leader has told its own people what was agreed
              step: vision
              why: Members who hear it afterwards leave first.
            - id: g-spoils
              title: It is agreed who gets what of what is won
              step: terms
              why: After the victory everybody remembers something else.
            - id: g-reserve
              title: Ship replacement is covered for three months
              step: plan
              why: A war lasts longer than planned.
            - id: g-away
              title: Each member has said how far it goes when it is attacked at home
              step: risk
              why: Everybody’s fleets are away at the same time.
            - id: g-keys
              title: Two people of two members hold the keys of shared services
              step: governance
              why: A member that leaves must not take them along.
          launchActions:
            - id: l1
              title: Set standings and accesses by the list of the pact
              day: 1
              note: Both sides check the list of the other.
            - id: l2
              title: Hold the first council and log its decisions
              day: 7
              note: The second one is held only if the first one decided something.
            - id: l3
              title: Win something small together
              day: 14
              note: A quick joint success before the large commitment.
            - id: l4
              title: "Ask how it is: first pulse survey"
              day: 30
              note: Before the first anger has settled.
            - id: l5
              title: Look at attendance, income and incidents against what was agreed
              day: 60
              note: Early enough to change something.
            - id: l6
              title: "Review: is it still worth it for each of us?"
              day: 90
              note: First review by the pact.

        """#
}
