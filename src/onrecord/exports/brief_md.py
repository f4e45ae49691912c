"""The brief as Markdown."""

from collections.abc import Iterator

from onrecord.exports.markdown import escaped
from onrecord.exports.visible import visible
from onrecord.views.brief import Brief, Undertaking
from onrecord.views.citations import Source
from onrecord.views.dates import in_words
from onrecord.views.summary import Sentence
from onrecord.views.wording import attested, caveats, day, happening, when


def markdown(brief: Brief) -> str:
    """The page: from the summary and the mandate to the contradictions and the sources."""
    parts = [
        (None, _opening(brief)),
        ("Mandate", _mandate(brief)),
        ("Ledger", _ledger(brief)),
        ("Timeline", _timeline(brief)),
        ("Figures", _figures(brief)),
        ("Statements", _statements(brief)),
        ("Contradictions", _contradictions(brief)),
        ("Sources", _sources(brief)),
    ]
    text = []
    for heading, lines in parts:
        body = list(lines)
        if body:
            text += [f"## {heading}", ""] if heading else []
            text += [*body, ""]
    return "\n".join(text).rstrip("\n") + "\n"


def _opening(brief: Brief) -> Iterator[str]:
    yield f"# {_safe(brief.mission or 'The record')}"
    yield ""
    if brief.aliases:
        yield f"*Also: {_safe(', '.join(brief.aliases))}*"
        yield ""
    if brief.as_of:
        yield f"*As known on {_safe(in_words(brief.as_of))}*"
        yield ""
    yield " ".join(_sentence(sentence) for sentence in brief.summary)


def _sentence(sentence: Sentence) -> str:
    clauses = (_safe(clause.words) + _notes(clause.labels) for clause in sentence.clauses)
    return " ".join(filter(None, (sentence.opening, "; ".join(clauses)))) + "."


def _mandate(brief: Brief) -> Iterator[str]:
    for cited in brief.mandates:
        row = cited.row
        words = f"{row.act} by {', '.join(row.bodies)}" if row.bodies else row.act
        words += f", {row.instrument}" if row.instrument else ""
        doubt = caveats(row)
        when = in_words(row.date, inferred=row.inferred) or "no date"
        line = f"- **{_safe(when)}** {_safe(words)}"
        yield line + (f" *({_safe(doubt)})*" if doubt else "") + _notes(cited.labels)


def _ledger(brief: Brief) -> Iterator[str]:
    if not brief.ledger:
        return
    yield "| Party | Step | What | In all | When | Certainty | Reports | Sources |"
    yield "| --- | --- | --- | --: | --- | --- | --: | --- |"
    for line in brief.ledger:
        for cited in line.steps:
            step = cited.row
            cells = (_party(line, brief), step.status, step.what, step.total or "", day(step))
            doubt = caveats(step)
            yield _row(*cells, doubt, attested(step), notes=cited.labels)


def _party(line: Undertaking, brief: Brief) -> str:
    """The party; for whom, where that is not what the whole brief is about."""
    return (
        line.party if line.target in {None, brief.mission} else f"{line.party}, for {line.target}"
    )


def _timeline(brief: Brief) -> Iterator[str]:
    for cited in brief.timeline:
        event = cited.row
        day = when(event) or "no date"
        doubt = caveats(event)
        line = f"- **{_safe(day)}** {_safe(happening(event))}"
        yield line + (f" *({_safe(doubt)})*" if doubt else "") + _notes(cited.labels)


def _figures(brief: Brief) -> Iterator[str]:
    if not brief.figures:
        return
    yield "| Measure | Value | As of | According to | Sources |"
    yield "| --- | --- | --- | --- | --- |"
    for cited in brief.figures:
        figure = cited.row
        measure = f"{figure.measure}, of {figure.of}" if figure.of else figure.measure
        says = ", ".join((*figure.source, *figure.decisions))
        when = in_words(figure.as_of)
        yield _row(measure, figure.quantity or "", when, says, notes=cited.labels)


def _statements(brief: Brief) -> Iterator[str]:
    for cited in brief.statements:
        said = cited.row
        details = ", ".join(filter(None, (said.channel, in_words(said.published), *said.decisions)))
        speaker = said.speaker or "Not named"
        yield f"- **{_safe(speaker)}**{f' ({_safe(details)})' if details else ''}: " + (
            _safe(said.content) + _notes(cited.labels)
        )


def _contradictions(brief: Brief) -> Iterator[str]:
    for found in brief.contradictions:
        about, date = found.row.about, in_words(found.row.date)
        one = _safe(found.row.one_says) + _notes(found.one)
        other = _safe(found.row.other_says) + _notes(found.other)
        better = found.row.one_says if found.row.preferred == "one" else found.row.other_says
        because = f" (more for {better}: {found.row.because})" if found.row.preferred else ""
        line = f"- **{_safe(f'{about} ({date})' if date else about)}**: {one}, or {other}"
        yield line + _safe(because)


def _sources(brief: Brief) -> Iterator[str]:
    for source in brief.sources:
        yield f"{source.number}. {_named(source)}"
        for passage in source.passages:
            yield f"    - [{passage.label}] {_safe(passage.words)}"


def _named(source: Source) -> str:
    parts = (source.publisher, source.name, in_words(source.published), source.url)
    return _safe(". ".join(filter(None, parts)))


def _row(*cells: str, notes: tuple[str, ...]) -> str:
    return f"| {' | '.join(map(_safe, cells))} | {_notes(notes).strip()} |"


def _notes(labels: tuple[str, ...]) -> str:
    return "".join(f" [{label}]" for label in labels)


def _safe(text: str) -> str:
    return escaped(visible(text))
