"""What people typed is not lost where the server fails."""

import sqlite3

import pytest
from conftest import Server, sign_in


@pytest.fixture
def failing(tmp_path, chromium):
    """A server of its own with its database, and the cookies of who is signed in."""
    server = Server(tmp_path / "data", "renault-nissan-2023")
    yield server, tmp_path / "data" / "entente.db", sign_in(server, chromium)
    server.stop()


def run(database, statement):
    connection = sqlite3.connect(database, timeout=20)
    connection.execute(statement)
    connection.commit()
    connection.close()


TYPED = "Shorter waits at the border"


def send_and_fail(page, database, address, words):
    """Sends the form of an objective while nothing can be saved, and waits for the words of the error."""
    page.goto(address)
    page.locator("#field-title").fill(TYPED)
    run(database, "CREATE TRIGGER fault BEFORE INSERT ON ledger_entry BEGIN SELECT RAISE(ABORT, 'no'); END")
    page.locator("#field-title").press("Enter")
    page.get_by_text(words).wait_for()
    run(database, "DROP TRIGGER fault")
    page.get_by_role("link", name="Back to the form").click()


def test_a_form_that_failed_is_filled_in_again(failing, open_page):
    server, database, session = failing
    page = open_page(storage_state=session)
    address = f"{server.url}{server.example}/add/vision/objectives"
    send_and_fail(page, database, address, "It is our fault, not yours")
    page.get_by_text("What you typed is here again. It is not saved yet.").wait_for()
    assert page.url == address
    assert page.locator("#field-title").input_value() == TYPED
    page.locator("#field-title").press("Enter")
    page.get_by_role("heading", name=TYPED, exact=True).wait_for()

    # What was saved is not offered as unsaved.
    page.goto(address)
    assert page.locator("#field-title").input_value() == ""


def test_without_scripts_the_form_is_one_click_away(failing, open_page):
    server, database, session = failing
    page = open_page(storage_state=session, viewport={"width": 360, "height": 740}, java_script_enabled=False)
    send_and_fail(
        page, database, f"{server.url}{server.example}/add/vision/objectives", "What was acknowledged is saved")
    assert page.get_by_role("heading", name="Add an objective").is_visible()
