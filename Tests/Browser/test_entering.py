"""Entering much: one record after the other and several rows at once, with scripts and without."""

import pytest


@pytest.mark.parametrize("scripts", [True, False])
def test_one_record_after_the_other(server, session, open_page, scripts):
    page = open_page(storage_state=session, java_script_enabled=scripts)
    page.goto(f"{server.url}{server.example}/add/vision/objectives")
    for title in (f"First {scripts}", f"Second {scripts}"):
        page.locator("input[name=title]").fill(title)
        page.locator("button:has-text('Save and add another')").click()
        page.wait_for_url("**/add/vision/objectives?next=yes")
        assert f"“{title}” was added" in page.locator(".notice[role=status]").inner_text()
        assert page.locator("input[name=title]").input_value() == ""
        # The focus stands in the first field, without a script as well.
        page.locator("input[name=title]:focus").wait_for()
    page.goto(f"{server.url}{server.example}/register/vision/objectives")
    assert page.locator(f"a:has-text('Second {scripts}')").count() == 1


def test_rows_without_scripts(server, session, open_page):
    page = open_page(storage_state=session, java_script_enabled=False)
    page.goto(f"{server.url}{server.example}/add/vision/objectives")
    page.locator("input[name=title]").fill("Rows")
    page.locator("main details summary").first.click()
    page.locator("button[value=beneficiaries]").click()
    page.wait_for_load_state()
    lines = page.locator("input[name=beneficiaries]")
    assert lines.count() == 4 and page.locator("input[name=title]").input_value() == "Rows"
    for number, name in enumerate(("Riders", "Drivers", "Towns")):
        lines.nth(number).fill(name)
    # Enter saves; it does not ask for more rows.
    lines.nth(2).press("Enter")
    page.wait_for_url("**/record/vision/objectives/rows")
    shown = page.locator("main").inner_text()
    assert all(name in shown for name in ("Riders", "Drivers", "Towns"))


def test_rows_with_scripts(server, session, open_page):
    page = open_page(storage_state=session)
    page.goto(f"{server.url}{server.example}/add/vision/objectives")
    page.locator("main details summary").first.click()
    lines = page.locator("input[name=beneficiaries]")
    before = lines.count()
    page.locator("button[value=beneficiaries]").click()
    page.locator("button[value=beneficiaries]").click()
    assert lines.count() == before + 2
    identifiers = page.evaluate("[...document.querySelectorAll('[id]')].map(node => node.id)")
    assert len(identifiers) == len(set(identifiers))
    assert page.url.endswith("/add/vision/objectives")
