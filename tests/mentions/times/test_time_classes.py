"""The alphabet of word classes and the pattern language."""

import pytest

from onrecord.lexicon.tables import table
from onrecord.mentions.times.matcher import grammar, rule_entries
from onrecord.mentions.times.patterns import compiled, literals


def test_every_number_is_foreseen():
    letters = grammar().alphabet
    numbers = [str(n) for n in range(10_000)] + [f"{n:04}" for n in range(0, 10_000, 7)]
    assert all(letters.classes.of(number) in letters.letters for number in numbers)


@pytest.mark.parametrize(
    "word", ["May", "may", "MAY", "Sun", "sun", "'s", "’s", "–", "Oct", "2,000", "x"]
)
def test_every_word_form_is_foreseen(word):
    letters = grammar().alphabet
    assert letters.classes.of(word) in letters.letters


def test_may_is_a_month_only_with_its_capital():
    classes = grammar().alphabet.classes
    assert "month" in classes.of("May")
    assert "month" not in classes.of("may")


def test_every_class_and_part_is_used():
    words = table("times/words")
    sources = [*words["parts"].values()]
    for _, entry in rule_entries():
        around = (
            entry.get(k, "") for k in ("after", "not_after", "before", "not_before", "preceded")
        )
        sources += [*entry["patterns"], *around]
    text = " ".join(sources)
    named_in_code = {
        "side",
        "few",
        "opener",
        "fraction",
        "article",
        "scale",
        "between",
        "numeral",
        "joint",
        "first_end",
    }
    unused = [
        name for name in words["classes"] if f"{name}>" not in text and name not in named_in_code
    ]
    assert unused == []
    assert [name for name in words["parts"] if f"{name}}}" not in text] == []


def letters(name):
    return {"=a": "A", "=b": "B", "x": "X", "y": "Y"}[name]


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        ("a b", ["AB"], ["A", "B", "BA"]),
        ("a? b", ["AB", "B"], ["A"]),
        ("( a | b ) <x>", ["AX", "BX"], ["X"]),
        ("( a b )? <x>", ["ABX", "X"], ["AX"]),
        ("{p} b", ["AB", "XB"], ["B"]),
    ],
)
def test_pattern(pattern, yes, no):
    found = compiled(pattern, letters, {"p": "a | <x>"})
    assert [text for text in [*yes, *no] if found.regex.fullmatch(text)] == yes
    assert all(found.after(found.first, text[0]) for text in yes)
    assert {text[0] for text in yes} <= found.firsts()


@pytest.mark.parametrize(
    ("begun", "next_letters"),
    [("", {"A", "X"}), ("A", {"B", "X"}), ("AB", {"X"}), ("X", {"A"}), ("B", set())],
)
def test_letters_that_can_come_next(begun, next_letters):
    found = compiled("( a b? )? <x> a", letters, {})
    places = found.first
    for letter in begun:
        places = found.after(places, letter)
    assert {letter for letter in "ABXY" if found.after(places, letter)} == next_letters


def test_anything_can_come_after_a_whole_match():
    found = compiled("a b?", letters, {})
    assert found.after(found.after(found.first, "A"), "Y")


def test_captures_of_one_name_are_read_back_as_one():
    found = compiled("<x> a | b <x>", letters, {})
    assert found.captures(found.regex.fullmatch("BX")) == {"x": (1, 2)}
    assert found.captures(found.regex.fullmatch("XA")) == {"x": (0, 1)}


@pytest.mark.parametrize("pattern", ["( a", "a )", "?", "| ", "", "a?"])
def test_unreadable_pattern_is_refused(pattern):
    with pytest.raises(ValueError, match=r"pattern|nothing|closed|read"):
        compiled(pattern, letters, {})


def test_unknown_class_is_refused():
    with pytest.raises(KeyError):
        compiled("<z>", letters, {})


def test_literals_of_a_pattern():
    assert literals("the? <day> ( of | , )? {part}") == {"the", "of", ","}
