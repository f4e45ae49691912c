"""The actors and mentions of a report while they are being found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.model import (
    Actor,
    ActorKind,
    Cast,
    Mention,
    MentionForm,
    Place,
    Ref,
    Role,
    Sentence,
    Span,
)


@dataclass
class Draft:
    """An actor that is still gathering names, roles and mentions."""

    name: str
    kind: ActorKind
    country: str | None = None
    aliases: dict[str, None] = field(default_factory=dict)
    roles: dict[tuple[str, str | None], Role] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Noted:
    """A mention on tokens `start` to `end` of a sentence, headed by token `head`."""

    sentence: int
    start: int
    end: int
    head: int
    form: MentionForm
    actors: tuple[str, ...]
    span: Span


@dataclass
class Roster:
    """Drafts by key and mentions by sentence and head; the first note of a head stands."""

    sentences: Sequence[Sentence]
    text: str
    drafts: dict[str, Draft] = field(default_factory=dict)
    noted: dict[tuple[int, int], Noted] = field(default_factory=dict)

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
        """Keeps a mention; None where its head word already has one."""
        tokens = self.sentences[sentence].tokens
        span = Span(tokens[start].span.start, tokens[end - 1].span.end)
        if head is None:
            top = self.sentences[sentence].head_of(span)
            head = top.i if top else end - 1
        keys = tuple(dict.fromkeys(actors))
        if (sentence, head) in self.noted:
            return None
        noted = Noted(sentence, start, end, head, form, keys, span)
        self.noted[sentence, head] = noted
        if form != "pronoun" and len(keys) == 1:
            self.alias(keys[0], span.of(self.text))
        return noted

    def alias(self, key: str, words: str) -> None:
        """Another name under which an actor goes in the text."""
        draft = self.drafts[key]
        words = " ".join(words.split())
        if words != draft.name:
            draft.aliases.setdefault(words)

    def at(self, sentence: int, head: int) -> Noted | None:
        """The mention headed by that token."""
        return self.noted.get((sentence, head))

    def cast(self, places: tuple[Place, ...], issuer: str | None) -> Cast:
        """The finished cast: actors numbered in the order of their first mention."""
        mentions = sorted(
            self.noted.values(), key=lambda n: (n.span.start, -n.span.end, n.head)
        )
        spans: dict[str, list[Span]] = {}
        for noted in mentions:
            for key in noted.actors:
                spans.setdefault(key, []).append(noted.span)
        ids = {key: f"a{number}" for number, key in enumerate(spans, start=1)}
        return Cast(
            actors=tuple(self._actor(key, ids[key], found) for key, found in spans.items()),
            places=places,
            mentions=tuple(self._mention(noted, ids) for noted in mentions),
            issuer=self._issuer(issuer, ids),
        )

    def _issuer(self, key: str | None, ids: dict[str, str]) -> Ref | None:
        if key is None:
            return None
        return Ref(name=self.drafts[key].name, actor=ids.get(key))

    def _actor(self, key: str, actor_id: str, spans: list[Span]) -> Actor:
        draft = self.drafts[key]
        return Actor(
            id=actor_id,
            name=draft.name,
            kind=draft.kind,
            country=draft.country,
            roles=tuple(draft.roles.values()),
            aliases=tuple(alias for alias in draft.aliases if alias != draft.name),
            mentions=tuple(dict.fromkeys(spans)),
        )

    def _mention(self, noted: Noted, ids: dict[str, str]) -> Mention:
        return Mention(
            span=noted.span,
            head=self.sentences[noted.sentence].tokens[noted.head].span,
            form=noted.form,
            actors=tuple(ids[key] for key in noted.actors),
        )
