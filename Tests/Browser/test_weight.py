"""Pages stay light: what a first visit brings over the wire, how many requests it makes, and how many elements it has."""

import pytest

from conftest import Server, sign_in

# The goal for a page is 40 kB in all; the plan of an alliance with 15 parties, 58 tasks and three pictures
# (the timeline also as a drawing for phones) may have 62.
LIMITS = {"": 40_000, "/step/vision": 40_000, "/step/partners": 40_000, "/step/plan": 62_000, "/step/readiness": 40_000,
          "/exchange": 40_000}


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("large"), "opendreamkit")
    yield server
    server.stop()


@pytest.fixture(scope="module")
def reader(large, chromium):
    return sign_in(large, chromium)


@pytest.mark.parametrize("path", LIMITS)
def test_a_first_visit_is_light(large, reader, open_page, path):
    page = open_page(storage_state=reader)
    answers = []
    page.on("requestfinished", lambda request: answers.append(request.sizes()["responseBodySize"]))
    page.goto(large.url + large.example + path, wait_until="load")
    page.wait_for_timeout(300)
    assert 3 <= len(answers) <= 12
    assert 10_000 < sum(answers) <= LIMITS[path], f"{sum(answers)} bytes"
    assert page.locator("*").count() <= 1_100


@pytest.mark.parametrize("path", ["", "/step/plan", "/step/risk", "/step/readiness"])
def test_right_to_left_pages_are_mirrored_and_keep_their_width(large, reader, open_page, path):
    page = open_page(storage_state=reader, viewport={"width": 1280, "height": 900})
    page.goto(large.url + large.example + path)
    page.evaluate("document.documentElement.dir = 'rtl'")
    heading = page.locator("h1")
    words = heading.evaluate(
        "heading => { const range = document.createRange(); range.selectNodeContents(heading);"
        " return range.getBoundingClientRect().right - heading.getBoundingClientRect().right }")
    assert abs(words) < 2, "the heading does not begin at the right"
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
