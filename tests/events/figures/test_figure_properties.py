"""What holds for the figures of any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.events.figures import find_figures
from onrecord.language import parse
from onrecord.mentions.quantities import find_quantities
from onrecord.model import Block, Cast, Report, Span

_WORDS = """
    storms killed more than 12 people . according to it is estimated that 200 gangs hold 90 per cent
    of the capital , and will send $5 million at a cost half were displaced in Kenya ( ) turnout
    votes " which two leaders said 1,000 police officers from by 3-5
"""
_TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(_WORDS.split()), min_size=1, max_size=25).map(" ".join),
)


@given(_TEXTS)
@settings(max_examples=40, deadline=None)
def test_figures_are_quantities_inside_their_sentences(text):
    if not text.strip() or "\n" in text:
        return
    start = len(text) - len(text.lstrip())
    block = Block(role="body", span=Span(start, start + len(text.strip())))
    report = Report(id="x", text=text, blocks=(block,))
    quantities = find_quantities(report, ())
    figures = find_figures(report, parse(report), quantities, (), Cast(), ())
    known = {q.span: q for q in quantities}
    for figure in figures:
        quantity = known[figure.span]
        assert (figure.min, figure.max, figure.unit) == (quantity.min, quantity.max, quantity.unit)
        assert figure.sentence.covers(figure.span)
        assert figure.measure
    assert [f.span for f in figures] == sorted(f.span for f in figures)
