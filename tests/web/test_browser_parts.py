"""Pages that come in part by part: the same as loading them, only that they are not loaded."""

import pytest
from desks import base


def open_once(page, address):
    """Open a page, with a mark that is gone as soon as another one is loaded."""
    page.goto(address)
    page.evaluate("window.mark = true")


def is_the_same(page):
    return page.evaluate("window.mark === true")


def words(page):
    """What a page shows, and where what it shows leads."""
    return page.evaluate(
        """() => [document.title, document.body.innerText,
             ...[...document.querySelectorAll("[href], form")].map(
               (one) => one.getAttribute("href") ?? one.getAttribute("action"))]"""
    )


def is_as_loaded(page):
    """Whether what came in is what the address of the page loads."""
    page.evaluate("document.querySelector('#told').textContent = ''")
    came = words(page)
    page.goto(page.url)
    return came == words(page)


def test_a_filter_comes_in_and_the_focus_stays(page):
    open_once(page, "/ledger")
    page.get_by_label("Actor").fill("Kenya")
    with page.expect_navigation(url="**/ledger?actor=Kenya"):
        page.keyboard.press("Enter")
    assert is_the_same(page)
    assert page.evaluate("document.activeElement.name") == "actor"
    assert page.locator("#told").inner_text().startswith("Ledger")
    assert is_as_loaded(page)


def test_the_day_comes_in_with_the_head_of_the_page(page):
    open_once(page, "/ledger")
    page.get_by_label("As of").fill("2023-12-31")
    page.get_by_role("button", name="Go").click()
    page.wait_for_url("**as_of=2023-12-31")
    assert "known on 31 December 2023" in page.locator("#told").inner_text()
    assert "as_of=" in page.get_by_role("link", name="Actors").get_attribute("href")
    page.get_by_role("link", name="Back to today").click()
    page.wait_for_url("**/ledger")
    assert page.evaluate("document.activeElement.id") == "main"
    assert is_the_same(page)


def test_facets_zoom_and_countries_come_in(page):
    open_once(page, "/search?q=police")
    page.locator(".facets a", has_text="event").click()
    page.wait_for_url("**kind=event**")
    assert is_the_same(page)
    assert is_as_loaded(page)
    open_once(page, "/map")
    page.locator(".zoom").get_by_role("link", name="World").click()
    page.wait_for_url("**zoom=world")
    page.locator("svg a", has=page.locator(".contributor")).first.click()
    page.wait_for_url("**country=**#chosen")
    assert "chosen" in page.locator("#chosen").get_attribute("class")
    assert page.locator("#chosen h2").inner_text() in page.locator("#told").inner_text()
    assert is_the_same(page)


def test_back_and_forward_show_what_was_there_and_where(page):
    open_once(page, "/timeline")
    page.set_viewport_size({"width": 900, "height": 300})
    page.get_by_label("Until").fill("2024-03")
    page.keyboard.press("Enter")
    page.wait_for_url("**until=2024-03")
    page.get_by_label("Actor").fill("Kenya")
    page.keyboard.press("Enter")
    page.wait_for_url("**actor=Kenya**")
    assert page.evaluate("scrollY") == 0
    page.evaluate("scrollTo(0, 120)")
    page.go_back()
    page.wait_for_function("() => document.querySelector('[name=actor]').value === ''")
    assert page.get_by_label("Until").input_value() == "2024-03"
    page.go_back()
    page.wait_for_function("() => document.querySelector('[name=until]').value === ''")
    page.go_forward()
    page.go_forward()
    page.wait_for_function("() => document.querySelector('[name=actor]').value === 'Kenya'")
    page.wait_for_function("() => scrollY === 120")
    assert is_the_same(page)
    assert is_as_loaded(page)


def test_a_place_within_the_page_is_left_to_the_browser(page, desk):
    step = max(desk.get("/ledger.json").json(), key=lambda row: row["reports"])
    open_once(page, f"/reports/{step['report']}?at={step['start']}-{step['end']}")
    page.locator(".notes-beside .back").first.click()
    assert "#c-" in page.url
    page.go_back()
    page.wait_for_function("() => location.hash === ''")
    assert is_the_same(page)


def test_another_page_is_loaded(page):
    open_once(page, "/ledger?actor=Kenya")
    page.get_by_role("link", name="Timeline").click()
    page.wait_for_url("**/timeline")
    assert not is_the_same(page)


@pytest.mark.parametrize("trouble", ["no answer", "another page", "an error", "no page"])
def test_whatever_fails_is_loaded_plainly(browser, desk, trouble):
    context = browser.new_context(base_url=base(desk))
    page = context.new_page()

    def fail(route):
        if route.request.resource_type != "fetch":
            route.continue_()
        elif trouble == "no answer":
            route.abort()
        elif trouble == "another page":
            route.fulfill(status=303, headers={"Location": "/actors"})
        elif trouble == "an error":
            route.fulfill(status=503, content_type="text/html", body="<main></main>")
        else:
            route.fulfill(content_type="text/plain", body="nothing that was expected")

    page.route("**/ledger?*", fail)
    open_once(page, "/ledger")
    page.get_by_label("Actor").fill("Kenya")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ledger?actor=Kenya")
    page.wait_for_function("() => window.mark === undefined")
    assert page.get_by_label("Actor").input_value() == "Kenya"
    context.close()


def test_after_a_decision_the_next_item_comes_in(page):
    open_once(page, "/review")
    item = page.locator(".item h2")
    before = item.inner_text()
    page.get_by_role("button", name="Reject").focus()
    with page.expect_navigation(url="**did=**"):
        page.keyboard.press("Enter")
    assert is_the_same(page)
    assert item.inner_text() != before
    assert item.inner_text() in page.locator("#told").inner_text()
    assert page.evaluate("document.activeElement.form.id") == "reject"
    with page.expect_navigation():
        page.keyboard.press("z")
    assert item.inner_text() == before
    assert is_the_same(page)


def test_a_decision_without_an_answer_is_made_once(browser, desk):
    context = browser.new_context(base_url=base(desk))
    page = context.new_page()

    def lose(route):
        if route.request.resource_type == "fetch":
            route.fetch(max_redirects=0)  # the desk has it; what it says is lost
            route.abort()
        else:
            route.continue_()

    before = desk.get("/api/decisions").json()["total"]
    page.goto("/review")
    page.route("**/review", lose)
    page.keyboard.press("a")
    page.get_by_text("Somebody was quicker").wait_for()
    assert desk.get("/api/decisions").json()["total"] == before + 1
    context.close()


def test_a_batch_tells_how_far_it_is_and_comes_in_when_it_is_read(page):
    page.goto("/add")
    page.get_by_label("Text", exact=True).fill("Kenya sent 40 officers to Haiti on 3 March 2031.")
    page.get_by_role("button", name="Read the text").click()
    page.wait_for_url("**/add/*")
    page.evaluate("window.mark = true")
    page.locator("#progress").wait_for(state="detached", timeout=60_000)
    assert "1 report read. Nothing is on the record yet" in page.locator("main").inner_text()
    page.get_by_role("button", name="Put on the record").click()
    page.get_by_role("link", name="Review what came in").wait_for()
    assert is_the_same(page)
