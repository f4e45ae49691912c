"""The actors and mentions of a report while they are being found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import msgspec

from onrecord.lexicon import table
from onrecord.linking.extent import owned_from
from onrecord.linking.gazetteer import plain
from onrecord.linking.terms import Term, listed, lowered, term_at, terms
from onrecord.model import ActorKind, MentionForm, Role, Sentence, Span, Token

_LONGEST_TITLE = 2  # "Prime Minister", "Rear Admiral"
_NOMINAL = ("NOUN", "PROPN")


@dataclass
class Draft:
    """An actor that is still gathering names, roles and mentions.

    `gender` is "m", "f" or None where the text does not tell.
    """

    name: str
    kind: ActorKind
    country: str | None = None
    aliases: dict[str, None] = field(default_factory=dict)
    roles: dict[tuple[str, str | None], Role] = field(default_factory=dict)
    gender: str | None = None


class Noted(msgspec.Struct, frozen=True):
    """A mention on tokens `start` to `end` of a sentence, headed by token `head`."""

    sentence: int
    start: int
    end: int
    head: int
    form: MentionForm
    actors: tuple[str, ...]
    span: Span


def is_goal(sentence: Sentence, i: int) -> bool:
    """Whether the name at token `i` is only a goal, source or adversary ("to", "against")."""
    token = sentence.tokens[i]
    prep = sentence.tokens[token.head]
    return token.dep == "pobj" and prep.lower in listed("coreference", "away")


@dataclass
class Roster:
    """Drafts by key and mentions by sentence and head; the first note of a head stands.

    `named` maps the tokens that belong to a name to its mention; `hints` maps tokens that name a
    place to the state in which it lies, which tells what a sentence is about; `units` are names of
    units of forces (sentence, first token, end) that do not say whose; `home` is the state in which
    the report was published, where its publisher or address tells; `ships` are warships by name,
    with their state and where they are named, for they act for their state; `official` tells
    whether the report is the own statement of its `home`. Sentences are counted as in `sentences`,
    tokens within them.
    """

    sentences: Sequence[Sentence]
    text: str
    drafts: dict[str, Draft] = field(default_factory=dict)
    noted: dict[tuple[int, int], Noted] = field(default_factory=dict)
    named: dict[tuple[int, int], Noted] = field(default_factory=dict)
    hints: dict[tuple[int, int], str] = field(default_factory=dict)
    units: list[tuple[int, int, int]] = field(default_factory=list)
    home: str | None = None
    official: bool = False
    ships: dict[str, tuple[str, list[Span]]] = field(default_factory=dict)

    @cached_property
    def plain(self) -> str:
        """The text with straight apostrophes and hyphens."""
        return plain(self.text)

    @cached_property
    def terms(self) -> tuple[dict[int, Term], ...]:
        """For each sentence the terms of the lexicon by their first token."""
        low = lowered(self.plain)
        return tuple(self._terms_of(sentence.tokens, low) for sentence in self.sentences)

    @staticmethod
    def _terms_of(tokens: Sequence[Token], low: str) -> dict[int, Term]:
        book = terms()
        may = [t.i for t in tokens if t.lower in book or not t.lower.isalnum()]
        return {i: term for i in may if (term := term_at(low, tokens, i))}

    @cached_property
    def capitals(self) -> tuple[tuple[int, ...], ...]:
        """For each sentence the tokens that begin with a capital letter, in text order."""
        return tuple(
            tuple([t.i for t in sentence.tokens if t.text[:1].isupper()])
            for sentence in self.sentences
        )

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that the report writes in lower case somewhere."""
        return frozenset(
            t.text for sentence in self.sentences for t in sentence.tokens if t.text.islower()
        )

    @cached_property
    def proper(self) -> frozenset[str]:
        """The words that are tagged as names inside a sentence, and never written in lower case."""
        inside = {
            t.text
            for sentence in self.sentences
            for t in sentence.tokens[1:]
            if t.tag == "NNP" and sentence.role != "headline"
        }
        return frozenset(word for word in inside if word.lower() not in self.common)

    @cached_property
    def prominence(self) -> dict[str, float]:
        """How often each state is named, by its code, goals left out; counted once, when asked."""
        counts: dict[str, float] = {}
        for noted in {id(n): n for n in self.noted.values()}.values():
            if is_goal(self.sentences[noted.sentence], noted.head):
                continue
            for key in noted.actors:
                code = self.drafts[key].country
                if code:
                    counts[code] = counts.get(code, 0.0) + 1.0
        for (s, i), code in self.hints.items():
            if is_goal(self.sentences[s], i):
                continue
            counts[code] = counts.get(code, 0.0) + 1.0
        return counts

    @property
    def only_state(self) -> str | None:
        """The code of the only state that the report names, or None."""
        codes = {d.country for d in self.drafts.values() if d.kind == "state"}
        return next(iter(codes)) if len(codes) == 1 else None

    @cached_property
    def owners_of(self) -> dict[str, set[str]]:
        """Head words of mentions of states -> the states' codes; found once, when first asked."""
        found: dict[str, set[str]] = {}
        for (s, i), noted in self.noted.items():
            draft = self.drafts[noted.actors[0]] if len(noted.actors) == 1 else None
            if draft and draft.kind == "state" and draft.country and noted.end - noted.start > 1:
                found.setdefault(self.sentences[s].tokens[i].lower, set()).add(draft.country)
        return found

    def actor(self, name: str, kind: ActorKind, country: str | None = None) -> str:
        """The key of the actor of that name and kind, drafted if it is new."""
        key = f"{kind}:{name.casefold()}"
        draft = self.drafts.setdefault(key, Draft(name, kind, country))
        if draft.country is None:
            draft.country = country
        return key

    def note(
        self,
        sentence: int,
        start: int,
        end: int,
        form: MentionForm,
        actors: Iterable[str],
        head: int | None = None,
    ) -> Noted | None:
        """Keeps a mention; None where its head word already has one.

        A phrase that the parse leaves in pieces is kept on the head of each piece.
        """
        tokens = self.sentences[sentence].tokens
        span = Span(tokens[start].span.start, tokens[end - 1].span.end)
        heads = [head] if head is not None else self._heads(sentence, start, end)
        keys = tuple(dict.fromkeys(actors))
        noted = Noted(sentence, start, end, heads[0], form, keys, span)
        if form in ("name", "demonym"):
            for i in range(start, end):
                self.named.setdefault((sentence, i), noted)
        if (sentence, heads[0]) in self.noted:
            return None
        self.noted[sentence, heads[0]] = noted
        for at in heads[1:]:
            other = Noted(sentence, start, end, at, form, keys, span)
            self.noted.setdefault((sentence, at), other)
        if len(keys) == 1 and form != "pronoun" and self._may_be_called(keys[0], noted):
            self.alias(keys[0], self._printed(noted))
        return noted

    def _printed(self, noted: Noted) -> str:
        """The words of a mention with those of its possessor ("Chile's parliament")."""
        sentence = self.sentences[noted.sentence]
        first = noted.start
        if noted.form != "name" or self.drafts[noted.actors[0]].kind != "person":
            first = owned_from(sentence, noted.start, noted.end)
        while sentence.tokens[first].tag == "DT" and first < noted.start:
            first += 1
        return self.text[sentence.tokens[first].span.start : noted.span.end]

    def _may_be_called(self, key: str, noted: Noted) -> bool:
        """Whether words are a name: "the force" is a mention of a mission, not another name.

        A person goes by name, with or without a title, and by an office that tells of what
        ("President Ruiz", "Fiji's president"), not by both at once or by a bare office.
        """
        words = self.sentences[noted.sentence].tokens[noted.start : noted.end]
        kind = self.drafts[key].kind
        if kind == "person" and noted.form != "name":
            start = owned_from(self.sentences[noted.sentence], noted.start, noted.end)
            words = self.sentences[noted.sentence].tokens[start : noted.end]
            named = [n for t in words if (n := self.named.get((noted.sentence, t.i)))]
            titled = noted.end - noted.start <= len(named) + _LONGEST_TITLE
            return titled and len({key in n.actors for n in named}) == 1
        if kind not in ("organisation", "mission"):
            return not any(t.tag == "CD" for t in words[1:])
        if words[-1].lemma.lower() in table("coreference")["documents"]:
            return False
        return any(
            t.text[:1].isupper() and (t.i or t.tag[:3] == "NNP" or t.text[1:2].isupper())
            for t in words
        )

    def claim(
        self, sentence: int, start: int, end: int, form: MentionForm, actors: Iterable[str]
    ) -> Noted | None:
        """Keeps a mention that takes its words from the shorter ones inside it.

        A name that begins the phrase ("Kenya" in "Kenya Airways") keeps its own mention, unless
        it is the head.
        """
        for i in range(start, end):
            self.named.pop((sentence, i), None)
        for i in self._heads(sentence, start, end):
            self.noted.pop((sentence, i), None)
        return self.note(sentence, start, end, form, actors)

    def _heads(self, sentence: int, start: int, end: int) -> list[int]:
        tokens = self.sentences[sentence].tokens
        tops = [
            i for i in range(start, end) if not start <= tokens[i].head < end or tokens[i].head == i
        ]
        nominal = [i for i in tops if tokens[i].pos in _NOMINAL] or [end - 1]
        return [nominal[-1], *nominal[:-1]]

    def alias(self, key: str, words: str) -> None:
        """Another name under which an actor goes in the text."""
        draft = self.drafts[key]
        words = " ".join(words.split())
        if words != draft.name:
            draft.aliases.setdefault(words)

    def at(self, sentence: int, head: int) -> Noted | None:
        """The mention headed by that token."""
        return self.noted.get((sentence, head))

    def merge(self, old: str, new: str) -> None:
        """Lets the actor `old` be the actor `new`: its mentions and names become the other's."""
        gone = self.drafts.pop(old)
        for name in (gone.name, *gone.aliases):
            self.alias(new, name)
        for where, noted in self.noted.items():
            if old in noted.actors:
                keys = tuple(dict.fromkeys(new if k == old else k for k in noted.actors))
                self.noted[where] = Noted(
                    noted.sentence, noted.start, noted.end, noted.head, noted.form, keys, noted.span
                )
