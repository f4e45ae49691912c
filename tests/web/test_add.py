"""Adding at the desk: what was found is seen before it goes on the record."""

import re
import time

import pytest
from desks import serving

from onrecord.store import open_record
from onrecord.web.adding import Batch

TEXT = (
    "OSTHAVEN, 5 March 2031 - Norway pledged 400 engineers to the Stabilisation Mission in Chad "
    "on 3 March 2031, its foreign minister said.\n"
)


@pytest.fixture
def place(tmp_path):
    place = str(tmp_path / "record.db")
    open_record(place).close()
    return place


@pytest.fixture
def desk(place):
    with serving(place) as client:
        yield client


def reports(place):
    with open_record(place) as records:
        return [reading.report for reading in records.readings()]


def read(desk, answer):
    """The page of a batch when all of it was read."""
    assert answer.status_code == 303, answer.text
    while "looks again every second" in (text := desk.get(answer.headers["location"]).text):
        time.sleep(0.05)
    return text


def test_a_pasted_text_is_shown_and_kept_when_told_so(place, desk):
    given = {"text": TEXT, "title": "Norway <b>helps</b>", "publisher": "Coast Gazette"}
    answer = desk.post("/add/text", data=given | {"published": "2031-03-05"})
    seen = read(desk, answer)
    assert "Norway &lt;b&gt;helps&lt;/b&gt;" in seen
    assert "400 engineers" in seen
    assert "Nothing is on the record yet" in seen
    assert reports(place) == []
    (key,) = re.findall(r'name="reports" value="(\w+)"', seen)
    kept = desk.post(answer.headers["location"], data={"do": "keep", "reports": key})
    assert f"/reports/{key}" in desk.get(kept.headers["location"]).text
    (report,) = reports(place)
    assert (report.id, report.title, report.publisher, report.published) == (
        key, "Norway <b>helps</b>", "Coast Gazette", "2031-03-05",
    )  # fmt: skip
    assert "400 engineers" in desk.get("/ledger").text


def test_what_is_known_is_not_offered_again(desk):
    sent = desk.post("/add/text", data={"text": TEXT})
    (key,) = re.findall(r'name="reports" value="(\w+)"', read(desk, sent))
    desk.post(sent.headers["location"], data={"do": "keep", "reports": key})
    again = read(desk, desk.post("/add/text", data={"text": TEXT}))
    assert "on the record already" in again
    assert "disabled" in again


def test_files_are_read_and_what_is_none_is_named(desk):
    files = [
        ("files", ("../../<i>etc</i>.txt", TEXT.encode())),
        ("files", ("broken.pdf", b"%PDF-1.7 nothing")),
    ]
    seen = read(desk, desk.post("/add/files", files=files, data={"published": "2031-03-05"}))
    assert "1 report read, 1 failure" in seen
    assert "broken.pdf: " in seen
    assert "<i>etc" not in seen


def test_a_page_shows_one_moment_of_a_batch():
    batch = Batch(id="b", author="a", name="files")
    seen = batch.so_far()
    batch.failures.append("broken.pdf: no PDF")
    batch.done = True
    assert (seen.done, seen.failures) == (False, [])
    assert batch.so_far() == batch


def test_forgetting_keeps_nothing(place, desk):
    sent = desk.post("/add/text", data={"text": TEXT})
    read(desk, sent)
    assert sent.headers["location"] in desk.get("/add").text
    desk.post(sent.headers["location"], data={"do": "drop"})
    assert desk.get(sent.headers["location"]).status_code == 404
    assert sent.headers["location"] not in desk.get("/add").text
    assert reports(place) == []


def test_an_address_in_this_house_is_not_fetched(desk):
    seen = read(desk, desk.post("/add/address", data={"address": f"{desk.base_url}/ledger"}))
    assert "1 failure" in seen


@pytest.mark.parametrize(
    ("way", "given", "told"),
    [
        ("text", {"text": "  "}, "Paste a text first"),
        ("text", {"text": TEXT, "published": "soon"}, "is no day like"),
        ("address", {"address": "file:///etc/passwd"}, "begins with https://"),
        ("address", {"address": "https://x.example", "published": "soon"}, "is no day like"),
    ],
)
def test_what_cannot_be_is_said_and_the_form_keeps_it(desk, way, given, told):
    answer = desk.post(f"/add/{way}", data=given)
    assert answer.status_code == 400
    assert told in answer.text


def test_a_report_pasted_in_a_browser_without_a_script(place, desk, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{desk.base_url}/add")
    page.get_by_label("Text", exact=True).fill(TEXT)
    page.get_by_label("Title").fill("Norway helps")
    page.get_by_role("button", name="Read the text").click()
    page.get_by_role("button", name="Put on the record").click(timeout=60_000)
    page.get_by_role("link", name="Norway helps").click()
    assert "400 engineers" in page.locator("main").inner_text()
    context.close()
    assert [report.title for report in reports(place)] == ["Norway helps"]
