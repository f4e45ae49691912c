"""The pages of the desk over the made-up record: what they show, hold and refuse."""

import csv
import html
import io
import json
import re
import sys

import made_up
import pytest
from desks import serving

from onrecord.store import open_record
from onrecord.views import ledger

MISSION = made_up.MISSION
LISTS = (
    "missions", "ledger", "statements", "actors", "conflicts", "changes", "sources", "failures",
)  # fmt: skip
PAGES = (
    *(f"/{name}" for name in LISTS),
    "/",
    f"/mission?mission={MISSION}",
    "/actor?actor=Norland",
    f"/reports/{'1a' * 32}",
    "/search?q=engineers",
    "/search",
    "/brief",
)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    place = tmp_path_factory.mktemp("desk") / "record.db"
    with open_record(place) as records:
        for reading in (made_up.first(), made_up.second(), made_up.hostile()):
            records.add(reading, "0.1.0")
    place.with_name("record.db.failures.json").write_text(
        json.dumps([{"input": "/reports/<i>x</i>.pdf", "reason": "it is \u202e locked"}]),
        encoding="utf-8",
    )
    return str(place)


@pytest.fixture(scope="module")
def desk(place):
    with serving(place) as client:
        yield client


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_safe_and_bears_its_day(desk, path):
    told = desk.get(path, params={"as_of": "2031-04-30"} if "?" not in path else None)
    assert told.status_code == 200
    assert told.headers["content-type"] == "text/html; charset=utf-8"
    assert not re.search(r"<script>|<b>Ostia|\u202e|\x1b|<i>x|javascript:x\"", told.text)
    assert not re.search(r"\sstyle=|\son\w+=|<style", told.text)
    if "?" not in path:
        assert "30 April 2031" in told.text
        inner = re.findall(r'href="(/[^"#]*)', told.text)
        lost = [a for a in inner if "as_of=" not in a and not a.startswith(("/static/", path))]
        assert lost == []


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("form", ["json", "csv", "md"])
def test_the_same_address_has_the_data(desk, name, form):
    told = desk.get(f"/{name}.{form}", params={"since": "2031"})
    assert told.status_code == 200
    if form == "json":
        assert isinstance(told.json(), list)
    elif form == "csv":
        rows = list(csv.reader(io.StringIO(told.text)))
        assert {len(row) for row in rows} == {len(rows[0])}
    else:
        assert told.text.startswith("| ")


def test_the_data_are_those_of_the_command_line(desk, place):
    with open_record(place) as records:
        from onrecord.record import fold

        rows = ledger(fold(records.readings()))
    assert [row["id"] for row in desk.get("/ledger.json").json()] == [row.id for row in rows]


def test_every_number_of_the_ledger_leads_to_its_sentence(desk):
    rows = desk.get("/ledger.json").json()
    page = desk.get("/ledger").text
    links = [html.unescape(a) for a in re.findall(r'class="read" href="([^"]+)"', page)]
    assert len(links) == len(rows)
    for row, link in zip(rows, links, strict=True):
        text = desk.get(link).text
        lit = "".join(re.findall(r"<mark[^>]*>(.*?)</mark>", text))
        words = html.unescape(re.sub(r"<[^>]+>", "", lit))
        assert words.split() == shown(row["sentence"]).split()
        assert text.count('id="at"') == 1


def shown(text):
    from onrecord.exports.visible import visible

    return visible(text)


def test_a_report_and_its_facts_lead_to_each_other(desk):
    report = desk.get(f"/reports/{'1a' * 32}").text
    facts = set(re.findall(r'href="(/facts/[^"]+)"', report))
    assert len(facts) > 5
    for link in facts:
        told = desk.get(link)
        assert told.status_code == 200
        assert f"/reports/{'1a' * 32}?at=" in told.text


def test_a_fact_shows_its_sentence_its_rule_and_what_contradicts_it(desk):
    row = desk.get("/conflicts.json").json()[0]
    told = desk.get(f"/facts/{row['one']}").text
    assert "<mark>" in told
    assert "Contradicted" in told
    assert row["other"] in told
    assert desk.get(f"/facts/{row['one']}.json").json()["id"] == row["one"]


def test_either_side_of_a_contradiction_leads_to_its_sentence(desk):
    row = desk.get("/conflicts.json").json()[0]
    link = f"/facts/{row['one']}/sentence"
    assert link in desk.get("/conflicts").text
    told = desk.get(link, follow_redirects=True)
    assert told.url.path == f"/reports/{row['one_report']}"
    assert 'id="at"' in told.text


def test_as_of_changes_the_ledger(desk):
    before = desk.get("/ledger", params={"as_of": "2031-03-04"}).text
    assert len(ids(before)) < len(ids(desk.get("/ledger").text))
    assert "Nothing is on the record" in desk.get("/", params={"as_of": "2031-01-01"}).text


def test_a_mission_has_its_summary_with_citations(desk):
    told = desk.get("/mission", params={"mission": MISSION}).text
    for words in ("Mandate and term", "authorised", "Strength over time", "Ledger"):
        assert words in told
    notes = re.findall(r'class="notes"><a href="([^"]+)"', told)
    assert notes
    assert all('id="at"' in desk.get(html.unescape(link)).text for link in notes)


