"""Transcripts: paragraphs that open with the name of who speaks ("Minister: We will ...")."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from onrecord.events.statements.lexicon import answer_labels, furniture, question_labels
from onrecord.model import Report, Span

_LABEL = re.compile(r"(?P<label>[A-Z][^\s:]{0,40}(?:[ ][^\s:]{1,40}){0,5})(?P<colon>:)\s+(?=\S)")
_LETTER = re.compile(r"(?P<label>[A-Z])(?P<colon>\.)\s+(?=\S)")
_FEWEST = 2
_FEWEST_WORDS = 5
_LONGEST_HEADING = 8
_LONGEST_TURN = 4
"""How many paragraphs a turn has on average, at most."""


def turns(report: Report) -> Mapping[int, re.Match[str]]:
    """The labelled paragraphs of a transcript by block; none where the report is no transcript.

    A report is a transcript where labels come back and sentences follow them. Its turns begin
    with the first label that comes back: what is labelled before is a title or a date.
    """
    found = dict(_labelled(report))
    labels = Counter(match["label"].casefold() for match in found.values())
    again = [n for n, match in found.items() if labels[match["label"].casefold()] >= _FEWEST]
    if len(labels) < _FEWEST or not again:
        return {}
    words = sum(len(report.blocks[n].span.of(report.text).split()) for n in again)
    paragraphs = again[-1] + 1 - again[0]
    if words < _FEWEST_WORDS * len(again) or paragraphs > _LONGEST_TURN * len(again):
        return {}
    return {number: match for number, match in found.items() if number >= again[0]}


def _labelled(report: Report) -> Iterator[tuple[int, re.Match[str]]]:
    for number, block in enumerate(report.blocks):
        match = _LABEL.match(report.text, block.span.start, block.span.end)
        if match and match["label"].casefold() not in furniture():
            yield number, match
        letter = _LETTER.match(report.text, block.span.start, block.span.end)
        if letter and (is_answer(letter["label"]) or only_asks(letter["label"])):
            yield number, letter


def only_asks(label: str) -> bool:
    """Whether the label stands for somebody who only asks."""
    words = label.casefold().split()
    return bool(words) and words[0] in question_labels()


def is_answer(label: str) -> bool:
    """Whether the label stands for whoever is asked ("A:")."""
    return label.casefold() in answer_labels()


def ends_turn(words: str) -> bool:
    """Whether a paragraph is a heading, with which an answer ends."""
    return words[-1:].isalnum() and words[:1].isupper() and words.count(" ") < _LONGEST_HEADING


def spoken(report: Report, block: int, turn: re.Match[str] | None) -> Span:
    """The words of a paragraph without its label."""
    span = report.blocks[block].span
    return Span(turn.end(), span.end) if turn else span
