"""Two parties with secret preferences reach a first deal, are shown an improvement, take it, and sign.

Meanwhile a third browser of a party that only watches, and each of the two, look at every page of the terms: no secret of
another party may appear anywhere. Both parties work in browsers without JavaScript first, then one with it tries what if.
"""

import re

import pytest
from playwright.sync_api import expect

from talks import NORTH, HARBOUR, PASSWORD, accept, allow, browser, enter, keep_apart, look, site, state  # noqa: F401


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
        page.click("main .actions >> text=Sign it")
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
    # What it shows for each place of the hand is what it is told for that package, and no two tell the same.
    shown = set()
    for fee in (50, 70, 89):
        with page.expect_response(lambda answer: f"number.fee={fee}" in answer.url) as answer:
            page.fill("input[name='number.fee']", str(fee))
        told = answer.value.json()["words"]
        expect(page.locator("#appraisal")).to_have_text(told)
        shown.add(told)
    assert len(shown) == 3
    # The bars move with it, and the numbers stay open.
    page.locator("#appraisal-picture summary").click()
    bars = page.locator("#appraisal-picture svg").inner_html()
    page.fill("input[name='number.fee']", "140")
    page.wait_for_function("before => document.querySelector('#appraisal-picture svg').innerHTML !== before", arg=bars)
    assert page.locator("#appraisal-picture details[open]").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_the_terms_are_accessible(site, browser, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page = enter(browser, site, "ada", scripts=True)
    page.emulate_media(color_scheme=scheme)
    found = []
    for path in ("", "/preferences", "/question", "/package", "/neutral", "/obligations", "/text/pact", "/text/pact/act/sign", "/clauses", "/weights",
                 "/text/pact/returned"):
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto("/a/baltic/terms" + path)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than {width}"
        found += [(path, wrong["id"], [node["html"][:120] for node in wrong["nodes"]][:2]) for wrong in Axe().run(page).response["violations"]]
        if scheme == "light":
            page.set_viewport_size({"width": 360, "height": 800})
            look(page, "phone" + path.replace("/", "-"))
    assert not found, found
