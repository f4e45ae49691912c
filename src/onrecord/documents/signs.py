"""The signs of the data files, compiled: what a paragraph says about its own role."""

import re
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon import table

_LONGEST = 400
_MARK = re.compile(r"[•‣◦▪●■►·*–—-]\s+")


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """The kinds of boilerplate as one expression, with the most words that each kind has."""

    expression: re.Pattern[str]
    words: dict[str, int]

    def kind(self, words: str) -> str | None:
        """The kind of boilerplate that the whole paragraph is; None for what may be report."""
        if len(words) > _LONGEST:
            return None
        line = " ".join(words.split())
        mark = _MARK.match(line)
        match = self.expression.fullmatch(line, mark.end() if mark else 0)  # lastgroup: outermost
        if match is None or match.lastgroup is None:
            return None
        return match.lastgroup if len(line.split()) <= self.words[match.lastgroup] else None


@cache
def boilerplate() -> Boilerplate:
    """The table `boilerplate.yaml`, compiled."""
    kinds = table("boilerplate")
    parts = [f"(?P<{kind}>{_any(entry['lines'])})" for kind, entry in kinds.items()]
    expression = re.compile("|".join(parts), re.IGNORECASE)
    return Boilerplate(expression, {kind: entry["words"] for kind, entry in kinds.items()})


@cache
def sign(name: str) -> re.Pattern[str]:
    """The expression of the entry `name` of `blocks.yaml`."""
    return re.compile(_any(table("blocks")[name]["lines"]), re.IGNORECASE)


def _any(lines: list[str]) -> str:
    return "(?:" + "|".join(lines) + ")"
