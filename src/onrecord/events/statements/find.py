"""The statements of a report: its paragraphs in order, and who goes on speaking."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby

from onrecord.events.statements.hearing import read_paragraph
from onrecord.events.statements.paragraph import Paragraph
from onrecord.events.statements.saying import Saying
from onrecord.events.statements.sources import named
from onrecord.events.statements.turns import ends_turn, is_answer, only_asks, spoken, turns
from onrecord.mentions.quotations import Quotation, find_quotations
from onrecord.model import Cast, Ref, Report, Sentence, Span, Statement

_FARTHEST = 3
"""How many paragraphs later a quotation without a cue still belongs to the last speaker."""
_ENDS = (".", "!", "?", "…", ".)", ";")
_SPEECH = 6
"""How many spaces a quotation has at least that is more than a quoted term."""


@dataclass
class _Floor:
    """Who has the floor: the last saying, where, and whether unquoted words go on with it."""

    saying: Saying | None = None
    block: int = -1
    unquoted: bool = False
    turn: bool = False


def find_statements(
    report: Report, sentences: Sequence[Sentence], cast: Cast
) -> tuple[Statement, ...]:
    """The statements of a report, in text order."""
    found = list(_Reader(report, cast).read(sentences))
    found.sort(key=lambda statement: (statement.content, statement.cue or statement.content))
    return tuple(replace(s, id=f"s{n}") for n, s in enumerate(found, 1))


@dataclass
class _Reader:
    """Reads the paragraphs of one report in order."""

    report: Report
    cast: Cast
    floor: _Floor = field(default_factory=_Floor)
    papers: dict[str, Ref] = field(default_factory=dict)
    quotations: Mapping[int, list[Quotation]] = field(init=False)
    turns: Mapping[int, re.Match[str]] = field(init=False)
    _has_speech: bool = field(init=False)

    def __post_init__(self) -> None:
        quoted: dict[int, list[Quotation]] = {}
        for quotation in find_quotations(self.report):
            quoted.setdefault(quotation.block, []).append(quotation)
        self.quotations = quoted
        self.turns = turns(self.report)
        spoken_words = (q.words.of(self.report.text) for qs in quoted.values() for q in qs)
        self._has_speech = any(words.count(" ") > _SPEECH for words in spoken_words)

    def read(self, sentences: Sequence[Sentence]) -> Iterator[Statement]:
        """The statements, paragraph by paragraph."""
        for number, block in groupby(sentences, key=lambda sentence: sentence.block):
            yield from self._paragraph(number, list(block))

    def _paragraph(self, number: int, sentences: list[Sentence]) -> Iterator[Statement]:
        if number in self.turns:
            self._take_turn(number, sentences[0])
        elif self.floor.turn and ends_turn(self.report.blocks[number].span.of(self.report.text)):
            self.floor = _Floor()
        if self.floor.turn:
            yield from self._spoken(number)
            yield from read_paragraph(self._at(number, sentences), None).statements
            return
        if self.floor.unquoted and self._goes_on(number):
            yield from self._spoken(number)
            self.floor.unquoted = not self._has_speech
            return
        self.floor.unquoted = False
        yield from self._narrated(number, self._at(number, sentences))

    def _at(self, number: int, sentences: list[Sentence]) -> Paragraph:
        span = self.report.blocks[number].span
        quotations = self.quotations.get(number, [])
        return Paragraph(self.report.text, span, sentences, quotations, self.cast, self.papers)

    def _narrated(self, number: int, paragraph: Paragraph) -> Iterator[Statement]:
        """A paragraph in the report's own words, with what it quotes."""
        near = number - self.floor.block <= _FARTHEST
        heard = read_paragraph(paragraph, self.floor.saying if near else None)
        if heard.statements or heard.open:
            self.floor = _Floor(heard.last, number, unquoted=heard.open)
        yield from heard.statements

    def _take_turn(self, number: int, sentence: Sentence) -> None:
        """The floor goes to the one whose label opens the paragraph."""
        turn = self.turns[number]
        label, colon = Span(*turn.span("label")), Span(*turn.span("colon"))
        asked = self._asked if is_answer(turn["label"]) else None
        heard = replace(asked, span=label) if asked else None
        who = heard or named(sentence, label, self.report.text, self.cast)
        saying = None if only_asks(turn["label"]) else Saying(who, colon, None, sentence.span)
        self.floor = _Floor(saying, number, turn=True)

    @cached_property
    def _asked(self) -> Ref | None:
        """The person whom the text names last before its first label."""
        first = self.report.blocks[min(self.turns)].span
        for mention in reversed(self.cast.within(Span(0, first.start))):
            for actor in mention.actors if mention.form == "name" else ():
                if self.cast.actor(actor).kind == "person":
                    return Ref(name=self.cast.actor(actor).name, actor=actor)
        return None

    def _spoken(self, number: int) -> Iterator[Statement]:
        """A paragraph that is all words of the one who has the floor."""
        if self.floor.saying is None:
            return
        content = spoken(self.report, number, self.turns.get(number))
        if content.length > 0:
            yield self.floor.saying.statement(content, direct=True)

    def _goes_on(self, number: int) -> bool:
        """Whether a paragraph without quotation marks goes on with words that were announced.

        It does not where it opens with a mark, is no sentence, or names the speaker.
        """
        span = self.report.blocks[number].span
        words = span.of(self.report.text)
        quoted = self.quotations.get(number, [])
        opens = bool(quoted) and quoted[0].span.start == span.start
        return not opens and words.endswith(_ENDS) and not self._names_speaker(words)

    def _names_speaker(self, words: str) -> bool:
        who = self.floor.saying.who if self.floor.saying else None
        if who is None or who.actor is None or self.cast.actor(who.actor).kind != "person":
            return False
        return re.search(rf"\b{re.escape(who.name.split()[-1])}\b", words) is not None
