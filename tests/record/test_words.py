"""What the words of measures and items come to: the examples of the data file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon.tables import table
from onrecord.record.words import act, content_words, head

EXAMPLES = table("measures")["examples"]


@pytest.mark.parametrize(("one", "other"), EXAMPLES["same"])
def test_two_wordings_of_one_thing_share_a_word(one: str, other: str):
    assert content_words(one) & content_words(other)


@pytest.mark.parametrize(("one", "other"), EXAMPLES["other"])
def test_other_things_share_none(one: str, other: str):
    assert not content_words(one) & content_words(other)


@pytest.mark.parametrize("name", ["measures", "acts"])
def test_a_word_has_one_sense(name: str):
    lines = [line.split() for line in table(name)["synonyms"]]
    words = [word for line in lines for word in set(line)]
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize(
    ("noun", "same"),
    [("police officers", "officer"), ("Troops", "soldier"), ("inmates", "prisoner")],
)
def test_units_are_told_by_their_head(noun: str, same: str):
    assert head(noun) == head(same)


@given(st.text())
def test_any_phrase_has_words_and_case_does_not_matter(phrase: str):
    found = content_words(phrase)
    assert "" not in found
    assert content_words(phrase.casefold()) == found


@pytest.mark.parametrize(("one", "other"), table("acts")["examples"]["same"])
def test_two_words_for_one_act(one: str, other: str):
    assert act(one) == act(other)


@pytest.mark.parametrize(("one", "other"), table("acts")["examples"]["other"])
def test_words_for_two_acts(one: str, other: str):
    assert act(one) != act(other)
