"""Asks Redmine and Entente for the same things and sets the answers side by side. Started by Benchmarks/peer/run.

Both keep their data in SQLite on the same disk. Entente's example is a consortium of 15 parties with 58 tasks, Redmine's
project has 50 issues. Four connections read the page, one client writes. What Entente acknowledges is on the disk; Redmine's
SQLite keeps its own default.
"""

import json
import os
import pathlib
import platform
import runpy
import sys
import tempfile
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
web = runpy.run_path(str(ROOT / "Benchmarks/web/run"), run_name="web")
SECONDS = str(web["SECONDS"]) + "s"


def page(address, *headers):
    times, rate, statuses = web["hey"]("-z", SECONDS, "-c", "4", *headers, address)
    assert set(statuses) == {200}, statuses
    return rate, times[50], times[99]


def change(method, address, body, header, status):
    times, rate, statuses = web["hey"](
        "-z", SECONDS, "-c", "1", "-m", method, "-T", "application/json", "-H", header, "-d", body, address)
    assert set(statuses) == {status}, statuses
    return rate, times[50], times[99]


def redmine():
    url, key = os.environ["URL"], os.environ["KEY"]
    return {
        "ready": float(os.environ["READY"]), "memory": float(os.environ["MEMORY"]), "page": page(f"{url}/projects/bench"),
        "change": change(
            "PUT", f"{url}/issues/1.json", json.dumps({"issue": {"notes": "measured"}}), f"X-Redmine-API-Key: {key}", 204),
    }


def entente():
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
        server = web["Server"]("demo", "--data", folder, "--example", web["EXAMPLE"])
        try:
            browser = web["Browser"](server)
            browser.post(server.link)
            alliance = f"{server.url}/a/{web['EXAMPLE']}"
            found = {"ready": server.ready * 1000, "page": page(alliance, "-H", f"Cookie: {browser.cookie}")}
            token, address = browser.token(), f"{server.url}/api/v1/alliances/{web['EXAMPLE']}/changes"
            objective = {"step": "vision", "register": "objectives"}
            header = f"Authorization: Bearer {token}"
            urllib.request.urlopen(urllib.request.Request(
                address, data=json.dumps(objective | {"add": "bench", "fields": {"title": "Bench"}}).encode(),
                headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"}))
            edit = json.dumps(objective | {"set": "bench", "fields": {"why": "measured"}})
            found["change"] = change("POST", address, edit, header, 200)
            found["memory"] = server.memory()
            return found
        finally:
            server.stop()


def row(what, ours, theirs, unit, more_is_better):
    ratio = ours / theirs if more_is_better else theirs / ours
    return [what, f"{ours:,.0f} {unit}", f"{theirs:,.0f} {unit}", f"{ratio:,.1f} ×"]


def main():
    theirs, ours = redmine(), entente()
    name = os.environ["REDMINE"]
    rows = [["what", "Entente", name, "better by"], ["---"] * 4, row("ready after", ours["ready"], theirs["ready"], "ms", False)]
    rows.append(row("memory, Redmine's at rest, ours at the end", ours["memory"], theirs["memory"], "MB", False))
    for what, key in [("page of a project", "page"), ("durable change, one client", "change")]:
        rows.append(row(what, ours[key][0], theirs[key][0], "a second", True))
        rows.append([f"{what}: p50, p99"] + [f"{side[key][1]:.1f}, {side[key][2]:.1f} ms" for side in (ours, theirs)] + [""])
    for cells in rows[:1] + rows[2:]:
        print(f"{cells[0]:<46}{cells[1]:>20}{cells[2]:>24}{cells[3]:>14}")
    if "--write" in sys.argv[1:]:
        machine = f"{os.cpu_count()} cores, {platform.machine()}, load {os.getloadavg()[0]:.1f} at the end of the run"
        table = "\n".join("| " + " | ".join(cells) + " |" for cells in rows)
        about = __doc__.split("\n\n")[1].strip()
        (ROOT / "Documentation/benchmarks-peer.md").write_text(
            f"# Beside Redmine\n\n{about}\n\nMachine: {machine}.\n\n{table}\n\nWritten by `Benchmarks/peer/run --write`.\n")


if __name__ == "__main__":
    main()
