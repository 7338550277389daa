#!/usr/bin/env python3
"""Writes an alliance file of a given number of records, the same for the same seed.

    generate.py RECORDS [--seed 1] [--form yaml|json] > FILE

The mix follows what large alliances hold: many tasks with dependencies, efforts, risks and people; few objectives and bodies.
References point to records that are there, and a fifth of the optional fields is left out, so that findings are raised.
"""
import argparse
import json
import random

MIX = [  # register, share of the records
    ("charter.people", 0.12), ("vision.objectives", 0.03), ("partners.capabilities", 0.03), ("partners.offers", 0.08),
    ("communication.channels", 0.01), ("communication.contacts", 0.08), ("communication.flows", 0.05),
    ("terms.issues", 0.02), ("terms.clauses", 0.05), ("terms.obligations", 0.06), ("plan.workPackages", 0.02),
    ("plan.tasks", 0.22), ("plan.milestones", 0.04), ("plan.effort", 0.10), ("risk.risks", 0.06), ("culture.promises", 0.03),
]
WORDS = "harbour corridor data fleet survey permit bridge board storage rail tariff signal campus grid station audit".split()


def day(rng, first=0, last=1400):
    number = rng.randint(first, last)
    return f"{2026 + number // 336}-{number // 28 % 12 + 1:02d}-{number % 28 + 1:02d}"


class Generator:
    def __init__(self, records, seed):
        self.rng = random.Random(seed)
        self.parties = [f"party-{i}" for i in range(max(2, min(40, records // 50)))]
        self.counts = {name: max(2, int(records * share)) for name, share in MIX}

    def title(self, noun, number):
        return f"{noun} {number}: {self.rng.choice(WORDS)} and {self.rng.choice(WORDS)}"

    def any(self, register, below=None):
        name = register.split(".")[1]
        return f"{name.lower()}-{self.rng.randrange(below if below is not None else self.counts[register])}"

    def some(self, register, most):
        return sorted({self.any(register) for _ in range(self.rng.randint(1, most))})

    def other(self, party):
        return self.rng.choice([other for other in self.parties if other != party])

    def record(self, register, number):
        rng, maybe = self.rng, lambda: self.rng.random() < 0.8
        party = rng.choice(self.parties)
        record = {"id": f"{register.split('.')[1].lower()}-{number}"}
        owner = {"owner": self.any("charter.people")} if maybe() else {}
        name = register.split(".")[1]
        if name == "people":
            record |= {"name": f"Person {number}", "party": party, "role": rng.choice(["lead", "negotiator", "contributor"])}
            if maybe() and number:
                record["deputy"] = self.any(register, below=number)
        elif name == "objectives":
            record |= {"title": self.title("Objective", number), "measure": "Hours a lorry waits", "unit": "hours",
                       "baseline": 40, "target": rng.randint(1, 39), **owner, "capabilities": self.some("partners.capabilities", 3)}
            if maybe():
                record["due"] = day(rng)
        elif name == "capabilities":
            record |= {"title": self.title("Capability", number), "level": rng.randint(1, 4)}
        elif name == "offers":
            record |= {"capability": self.any("partners.capabilities"), "party": party, "level": rng.randint(1, 5)}
        elif name == "channels":
            record |= {"title": self.title("Channel", number), "medium": rng.choice(["mail", "chat", "meeting"]), "purpose": "Daily work", **owner}
        elif name == "contacts":
            one = rng.randrange(1, self.counts["charter.people"])
            record |= {"person": f"people-{one}", "counterpart": f"people-{rng.randrange(one)}"}
        elif name == "flows":
            record |= {"title": self.title("Report", number), "from": party, "to": [self.other(party)], **owner}
        elif name == "issues":
            record |= {"title": self.title("Issue", number), "objectives": self.some("vision.objectives", 2)}
        elif name == "clauses":
            record |= {"title": self.title("Clause", number), "topic": rng.choice(["scope", "finance", "exit", "liability"]),
                       "state": rng.choice(["absent", "partial", "full"]), "text": "The parties agree. " * 4}
        elif name == "obligations":
            record |= {"title": self.title("Deliver", number), "obligor": party, "event": "The report is published", **owner,
                       "objectives": self.some("vision.objectives", 2)}
            if maybe():
                record["due"] = day(rng)
        elif name == "workPackages":
            record |= {"title": self.title("Package", number), "lead": party, "objectives": self.some("vision.objectives", 3), **owner}
        elif name == "tasks":
            record |= {"title": self.title("Prepare", number), "workPackage": self.any("plan.workPackages"), "party": party, **owner}
            start = rng.randint(0, 1000)
            record |= {"start": day(rng, start, start), "finish": day(rng, start + 20, start + 60)}
            if number and maybe():
                before = {self.any(register, below=number) for _ in range(rng.randint(1, 3))}
                record["dependencies"] = [{"task": task} for task in sorted(before)]
        elif name == "milestones":
            record |= {"title": self.title("Milestone", number), "due": day(rng), "verification": "A test run", "lead": party}
        elif name == "effort":
            record |= {"party": party, "workPackage": self.any("plan.workPackages"), "personMonths": rng.randint(1, 60) / 2}
        elif name == "risks":
            record |= {"title": self.title("Risk", number), "category": rng.choice(["strategic", "people", "technical", "partnerExit"]),
                       "inherent": {"likelihood": rng.randint(1, 5), "impact": rng.randint(1, 5)}, "mitigation": "Meet weekly", **owner,
                       "workPackages": self.some("plan.workPackages", 2)}
        elif name == "promises":
            record |= {"title": self.title("Promise", number), "from": party, "to": [self.other(party)], "due": day(rng)}
        return record

    def file(self):
        file = {"entente": 1, "charter": {
            "profile": {"name": "Large alliance", "context": "business", "purpose": "To be measured", "startsOn": "2026-01-01"},
            "parties": [{"id": party, "name": f"Party {i}", "standing": "member"} for i, party in enumerate(self.parties)]}}
        for register, count in self.counts.items():
            step, name = register.split(".")
            file.setdefault(step, {})[name] = [self.record(register, number) for number in range(count)]
        return file


def yaml(file):
    lines = [f"entente: {file['entente']}"]
    for step, section in file.items():
        if step == "entente":
            continue
        lines.append(f"{step}:")
        for name, records in section.items():
            lines.append(f"  {name}:")
            if isinstance(records, dict):
                lines += [f"    {key}: {json.dumps(value)}" for key, value in records.items()]
                continue
            for record in records:
                for position, (key, value) in enumerate(record.items()):
                    lines.append(f"    {'- ' if position == 0 else '  '}{key}: {json.dumps(value)}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--form", choices=["yaml", "json"], default="yaml")
    arguments = parser.parse_args()
    made = Generator(arguments.records, arguments.seed).file()
    print(json.dumps(made, indent=1) if arguments.form == "json" else yaml(made), end="")
