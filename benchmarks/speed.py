"""Speed as a ratio within one run: `read` against a bare pass of the same spaCy pipeline."""

import statistics
import time
from collections.abc import Callable, Sequence

from onrecord import Report, read
from onrecord.language import pipeline_name

ROUNDS = 3


def ratio(reports: Sequence[Report], rounds: int = ROUNDS) -> tuple[float, float, float]:
    """Reports per second of `read`, of the bare pass, and the first over the second.

    Both see the same texts in turn, in one thread; seconds are of the processor, and the ratio is
    the median over the rounds. The bare pass is `nlp.pipe` with all components of the pipeline.
    """
    import spacy

    nlp = spacy.load(pipeline_name())
    texts = [report.text for report in reports]

    def bare() -> None:
        for _ in nlp.pipe(texts):
            pass

    def ours() -> None:
        for report in reports:
            read(report)

    bare()
    ours()
    pairs = [(_seconds(ours), _seconds(bare)) for _ in range(rounds)]
    mine, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    middle = statistics.median(b / a for a, b in pairs)
    return len(reports) / mine, len(reports) / theirs, middle


def _seconds(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
