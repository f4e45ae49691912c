"""The brief as one HTML page: no script, no request, nothing but itself."""

from collections.abc import Iterator
from importlib.resources import files
from itertools import groupby

from onrecord.exports.html import Html, joined, link, tag
from onrecord.views.brief import Brief, Cited, Undertaking
from onrecord.views.citations import Passage, Source
from onrecord.views.dates import in_words
from onrecord.views.figures import Row
from onrecord.views.ledger import Step
from onrecord.views.statements import Quote
from onrecord.views.summary import Sentence, count
from onrecord.views.timeline import Entry
from onrecord.views.wording import caveats, day, label, when, where

# Nothing is loaded from anywhere, even where the text of a report would have it so.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def html(brief: Brief, left: int = 0) -> str:
    """The page: from the summary and the mandate to the contradictions and the sources.

    `left` counts the rows of a longer brief that this is the beginning of.
    """
    more = f"This is the beginning of a long brief: {count(left, 'row')} more are on record."
    body = tag(
        "body",
        _header(brief),
        tag("p", more, class_="aside") if left else None,
        tag("main", *_sections(brief)),
        tag("footer", "Made by onrecord from the reports named above; no other source was used."),
    )
    page = tag("html", _head(brief), "\n", body, lang="en")
    return f"<!DOCTYPE html>\n{page.markup}\n"


def article(brief: Brief) -> str:
    """The brief without a page around it, for a page that has a head and a style of its own."""
    return joined(_header(brief), *_sections(brief)).markup


def _head(brief: Brief) -> Html:
    style = (files("onrecord.exports") / "brief.css").read_text(encoding="utf-8")
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        tag("title", f"{_title(brief)}: brief"),
        tag("style", Html(f"\n{style}")),
    )


def _title(brief: Brief) -> str:
    return brief.mission or "The record"


def _header(brief: Brief) -> Html:
    also = f"Also: {', '.join(brief.aliases)}" if brief.aliases else None
    until = f"As known on {in_words(brief.as_of)}" if brief.as_of else None
    return tag(
        "header",
        tag("h1", _title(brief)),
        *(tag("p", line, class_="aside") for line in (also, until) if line),
        tag("p", *map(_sentence, brief.summary), class_="lede"),
        "\n",
    )


def _sentence(sentence: Sentence) -> Html:
    parts: list[Html | str | None] = [sentence.opening]
    for index, clause in enumerate(sentence.clauses):
        parts += ["; " if index else " ", clause.words, _notes(clause.labels)]
    return joined(*parts, ". ")


def _sections(brief: Brief) -> Iterator[Html]:
    parts = (
        ("Mandate", [tag("dl", *_mandate(brief))] if brief.mandates else []),
        ("Ledger", [_ledger(brief)] if brief.ledger else []),
        ("Timeline", [tag("dl", *_timeline(brief))] if brief.timeline else []),
        ("Figures", [_figures(brief)] if brief.figures else []),
        ("Statements", [_statement(cited) for cited in brief.statements]),
        ("Contradictions", [tag("dl", *_contradictions(brief))] if brief.contradictions else []),
        ("Sources", [tag("ol", *map(_source, brief.sources), class_="sources")]),
    )
    for heading, content in parts:
        if content:
            yield tag("section", tag("h2", heading), *content, "\n")


def _mandate(brief: Brief) -> Iterator[Html]:
    for cited in brief.mandates:
        row = cited.row
        words = f"{row.act} by {', '.join(row.bodies)}" if row.bodies else row.act
        words += f", {row.instrument}" if row.instrument else ""
        doubt = _doubt(caveats(row))
        yield tag("dt", in_words(row.date, inferred=row.inferred) or "no date")
        yield tag("dd", words, doubt, _notes(cited.labels))


def _ledger(brief: Brief) -> Html:
    heads = ("Party", "Step", "What", "When", "Certainty")
    return tag(
        "table",
        tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))),
        *(_undertaking(line, brief) for line in brief.ledger),
    )


