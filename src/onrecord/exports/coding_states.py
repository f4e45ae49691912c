"""ISO 3166-1 alpha-3 codes of states, and the states that a name or phrase has in it."""

import re
from functools import cache

from onrecord.lexicon import path
from onrecord.linking.states import by_name, entries

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SORTS = ("state", "territory", "demonym", "people")
_LONGEST = 6  # words


def words(text: str) -> tuple[str, ...]:
    """The words of a phrase as written, apostrophes straight; hyphens part words."""
    return tuple(word.replace("’", "'") for word in _WORD.findall(text))


@cache
def _alpha3() -> dict[str, str]:
    rows = path("states.tsv").read_text(encoding="utf-8").splitlines()
    cells = (row.split("\t") for row in rows if not row.startswith("#"))
    return {row[1]: row[2] for row in cells if row[0] != "region"}


def alpha3(alpha2: str | None) -> str:
    """The alpha-3 code of an alpha-2 code; empty where there is none."""
    return _alpha3().get(alpha2 or "", "")


def is_alpha3(code: str) -> bool:
    """Whether it is the alpha-3 code of a state or territory."""
    return code in _alpha3().values()


def state_named(name: str) -> str:
    """The alpha-3 code of the state of that canonical name; empty where there is none."""
    state = by_name().get(name)
    return alpha3(state.code) if state else ""


@cache
def _named() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for written, entry in entries():
        if entry.sort in _SORTS:
            found.setdefault(words(written), alpha3(entry.country))
    return found


def state_in(phrase: str) -> str:
    """The alpha-3 code of the first state that the phrase names; empty where it names none."""
    known, said = _named(), words(phrase)
    for start in range(len(said)):
        for length in range(_LONGEST, 0, -1):
            code = known.get(said[start : start + length])
            if code:
                return code
    return ""
