"""The desk over the samples, as somebody with a browser meets it."""

import re

import pytest
from browsers import quiet
from desks import base

PHONE = {"width": 360, "height": 740}
PATHS = (
    "/", "/ledger", "/timeline", "/figures", "/map", "/statements", "/actors", "/conflicts",
    "/changes", "/sources", "/failures", "/search?q=police", "/brief", "/review", "/add"
)  # fmt: skip


def paths(desk):
    """Every page, with one of each kind that there are many of."""
    step = max(desk.get("/ledger.json").json(), key=lambda row: row["reports"])
    mission = step["mission"]
    return (
        *PATHS,
        f"/mission?mission={mission}",
        f"/actor?actor={step['party']}",
        f"/facts/{step['id']}",
        f"/reports/{step['report']}?at={step['start']}-{step['end']}#at",
    )


def test_every_page_opens_in_silence(page, desk):
    for path in paths(desk):
        page.goto(path)
        assert page.locator("h1").first.is_visible(), path
        assert page.locator("nav[aria-label=Sections] a").count() > 8


def test_from_a_number_of_the_ledger_to_its_sentence(page):
    page.goto("/")
    page.get_by_role("link", name="Ledger").click()
    page.get_by_role("link", name="1,000 officers").first.click()
    lit = page.locator("mark#at")
    assert lit.is_visible()
    page.wait_for_function("scrollY > 0")  # the browser gets there after the page has come
    assert page.evaluate("document.querySelector('#at').getBoundingClientRect().top") < 720
    words = "".join(page.locator("mark").all_inner_texts())
    assert "1,000" in words
    assert words.endswith(".")
    page.locator(".notes-beside a", has_text="pledged").first.click()
    assert "/facts/" in page.url
    page.locator("a.sentence").first.click()
    assert page.locator("mark#at").is_visible()


def test_the_day_changes_the_ledger_and_stays(page):
    page.goto("/ledger")
    now = page.locator("table.ledger tbody tr").count()
    page.get_by_label("As of").fill("2023-12-31")
    page.get_by_role("button", name="Go").click()
    page.wait_for_url("**/ledger?as_of=2023-12-31")
    assert "31 December 2023" in page.locator(".then").inner_text()
    then = page.locator("table.ledger tbody tr").count()
    assert 0 < then < now
    page.get_by_role("link", name="Actors").click()
    assert "as_of=2023-12-31" in page.url
    assert page.get_by_label("As of").input_value() == "2023-12-31"
    page.get_by_role("link", name="Back to today").click()
    page.wait_for_url("**/actors")


def test_keys_go_to_the_search(page):
    page.goto("/ledger")
    page.keyboard.press("/")
    page.keyboard.type("cabinet")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=cabinet")
    assert page.locator(".hits li").count() > 0
    assert "cabinet" in page.locator("h1").inner_text()


def test_the_first_tab_skips_to_the_page(page):
    page.goto("/ledger")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_a_phone(browser, desk, scheme):
    with quiet(browser, base(desk), viewport=PHONE, color_scheme=scheme) as page:
        for path in paths(desk):
            page.goto(path)
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= PHONE["width"], path


@pytest.mark.parametrize("name", ["timeline", "figures", "map", "mission"])
def test_a_phone_shows_drawings_that_can_be_read_and_moved(browser, desk, name):
    with quiet(browser, base(desk), viewport=PHONE) as page:
        page.goto(next(path for path in paths(desk) if path.startswith(f"/{name}")))
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        boxes = page.get_by_role("region", name=re.compile("drawn$")).all()
        assert boxes
        for box in boxes:
            assert min(box.evaluate(TEXT_SIZES)) >= 9
            box.focus()
            assert box.evaluate("box => getComputedStyle(box).outlineStyle") == "solid"
        page.keyboard.press("ArrowRight")
        page.wait_for_function("box => box.scrollLeft > 0", arg=boxes[-1].element_handle())


def test_everything_works_without_a_script(browser, desk):
    with quiet(browser, base(desk), java_script_enabled=False) as page:
        page.goto("/ledger")
        page.get_by_label("Actor").fill("Kenya")
        page.get_by_role("button", name="Show").click()
        assert page.get_by_label("Actor").input_value() == "Kenya"
        page.get_by_role("link", name="1,000 officers").first.click()
        assert page.locator("mark#at").is_visible()
        page.get_by_label("Search the record").fill("police")
        page.get_by_role("button", name="Search").click()
        assert page.locator(".hits li").count() > 0


def test_text_has_enough_contrast(browser, desk):
    """WCAG 2.2 AA, 1.4.3: 4.5 to 1 for every text, in light and dark."""
    for scheme in ("light", "dark"):
        with quiet(browser, base(desk), color_scheme=scheme) as page:
            for path in paths(desk):
                page.goto(path)
                assert page.evaluate(CONTRAST) == [], (scheme, path)


# The heights, in pixels of the screen, of the texts of a drawing.
TEXT_SIZES = """(box) => [...box.querySelectorAll("text")].map(
  (text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"""

# The texts whose colour stands less than 4.5 to 1 against the nearest background behind them.
CONTRAST = """() => {
  const rgb = (css) => css.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (node) => {
    for (; node; node = node.parentElement) {
      const found = rgb(getComputedStyle(node).backgroundColor);
      if (found.length < 4 || found[3] > 0) return found;
    }
    return [255, 255, 255];
  };
  const faint = [];
  const walker = document.createTreeWalker(document.querySelector("body"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || node.closest("svg, option, .unseen, .again")) continue;
    const [a, b] = [light(rgb(getComputedStyle(node).color)), light(ground(node))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${node.className} ${walker.currentNode.data}`);
  }
  return [...new Set(faint)].slice(0, 5);
}"""
