"""Sentences, tokens and dependencies."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language import parse, pipeline_name
from onrecord.language.pipeline import lemma
from onrecord.lexicon import table
from onrecord.model import Block, Report, Span


def one_block(text: str, role: str = "body") -> Report:
    return Report(
        id="r",
        text=text,
        blocks=(Block(role=role, span=Span(0, len(text))),),  # type: ignore[arg-type]
    )


def test_a_verb_has_its_subject_and_object() -> None:
    (sentence,) = parse(one_block("Ghana pledged troops."))
    verb = next(t for t in sentence.tokens if t.text == "pledged")
    assert (verb.lemma, verb.pos) == ("pledge", "VERB")
    assert [t.text for t in sentence.dependents(verb.i, "nsubj")] == ["Ghana"]
    assert [t.text for t in sentence.dependents(verb.i, "dobj")] == ["troops"]


def test_boilerplate_is_not_parsed() -> None:
    assert parse(one_block("Share this article on the networks.", role="boilerplate")) == ()


def test_nothing_is_found_in_nothing() -> None:
    assert parse(Report(id="r", text="")) == ()


def test_parsing_twice_gives_the_same() -> None:
    report = one_block("The council met in Addis Ababa. It adopted a resolution by 13 votes.")
    assert parse(report) == parse(report)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_tokens_are_the_words_of_the_text(text: str) -> None:
    for sentence in parse(one_block(text)):
        for token in sentence.tokens:
            assert token.span.of(text) == token.text
            assert sentence.span.covers(token.span)
            assert 0 <= token.head < len(sentence.tokens)


def test_an_unknown_pipeline_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_PIPELINE", "en_no_such_pipeline")
    with pytest.raises(LookupError, match="en_no_such_pipeline"):
        pipeline_name()


@pytest.mark.parametrize("example", table("lemmas")["examples"], ids=lambda e: e["form"])
def test_lemmas_of_the_lexicon(example: dict[str, str]) -> None:
    assert lemma(example["form"], example["tag"]) == example["lemma"]


def test_bullets_are_no_part_of_a_sentence() -> None:
    (sentence,) = parse(one_block("• The two ministers met in Accra."))
    assert sentence.tokens[0].text == "The"


def test_footnote_marks_are_no_words() -> None:
    (sentence,) = parse(one_block("He denied it[2] and left.[3]"))
    assert [t.text for t in sentence.tokens] == ["He", "denied", "it", "and", "left", "."]
