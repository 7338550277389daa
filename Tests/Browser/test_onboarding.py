"""From the printed link to the first useful picture: at most 12 page loads and 25 inputs."""


class Counter:
    """Counts what a person does."""

    def __init__(self, page):
        self.page, self.loads, self.inputs = page, 0, 0
        page.on("load", lambda _: self.count())

    def count(self):
        self.loads += 1

    def click(self, selector):
        self.inputs += 1
        self.page.locator(selector).first.click()
        self.page.wait_for_load_state()

    def fill(self, selector, text):
        self.inputs += 1
        self.page.locator(selector).first.fill(text)


def test_link_to_alignment(server, open_page):
    page = open_page()
    person = Counter(page)
    page.goto(server.link)
    person.click("main form button")
    person.click("a[href='/new']")
    person.click("summary:has-text('finished example')")
    person.click("label:has-text('Renault and Nissan')")
    person.fill("input[name=party]", "Nissan Motor")
    person.click("button:has-text('Create the alliance')")
    assert "/a/" in page.url
    alliance = page.url
    person.click("nav a:has-text('Vision')")
    person.click("a:has-text('Rate the objectives')")
    while "/rate/" in page.url:
        person.click("label:has-text('Supports it')")
        person.click("label:has-text('A lot')")
        person.click("button:has-text('Save and go on')")
    assert page.url == alliance + "/alignment"
    assert page.locator("main figure :is(svg.chart, table.tiles)").count() >= 1
    assert page.locator("main figure").first.inner_text().strip()
    print(f"{person.loads} page loads, {person.inputs} inputs")
    assert person.loads <= 12
    assert person.inputs <= 25


def test_first_page_is_small(server, open_page):
    page = open_page()
    sizes = []

    def count(request):
        sizes.append(request.sizes()["responseBodySize"] + request.sizes()["responseHeadersSize"])

    page.on("requestfinished", count)
    page.goto(server.url + "/sign-in", wait_until="networkidle")
    assert page.locator("input[name=password]").count() == 1
    print(f"{sum(sizes)} bytes in {len(sizes)} requests")
    assert sum(sizes) <= 40_000
    assert len(sizes) <= 12
