import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.html import joined, link, tag
from onrecord.exports.markdown import escaped
from onrecord.exports.visible import visible

TEXT = st.text(st.characters(codec=None))
NASTY = st.text(st.sampled_from("<>&\"'`|*_[]()#~\\-+1.= \n\x1b\u202eab"))


@given(st.one_of(TEXT, NASTY))
def test_no_character_acts_on_a_terminal(text):
    seen = visible(text)
    assert not [c for c in seen if unicodedata.category(c) in {"Cc", "Cs"} or c in "\u202e\u2066"]
    assert seen.encode("utf-8").decode("utf-8") == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain, “quoted” – naïve 😀", "plain, “quoted” – naïve 😀"),
        ("two\nlines\t and more", "two lines and more"),
        ("\u202eevil\u202c", "<U+202E>evil<U+202C>"),
        ("\x9b31m", "<U+009B>31m"),
        ("\udc80", "<U+DC80>"),
        ("\u2028", "<U+2028>"),
    ],
)
def test_visible(text, seen):
    assert visible(text) == seen


@given(st.one_of(TEXT, NASTY))
def test_text_stays_text_in_html(text):
    markup = tag("p", text, title=text).markup
    assert re.fullmatch(r'<p title="[^"<>]*">[^<>]*</p>', markup)


@given(st.one_of(TEXT, NASTY))
def test_text_stays_text_in_markdown(text):
    written = escaped(visible(text))
    assert not re.search(r"[<>]", written)
    assert not re.search(r"(?<!\\)(?:\\\\)*[|*_`\[\]]", written)
    assert not re.match(r"\s*([-+]|\d+[.)])(\s|$)", written)


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://x.example/a?b=1&c", True),
        ("HTTP://x.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//x.example", False),
        (" https://x.example", False),
        (None, False),
    ],
)
def test_links_lead_to_the_web_only(url, linked):
    assert joined(link(url, "there")).markup.startswith("<a ") is linked