def test_an_actor_has_what_came_of_its_undertakings(desk):
    told = desk.get("/actor", params={"actor": "Norland"}).text
    assert '<td class="outcome in-part">in part</td>' in told


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/nowhere", 404, "Not found"),
        ("/ledger?mission=Harbour+Wotch", 404, "no mission called"),
        ("/ledger?actor=Norlnd", 404, "Perhaps you mean"),
        ("/ledger?since=yesterday", 400, "is no date like"),
        ("/ledger?as_of=2031-13-01", 400, "is no date like"),
        ("/ledger?since=2031&until=2030", 400, "comes after"),
        ("/changes?since=2031&as_of=2030", 400, "comes after"),
        ("/ledger?page=0", 422, "cannot be read"),
        ("/ledger.exe", 422, "cannot be read"),
        (f"/ledger?q={'x' * 400}", 422, "cannot be read"),
        ("/facts/zz", 404, "No fact"),
        ("/reports/zz", 404, "No such report"),
        (f"/reports/{'2b' * 32}?as_of=2031-03-04", 404, "as it was known then"),
        ("/mission", 400, "needs its name"),
        ("/actor", 400, "needs a name"),
        ("/static/../desk.py", 404, "Not found"),
        ("/static/%2e%2e/desk.py", 404, "Not found"),
    ],
)
def test_what_cannot_be_is_said_for_people(desk, path, status, words):
    told = desk.get(path)
    assert told.status_code == status
    assert words in html.unescape(told.text)
    assert '<main id="main"' in told.text


@pytest.mark.parametrize("at", ["9-3", "x", "999999999-9999999999", "5-99999999", "-1-4"])
def test_a_place_that_is_none_is_only_not_highlighted(desk, at):
    assert desk.get(f"/reports/{'1a' * 32}", params={"at": at}).status_code == 200


def test_an_empty_record_says_what_to_do(tmp_path):
    open_record(tmp_path / "empty.db").close()
    with serving(str(tmp_path / "empty.db")) as desk:
        assert "onrecord add" in desk.get("/").text
        for path in ("/ledger", "/statements", "/actors", "/conflicts", "/sources", "/changes"):
            assert 'class="nothing"' in desk.get(path).text
        assert "could be read" in desk.get("/failures").text


def test_search_is_narrowed_by_kind_and_publisher(desk):
    found = desk.get("/search.json", params={"q": "engineers"}).json()
    some = desk.get("/search.json", params={"q": "engineers", "publisher": "Coast Gazette"}).json()
    assert 0 < len(some) < len(found)
    assert {row["publisher"] for row in some} == {"Coast Gazette"}
    assert "kind=event" in desk.get("/search", params={"q": "engineers"}).text


def test_a_page_of_a_long_list_leads_to_the_next(tmp_path):
    from record import readings

    with open_record(tmp_path / "long.db") as records:
        for reading in readings(2500):
            records.add(reading, "0.1.0")
    with serving(str(tmp_path / "long.db")) as desk:
        for path in ("/", "/ledger", "/statements", "/actors", "/conflicts", "/sources", "/brief"):
            told = desk.get(path)
            assert len(told.content) < 300_000, path
        first = desk.get("/ledger").text
        link = html.unescape(re.search(r'rel="next" href="([^"]+)"', first)[1])
        second = desk.get(link).text
        assert ">101 to " in second
        assert set(ids(first)).isdisjoint(ids(second))


def ids(page):
    return re.findall(r'class="status [^"]+"><a href="(/facts/[^"?]+)', page)


def test_the_brief_as_pdf(desk, monkeypatch):
    told = desk.get("/brief.pdf", params={"mission": MISSION})
    assert told.headers["content-type"] == "application/pdf"
    assert told.content.startswith(b"%PDF-")
    assert "/brief.pdf?mission=" in desk.get("/brief", params={"mission": MISSION}).text
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    lacking = desk.get("/brief.pdf")
    assert lacking.status_code == 501
    assert "pip install &#39;onrecord[pdf]&#39; and Pango" in lacking.text


@pytest.mark.parametrize(
    "path", [*PAGES, "/ledger.csv", "/api/ledger", "/static/desk.css", "/none"]
)
def test_the_head_of_a_page_is_that_of_the_page(desk, path):
    whole, head = desk.get(path), desk.head(path)
    assert head.status_code == whole.status_code
    assert head.content == b""
    assert head.headers["content-type"] == whole.headers["content-type"]
    assert head.headers.get("content-length") == whole.headers.get("content-length")


def test_a_file_leads_to_the_next_as_long_as_there_is_one(desk):
    rows = desk.get("/ledger.json").json()
    assert len(rows) > 1
    first = desk.get("/ledger.json", params={"limit": 1, "as_of": "2099-01-01"})
    found, then = first.json(), first.links
    while then:
        answer = desk.get(then["next"]["url"])
        assert "as_of=2099" in then["next"]["url"]
        found, then = found + answer.json(), answer.links
    assert found == rows
    assert desk.get("/ledger.csv", params={"limit": 10_001}).status_code == 422
