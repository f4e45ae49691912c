"""Which reports are copies of one another: syndicated, lightly edited or shortened texts.

MinHash over word shingles (Broder, "On the resemblance and containment of documents", 1997), one
permutation for all hashes (Li, Owen and Zhang, "One permutation hashing", 2012), in bands, so
that only reports are compared that are likely to share text.
"""

import re
import struct
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from zlib import crc32

from onrecord.model import Report
from onrecord.record.claims import Claim
from onrecord.record.groups import Union
from onrecord.record.memory import FORGETFUL, Memory

_SHINGLE = 4  # words
_LEAST = 20  # shingles; of a shorter text nobody can say that it is a copy
_BINS = 128
_ROWS = 2  # bins of a band
_CONTAINED = 0.5  # share of the shorter text that stands in the longer one
_COMPARED = 8  # texts of a band that each of it is compared with
_CACHED = 256  # texts whose shingles are at hand; each takes up to some hundred kilobytes
_EMPTY = 2**32
_WORD = re.compile(r"\w+")


def families(reports: Iterable[Report], memory: Memory = FORGETFUL) -> dict[str, str]:
    """For each report id the id of its family: the lowest id of the reports that share its text.

    A report of its own is a family of one. Takes time in proportion to the length of the texts.
    """
    by_id = {report.id: report for report in sorted(reports, key=lambda report: report.id)}
    shingles = lru_cache(maxsize=_CACHED)(lambda key: frozenset(_shingles(by_id[key])))
    sketches, compared = memory.part("sketches"), memory.part("copies")

    def least(key: str) -> Sequence[int]:
        found: Sequence[int] = sketches.get(key, by_id[key], lambda: _least(_shingles(by_id[key])))
        return found

    def copied(*keys: str) -> bool:
        pair = tuple(by_id[key] for key in keys)
        return bool(compared.get(keys, pair, lambda: _contained(*map(shingles, keys))))

    found = {key: drawn for key in by_id if (drawn := least(key))}
    union = Union()
    for start in range(0, _BINS, _ROWS):  # one band after the other: all at once take much memory
        alike: dict[tuple[int, ...], list[str]] = defaultdict(list)
        for key, drawn in found.items():
            alike[tuple(drawn[start : start + _ROWS])].append(key)
        for _, keys in sorted(band for band in alike.items() if len(band[1]) > 1):
            _join(keys, union, copied)
    return {key: str(union.root(key)) for key in by_id}


def sketch(report: Report) -> frozenset[int]:
    """Numbers (31 bits) of which reports with common text have one in common; none where too short.

    Reports without common text may share one by chance: `is_copy` tells.
    """
    return frozenset(crc32(struct.pack("<3Q", *band)) >> 1 for band in _bands(_shingles(report)))


def is_copy(one: Report, other: Report) -> bool:
    """Whether half of the shorter text stands in the longer one."""
    return _contained(frozenset(_shingles(one)), frozenset(_shingles(other)))


def independent(found: dict[str, str], claims: Iterable[Claim]) -> int:
    """How many families the reports of these claims come from: copies count as one source."""
    return len({found.get(claim.report, claim.report) for claim in claims})


def _join(keys: list[str], union: Union, copied: Callable[[str, str], bool]) -> None:
    """Joins the reports of a band that are copies of one of the first texts in it."""
    firsts: list[str] = []
    for key in keys:
        apart = [first for first in firsts if union.root(first) != union.root(key)]
        original = next((first for first in apart if copied(first, key)), None)
        if original:
            union.join(original, key)
        elif len(apart) == len(firsts) < _COMPARED:
            firsts.append(key)


def _contained(one: frozenset[int], other: frozenset[int]) -> bool:
    least = min(len(one), len(other))
    return least > 0 and len(one & other) >= _CONTAINED * least


def _shingles(report: Report) -> list[int]:
    """Hashes of all runs of words; none of a text that is too short to tell."""
    words = _WORD.findall(body(report).casefold())
    runs = (" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))
    found = [crc32(run.encode("utf-8", "surrogatepass")) for run in runs]
    return found if len(found) >= _LEAST else []


def body(report: Report) -> str:
    """The text without what stands on every page of its publisher."""
    own = [block.span.of(report.text) for block in report.blocks if block.role != "boilerplate"]
    return "\n".join(own) if own else report.text


def _bands(shingles: list[int]) -> Iterator[tuple[int, ...]]:
    least = _least(shingles)
    for start in range(0, len(least), _ROWS):
        yield (start, *least[start : start + _ROWS])


def _least(shingles: list[int]) -> Sequence[int]:
    """The least hash of each bin; empty where there are no shingles."""
    if not shingles:
        return ()
    least = array("Q", [_EMPTY]) * _BINS
    for value in shingles:
        place = value % _BINS
        least[place] = min(least[place], value)
    for place in range(2 * _BINS - 1, -1, -1):  # an empty bin takes what the next one has
        here, following = place % _BINS, (place + 1) % _BINS
        if least[here] == _EMPTY:
            least[here] = least[following]
    return least
