"""Two parties with secret preferences reach a first deal, are shown an improvement, take it, and sign.

Meanwhile a third browser of a party that only watches, and each of the two, look at every page of the terms: no secret of
another party may appear anywhere. Both parties work in browsers without JavaScript first, then one with it tries what if.
"""

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
SCREENS = pathlib.Path(os.environ.get("ENTENTE_SCREENS", ROOT / "demo" / "screens"))

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
        page.locator("main form button:not(.vh, .more-rows)").first.click()
    page.goto("/")
    if page.locator("input[name=email]").count():
        page.fill("input[name=email]", f"{name}@example.org")
        page.fill("input[name=password]", PASSWORD + name)
        page.locator("main form button:not(.vh, .more-rows)").first.click()
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
    page.locator("main form button:not(.vh, .more-rows)").first.click()


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


def test_two_parties_reach_a_deal_better_it_and_sign(site, browser):
    base, _ = site
    pages = {name: enter(browser, site, name) for name in ("ada", "ben", "eva")}
    ada, ben = pages["ada"], pages["ben"]

    state(ada, NORTH)
    state(ben, HARBOUR)
    for page in (ada, ben):
        allow(page)
    look(ada, "preferences-saved")
    keep_apart(pages, base)

    # A first deal: Ada offers, after a look at what it is worth to her alone.
    ada.goto("/a/baltic/terms/package")
    ada.fill("input[name='number.fee']", "100")
    ada.check("input[name='option.berth'][value=arrival]")
    ada.fill("input[name='number.term']", "5")
    ada.click("text=Work out what it is worth to us")
    expect(ada.locator("#appraisal")).to_contain_text("Worth")
    look(ada, "package")
    ada.fill("input[name=title]", "First offer")
    ada.click("text=Make the offer to all parties")
    expect(ada.locator("h1")).to_have_text("First offer")
    keep_apart(pages, base)
    accept(ben, "first-offer")
    ben.goto("/a/baltic/terms/offer/first-offer")
    expect(ben.locator("main")).to_contain_text("All parties have accepted it")

    # The neutral shows an improvement, to both.
    ben.click("text=Ask the neutral for a package better for all")
    ben.goto("/a/baltic/terms")
    ben.locator("a[href*='/terms/offer/neutral-']").first.click()
    expect(ben.locator("main")).to_contain_text("better for us than")
    better = ben.url.rsplit("/", 1)[1]
    ada.goto(f"/a/baltic/terms/offer/{better}")
    expect(ada.locator("main")).to_contain_text("better for us than")
    look(ada, "improvement")
    keep_apart(pages, base)

    # They take it, in secret: Ada's acceptance alone is seen by nobody.
    accept(ada, better)
    assert "Northwind accepts" not in ben.request.get(f"/a/baltic/terms/offer/{better}").text()
    keep_apart(pages, base)
    accept(ben, better)
    ben.goto(f"/a/baltic/terms/offer/{better}")
    expect(ben.locator("main")).to_contain_text("All parties have accepted it")
    look(ben, "agreed")

    # The text follows the deal, and each signs it with the password.
    for name, page in (("ada", ada), ("ben", ben)):
        page.goto("/a/baltic/terms/text/pact")
        page.click("text=a mandate for this text")
        page.select_option("select[name=person]", name)
        page.click("text=Give the mandate")
        page.goto("/a/baltic/terms/text/pact")
        expect(page.locator("article")).to_contain_text("Berths go as follows: Ships of the League.")
        page.click("text=Sign it for")
        page.fill("input[name=password]", "wrong")
        page.locator("main form button:not(.vh, .more-rows)").first.click()
        expect(page.locator("#problem")).to_contain_text("does not fit")
        page.fill("input[name=password]", PASSWORD + name)
        page.locator("main form button:not(.vh, .more-rows)").first.click()
        expect(page.locator("main")).to_contain_text("confirmed with a password over this text")
    look(ben, "signed")
    keep_apart(pages, base)

    # Who binds without a password is refused.
    said = ada.request.post("/a/baltic/do/terms/sign", form={"instrument": "pact", "digest": "0" * 64}, headers={"Origin": base})
    assert said.status in (403, 409, 422), said.status


def test_what_if_answers_while_the_hand_moves(site, browser):
    page = enter(browser, site, "ada", scripts=True)
    page.goto("/a/baltic/terms/package")
    if not page.locator("#appraisal.lead").count():
        state(page, NORTH)
        page.goto("/a/baltic/terms/package")
    before = page.locator("#appraisal").inner_text()
    page.fill("input[name='number.fee']", "60")
    expect(page.locator("#appraisal")).not_to_have_text(before)
    times = []
    for fee in range(50, 90):
        start = time.perf_counter()
        page.request.get(f"/a/baltic/terms/appraisal.json?number.fee={fee}&option.berth=lot&number.term=3").text()
        times.append(time.perf_counter() - start)
    assert sorted(times)[len(times) // 2] < 0.05, sorted(times)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_the_terms_are_accessible(site, browser, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page = enter(browser, site, "ada", scripts=True)
    page.emulate_media(color_scheme=scheme)
    found = []
    for path in ("", "/preferences", "/question", "/package", "/neutral", "/obligations", "/text/pact", "/text/pact/act/sign"):
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto("/a/baltic/terms" + path)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than {width}"
        found += [(path, wrong["id"], [node["html"][:120] for node in wrong["nodes"]][:2]) for wrong in Axe().run(page).response["violations"]]
        if scheme == "light":
            page.set_viewport_size({"width": 360, "height": 800})
            look(page, "phone" + path.replace("/", "-"))
    assert not found, found
