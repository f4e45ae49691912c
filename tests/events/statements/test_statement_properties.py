"""What holds of the statements of any text whatever."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from onrecord.mentions.quotations import find_quotations

WORDS = st.sampled_from(
    (
        '"', "“", "”", "‘", "’", "'", "''", "«", "»", "„", "``", ":", ",", ".", "?", "—", "(", ")",
        "he", "Ana", "Brkovic", "said", "says", "that", "told", "according", "to", "the",
        "minister", "ships", "left", "Question:", "Minister:", "adding", "who", "it", "as", "we",
        "will", "go", "and", "but", "\n", "Fiji", "statement", "denied", "quoted", "saying", "é",
    )
)  # fmt: skip
SEPARATORS = st.sampled_from((" ", ""))
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.tuples(WORDS, SEPARATORS), max_size=50).map(
        lambda parts: "".join(word + gap for word, gap in parts)
    ),
)
SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def is_in_one_block(report, span):
    return sum(block.span.overlaps(span) for block in report.blocks) == 1


@SETTINGS
@given(text=TEXTS)
@example(text="\"He said. \n\"He said\n''")
def test_quotations_stay_in_their_paragraph(reported, text):
    report = reported(text)
    found = find_quotations(report)
    for quotation in found:
        assert quotation.span.covers(quotation.words)
        assert report.blocks[quotation.block].span.covers(quotation.span)
        assert is_in_one_block(report, quotation.span)
    ends = [end for q in found for end in q.span]
    assert ends == sorted(ends)


@SETTINGS
@given(text=TEXTS)
def test_statements_are_sound(reported, statements, text):
    report = reported(text)
    found = statements(text)
    assert [s.id for s in found] == [f"s{n}" for n in range(1, len(found) + 1)]
    for statement in found:
        spans = [statement.content, statement.sentence, statement.cue]
        spans += [statement.speaker.span] if statement.speaker else []
        for span in filter(None, spans):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text).strip()
            assert is_in_one_block(report, span)
        assert statement.cue is not None or statement.speaker is not None


@SETTINGS
@given(text=TEXTS)
def test_reading_again_gives_the_same(statements, text):
    assert statements(text) == statements(text)


@given(marks=st.lists(st.sampled_from(('"', "“", "‘", "«", "''", "'a", "„")), max_size=400))
@settings(max_examples=30, deadline=None)
def test_marks_without_end_raise_nothing(reported, marks):
    report = reported(" ".join(marks) + " said")
    assert all(q.span.end <= len(report.text) for q in find_quotations(report))
