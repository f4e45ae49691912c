"""What holds for the blocks and the id of every text."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.documents import report
from onrecord.documents.canonical import canonical
from onrecord.documents.header import split_header

LINES = st.sampled_from(
    [
        "",
        " ",
        "Envoy flies to Juba",
        "The envoy flew to Juba on Monday, and met the president.",
        "In Summary",
        "• The envoy met the president.",
        "  - a second point",
        "Image: FILE",
        "Read also: Rebels reject talks",
        "and went on in lower case, as lines do that are wrapped at some column",
        "“We will go,” he said.\u2028“Soon.”",
        "\x1c\x85\u200b",
        "\ud800",
        "By Ana Sousa",
        "* * *",
    ]
)
TEXTS = st.one_of(
    st.text(), st.lists(LINES).map("\n".join), st.text(st.characters(exclude_categories=()))
)


@settings(deadline=None)
@given(TEXTS)
@example("\x00")
@example("\ud800\n\ud800")
@example("a\n" * 50)
def test_blocks_hold_all_but_white_space(text):
    found = report(text)
    end, gaps = 0, []
    for block in found.blocks:
        assert end <= block.span.start < block.span.end <= len(text)
        words = block.span.of(text)
        assert words == words.strip()
        gaps.append(text[end : block.span.start])
        end = block.span.end
    assert not "".join([*gaps, text[end:]]).strip()
    assert found.text == text
    assert len([block for block in found.blocks if block.role == "headline"]) <= 1


@given(TEXTS, st.one_of(st.none(), TEXTS))
def test_any_title(text, title):
    found = report(text, title=title)
    assert found.title is None or found.title == " ".join(found.title.split())


@given(TEXTS, TEXTS)
def test_id_is_that_of_the_content(text, other):
    assert report(text).id == report(text, path="x/y.txt", source_id="17").id
    assert (report(text).id == report(other).id) == (text == other)


@given(TEXTS)
def test_canonical_text_is_canonical(text):
    clean = canonical(text)
    assert canonical(clean) == clean
    assert not any(ord(c) < 32 and c not in "\n\t" for c in clean)
    assert not any(line.endswith((" ", "\t")) for line in clean.split("\n"))


@given(TEXTS)
def test_header_is_cut_off_whole_or_not_at_all(text):
    fields, body = split_header(text)
    assert body == text if not fields else text.rstrip("\n").endswith(body)


def test_many_lines():
    assert len(report("talks in Juba, (Photo: By a\n\n" * 15_000).blocks) == 15_000
