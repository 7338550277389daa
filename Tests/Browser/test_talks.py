"""The single negotiating text, blind closings, questions on packages, reopeners, documents and keys, driven as their users do.

Two parties work in browsers without JavaScript and a third watches; the others' secrets are searched for in everything received.
"""

import re
import subprocess

import pytest
from playwright.sync_api import expect

from talks import (  # noqa: F401
    HARBOUR, NORTH, PASSWORD, PROGRAM, accept, allow, browser, enter, keep_apart, look, run, seen, site, state)


@pytest.fixture(scope="module")
def parties(site, browser):
    """Ada of Northwind, Ben of Harbour League, who have said what they want and let the neutral use it, and Eva, who watches."""
    pages = {name: enter(browser, site, name) for name in ("ada", "ben", "eva")}
    state(pages["ada"], NORTH)
    state(pages["ben"], HARBOUR)
    for name in ("ada", "ben"):
        allow(pages[name])
    return pages


def answer(page, offer, said, wanted=()):
    """Answers an offer in secret."""
    page.goto(f"/a/baltic/terms/offer/{offer}")
    page.check(f"input[name=answer][value={said}]")
    page.check("input[name=way][value=secret]")
    for issue in wanted:
        page.check(f"input[name=wanted][value={issue}]")
    page.click("text=Send your answer")


def not_received(page, base, words):
    """None of the words is in anything that a party is sent."""
    for path, body in seen(page, base).items():
        for word in words:
            assert word not in body, f"{word} on {path}"


def test_the_single_text_is_improved_by_secret_answers(site, parties):
    base, _ = site
    ada, ben, eva = parties["ada"], parties["ben"], parties["eva"]
    ada.goto("/a/baltic/terms/neutral")
    ada.locator("#ask li", has_text="One text that it improves").locator("button").click()
    ada.goto("/a/baltic/terms")
    ada.locator("a:has-text('Single text, draft 1')").first.click()
    first = ada.url.rsplit("/", 1)[1]
    answer(ada, first, "accept")
    # Ben has the text before him, and nothing of Ada's answer.
    ben.goto(f"/a/baltic/terms/offer/{first}")
    expect(ben.locator("main")).to_contain_text("Nobody has answered openly")
    answer(ben, first, "reject", wanted=["fee"])
    ada.goto("/a/baltic/terms")
    second = ada.locator("a:has-text('Single text, draft 2')").first.get_attribute("href").rsplit("/", 1)[1]
    # Ada learns that there is another text, not who declined the first, nor what Ben wanted better.
    for page in (ada, eva):
        for path in (f"/a/baltic/terms/offer/{first}", f"/a/baltic/terms/offer/{second}", "/a/baltic/history"):
            text = page.request.get(path).text()
            assert "Declines" not in text and "You decline it" not in text, path
        for path in ("exchange/alliance.json", "exchange/alliance.yaml", "ledger/export", "history"):
            body = page.request.get("/a/baltic/" + path).text()
            assert "wanted" not in body and "secretAnswers" not in body.replace("own", "") or page is ada, path
    keep_apart(parties, base)
    for page in (ada, ben):
        answer(page, second, "accept")
    ada.goto(f"/a/baltic/terms/offer/{second}")
    expect(ada.locator("main")).to_contain_text("All parties have accepted it")
    keep_apart(parties, base)


def begin_closing(page, title):
    page.goto("/a/baltic/add/terms/closings")
    page.fill("input[name=title]", title)
    page.select_option("select[name=issue]", "fee")
    page.locator("main form .actions button").first.click()
    page.goto("/a/baltic/terms/neutral")
    page.click(f"a:has-text('{title}')")
    return page.url.split("8/a", 1)[-1].rsplit("/", 1)[1]


def hide(page, closing, bound, number):
    page.goto(f"/a/baltic/terms/closing/{closing}")
    page.check(f"input[name=bound][value={bound}]")
    page.fill("input[name=number]", number)
    page.locator("main form .actions button").first.click()


