"""Generated negotiations, seeded, in the flat text form of `entente bargain`."""

import random
from dataclasses import dataclass


@dataclass
class Instance:
    name: str
    values: list  # values[party][issue][option], weighted

    @property
    def outcomes(self):
        product = 1
        for options in self.values[0]:
            product *= len(options)
        return product

    def write(self, path):
        parties, issues = len(self.values), len(self.values[0])
        with open(path, "w") as file:
            print(parties, issues, file=file)
            print(*[0] * parties, file=file)
            for issue in range(issues):
                print(len(self.values[0][issue]), file=file)
                for option in range(len(self.values[0][issue])):
                    print(*(f"{self.values[p][issue][option]:.9f}" for p in range(parties)), file=file)
            print(*[0] * parties, file=file)


def random_weights(generator, count):
    weights = [generator.random() + 0.05 for _ in range(count)]
    return [weight / sum(weights) for weight in weights]


def independent(name, parties, sizes, seed, decimals=9):
    """Every party values every option at random between 0 and 1; weights sum to 1."""
    generator = random.Random(seed)
    values = []
    for _ in range(parties):
        weights = random_weights(generator, len(sizes))
        rows = []
        for size, weight in zip(sizes, weights):
            raw = [generator.random() for _ in range(size)]
            low, high = min(raw), max(raw)
            span = high - low or 1
            rows.append([round((value - low) / span * weight, decimals) for value in raw])
        values.append(rows)
    return Instance(name, values)


def opposed(name, parties, sizes, seed):
    """Options in an order that half of the parties like upwards and half downwards, with bent value functions."""
    generator = random.Random(seed)
    values = []
    for party in range(parties):
        weights = random_weights(generator, len(sizes))
        rows = []
        for size, weight in zip(sizes, weights):
            bend = 0.5 + 1.5 * generator.random()
            steps = [step / max(size - 1, 1) for step in range(size)]
            if party % 2:
                steps = [1 - step for step in steps]
            rows.append([round(step**bend * weight, 9) for step in steps])
        values.append(rows)
    return Instance(name, values)


def human(name, issues, options, seed):
    """Weights and values of two decimals on a scale of 100, as people state them; two parties."""
    generator = random.Random(seed)
    values = []
    for _ in range(2):
        cuts = sorted(generator.randint(0, 10_000) for _ in range(issues - 1))
        weights = [high - low for low, high in zip([0] + cuts, cuts + [10_000])]
        values.append([[int(generator.randint(0, 4) / 4 * weight) / 10_000 for _ in range(options)] for weight in weights])
    return Instance(name, values)
