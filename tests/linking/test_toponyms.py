import gzip
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon import path, table
from onrecord.linking.states import states
from onrecord.linking.toponym_names import key
from onrecord.linking.toponym_table import country, longest, named, short_forms
from onrecord.linking.toponyms import find_places
from onrecord.model import Place, Report, Span

EXAMPLES = table("toponyms")["examples"]
PIECES = st.sampled_from(
    [
        "Paris", "Texas", "Georgia", "Port-au-Prince", "N'Djamena", "Côte d’Ivoire", "St.", "Mo.",
        "D.C.", "Washington", "US", "in", "of", "the", ", ", ". ", "-", "'", "\n", " ", "(", ")",
        "Horn of Africa", "March", "NEW YORK", "Mr.", "é", "́", "🙂", "Kenyan", "--", "\u2028",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


def places(text: str, *taken: Span, publisher: str | None = None) -> tuple[Place, ...]:
    return find_places(Report(id="r", text=text, publisher=publisher), taken)


def told(text: str) -> list[str]:
    return [f"{p.span.of(text)} = {p.name} {p.country or '-'}" for p in places(text)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e["text"])
def test_the_examples_of_the_lexicon_read_as_they_say(example: dict[str, str | list[str]]):
    assert told(str(example["text"])) == example["places"]


def test_a_place_has_its_geonames_id_and_coordinates():
    (place,) = places("The convoy reached Kinshasa.")
    assert (place.geonames, place.country) == (2314302, "CD")
    assert place.latitude == pytest.approx(-4.3, abs=0.1)
    assert place.longitude == pytest.approx(15.3, abs=0.1)


def test_no_place_lies_in_a_name_that_is_taken():
    text = "The Bank of Uganda sent aid to Uganda."
    name = Span(text.index("Bank"), text.index(" sent"))
    assert [p.span.start for p in places(text, name)] == [text.rindex("Uganda")]


def test_a_name_that_reaches_into_a_taken_one_is_cut_back():
    text = "In South Africa Radio works."
    assert places(text, Span(text.index("Africa"), text.index(" works"))) == ()


def test_a_name_that_is_taken_whole_is_a_place_where_it_stands_as_one():
    text = "Rain fell in Decatur. Decatur spoke."
    names = [Span(text.index("Decatur"), 20), Span(text.rindex("Decatur"), 29)]
    assert [p.span for p in places(text, *names)] == names
    text = "A mayor called Decatur spoke. Clinton went to see Clinton."
    assert (
        places(text, *(Span(m.start(), m.end()) for m in re.finditer(r"Decatur|Clinton", text)))
        == ()
    )


def test_a_place_that_owns_what_is_named_after_it_is_a_place():
    text = "Bergen Police met the Bergen Philharmonic."
    police, band = Span(0, 13), Span(text.index("Bergen Ph"), len(text) - 1)
    assert [p.span for p in places(text, police, band)] == [Span(0, 6)]


def test_a_publisher_at_home_in_a_country_speaks_for_it():
    text = "Police in Hamilton closed the bridge."
    assert places(text, publisher="stuff.co.nz")[0].country == "NZ"
    assert places(text, publisher="paper.example")[0].country != "NZ"


def test_a_name_means_one_place_throughout_a_report():
    text = "Fire broke out in Athens, Ohio. Athens has one fire engine."
    first, _, second = places(text)
    assert first.geonames == second.geonames


def test_two_places_of_one_name_are_kept_apart_where_the_report_says_so():
    text = "She left London, Ontario, for London, England."
    assert [p.country for p in places(text)] == ["CA", "CA", "GB", "GB"]


def test_every_state_has_a_place():
    missing = [code for code, state in states().items() if not country(code)]
    assert missing == []


def test_every_short_form_stands_for_a_region():
    assert {line.split(" | ")[0] for line in table("toponyms")["short"]} <= set(short_forms())


def test_the_table_is_in_the_form_in_which_names_are_looked_up():
    assert key("Xi'an") == "xian"
    assert named(key("Cap-Haïtien"))[0].country == "HT"
    assert named(key("Nowhere-on-Earth")) == ()


@given(TEXTS, st.lists(st.tuples(st.integers(0, 200), st.integers(0, 30)), max_size=4))
def test_places_lie_in_the_text_in_order_and_never_overlap(text: str, cuts: list[tuple[int, int]]):
    taken = [Span(start, start + length) for start, length in cuts]
    found = places(text, *taken)
    assert all(0 <= p.span.start < p.span.end <= len(text) for p in found)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))
    in_names = [p for p in found if any(p.span.overlaps(t) for t in taken if t.length)]
    assert {p.span.start for p in in_names} <= {t.start for t in taken}
    assert all(-90 <= p.latitude <= 90 and -180 <= p.longitude <= 180 for p in found)


@given(TEXTS)
def test_the_same_text_has_the_same_places(text: str):
    assert places(text) == places(text)


def test_every_line_of_the_table_is_found():
    text = gzip.decompress(path("places.tsv.gz").read_bytes()).decode()
    lines = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    for name, *cells in (*lines[::200], lines[-1]):
        found = [place for place in named(name) if place.kind != "W"]
        assert [place.name for place in found] == [cell.split("|")[-1] for cell in cells]
        assert longest(name.partition(" ")[0]) > name.count(" ")


def test_words_that_begin_no_name_have_none():
    assert [named(word) for word in ("", "xyzzy", "~", "\ud800")] == [()] * 4
    assert [longest(word) for word in ("", "xyzzy", "~", "\ud800")] == [0] * 4
