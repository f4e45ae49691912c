"""Vectors of words in context, and the parse on top of them, are those of the pipeline."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from onrecord.documents import open_reports
from onrecord.language import parse, pipeline, pipeline_name, transitions
from onrecord.language.vectors import ContextVectors, is_known
from onrecord.model import Report

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
EXCLUDED = ["ner", "lemmatizer", "attribute_ruler", "senter"]
WORDS = ["Ghana", "pledged", "850", "troops", ";", "the", "council", "asked", "for", "more", "."]
SPACES = [True] * 3 + [False] + [True] * 5 + [False, False]


@pytest.fixture(scope="module")
def nlp() -> Any:
    return spacy.load(pipeline_name(), exclude=EXCLUDED)


def test_the_vectors_are_the_pipelines_own(nlp: Any) -> None:
    doc = Doc(nlp.vocab, words=WORDS, spaces=SPACES)
    (own,) = nlp.get_pipe("tok2vec").predict([doc])
    np.testing.assert_allclose(ContextVectors(nlp)(WORDS, SPACES), own, atol=1e-5)


def test_what_was_read_before_changes_no_bit(nlp: Any) -> None:
    fresh, used = ContextVectors(nlp), ContextVectors(nlp)
    for n, word in enumerate(WORDS):
        used([word], SPACES[n : n + 1])
    assert (fresh(WORDS, SPACES) == used(WORDS, SPACES)).all()


def test_a_full_store_of_forms_is_begun_anew(
    nlp: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("onrecord.language.vectors._MOST_FORMS", 5)
    small = ContextVectors(nlp)
    small(["Accra", "Lagos", "Dakar"], [True] * 3)
    assert (small(WORDS, SPACES) == ContextVectors(nlp)(WORDS, SPACES)).all()


def test_a_pipeline_of_another_kind_runs_as_it_is() -> None:
    assert not is_known(spacy.blank("en"))
    apart = spacy.load(pipeline_name(), exclude=EXCLUDED)
    assert is_known(apart)
    apart.replace_listeners("tok2vec", "tagger", ["model.tok2vec"])
    assert not is_known(apart)


def test_a_parser_with_a_beam_runs_as_it_is() -> None:
    nlp = spacy.load(pipeline_name(), exclude=EXCLUDED)
    assert transitions.is_known(nlp)
    nlp.get_pipe("parser").cfg["beam_width"] = 4
    assert not transitions.is_known(nlp)


def test_both_ways_lead_to_the_same_trees(monkeypatch: pytest.MonkeyPatch) -> None:
    reports = [report for report in open_reports(SAMPLES) if isinstance(report, Report)]
    apart = [parse(report) for report in reports]
    monkeypatch.setattr(pipeline, "_stages", lambda: None)
    assert apart == [parse(report) for report in reports]
