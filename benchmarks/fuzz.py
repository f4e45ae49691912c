"""Fuzzing for a bounded time: whatever comes in, no exception, and every span where its words are.

usage: python benchmarks/fuzz.py [SECONDS for each target, 30 unless told]

Hypothesis splices sentences, words and characters of the samples and of the own gold into texts
and files, round after round with another seed, and shrinks what it finds.
"""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from onrecord import Report, read, wire
from onrecord.documents import Refusal, bytes_reports, open_reports, report
from onrecord.mentions import find_quantities, find_times
from onrecord.model import Span

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent / "samples"
SECONDS = 30
ROUND = 100  # examples of one seed
NOISE = st.sampled_from(
    ("\n", "\n\n", "\x00", "\u202e", "\ufeff", "\u00a0", "“", "”", '"', "'", "—", "-", "(", ")",
     "½", "٣", "20245", "99999999999999999999", "1,00,0", "$", "per cent", "32 February", "e\u0301",
     "in the year 0", "said", "not", ":", "…", "🇭🇹", "\u2028", "<p>", "</p>", "&#0;", "|", "# ")
)  # fmt: skip
NAMES = ("a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.csv", "a.eml", "a.warc", "a.pdf")
LONGEST_DAMAGE = 200


@cache
def _pieces() -> st.SearchStrategy[str]:
    """Sentences and words of known texts, and noise between them."""
    found = [one for one in open_reports(SAMPLES) if isinstance(one, Report)]
    sentences = sorted({line for one in found for line in one.text.split(". ") if line})
    words = sorted({word for line in sentences for word in line.split()})
    return st.one_of(st.sampled_from(sentences), st.sampled_from(words), NOISE, st.text(max_size=6))


def texts() -> st.SearchStrategy[str]:
    """Texts of spliced pieces."""
    spliced = st.lists(_pieces(), min_size=1, max_size=60)
    joined = st.tuples(st.sampled_from((" ", "", "\n", ". ")), spliced)
    return joined.map(lambda drawn: drawn[0].join(drawn[1]))


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of the samples with some of its bytes replaced, or spliced text under any name."""
    paths = sorted(path for path in SAMPLES.rglob("*") if path.is_file())
    if draw(st.booleans()):
        return draw(st.sampled_from(NAMES)), draw(texts()).encode("utf-8", "replace")
    path = draw(st.sampled_from(paths))
    content = bytearray(path.read_bytes())
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(content)))
        end = at + draw(st.integers(0, LONGEST_DAMAGE))
        content[at:end] = draw(st.binary(max_size=20))
    return path.name, bytes(content)


def spans(node: Any) -> Iterator[tuple[Span, str | None]]:
    """All spans of a reading, each with the words that are said to stand there, if any are."""
    if isinstance(node, Span):
        yield node, None
    elif isinstance(node, tuple):
        for part in node:
            yield from spans(part)
    elif is_dataclass(node):
        if isinstance(getattr(node, "text", None), str) and hasattr(node, "span"):
            yield node.span, node.text
        for field in fields(node):
            if field.name != "report":
                yield from spans(getattr(node, field.name))


def sound(text: str, found: Any) -> None:
    """Raises `AssertionError` where a span does not lie in the text or its words do not."""
    for span, words in spans(found):
        if not 0 <= span.start < span.end <= len(text):
            raise AssertionError(f"{span} in a text of {len(text)}")
        if words is not None and span.of(text) != words:
            raise AssertionError(f"{words!r} is not at {span}: {span.of(text)!r}")


def documents(drawn: tuple[str, bytes]) -> None:
    """Bytes under a name: reports with their blocks in order, or lines that can be printed."""
    name, content = drawn
    for found in bytes_reports(content, Path(name)):
        if isinstance(found, Refusal):
            if not str(found).isprintable():
                raise AssertionError(f"{str(found)!r} is no line")
            continue
        found.text.encode()
        sound(found.text, tuple(block.span for block in found.blocks))


def times(text: str) -> None:
    """Times and their values."""
    one = report(text, published="2024-02-29")
    sound(one.text, find_times(one))


def quantities(text: str) -> None:
    """Quantities."""
    one = report(text)
    sound(one.text, find_quantities(one, find_times(one)))


def readings(text: str) -> None:
    """All that `read` gives, statements among it, and the way over the wire and back."""
    one = report(text, published="2024-02-29")
    reading = read(one)
    sound(one.text, reading)
    if wire.decode(wire.encode(reading)) != reading:
        raise AssertionError("what was written is not what was read")


def run(target: Callable[[Any], None], drawn: st.SearchStrategy[Any], seconds: float) -> int:
    """Rounds of examples until the time is over; how many were tried."""
    tried = 0

    @settings(
        max_examples=ROUND,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(drawn)
    def one(example: Any) -> None:
        nonlocal tried
        tried += 1
        target(example)

    end = time.monotonic() + seconds
    for number in range(sys.maxsize):
        if time.monotonic() >= end:
            break
        seed(number)(one)()
    return tried


def main() -> None:
    """Print how many examples each target took; the first that fails is raised, shrunk."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    targets = ((documents, damaged()), (times, texts()), (quantities, texts()), (readings, texts()))
    print(f"{'fuzzing':12} {'examples':>9} {'seconds':>8}")
    for target, drawn in targets:
        begun = time.monotonic()
        tried = run(target, drawn, seconds)
        print(f"{target.__name__:12} {tried:9} {time.monotonic() - begun:8.0f}", flush=True)


if __name__ == "__main__":
    main()
