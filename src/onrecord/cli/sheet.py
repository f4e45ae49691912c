"""What an analyst has in view: the fact, its evidence, and what speaks against it."""

from rich.console import Console
from rich.text import Text

from onrecord.cli.proofs import proofs
from onrecord.cli.tables import paper, printed
from onrecord.exports.visible import visible
from onrecord.model import Span
from onrecord.record import Record
from onrecord.record.facts import facts_of
from onrecord.review import Item, likely
from onrecord.views import why
from onrecord.views.gist import gist
from onrecord.views.queue import row

_AROUND = 600  # characters of the report on either side of a sentence


def sheet(record: Record, item: Item, number: int, total: int) -> str:
    """The item with all its sentences, then what speaks against it or may be the same."""
    console = paper(to_file=False)
    reasons = ", ".join(item.reasons) or "decided"
    console.rule(f"{number} of {total}: {reasons}", align="left")
    if item.orphan:
        found = row(record, item)
        console.print(Text(visible(found.what), "bold"))
        console.print(Text.assemble(("  read no more: ", "dim"), visible(found.sentence)))
        return printed(console)
    if item.because:
        console.print(Text(f"may be one with others: {visible(item.because)}"))
    text = printed(console) + proofs(why(record, item.id), to_file=False)
    return text + _others(record, item)


def page(record: Record, item: Item) -> str:
    """The report around the sentence, which is marked."""
    console = paper(to_file=False)
    found = row(record, item)
    reading = record.readings.get(found.report)
    if reading is None:
        return "the report is not on the record"
    report = reading.report
    known = (report.title, report.publisher, report.published, report.url, report.path)
    console.print(Text(visible(", ".join(filter(None, known)) or report.id), "dim"))
    _marked(console, report.text, Span(found.start, found.end))
    return printed(console)


def _marked(console: Console, text: str, span: Span) -> None:
    start, end = max(span.start - _AROUND, 0), span.end + _AROUND
    console.print(
        Text.assemble(
            _lines(text[start : span.start]),
            "[",
            (_lines(span.of(text)), "bold yellow"),
            "]",
            _lines(text[span.end : end]),
        )
    )


def _lines(text: str) -> str:
    """Harmless to a terminal, line by line."""
    return "\n".join(map(visible, text.split("\n")))


def _others(record: Record, item: Item) -> str:
    """The facts that speak against it or may be the same, numbered for a merge."""
    facts = facts_of(record)
    console = paper(to_file=False)
    for number, other in enumerate(likely(record, item), start=1):
        claims = facts[other]
        words = claims[0].sentence.of(record.readings[claims[0].report].report.text)
        relation = "against" if other in item.against else "or the same as"
        console.print()
        console.print(Text.assemble((f"({number}) {relation} ", "dim"), f"{other}  "))
        console.print(Text(visible(gist(record, claims))))
        console.print(Text(f"  {visible(words)}"))
    return f"\n{text}" if (text := printed(console)).strip() else ""