def test_a_small_gap_is_closed_blindly_and_a_wide_one_tells_nothing(site, parties):
    base, _ = site
    ada, ben, eva = parties["ada"], parties["ben"], parties["eva"]
    near = begin_closing(ada, "Last gap on the fee")
    hide(ada, near, "atMost", "not a number")
    expect(ada.locator("#problem")).to_contain_text("is not a number")
    hide(ada, near, "atMost", "96.4417")
    hide(ben, near, "atLeast", "97.0039")
    for page, other in ((ada, "97.0039"), (ben, "96.4417"), (eva, "97.0039"), (eva, "96.4417")):
        not_received(page, base, [other])
    for page in (ada, ben):
        page.goto(f"/a/baltic/terms/closing/{near}")
        expect(page.locator("main")).to_contain_text("The numbers met")
    ada.click("text=Middle of hidden numbers")
    expect(ada.locator("main")).to_contain_text("97 EUR")
    wide = begin_closing(ben, "Gap on the fee, again")
    hide(ben, wide, "atLeast", "131.0723")
    hide(ada, wide, "atMost", "71.0659")
    for page, other in ((ada, "131.0723"), (ben, "71.0659"), (eva, "131.0723"), (eva, "71.0659")):
        page.goto(f"/a/baltic/terms/closing/{wide}")
        expect(page.locator("main")).to_contain_text("too far apart")
        not_received(page, base, [other])


def test_questions_on_packages_narrow_weights_that_are_taken_where_confirmed(site, parties):
    base, _ = site
    ada, ben, eva = parties["ada"], parties["ben"], parties["eva"]
    before = {name: ben_or_eva.request.get("/a/baltic/exchange/alliance.yaml").text() for name, ben_or_eva in
              (("ben", ben), ("eva", eva))}
    ada.goto("/a/baltic/terms/question")
    ada.locator("main form .actions button").first.click()
    expect(ada.locator("#problem")).to_contain_text("Choose one")
    asked = 0
    while ada.locator("input[name=preferred]").count():
        # Against what she said: always the package whose second issue is better.
        ada.check("input[name=preferred][value=second]")
        ada.locator("main form .actions button").first.click()
        asked += 1
        assert asked <= 6, "it asks on and on"
    assert asked >= 3
    expect(ada.locator("h1")).to_have_text("That is enough")
    look(ada, "questions-answered")
    offered = ada.locator("text=See what your answers would change")
    if offered.count():
        offered.click()
        look(ada, "weights")
        shown = {name: ada.locator(f"input[name='weight.{name}']").get_attribute("value") for name in ("fee", "berth", "term")
                 if ada.locator(f"input[name='weight.{name}']").count()}
        assert shown
        ada.click("text=Take these weights")
        expect(ada.locator("h1")).to_have_text("Where the talks stand")
        ada.goto("/a/baltic/terms/preferences")
        for issue, weight in shown.items():
            assert ada.input_value(f"input[name='weight.{issue}']") == weight
    else:
        expect(ada.locator("main")).to_contain_text("No weights fit")
    # For the others nothing at all has changed.
    for name, page in (("ben", ben), ("eva", eva)):
        assert page.request.get("/a/baltic/exchange/alliance.yaml").text() == before[name]
        assert "a1" not in page.request.get("/a/baltic/register/terms/packageAnswers").text().split("<main", 1)[-1].split("</main>")[0].split()
    keep_apart({"ben": ben, "eva": eva}, base)


def test_clauses_come_from_the_library_several_at_once(site, parties):
    ada, ben = parties["ada"], parties["ben"]
    ada.goto("/a/baltic/step/terms")
    ada.click("text=Add clauses from the library")
    look(ada, "library")
    for clause in ("definitions", "confidentiality", "disputes"):
        ada.check(f"input[name=clause][value={clause}]")
    ada.select_option("select[name=instrument]", "pact")
    ada.click("text=Add the chosen clauses")
    expect(ada.locator("main")).to_contain_text("Already here")
    assert not ada.locator("input[name=clause][value=disputes]").count()
    ben.goto("/a/baltic/terms/text/pact")
    expect(ben.locator("#completeness")).to_contain_text("Confidentiality")
    ben.goto("/a/baltic/terms/clauses")
    expect(ben.locator("#here")).to_contain_text("Harbour pact")


