"""Two parties with secret preferences and a third that watches, on a server of their own: what the tests of the terms share."""

import os
import pathlib
import re
import socket
import subprocess
import time
import urllib.request

import pytest
from playwright.sync_api import expect

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("ENTENTE", ROOT / ".build" / "debug" / "entente"))
SCREENS = pathlib.Path(os.environ.get("ENTENTE_SCREENS", ROOT / ".build" / "screenshots"))

ALLIANCE = """\
entente: 1
charter:
  profile: {name: Baltic Corridor, context: business, purpose: One harbour fee}
  parties:
    - {id: north, name: Northwind, standing: member}
    - {id: harbour, name: Harbour League, standing: member}
    - {id: rail, name: Ostrava Rail, standing: candidate}
  people:
    - {id: ada, name: Ada, party: north, role: lead}
    - {id: ben, name: Ben, party: harbour, role: lead}
    - {id: eva, name: Eva, party: rail, role: lead}
terms:
  issues:
    - {id: fee, title: Harbour fee, kind: integer, minimum: 50, maximum: 150, unit: EUR}
    - {id: berth, title: First berth}
    - {id: term, title: Term, kind: integer, minimum: 1, maximum: 10, unit: years}
  options:
    - {id: own, issue: berth, title: Ships of the League}
    - {id: arrival, issue: berth, title: By arrival}
    - {id: lot, issue: berth, title: By lot}
  instruments:
    - {id: pact, title: Harbour pact, kind: contract, nature: binding, signatories: [north, harbour]}
  clauses:
    - {id: fees, title: Fee, number: "1", topic: finance, state: full, instrument: pact, issue: fee, text: "Each ship pays {fee} a call."}
    - {id: order, title: Berths, number: "2", topic: access, state: full, instrument: pact, issue: berth, text: "Berths go as follows: {berth}."}
"""

PASSWORD = "a long pass phrase of the harbour"

# What each party wants: numbers that appear nowhere else, so that each is a canary.
NORTH = {
    "weight": {"fee": "61.37", "berth": "19.13", "term": "19.5"}, "alternative": "40.0421",
    "fee": [("50", "98.7611"), ("150", "1.2389")], "berth": {"own": "2.3471", "arrival": "57.9173", "lot": "99.1733"},
    "term": [("1", "3.7719"), ("10", "97.1339")],
}
HARBOUR = {
    "weight": {"fee": "18.71", "berth": "62.83", "term": "18.46"}, "alternative": "41.0937",
    "fee": [("50", "2.9173"), ("150", "97.3391")], "berth": {"own": "98.3371", "arrival": "51.7711", "lot": "1.9337"},
    "term": [("1", "96.6173"), ("10", "21.7733")],
}


