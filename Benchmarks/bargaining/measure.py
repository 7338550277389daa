"""Times `entente bargain` and NegMAS on the same instances and writes the table and the pictures of the documentation."""

import json
import multiprocessing
import os
import pathlib
import platform
import subprocess
import sys
import tempfile

import instances
from pictures import growth

program = sys.argv[1]
output = pathlib.Path("Documentation")
shared = pathlib.Path("../shared/data")
folder = pathlib.Path(tempfile.mkdtemp(prefix="entente-bargaining-"))


def ours(files, repeats=1, *options):
    """Seconds of the fastest of the repeats, peak memory in MB, and the answer."""
    command = [program, "bargain", *map(str, files), "--json", "--points", "0", "--repeat", str(repeats), *options]
    with open(folder / "answer.json", "w+") as answer:
        process = subprocess.Popen(command, stdout=answer, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            raise SystemExit(f"{' '.join(command)} ended with status {process.returncode}")
        answer.seek(0)
        result = json.load(answer)
    return result["seconds"]["solve"], usage.ru_maxrss / 1024, result


def written(instance):
    path = folder / f"{instance.name}.txt"
    instance.write(path)
    return [path]


def theirs(function, instance, limit):
    """What the peer's function gives, in a process of its own that is ended at the limit; None then."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        try:
            return pool.apply_async(run_peer, (function, instance)).get(limit)
        except multiprocessing.TimeoutError:
            return None


def run_peer(function, instance):
    import peer

    return getattr(peer, function)(instance)


def time_text(seconds):
    if seconds < 1e-3:
        return f"{seconds * 1e6:.3g} µs"
    return f"{seconds * 1e3:.3g} ms" if seconds < 1 else f"{seconds:.3g} s"


def peer_rows():
    cases = [
        (instances.independent("independent-15625", 2, [5] * 6, 1), "enumeration", 10_000),
        (instances.independent("independent-390625", 2, [5] * 8, 2), "enumeration", None),
        (instances.independent("independent-1944000", 2, [5, 5, 5, 4, 4, 4, 3, 3, 3, 3, 3], 3), "enumeration", 1_000_000),
        (instances.independent("three-390625", 3, [5] * 8, 4), "enumeration", None),
        (instances.independent("independent-30x10", 2, [10] * 30, 5), "samplers", 5_000),
        (instances.opposed("opposed-30x10", 2, [10] * 30, 6), "samplers", 5_000),
    ]
    rows = []
    for instance, function, target in cases:
        seconds, memory, result = ours(written(instance), 200 if instance.outcomes < 10**9 else 20)
        count = result["frontier"]["count"]
        found = theirs(function, instance, 120)
        if found is None:
            answers = [("both samplers", 120, None, True)]
        elif function == "enumeration":
            answers = [("enumeration", *found, False)]
        else:
            answers = [(name, *answer, False) for name, answer in zip(("MOBANOS", "IPS"), found)]
        for name, peer_seconds, peer_count, cut in answers:
            rows.append(
                [
                    instance.name, str(len(instance.values)), f"{instance.outcomes:.3g}", str(count), time_text(seconds),
                    name, "over 120 s" if cut else time_text(peer_seconds), "–" if peer_count is None else str(peer_count),
                    f"{'> ' if cut else ''}{peer_seconds / seconds:,.0f}",
                    verdict(target, peer_seconds / seconds) if target and name != "IPS" else "–", f"{memory:.0f}",
                ]
            )
            print(*rows[-1], sep=" · ", file=sys.stderr)
    return rows


def verdict(target, ratio):
    return f"≥ {target:,}: {'met' if ratio >= target else 'missed'}"


def published_rows():
    rows = []
    if not shared.is_dir():
        print("../shared/data is absent: published domains are left out.", file=sys.stderr)
        return rows
    for path in sorted((shared / "genius").iterdir()):
        expected = json.loads((path / "expected.json").read_text())
        domain = next(file for file in sorted(path.glob("*.xml")) if file.name not in expected["profiles"])
        rows.append((path.name, [domain, *(path / name for name in expected["profiles"])], 1000, "≤ 50 µs"))
    for path in sorted((shared / "anac2014").iterdir()):
        rows.append((path.name, [path / f"{path.name}-domain.xml", path / "profile-1.xml", path / "profile-2.xml"], 10, "≤ 100 ms"))
    flat = shared / "negotiation-flat"
    for name, repeats, target in [
        ("syn_opp_30x10", 20, "≤ 6 ms"), ("syn_rand_30x10", 100, "–"), ("syn_human_250x10", 100, "≤ 1 ms"),
        ("m5_rand_30x10", 5, "≤ 150 ms (Nash, KS, egalitarian)"), ("m10_opp_30x10", 0, "gap ≤ 1 % in 10 s"),
    ]:
        rows.append((name, [flat / f"{name}.txt"], repeats, target))
    result = []
    for name, files, repeats, target in rows:
        seconds, memory, answer = ours(files, repeats, "--time-limit", "10")
        proofs = answer["solutions"]
        worst = max(point["gap"] for point in proofs.values() if point)
        result.append(
            [
                name, str(answer["parties"]), f"{float(answer['outcomes']):.3g}",
                str(answer["frontier"]["count"]) if answer["frontier"] else "–", time_text(seconds),
                "proven" if worst == 0 else f"within {worst:.2%}", target, f"{memory:.0f}",
            ]
        )
        print(*result[-1], sep=" · ", file=sys.stderr)
    return result


def growth_rows():
    """Time against issues, options and parties."""
    series = {
        "issues": [(n, instances.opposed(f"opposed-{n}x10", 2, [10] * n, 7)) for n in (5, 10, 20, 30, 40, 50)],
        "options": [(n, instances.independent(f"independent-20x{n}", 2, [n] * 20, 8)) for n in (2, 5, 10, 20, 50, 100)],
        "parties": [(n, instances.independent(f"parties-{n}", n, [10] * 20, 9)) for n in (2, 3, 5, 6, 8, 10)],
    }
    result = {}
    for name, points in series.items():
        result[name] = []
        for size, instance in points:
            seconds, memory, _ = ours(written(instance), 5 if size <= 5 or name != "parties" else 0, "--time-limit", "30")
            result[name].append((size, seconds, memory))
            print(name, size, time_text(seconds), f"{memory:.0f} MB", sep=" · ", file=sys.stderr)
    return result


def ten_party_rows():
    """Ten random parties: how long until all solution points are proven, over ten seeds."""
    rows = []
    for seed in range(1, 11):
        instance = instances.independent(f"ten-{seed}", 10, [10] * 30, seed)
        seconds, memory, answer = ours(written(instance), 0, "--time-limit", "30")
        worst = max(point["gap"] for point in answer["solutions"].values() if point)
        rows.append([str(seed), time_text(seconds), "proven" if worst == 0 else f"within {worst:.2%}", f"{memory:.0f}"])
        print(*rows[-1], sep=" · ", file=sys.stderr)
    return rows


def table(head, rows):
    return "\n".join(["| " + " | ".join(head) + " |", "|" + "---|" * len(head), *("| " + " | ".join(row) + " |" for row in rows)])


HEAD = ["instance", "parties", "outcomes", "frontier", "Entente", "NegMAS by", "NegMAS", "its points", "times faster", "target", "peak MB"]


def main():
    beside = peer_rows()
    published = published_rows()
    ten = ten_party_rows()
    grown = growth_rows()
    labels = {
        "issues": "Two opposed parties, 10 options an issue: time against issues",
        "options": "Two independent parties, 20 issues: time against options",
        "parties": "Independent parties, 20 issues of 10 options: time against parties",
    }
    sections = []
    for name, points in grown.items():
        picture = f"benchmarks-bargaining-{name}.svg"
        (output / picture).write_text(growth(labels[name], name, points))
        slowest = max(points, key=lambda point: point[1])
        rows = [[str(size), time_text(seconds), f"{memory:.0f}"] for size, seconds, memory in points]
        sections.append(
            f"### Growth in {name}\n\n{labels[name]}: at most {time_text(slowest[1])}, at {slowest[0]} {name}.\n\n"
            f"![{labels[name]}]({picture})\n\n" + table([name, "time", "peak MB"], rows)
        )
    text = f"""# Bargaining: measured

Written by `make bench-bargaining` on {os.cpu_count()} × {processor()}, load {os.getloadavg()[0]:.1f} at the end. Times of Entente are the fastest of several runs of
frontier and all solution points after reading, without the count of the agreement zone; NegMAS 0.16.0 runs once, in the same run, without
its reading either. Ratios are what counts: a busy machine slows both.

## Beside NegMAS

The peer enumerates all outcomes up to 1.9 million; beyond that only its samplers answer: MOBANOS with exact utilities, and IPS,
which rounds them and so loses efficient points. Both list the frontier without solution points; Entente's time is with them.
Frontiers differ by a few points where binary sums of the peer tell equal vectors apart.

{table(HEAD, beside)}

## Published domains and fixed instances

{table(["domain", "parties", "outcomes", "frontier", "time", "solution points", "target", "peak MB"], published) if published else "The test data was absent."}

## Ten parties

Random, 30 issues of 10 options: Nash, utilitarian, egalitarian and Kalai–Smorodinsky together, one seed after the other.

{table(["seed", "time", "solution points", "peak MB"], ten)}

## Growth

{chr(10).join(section + chr(10) for section in sections)}"""
    (output / "benchmarks-bargaining.md").write_text(text.rstrip() + "\n")
    print(f"Written: {output / 'benchmarks-bargaining.md'}", file=sys.stderr)


def processor():
    try:
        for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or "an unknown processor"


if __name__ == "__main__":
    main()
