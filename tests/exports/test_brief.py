import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import made_up
import pypdfium2 as pdfium
import pytest

from onrecord import views
from onrecord.exports import brief_pdf
from onrecord.exports.brief_html import html
from onrecord.exports.brief_md import markdown
from onrecord.exports.brief_pdf import pdf
from onrecord.exports.markdown import escaped
from onrecord.exports.visible import visible
from onrecord.record import fold
from onrecord.review import Signature, judge

READINGS = (made_up.first(), made_up.second(), made_up.hostile(), made_up.two_missions())
RECORD = fold(READINGS)
BRIEF = views.brief(RECORD)
VOID = {"meta", "link", "br"}


class Page(HTMLParser):
    """Every element and attribute of a page; fails on tags that do not match."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.words, self.open = [], [], [], []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def test_every_citation_leads_to_its_sentence():
    page = html(BRIEF)
    cited = set(re.findall(r'href="#p-(\w+)"', page))
    assert cited == set(re.findall(r'id="p-(\w+)"', page))
    texts = {reading.report.id: reading.report.text for reading in READINGS}
    for source in BRIEF.sources:
        for passage in source.passages:
            assert passage.words == texts[source.report][passage.start : passage.end]


def test_every_fact_of_the_brief_is_cited():
    rows = [
        *(cited.labels for line in BRIEF.ledger for cited in line.steps),
        *(cited.labels for cited in BRIEF.timeline),
        *(cited.labels for cited in BRIEF.figures),
        *(cited.labels for cited in BRIEF.statements),
        *(side for found in BRIEF.contradictions for side in (found.one, found.other)),
        *(clause.labels for sentence in BRIEF.summary for clause in sentence.clauses),
    ]
    assert len(rows) > 20
    assert all(rows)


def test_the_page_asks_for_nothing_and_runs_nothing():
    page = Page(html(BRIEF))
    assert {"script", "img", "iframe", "object", "form", "base", "svg"}.isdisjoint(page.tags)
    assert {"src", "style", "srcset", "action"}.isdisjoint(name for name, _ in page.attributes)
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    links = [value for name, value in page.attributes if name == "href"]
    assert all(re.match(r"#p-\w+$|https?://", link) for link in links)
    assert "url(" not in html(BRIEF)
    assert "@import" not in html(BRIEF)


def test_hostile_text_is_text():
    page = Page(html(BRIEF))
    words = "".join(page.words)
    assert "<script>alert(1)</script>" in words
    assert "<U+202E>" in words
    assert "<U+001B>[31m" in words
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", html(BRIEF))


def test_hostile_text_is_text_in_markdown():
    text = markdown(BRIEF)
    assert "<script>" not in text
    assert "<b>" not in text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {9, 6}


@pytest.mark.parametrize("written", [html, markdown])
def test_announced_and_alleged_are_shown_as_such(written):
    text = re.sub(r"<[^>]*>", "", written(BRIEF))
    for sentence in re.findall(r"[^.\n|]*at least 2 ships[^\n]*", text):
        assert "expected" in sentence
    assert "alleged by mayor" in text


def test_the_summary_says_only_what_is_done():
    said = {sentence.opening: sentence.clauses for sentence in BRIEF.summary}
    for opening in ("Pledged:", "Deployed or delivered:"):
        assert said[opening]
        assert not [clause for clause in said[opening] if "Sudmark" in clause.words]
    assert [clause.words for clause in said["Announced:"]] == [
        "at least 2 ships to be deployed by Sudmark (expected)"
    ]


def test_an_empty_record_has_a_brief():
    nothing = views.brief(fold([]))
    assert (
        markdown(nothing)
        == "# The record\n\nOn record: 0 events and 0 ledger steps from 0 reports.\n"
    )
    assert "Ledger" not in "".join(Page(html(nothing)).words)


def test_what_was_corrected_names_who_did_it():
    readings = (made_up.first(), made_up.second())
    by = Signature(author="Ada <b>", time=datetime(2031, 3, 9, tzinfo=UTC), note="| see | it")
    before = fold(readings)
    facts = [*before.happenings, *before.numbers, *before.sayings]
    made = [judge(before, "note", fact.id, by) for fact in facts]
    page = views.brief(fold(readings, made))
    shown = len(facts) + len(page.mandates)
    assert markdown(page).count(escaped("noted by Ada <b>: | see | it")) == shown
    assert html(page).count("noted by Ada &lt;b&gt;: | see | it") == shown


def test_the_pdf_has_the_words_of_the_page():
    words = pdf_words(pdf(BRIEF))
    assert pdf(BRIEF) == pdf(BRIEF)
    for source in BRIEF.sources:
        assert squeezed(source.name) in words
        for passage in source.passages:
            assert squeezed(visible(passage.words)) in words
    assert "beginningofalongbrief" not in words
    assert "beginningofalongbrief:3rowsmoreareonrecord" in pdf_words(pdf(BRIEF, left=3))


def test_the_pdf_of_hostile_text_fetches_nothing(tmp_path, caplog, monkeypatch):
    secret = tmp_path / "secret.css"
    secret.write_text("body::after { content: 'fetched' }")
    hostile = f'</title><style>@import "{secret.as_uri()}";</style><img src="{secret.as_uri()}">'
    found = pdf(replace(BRIEF, mission=hostile))
    assert squeezed(hostile) in pdf_words(found)
    assert "fetched" not in pdf_words(found)
    assert "disallowed" not in caplog.text
    monkeypatch.setattr(brief_pdf, "html", lambda *_: f"{hostile}<p>through a hole")
    assert pdf_words(pdf(BRIEF)) == "throughahole"
    assert caplog.text.count("URI uses disallowed protocol") == 2


def pdf_words(found):
    with pdfium.PdfDocument(found) as document:
        return squeezed("".join(page.get_textpage().get_text_bounded() for page in document))


def squeezed(text):
    """Without spaces, line ends and hyphens, which a page sets as it needs them."""
    return re.sub(r"[\s\x02-]", "", text)
