"""Markup in all that a report can bring: titles, names, quotations, file names, addresses."""

import re
import time
from urllib.parse import quote, urlsplit

import lxml.html
import pytest
from desks import serving
from made_up import Draft, day

from onrecord.model import Figure, Role, Statement
from onrecord.store import open_record

MARKS = (
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</textarea></title></style><base href=//evil.example>",
    "{{ 7 * 7 }}{% raw %}${7*7}",
    "javascript:alert(1)",
    "\u202egnp.exe\u2066\x1b]0;x\x07",
    "&lt;b&gt;&#60;i&#62;",
)
NAME = " ".join(MARKS)
PATHS = (
    "/", "/ledger", "/timeline", "/figures", "/map", "/statements", "/actors", "/conflicts",
    "/changes", "/sources", "/brief", "/search?q=pledged", "/review", "/add", "/failures",
)  # fmt: skip


def harmful():
    """A report in which every text that is kept of it is markup."""
    draft = Draft(
        "4d" * 32,
        f"Ostia{NAME} pledged {NAME} to Mission{NAME} on 5 February 2031.\n"
        f"“We {NAME} wait,” said Ada{NAME}.\n"
        f"About 30 bands{NAME} held the coast.",
        title=NAME,
        publisher=NAME,
        url=f"javascript:alert(1)//{NAME}",
        path=f"/tmp/{NAME}",  # noqa: S108
        published="2031-03-02",
    )
    ostia = draft.actor(f"Ostia{NAME}", "state", aliases=(NAME,))
    ada = draft.actor(f"Ada{NAME}", "person", roles=(Role(title=NAME, of=ostia.name),))
    mission = draft.actor(f"Mission{NAME}", "mission", aliases=(NAME,))
    terms = {"mission": mission, "item": NAME, "date": day("2031-02-05")}
    pledge = draft.event("PLEDGE", "pledged", actor=(ostia,), **terms)
    draft.step(pledge, "pledged", ostia, **terms)
    said = draft.sentence("“We")
    draft.statements.append(
        Statement(
            id="s1",
            speaker=ada,
            direct=True,
            cue=draft.span("said Ada"),
            content=said,
            channel=NAME,
            sentence=said,
        )
    )
    number = draft.sentence("About 30")
    draft.figures.append(
        Figure(
            measure=NAME,
            min=30,
            max=30,
            approx=True,
            unit=NAME,
            of=NAME,
            as_of="2031-01",
            attribution=None,
            span=draft.span("About 30"),
            sentence=number,
        )
    )
    return draft.reading()


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    place = str(tmp_path_factory.mktemp("desk") / "record.db")
    with open_record(place) as records:
        records.add(harmful(), "0.1.0")
    with serving(place) as client:
        yield client


def inert(text):
    """The page, when nothing on it is obeyed that the desk has not put there itself."""
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text)
    page = lxml.html.document_fromstring(text)
    for element in page.iter(lxml.etree.Element):
        assert element.tag not in {"base", "iframe", "object", "embed", "style"}
        if element.tag == "script":
            assert element.get("src", "").startswith("/static/")
            assert not (element.text or "").strip()
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name != "style"
            if name in {"href", "src", "action", "formaction", "xlink:href"}:
                there = urlsplit(value)
                assert there.scheme in {"", "http", "https"}, value
                assert there.netloc == "" or element.tag == "a"
    return page


@pytest.mark.parametrize("path", PATHS)
def test_a_page_obeys_nothing_of_a_report(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    inert(answer.text)


def test_neither_do_the_pages_that_it_leads_to(client):
    todo, seen = {"/", "/ledger", "/actors", "/timeline", "/figures", "/statements"}, set()
    while todo and len(seen) < 150:
        path = todo.pop()
        seen.add(path)
        answer = client.get(path)
        assert answer.status_code == 200, path
        if answer.headers["content-type"].startswith("text/html"):
            links = inert(answer.text).xpath("//a/@href")
            local = {link.partition("#")[0] for link in links if link.startswith("/")}
            todo |= local - seen
    assert any(path.startswith("/reports/") for path in seen)
    assert any(path.startswith("/facts/") for path in seen)
    assert any(path.startswith("/actor?") for path in seen)


@pytest.mark.parametrize("mark", [*MARKS, NAME])
@pytest.mark.parametrize("path", ["/ledger", "/search", "/statements", "/changes", "/actor"])
def test_a_page_obeys_nothing_of_its_address(client, path, mark):
    for name in ("mission", "actor", "q", "since", "as_of", "x"):
        inert(client.get(path, params={name: mark}).text)


@pytest.mark.parametrize("mark", MARKS)
def test_a_page_that_is_none_obeys_nothing_of_its_address(client, mark):
    for path in ("/", "/facts/", "/reports/", "/add/"):
        answer = client.get(path + quote(mark))
        if answer.headers["content-type"].startswith("text/html"):
            inert(answer.text)


@pytest.mark.parametrize("name", [*MARKS, "../../../etc/cron.d/x.txt", "C:\\x.txt", "a\x00b.txt"])
def test_a_page_obeys_nothing_of_the_name_of_a_file(client, name):
    text = f"{NAME} Norway pledged 400 engineers on 3 March 2031."
    for content in (text.encode(), b"\x00\xff\xfe%PDF-"):
        answer = client.post("/add/files", files={"files": (name, content, "text/plain")})
        while answer.status_code == 303:
            page = client.get(answer.headers["location"])
            if "looks again every second" not in page.text:
                answer = page
            time.sleep(0.05)
        inert(answer.text)


@pytest.mark.parametrize("mark", MARKS)
def test_a_page_obeys_nothing_of_a_pasted_text(client, mark):
    given = {"text": mark, "title": mark, "publisher": mark, "published": mark}
    inert(client.post("/add/text", data=given).text or "<p>")


def test_data_are_data_whatever_they_hold(client):
    for path in ("/ledger.json", "/statements.json", "/api/ledger", "/api/statements"):
        answer = client.get(path)
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert NAME in client.get("/api/ledger").json()["rows"][0]["what"]
