"""Datelines: the place and the agency before the first sentence ("LIMA, Peru (AP) - ...")."""

import re

from onrecord.model import Sentence

_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{2,40}(?:, [A-Z][\w. ]{1,30})?(?:, [A-Z][\w. ]{1,20})?"
    r"\s?(?:\([\w /.]{2,30}\))?\s?(?:-{1,2}|[–—_])\s?(?=\w)"
)


def dateline_end(sentence: Sentence, text: str) -> int:
    """Where the words of a sentence begin after its dateline; its start where it has none."""
    match = _DATELINE.match(text, sentence.span.start, sentence.span.end)
    return match.end() if match else sentence.span.start
