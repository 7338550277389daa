"""Starts the program and a browser for the tests that drive the site as its users do."""

import os
import pathlib
import re
import socket
import subprocess
import threading

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHOTS = ROOT / ".build" / "screenshots"


def program() -> str:
    """The built program: the one that ENTENTE names, or else the newest build."""
    builds = [ROOT / ".build" / kind / "entente" for kind in ("debug", "release")]
    found = [os.environ["ENTENTE"]] if "ENTENTE" in os.environ else [str(b) for b in builds if b.exists()]
    assert found, "Build the program first: swift build --product entente"
    return max(found, key=os.path.getmtime)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """`entente demo` with an example in a folder of its own."""

    def __init__(self, folder: pathlib.Path, example: str):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.example = f"/a/{example}"
        command = [program(), "demo", "--data", str(folder), "--port", str(self.port), "--example", example]
        environment = os.environ | {"ENTENTE_REQUESTS_PER_SECOND": "100000"}
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
        self.link = ""
        timer = threading.Timer(30, self.process.kill)
        timer.start()
        for line in self.process.stdout:
            found = re.search(r"http://\S+/sign-in/\S+", line)
            if found:
                self.link = found.group(0)
                break
        timer.cancel()
        assert self.link, self.process.stderr.read()

    def stop(self):
        self.process.terminate()
        assert self.process.wait(timeout=20) == 0, "the server did not end cleanly"


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("data"), "renault-nissan-2023")
    yield server
    server.stop()


class Faults:
    """What went wrong in a page without being seen: errors in its scripts, refused files, broken policies."""

    def __init__(self, page):
        self.all = []
        page.on("pageerror", lambda error: self.note_error(page, error))
        page.on("console", lambda message: self.note_message(page, message))

    def note_error(self, page, error):
        # Where a page shows later than the browser waits for its cross-fade (a busy machine), Chromium leaves the fade out and
        # rejects promises of its own that no script holds: the page is whole and shown.
        if not str(error).startswith("Transition was "):
            self.all.append(f"{page.url}: {error}")

    def note_message(self, page, message):
        # A page that answers 404 or 409 says so on the console as well; that is no fault of the page.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.all.append(f"{page.url}: {message.text}")


@pytest.fixture
def faults():
    seen = []
    yield seen
    assert not [fault for faults in seen for fault in faults.all]


@pytest.fixture
def open_page(chromium, faults):
    """Opens a page in a browser of its own: nobody shares cookies."""
    contexts = []

    def open_page(**options):
        context = chromium.new_context(**({"viewport": {"width": 1280, "height": 900}} | options))
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        faults.append(Faults(page))
        return page

    yield open_page
    for context in contexts:
        context.close()


def sign_in(server, chromium):
    """The cookies of the person whom the printed link signs in."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(server.link)
    page.locator("main button[type=submit], main form button").first.click()
    page.wait_for_url(server.url + "/")
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture(scope="module")
def session(server, chromium):
    """The signed-in cookies for all tests of a module."""
    return sign_in(server, chromium)