def test_a_copy_comes_back_and_nothing_happens_silently(site, parties, tmp_path):
    ada, ben = parties["ada"], parties["ben"]
    text = ada.request.get("/a/baltic/terms/text/pact/text.md").text()
    path = tmp_path / "pact.md"
    path.write_text(text.replace("a call", "a call, and half of it in winter"))
    ada.goto("/a/baltic/terms/text/pact")
    ada.click("text=Bring a copy back in which somebody changed words")
    ada.set_input_files("input[type=file]", str(path))
    ada.click("text=Show what was changed")
    expect(ada.locator("ins").first).to_contain_text("half of it in winter")
    look(ada, "returned")
    assert "winter" not in ben.request.get("/a/baltic/terms/text/pact").text()
    ada.click("text=Propose these words")
    expect(ada.locator("h1")).to_have_text("Harbour pact")
    ben.goto("/a/baltic/terms/text/pact")
    expect(ben.locator("article").first).to_contain_text("half of it in winter")
    expect(ben.locator("#versions")).to_contain_text("Before the changes of")


def give_mandate(page, name, text):
    page.goto(f"/a/baltic/terms/text/{text}")
    page.click("text=a mandate for this text")
    page.select_option("select[name=person]", name)
    page.click("text=Give the mandate")
    assert page.url.endswith(f"/terms/text/{text}"), "the form returns to the text"


def sign(page, name, text, signature=None):
    page.goto(f"/a/baltic/terms/text/{text}/act/sign")
    page.fill("input[name=password]", PASSWORD + name)
    if signature is not None:
        page.fill("[name=signature]", signature)
    page.locator("main form .actions button").first.click()


def test_a_reopener_is_part_of_the_text(site, parties):
    ada, ben = parties["ada"], parties["ben"]
    ada.goto("/a/baltic/terms/text/pact")
    ada.click("text=Add a review or a reopener")
    ada.fill("input[name=title]", "Traffic")
    ada.locator("main form details summary").first.click()
    kind = ada.locator("select[name=kind]")
    if kind.count():
        kind.select_option("reopener")
    else:
        ada.check("input[name=kind][value=reopener]")
    ada.fill("[name=trigger]", "Traffic falls by a third")
    ada.select_option("select[name=instrument]", "pact")
    ada.check("input[name=issues][value=fee]")
    ada.fill("[name=talkDays]", "60")
    ada.locator("main form .actions button").first.click()
    ben.goto("/a/baltic/terms/text/pact")
    expect(ben.locator("article").first).to_contain_text("upon: Traffic falls by a third. Called by any signatory, then 60 days of talks.")


