"""Every example of the two data files reads as it says."""

import pytest

from onrecord.documents.signs import boilerplate, sign
from onrecord.lexicon import table

KINDS = table("boilerplate")
SIGNS = table("blocks")
WHOLE = {"summary_heading", "links_heading"}


def cases(data, key):
    return [pytest.param(name, words, id=words) for name in data for words in data[name][key]]


@pytest.mark.parametrize(("kind", "words"), cases(KINDS, "examples"))
def test_boilerplate(kind, words):
    assert boilerplate().kind(words) == kind


@pytest.mark.parametrize(("kind", "words"), cases(KINDS, "never"))
def test_no_boilerplate(kind, words):
    assert boilerplate().kind(words) is None, kind


@pytest.mark.parametrize(("name", "words"), cases(SIGNS, "examples"))
def test_sign(name, words):
    assert found(name, words)


@pytest.mark.parametrize(("name", "words"), cases(SIGNS, "never"))
def test_no_sign(name, words):
    assert not found(name, words)


def test_long_paragraphs_are_never_boilerplate():
    assert boilerplate().kind("Subscribe to our newsletter " + "and read on " * 60) is None


def found(name, words):
    if name in WHOLE:
        return sign(name).fullmatch(words)
    return sign(name).search(words) if name == "caption_ending" else sign(name).match(words)
