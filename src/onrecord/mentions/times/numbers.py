"""Numbers and vague quantities in words or digits: "2 1/2", "twenty-four", "a few"."""

from collections.abc import Sequence

from onrecord.mentions.times.matcher import Found, word_value

SOME = "X"  # TIMEX3 for a number that is not said
_HALVES = range(10, 100)  # "nineteen ten" to "nineteen ninety-nine"
_SPELLED = range(1000, 2100)
Amount = float | str


def _plain(word: str) -> float | None:
    """The number that a word stands for by itself, in digits or letters."""
    value = word_value("numeral", word)
    if value is not None:
        return float(value)
    digits = word.replace(",", "")
    return float(digits) if digits.isascii() and digits.replace(".", "", 1).isdecimal() else None


def number(words: Sequence[str]) -> float | None:
    """The number that the words spell, as in "two hundred and five"; None where they spell none."""
    total, last = 0.0, None
    for word in words:
        plain, scale = _plain(word), word_value("scale", word)
        if scale is not None:
            total, last = max(total, 1.0) * float(scale), float(scale)
        elif plain is not None:
            if last is not None and plain >= last:
                return None
            total, last = total + plain, plain
    return None if last is None else total


def _fraction(words: Sequence[str]) -> tuple[float, Sequence[str]]:
    """The fraction in the words ("half", "1/2"), and the words without it."""
    if "/" in words:
        slash = words.index("/")
        top, bottom = number(words[slash - 1 : slash]), number(words[slash + 1 : slash + 2])
        return (top / bottom if top and bottom else 0.0), words[: slash - 1]
    halves = [i for i, word in enumerate(words) if word_value("fraction", word) is not None]
    return (0.5 if halves else 0.0), [w for i, w in enumerate(words) if i not in halves]


def amount(words: Sequence[str]) -> Amount | None:
    """How many the words say: "X" for few or many, the lower one of "two to three"."""
    ends = [i for i, word in enumerate(words) if word_value("between", word) is not None]
    words = words[: ends[0]] if ends else words
    for name in ("few", "crowds"):
        value = next((v for word in words if (v := word_value(name, word)) is not None), None)
        if value is not None:
            return value if isinstance(value, str) else float(value)
    fraction, rest = _fraction(words)
    whole = number(rest)
    if whole is None and (not fraction or len(rest) > 1):  # "a year and a half"
        whole = 1.0 if any(word_value("article", word) is not None for word in rest) else None
    if whole is None:
        return fraction or None
    return whole + fraction


def year_in_words(found: Found) -> int | None:
    """The year that the words spell in full or in two halves: "two thousand", "nineteen ten"."""
    rest, century = number(found.words("rest")), found.value("century_word")
    if rest is None:
        return None
    if century is None:
        return int(rest) if rest in _SPELLED else None
    return int(century) * 100 + int(rest) if rest in _HALVES else None
