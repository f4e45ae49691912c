"""Figures of sentences: which numbers, what they measure, when, and who says so."""

from pathlib import Path

import pytest
import yaml

from onrecord.events.figures import find_figures
from onrecord.language import parse
from onrecord.lexicon import table
from onrecord.mentions.quantities import find_quantities
from onrecord.model import Actor, Block, Cast, Mention, Ref, Report, Span, Statement, Time

_TABLE = yaml.safe_load(Path(__file__).with_name("table.yaml").read_text(encoding="utf-8"))
_CASES = [(case["text"], case["found"]) for cases in _TABLE.values() for case in cases]


def _span(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def _figures(text, *, times=(), cast=None, statements=(), published=None):
    block = Block(role="body", span=Span(0, len(text)))
    report = Report(id="x", text=text, published=published, blocks=(block,))
    quantities = find_quantities(report, times)
    return find_figures(report, parse(report), quantities, times, cast or Cast(), statements)


def _date(text, words, edtf):
    return Time(span=_span(text, words), text=words, type="DATE", value=edtf, edtf=edtf)


@pytest.mark.parametrize(("text", "found"), _CASES, ids=[text for text, _ in _CASES])
def test_figures_of_a_sentence(text, found):
    assert [[f.span.of(text), f.measure] for f in _figures(text)] == found


@pytest.mark.parametrize(("text", "words"), table("figures")["examples"].items())
def test_example_of_the_data_file(text, words):
    assert [f.span.of(text) for f in _figures(text)] == words


def test_a_figure_has_the_ends_and_the_unit_of_its_quantity():
    (figure,) = _figures("Nearly 900 nurses have left Zimbabwe.")
    assert (figure.min, figure.max, figure.approx, figure.unit) == (900, 900, True, "nurse")


def test_a_share_names_its_whole_and_a_count_none():
    share, count = _figures("The clans hold 80 per cent of the coast and 14 ports.")
    assert (share.of, count.of) == ("the coast", None)


def test_a_figure_is_as_of_the_date_of_its_sentence():
    text = "On 4 May 2021 the army counted 300 dead."
    (figure,) = _figures(text, times=(_date(text, "4 May 2021", "2021-05-04"),))
    assert figure.as_of == "2021-05-04"


@pytest.mark.parametrize("words", ["since 2012", "until 2030", "by 2030"])
def test_a_date_that_does_not_date_the_number_is_passed_over(words):
    text = f"Floods have displaced 300 families {words}."
    year = words.split()[-1]
    (figure,) = _figures(text, times=(_date(text, year, year),), published="2024-06-01")
    assert figure.as_of == "2024-06-01"


def test_a_figure_inside_a_statement_has_its_speaker():
    text = "The war has killed 9,000 people, the nuncio said."
    said = Statement(
        id="s1",
        speaker=Ref(name="Apostolic Nuncio", span=_span(text, "the nuncio")),
        direct=False,
        cue=_span(text, "said"),
        content=_span(text, "The war has killed 9,000 people"),
        channel="interview",
        sentence=Span(0, len(text)),
    )
    (figure,) = _figures(text, statements=(said,))
    assert figure.attribution is not None
    assert figure.attribution.source == said.speaker
    assert (figure.attribution.cue, figure.attribution.channel) == (said.cue, "interview")


def test_according_to_a_known_source():
    text = "According to Caritas, 43 villages were burned."
    head = _span(text, "Caritas")
    cast = Cast(
        actors=(Actor(id="a1", name="Caritas Internationalis", kind="organisation"),),
        mentions=(Mention(span=head, head=head, form="name", actors=("a1",)),),
    )
    (figure,) = _figures(text, cast=cast)
    assert figure.attribution is not None
    assert figure.attribution.source == Ref(name="Caritas Internationalis", actor="a1", span=head)
    assert figure.attribution.cue.of(text) == "According to"


def test_who_puts_a_number_on_something_is_its_source():
    text = "Caritas puts the losses at 40 million rupees."
    head = _span(text, "Caritas")
    cast = Cast(
        actors=(Actor(id="a1", name="Caritas Internationalis", kind="organisation"),),
        mentions=(Mention(span=head, head=head, form="name", actors=("a1",)),),
    )
    (figure,) = _figures(text, cast=cast)
    assert figure.measure == "losses"
    assert figure.attribution is not None
    assert figure.attribution.source == Ref(name="Caritas Internationalis", actor="a1", span=head)
    assert figure.attribution.cue.of(text) == "puts"


def test_an_estimate_without_a_source():
    text = "It is estimated that 5,000 mercenaries operate in the Sahel."
    (figure,) = _figures(text)
    assert figure.attribution is not None
    assert figure.attribution.source is None
    assert figure.attribution.cue.of(text) == "estimated"


def test_what_the_report_says_itself_has_no_attribution():
    (figure,) = _figures("An airstrike destroyed 14 trucks.")
    assert figure.attribution is None


def test_a_text_that_instructs_has_no_figures():
    text = (
        "A stew of 12 carrots is a feast. Peel the carrots. Add 3 litres of water. Half of the "
        "carrots go in first. Stir the pot and serve it with 2 kilograms of bread."
    )
    assert _figures(text) == ()
    assert _figures("Half of the carrots are lost.") != ()


def test_a_measure_is_short():
    text = (
        "Some 400 pilgrims reached the shrine above the old town after three days of walking "
        "through snow and fog over passes that nobody had crossed since the war ended there."
    )
    for figure in _figures(text):
        assert 0 < len(figure.measure.split()) <= 15
