"""The statements of a report."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from onrecord.events.statements.channels import channel
from onrecord.events.statements.cues import Cue, find_cues
from onrecord.events.statements.direct import cue_of, follows
from onrecord.events.statements.indirect import contents
from onrecord.events.statements.sources import speaker
from onrecord.mentions.quotations import Quotation, find_quotations
from onrecord.model import Cast, Report, Sentence, Span, Statement


def find_statements(
    report: Report, sentences: Sequence[Sentence], cast: Cast
) -> tuple[Statement, ...]:
    """The statements of a report, in text order."""
    quoted: dict[int, list[Quotation]] = {}
    for quotation in find_quotations(report):
        quoted.setdefault(quotation.block, []).append(quotation)
    found: list[Statement] = []
    for number, block in groupby(sentences, key=lambda sentence: sentence.block):
        found += _in_block(report, list(block), quoted.get(number, []), cast)
    found.sort(key=lambda statement: (statement.content, statement.cue or statement.content))
    return tuple(replace(s, id=f"s{n}") for n, s in enumerate(found, 1))


def _in_block(
    report: Report, sentences: list[Sentence], quotations: list[Quotation], cast: Cast
) -> Iterator[Statement]:
    cues = [
        cue
        for sentence in sentences
        for cue in find_cues(sentence)
        if not any(q.span.overlaps(cue.span) for q in quotations)
    ]
    text = report.text
    last: tuple[Cue, Span] | None = None
    for quotation in quotations:
        cue = cue_of(text, quotation, cues)
        if cue is None and last and follows(text, last[1], last[0], quotation):
            cue = last[0]
        if cue is not None:
            last = (cue, quotation.span)
            yield _statement(cue, quotation.span, text, cast, direct=True)
    for cue in cues:
        for content in contents(cue):
            if not any(q.span.overlaps(content) for q in quotations):
                yield _statement(cue, content, text, cast, direct=False)


def _statement(cue: Cue, content: Span, text: str, cast: Cast, *, direct: bool) -> Statement:
    who = None if cue.source is None else speaker(cue.sentence, cue.source, text, cast)
    return Statement(
        id="",
        speaker=who,
        direct=direct,
        cue=cue.span,
        content=content,
        channel=channel(cue.sentence, content),
        sentence=cue.sentence.span,
    )
