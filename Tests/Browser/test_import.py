"""A table that is sent in: what is wrong with it, and what it would change, in the words of the form."""


def send(page, server, text):
    page.goto(server.url + server.example + "/register/vision/objectives/import")
    page.locator("input[type=file]").set_input_files(
        {"name": "objectives.csv", "mimeType": "text/csv", "buffer": text.encode()})
    page.locator("main form .actions button").first.click()
    page.wait_for_load_state()
    return page.locator("main").inner_text()


def test_problems_name_the_column_and_not_an_address_within_a_file(server, session, open_page):
    page = open_page(storage_state=session)
    words = send(page, server, "id,title,target\n,,140%\n")
    assert "The file cannot be imported yet" in words and "2 things are wrong" in words
    assert "Target: “140%” is not a number." in words and "Objective: is missing." in words
    assert "vision.objectives" not in words and "row-2" not in words


def test_a_preview_says_what_would_happen_and_not_that_it_has(server, session, open_page):
    page = open_page(storage_state=session)
    words = send(page, server, "id,title\n,Open a shared laboratory\n")
    assert "To be added" in words and "Objective “Open a shared laboratory”" in words
    assert "was added" not in words and "Nothing has changed yet." in words
