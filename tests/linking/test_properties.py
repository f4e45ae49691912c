"""What holds of the cast of any text whatever."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.language import parse
from onrecord.linking import link
from onrecord.model import Block, Report, Span

WORDS = st.sampled_from(
    (
        "Peru", "Nepalese", "soldiers", "President", "Ana", "Brkovic", "the", "two", "countries",
        "it", "They", "he", "said", '"', "“", "”", "'s", "(", ")", "LRMM", "Lake", "Mission",
        "of", "and", ",", ".", ":", "al", "-", "Ministry", "Foreign", "its", "parliament", "we",
        "I", "met", "with", "sent", "Col.", "J.", "gangs", "US", "in", "Lima", "\n", "’", "é", "½",
    )
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=40).map(" ".join))


def report_of(text):
    blocks = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(role="body", span=Span(at, at + len(line))))
        at += len(line) + 1
    return Report(id="x", text=text, publisher=text[:20] or None, blocks=tuple(blocks))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_the_cast_is_sound_and_the_same_each_time(text):
    report = report_of(text)
    sentences = parse(report)
    cast = link(report, sentences)
    heads = [mention.head for mention in cast.mentions]
    tokens = {token.span for sentence in sentences for token in sentence.tokens}
    assert set(heads) <= tokens
    assert len(set(heads)) == len(heads)
    for mention in cast.mentions:
        assert 0 <= mention.span.start <= mention.head.start < mention.head.end
        assert mention.head.end <= mention.span.end <= len(text)
        if mention.span.of(text).lower() != "its":
            assert all(mention.span in cast.actor(actor).mentions for actor in mention.actors)
    assert [actor.id for actor in cast.actors] == [f"a{n + 1}" for n in range(len(cast.actors))]
    assert all(actor.name and actor.mentions for actor in cast.actors)
    assert link(report, sentences) == cast
