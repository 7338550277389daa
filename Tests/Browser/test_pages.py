"""Every page in light and dark: no accessibility violation, no fault, and a screenshot to be looked at."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import SHOTS

PAGES = {
    "home": "/", "new": "/new", "account": "/account", "notifications": "/notifications", "help": "/help",
    "methods": "/methods", "missing": "/nothing-here",
} | {
    name: "{example}/" + path
    for name, path in {
        "overview": "", "charter": "step/charter", "vision": "step/vision", "partners": "step/partners",
        "communication": "step/communication", "terms": "step/terms", "plan": "step/plan",
        "governance": "step/governance", "risk": "step/risk", "culture": "step/culture",
        "readiness": "step/readiness", "findings": "findings", "history": "history", "search": "search?q=share",
        "people": "people", "invite": "people/invite", "exchange": "exchange", "ledger": "ledger",
        "register": "register/vision/objectives", "add": "add/vision/objectives", "add-risk": "add/risk/risks",
        "import": "register/vision/objectives/import", "sign-off": "sign-off/vision", "alignment": "alignment",
        "rate": "rate", "report": "report",
    }.items()
}


def open_path(page, server, path):
    return page.goto(server.url + path.format(example=server.example).rstrip("/"), wait_until="load")


@pytest.mark.parametrize("name", PAGES)
def test_page(server, session, open_page, name):
    page = open_page(storage_state=session, color_scheme="light", viewport={"width": 1280, "height": 900})
    answer = open_path(page, server, PAGES[name])
    assert answer.status == (404 if name == "missing" else 200)
    assert page.locator("h1").count() == 1 and page.locator("main").count() == 1
    SHOTS.mkdir(parents=True, exist_ok=True)
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=SHOTS / f"{name}-{theme}-{width}.png", full_page=True)
            overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert overflow <= 0, f"{overflow} px too wide at {width}"
        # Of what axe looks at, only the contrast depends on the theme.
        options = {"resultTypes": ["violations"]}
        if theme == "dark":
            options["runOnly"] = {"type": "rule", "values": ["color-contrast"]}
        result = Axe().run(page, options=options)
        assert result.violations_count == 0, result.generate_report()


def test_sign_in_page(server, open_page):
    page = open_page()
    page.goto(server.url + "/sign-in")
    assert Axe().run(page).violations_count == 0


def test_every_page_works_without_scripts(server, session, open_page):
    page = open_page(storage_state=session, java_script_enabled=False)
    for name in ("overview", "vision", "add", "history", "search"):
        assert open_path(page, server, PAGES[name]).status == 200
        assert page.locator("main").inner_text().strip()


def test_keyboard(server, session, open_page):
    page = open_page(storage_state=session)
    open_path(page, server, PAGES["overview"])
    page.keyboard.press("Tab")
    page.locator("a.skip:focus").wait_for()
    page.keyboard.press("Enter")
    page.locator("#main:focus").wait_for()
    page.keyboard.press("g")
    page.keyboard.press("v")
    page.wait_for_url("**/step/vision")
    page.keyboard.press("Control+k")
    page.locator("dialog[open] input").wait_for()
    page.keyboard.type("risk")
    page.locator("dialog[open] [role=option]").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/step/vision" not in url)


def test_theme_is_kept(server, session, open_page):
    page = open_page(storage_state=session)
    page.goto(server.url + "/account")
    control = page.locator("form[action='/account/theme']")
    control.locator("[name=theme][value=dark]").check()
    control.locator("button").click()
    page.wait_for_load_state()
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_a_phone_shows_whole_pictures_and_where_one_is(server, session, open_page):
    page = open_page(storage_state=session, viewport={"width": 360, "height": 800})
    page.goto(server.url + "/new")
    page.locator("summary:has-text('finished example')").click()
    page.locator("label:has-text('OpenDreamKit')").click()
    page.locator("button:has-text('Create the alliance')").click()
    page.wait_for_url("**/a/opendreamkit*")
    alliance = page.url
    for step in ("charter", "vision", "partners", "communication", "readiness"):
        page.goto(f"{alliance}/step/{step}")
        current = page.locator(".steps [aria-current]").bounding_box()
        assert current["x"] >= 0 and current["x"] + current["width"] <= 360, step
        edges = page.locator(".stack").evaluate_all(
            """tables => tables.map(table => Math.max(
                ...[...table.querySelectorAll('td, th')].map(cell => cell.getBoundingClientRect().right)))""")
        assert all(edge <= 360 for edge in edges), step
    # Who only looks on is led to what is missing; the list opens by itself.
    page.goto(f"{alliance}/step/charter")
    page.locator("a:has-text('See what is missing')").click()
    page.locator("#checks li").first.wait_for(state="visible")