def canaries(wants):
    numbers = [wants["alternative"], *wants["weight"].values(), *wants["berth"].values()]
    numbers += [worth for issue in ("fee", "term") for _, worth in wants[issue]]
    return numbers


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=True)
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A server with the alliance, and a sign-in link for each of three people."""
    folder = tmp_path_factory.mktemp("talks")
    (folder / "alliance.yaml").write_text(ALLIANCE)
    data = str(folder / "data")
    run("import", str(folder / "alliance.yaml"), "--data", data, "--id", "baltic")
    links = {}
    for name in ("ada", "ben", "eva"):
        said = run("account", f"{name}@example.org", "--name", name.capitalize(), "--alliance", "baltic", "--data", data)
        links[name] = re.search(r"/sign-in/\S+", said).group()
        said = run("account", f"{name}@example.org", "--reset-password", "--data", data)
        links[name + "-password"] = re.search(r"/set-password/\S+", said).group()
    port = free_port()
    server = subprocess.Popen([PROGRAM, "serve", "--data", data, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(base + "/health", timeout=1)
                break
            except OSError:
                time.sleep(0.1)
        yield base, links
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture(scope="module")
def browser(chromium):
    """The browser of all tests: a second one beside it cannot be driven from here."""
    return chromium


def enter(browser, site, name, scripts=False):
    base, links = site
    context = browser.new_context(java_script_enabled=scripts, base_url=base, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    # The link sets a password once; afterwards it is signed in with.
    link = links.pop(name + "-password", None)
    if link:
        page.goto(link)
        for field in page.locator("input[type=password]").all():
            field.fill(PASSWORD + name)
        page.locator("main form button").first.click()
    page.goto("/")
    if page.locator("input[name=email]").count():
        page.fill("input[name=email]", f"{name}@example.org")
        page.fill("input[name=password]", PASSWORD + name)
        page.locator("main form button").first.click()
    return page


def state(page, wants):
    """Fills the quiet page of preferences."""
    page.goto("/a/baltic/terms/preferences")
    page.check("input[name=method][value=points]")
    for issue, weight in wants["weight"].items():
        page.fill(f"input[name='weight.{issue}']", weight)
    for issue in ("fee", "term"):
        for row, (at, worth) in enumerate(wants[issue]):
            page.fill(f"input[name='at.{issue}.{row}']", at)
            page.fill(f"input[name='worth.{issue}.{row}']", worth)
    for option, worth in wants["berth"].items():
        page.fill(f"input[name='value.berth.{option}']", worth)
    page.fill("input[name=alternative]", wants["alternative"])
    page.click("text=Save what matters")
    expect(page.locator("h1")).to_have_text("Where the talks stand")


def allow(page):
    """Lets the neutral use what the party wants."""
    page.goto("/a/baltic/terms/neutral")
    page.click("text=Allow it something")
    box = page.locator("input[name=neutralMayUse][type=checkbox]")
    if box.count():
        box.check()
    else:
        page.check("input[name=neutralMayUse][value=yes]")
    page.locator("main form .actions button").first.click()


def seen(page, base):
    """Everything that a party is sent of the terms: pages, data, exports, report."""
    paths = ["/a/baltic", "/a/baltic/step/terms", "/a/baltic/findings", "/a/baltic/history", "/a/baltic/report", "/a/baltic/index.json",
             "/a/baltic/terms", "/a/baltic/terms/preferences", "/a/baltic/terms/question", "/a/baltic/terms/package",
             "/a/baltic/terms/neutral", "/a/baltic/terms/obligations", "/a/baltic/terms/text/pact",
             "/a/baltic/terms/text/pact/text.html", "/a/baltic/terms/text/pact/text.md", "/a/baltic/ledger/export",
             "/a/baltic/terms/appraisal.json?option.berth=own&number.fee=70",
             "/a/baltic/exchange/alliance.json", "/a/baltic/exchange/alliance.yaml", "/api/v1/alliances/baltic"]
    for register in ("preferences", "alternative", "disclosure", "secretAnswers", "packageAnswers", "hiddenNumbers", "offers",
                     "requests", "notices"):
        paths.append(f"/a/baltic/register/terms/{register}")
    bodies = {}
    offers = re.findall(r"/a/baltic/terms/offer/[a-z0-9.-]+", page.request.get("/a/baltic/terms").text())
    for path in paths + sorted(set(offers)):
        bodies[path] = page.request.get(path).text()
    return bodies


def keep_apart(pages, base):
    """No page of one party holds a secret of another."""
    secrets = {"ada": canaries(NORTH), "ben": canaries(HARBOUR), "eva": []}
    for name, page in pages.items():
        for path, body in seen(page, base).items():
            for other, numbers in secrets.items():
                if other == name:
                    continue
                for number in numbers:
                    assert not re.search(rf"(?<![\d.]){re.escape(number)}(?!\d)", body), f"{name} was sent {number} of {other} on {path}"


def look(page, name):
    SCREENS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=str(SCREENS / f"terms-{name}.png"), full_page=True)


def accept(page, offer):
    page.goto(f"/a/baltic/terms/offer/{offer}")
    page.check("input[name=answer][value=accept]")
    page.check("input[name=way][value=secret]")
    page.click("text=Send your answer")
