"""Named features that no gazetteer knows: "Sava Dam", "Lake Orta", "Camp Bello", "Rila Mountains".

Their names say what they are, by the word they end or begin with; where they lie stays open.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.lexicon import word_set
from onrecord.linking.toponym_spots import Closed
from onrecord.model import Place, Report, Span

_NAME = r"[A-Z\u00c0-\u00de][\w'’-]*"
_ARTICLE = ("The", "A", "An", "This", "That")


def find_features(report: Report, taken: Sequence[Span]) -> Iterator[Place]:
    """The features named in a report that overlap none of the spans in `taken`, in text order."""
    closed = Closed(taken)
    for match in _shape().finditer(report.text):
        start = match.start()
        first, _, rest = match[0].partition(" ")
        if first in _ARTICLE:
            start += len(first) + 1
            if " " not in rest:
                continue
        span = Span(start, match.end())
        if not (closed.meets(span) or span in closed.names):
            yield Place(span=span, name=" ".join(span.of(report.text).split()))


@cache
def _shape() -> re.Pattern[str]:
    """Words with capitals, of which the last or the first names a kind of feature."""
    last = "|".join(sorted(map(str.capitalize, word_set("toponyms", "features"))))
    first = "|".join(sorted(map(str.capitalize, word_set("toponyms", "features_first"))))
    return re.compile(
        rf"\b(?:(?:{_NAME} ){{1,4}}(?:{last})|(?:{first}) (?:{_NAME} )?{_NAME})\b(?! {_NAME})"
    )