def test_a_key_of_ones_own_signs_and_the_export_verifies(site, parties, tmp_path):
    ada, ben = parties["ada"], parties["ben"]
    key, other = tmp_path / "ada.key", tmp_path / "other.key"
    public = re.search(r"ed25519:[0-9a-f]{64}", run("sign", "--new-key", str(key))).group()
    run("sign", "--new-key", str(other))
    ada.goto("/a/baltic/edit/charter/people/ada")
    field = ada.locator("[name=signingKey]")
    if not field.is_visible():
        ada.locator("main form details summary").first.click()
    field.fill(public)
    ada.locator("main form .actions button").first.click()
    give_mandate(ada, "ada", "pact")
    give_mandate(ben, "ben", "pact")
    ada.goto("/a/baltic/terms/text/pact/act/sign")
    digest = re.search(r"--digest ([0-9a-f]{64})", ada.locator("main").inner_text()).group(1)

    def signed(by, *more):
        arguments = ("sign", "--instrument", "pact", "--digest", digest, "--key", str(by)) + more
        return re.search(r"signature: ([0-9a-f]{128})", run(*arguments)).group(1)

    # Another key, another act, another text, no signature at all.
    right = signed(key)
    altered = right[:9] + ("0" if right[9] != "0" else "1") + right[10:]
    for wrong in (signed(other), signed(key, "--act", "initial"), altered, ""):
        sign(ada, "ada", "pact", wrong)
        expect(ada.locator("#problem")).to_contain_text("key")
    sign(ada, "ada", "pact", right)
    expect(ada.locator("main")).to_contain_text("signed by their own key over this text")
    sign(ben, "ben", "pact")
    expect(ben.locator("main")).to_contain_text("confirmed with a password over this text")

    exported = ben.request.get("/a/baltic/exchange/alliance.yaml").text()
    file = tmp_path / "alliance.yaml"

    def verify(text):
        file.write_text(text)
        done = subprocess.run([PROGRAM, "sign", str(file), "--verify"], capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr

    status, said = verify(exported)
    assert status == 0 and "signed by their own key" in said and "confirmed with a password" in said, said
    status, said = verify(exported.replace("a call", "a cell"))
    assert status == 1 and "made over another text" in said, said
    assert right in exported
    status, said = verify(exported.replace(right, altered))
    assert status == 1 and "not made by their key" in said, said
    theirs = re.search(r"ed25519:[0-9a-f]{64}", run("sign", "--new-key", str(tmp_path / "third.key"))).group()
    status, said = verify(exported.replace(public, theirs))
    assert status == 1 and "not made by their key" in said, said


def test_a_reopener_is_called_and_its_amendment_replaces_the_clause(site, parties):
    base, _ = site
    ada, ben = parties["ada"], parties["ben"]
    ada.goto("/a/baltic/terms/text/pact")
    ada.click("text=Bring it into force")
    ada.locator("main form .actions button").first.click()
    expect(ada.locator("h1")).to_have_text("Harbour pact")
    # It was agreed with the text: nobody alters it, or adds another one, alone.
    assert not ada.locator("text=Add a review or a reopener").count()
    ada.goto("/a/baltic/edit/terms/reviews/traffic")
    ada.fill("[name=trigger]", "Whenever we like")
    ada.locator("main form .actions button").first.click()
    expect(ada.locator("main")).to_contain_text("is part of “Harbour pact”, which is in force since")
    expect(ada.locator("main")).to_contain_text("Begin an amendment that names this review")
    ben.goto("/a/baltic/terms/text/pact")
    look(ben, "reopener")
    ben.click("#reviews a:has-text('Call it')")
    ben.locator("main form .actions button").first.click()
    expect(ben.locator("#problem")).to_be_visible()
    ben.fill("[name=reason]", "A third fewer ships since May")
    ben.locator("main form .actions button").first.click()
    amendment = ben.url.rsplit("/", 1)[1]
    assert amendment == "pact-amendment-1"
    expect(ben.locator("main")).to_contain_text("Harbour League called for it")
    # It waits for Ada among what needs her.
    ada.goto("/a/baltic")
    expect(ada.locator("main")).to_contain_text("called “Traffic”")
    ada.goto(f"/a/baltic/edit/terms/clauses/{amendment}.fees")
    ada.fill("[name=text]", "Each ship pays half of {fee} a call.")
    ada.locator("main form .actions button").first.click()
    for name, page in (("ada", ada), ("ben", ben)):
        give_mandate(page, name, amendment)
        if name == "ben":
            sign(page, name, amendment)
    ada.goto(f"/a/baltic/do/terms/reject?record={amendment}")
    ada.fill("[name=reason]", "Not yet")
    ada.locator("main form .actions button").first.click()
    expect(ada.locator("main")).to_contain_text("stays in force as it is")
    ben.goto("/a/baltic/terms/text/pact")
    expect(ben.locator("#reviews")).to_contain_text("rejected; the old text stays")
    assert not ben.locator("#amended").count()
    keep_apart(parties, base)
