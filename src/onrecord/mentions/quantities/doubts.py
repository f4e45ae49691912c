"""Numbers that are no quantities: labels, years, ages, clock times, enumerations."""

import re
from functools import cache

from onrecord.lexicon import table, words
from onrecord.lexicon.tables import path
from onrecord.mentions.quantities.nouns import counted, is_known
from onrecord.mentions.quantities.numerals import Numeral
from onrecord.model import Span

_SPACES = (" ", "\xa0")
_OPENING_MARKS = "([“\"'‘"
_CLOSING_MARKS = ')]”"'
_NEXT_WORD = re.compile(r"[ \xa0-]?([A-Za-z°'’.]{1,12})")
_NAME_BEFORE = re.compile(r"[A-Z]\S*, $")
_GAPPED = re.compile(r"(?:,|\band) (?:[A-Z]\S* ){1,3}\Z")
_LONGEST_GAP = 60
_STICKS = "-–—/#@'’′″°_.,:+*=\\&"
_LONGEST_WORD = 26
_OLDEST = 120


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in words("quantities", key))


@cache
def _countries() -> frozenset[str]:
    """The last words of the names of states, after which a bare number may count."""
    rows = path("states.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(row.split("\t")[3].split()[-1] for row in rows if not row.startswith("#"))


def last_word(text: str, at: int, floor: int) -> str:
    """The word that ends, with one space, right before `at`."""
    before = text[max(floor, at - _LONGEST_WORD) : at]
    if before[-1:] not in _SPACES or before[-2:-1].isspace() or len(before) == 1:
        return ""
    word = before[:-1].rsplit(maxsplit=1)[-1]
    return word.lstrip(_OPENING_MARKS) if word[-1] not in _CLOSING_MARKS else ""


def is_dressed(text: str, number: Numeral, block: Span) -> bool:
    """Whether something sticks to the number that makes it part of a name or code."""
    before = text[number.start - 1] if number.start > block.start else ""
    after = text[number.end : min(number.end + 3, block.end)]
    if before and (before in _STICKS or before.isalnum()):
        return True
    if before in ("(", "[") and after[:1] in (")", "]") and not number.spelt:
        return True
    if (
        after[:2] == "- "
        or after[:1] in ("(", "/", "°", "′", "″", "_", "@", "#")
        or after[:2].lower() in ("’s", "'s")
    ):
        return True
    return number.start == block.start and not number.spelt and _is_bullet(after)


def _is_bullet(after: str) -> bool:
    return after[:1] in table("quantities")["bullets"] and (len(after) == 1 or after[1].isspace())


def is_label(text: str, number: Numeral, block: Span) -> bool:
    """Whether the word before makes a name of the number: "Article 5", "Task Force 153"."""
    word = last_word(text, number.start, block.start)
    lower = word.lower().rstrip(".")
    if not word or number.scale > 1 or number.part or "," in text[number.start : number.end]:
        return False
    if number.value > table("quantities")["label_up_to"].get(lower, number.value):
        return False
    if lower in _set("labels"):
        noun = counted(text, number.end, block.end, single=False)
        return word[0].isupper() or noun is None or not is_known(noun.unit)
    if word.islower() or not word[0].isalpha() or word.rstrip(".!?,;:—–-…") != word:
        return False
    if lower in _set("openers") or word in _countries():
        return False
    return not number.spelt or text[number.start].isupper()


def is_year(text: str, number: Numeral) -> bool:
    """Whether a number without comma, scale or unit lies where years do."""
    first, last = table("quantities")["years"]
    return text[number.start : number.end].isdigit() and first <= number.value <= last


def is_followed(text: str, end: int, limit: int) -> bool:
    """Whether a clock time, a month or a unit of time follows."""
    match = _NEXT_WORD.match(text, end, limit)
    if match is None:
        return False
    word = match[1].lower().rstrip(".")
    one = word.removesuffix("s")
    return word in _not_before() or one in _set("time_units") or word in _set("time_units")


@cache
def _not_before() -> frozenset[str]:
    return frozenset(table("quantities")["not_before"])


def is_age(text: str, number: Numeral) -> bool:
    """Whether the number is an apposition after a name: "Jane Roe, 42, said"."""
    named = _NAME_BEFORE.search(text[max(0, number.start - _LONGEST_WORD) : number.start])
    after = text[number.end : number.end + 1]
    return bool(named) and after in (",", ".", "") and number.value < _OLDEST


def is_gapped(text: str, number: Numeral) -> bool:
    """Whether "one" is what the state before it has of a count: "Chad lost three and Mali one"."""
    words = text[max(0, number.start - _LONGEST_GAP) : number.start]
    ends = text[number.end : number.end + 1] in (".", ",", ";")
    return number.spelt and ends and _GAPPED.search(words) is not None and _names_state(words)


def _names_state(words: str) -> bool:
    return words.rsplit(maxsplit=1)[-1] in _countries()


def is_address(text: str, number: Numeral) -> bool:
    """Whether a capital right after a bare number makes an address or a name of it."""
    after = text[number.end : number.end + 2]
    return not number.spelt and after[:1] == " " and after[1:].isupper()


def refers_back(text: str, start: int) -> bool:
    """Whether a determiner stands before that makes "two" or "three" a pronoun."""
    return last_word(text, start, 0).lower() in _set("anaphoric")