def _undertaking(line: Undertaking, brief: Brief) -> Html:
    target = None
    if line.target not in {None, brief.mission}:
        target = tag("span", f" for {line.target}")
    head = tag("th", line.party, target, rowspan=str(len(line.steps)), scope="rowgroup")
    rows = (_step(cited, None if index else head) for index, cited in enumerate(line.steps))
    return tag("tbody", *rows, "\n")


def _step(cited: Cited[Step], head: Html | None) -> Html:
    step = cited.row
    return tag(
        "tr",
        head,
        tag("td", step.status, _notes(cited.labels)),
        tag("td", step.what, f" ({step.total} in all)" if step.total else None, class_="number"),
        tag("td", day(step), class_="when"),
        tag("td", caveats(step), class_="doubt"),
    )


def _timeline(brief: Brief) -> Iterator[Html]:
    """Each date once, above or beside what happened then."""
    days = groupby(brief.timeline, lambda cited: when(cited.row) or "no date")
    for told, events in days:
        yield tag("dt", told)
        yield from map(_event, events)


def _event(cited: Cited[Entry]) -> Html:
    event = cited.row
    doubt = caveats(event)
    thing = event.what
    return joined(
        tag(
            "dd",
            ", ".join(event.actors) + (" " if event.actors else ""),
            tag("span", label(event.type), class_="type"),
            f" {thing}" if thing else None,
            f" → {', '.join(event.recipients)}" if event.recipients else None,
            where(event),
            _doubt(doubt),
            _notes(cited.labels),
        ),
        "\n",
    )


def _figures(brief: Brief) -> Html:
    heads = ("Measure", "Value", "As of", "According to")
    return tag(
        "table",
        tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))),
        tag("tbody", *map(_figure, brief.figures)),
        class_="figures",
    )


def _figure(cited: Cited[Row]) -> Html:
    figure = cited.row
    measure = f"{figure.measure}, of {figure.of}" if figure.of else figure.measure
    return tag(
        "tr",
        tag("td", measure, _notes(cited.labels)),
        tag("td", figure.quantity, class_="number"),
        tag("td", in_words(figure.as_of), class_="when", data_label="as of"),
        tag("td", ", ".join((*figure.source, *figure.decisions)), data_label="according to"),
        "\n",
    )


def _statement(cited: Cited[Quote]) -> Html:
    said = cited.row
    told = (said.channel, in_words(said.published), *said.decisions)
    details = (said.speaker or "Not named", *told)
    footer = tag("footer", ", ".join(filter(None, details)))
    return tag("blockquote", tag("p", said.content, _notes(cited.labels)), footer)


def _contradictions(brief: Brief) -> Iterator[Html]:
    for found in brief.contradictions:
        row = found.row
        one, other = (row.one_says, _notes(found.one)), (row.other_says, _notes(found.other))
        yield tag("dt", in_words(row.date) or "no date")
        better = row.one_says if row.preferred == "one" else row.other_says
        because = f" (more for {better}: {row.because})" if row.preferred else None
        yield tag("dd", f"{row.about}: ", *one, ", or ", *other, because)


def _source(source: Source) -> Html:
    title = link(source.url, source.name)
    publisher = f"{source.publisher}. " if source.publisher else None
    published = f", {in_words(source.published)}" if source.published else None
    return tag(
        "li",
        tag("span", str(source.number), class_="label"),
        publisher,
        title,
        published,
        tag("p", source.url, class_="aside") if source.url else None,
        tag("ul", *map(_passage, source.passages)),
        "\n",
    )


def _passage(passage: Passage) -> Html:
    words = tag("span", passage.words, dir="auto")
    return tag("li", tag("span", passage.label, class_="label"), words, id=f"p-{passage.label}")


def _doubt(doubt: str) -> Html | None:
    return tag("span", f" ({doubt})", class_="doubt") if doubt else None


def _notes(labels: tuple[str, ...]) -> Html | None:
    if not labels:
        return None
    return tag("span", *(tag("a", name, href=f"#p-{name}") for name in labels), class_="notes")
