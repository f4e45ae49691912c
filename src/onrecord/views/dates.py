"""EDTF dates in words, and in as few characters as they take."""

import re

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_DECADE = re.compile(r"(\d{3})X")
_QUALIFIERS = str.maketrans("", "", "?~%")
_MONTHS = 12
# Months; EDTF level 1 seasons, level 2 quarters, thirds and halves of a year.
_NAMES = {
    1: "January", 2: "February", 3: "March", 4: "April", 5: "May", 6: "June", 7: "July",
    8: "August", 9: "September", 10: "October", 11: "November", 12: "December",
    21: "spring", 22: "summer", 23: "autumn", 24: "winter",
    33: "first quarter of", 34: "second quarter of", 35: "third quarter of",
    36: "fourth quarter of", 37: "first third of", 38: "second third of", 39: "last third of",
    40: "first half of", 41: "second half of",
}  # fmt: skip


def in_words(edtf: str | None, *, inferred: bool = False) -> str:
    """A date as people write it: "2 October 2023", "July 2023", "since 2012"; "" for none."""
    if not edtf:
        return ""
    if inferred:
        return f"{in_words(edtf)} (inferred)"
    start, slash, end = edtf.partition("/")
    if not slash:
        return _single(edtf)
    if start in {"", ".."}:
        return f"until {_single(end)}"
    if end in {"", ".."}:
        return f"since {_single(start)}"
    return f"{_single(start)} to {_single(end)}"


def compact(edtf: str | None, *, inferred: bool = False) -> str:
    """A date for a narrow column: "2023-10-02", "2023-07 to 2023-09", "since 2012".

    A day that was inferred has the question mark of EDTF for what is uncertain.
    """
    if not edtf:
        return ""
    start, slash, end = (part.split("T")[0].replace("-XX", "") for part in edtf.partition("/"))
    doubt = "?" if inferred and "?" not in edtf else ""
    if not slash:
        return f"{_short(start)}{doubt}"
    if start in {"", ".."}:
        return f"until {_short(end)}{doubt}"
    if end in {"", ".."}:
        return f"since {_short(start)}{doubt}"
    return f"{_short(start)} to {_short(end)}{doubt}"


def _short(text: str) -> str:
    """A day, month or year as it is; a season or a quarter in words."""
    match = _MONTH.fullmatch(text.translate(_QUALIFIERS))
    return _single(text) if match and int(match[2]) > _MONTHS else text


def _single(text: str) -> str:
    plain = text.translate(_QUALIFIERS).replace("-XX", "")
    about = "about " if "~" in text or "%" in text else ""
    doubt = " (uncertain)" if "?" in text or "%" in text else ""
    return f"{about}{_plain(plain)}{doubt}"


def _plain(text: str) -> str:
    if match := _DECADE.fullmatch(text):
        return f"{match[1]}0s"
    if match := _MONTH.fullmatch(text):
        month = _NAMES.get(int(match[2]))
        return f"{month} {match[1]}" if month else text
    if match := _DAY.fullmatch(text):
        month = _NAMES.get(int(match[2]))
        return f"{int(match[3])} {month} {match[1]}" if month else text
    return text
