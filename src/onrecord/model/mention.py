"""Spans that name an actor, and what they stand for."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from onrecord.model.actor import Actor, Ref
from onrecord.model.place import Place
from onrecord.model.span import Span

MentionForm = Literal["name", "demonym", "description", "pronoun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A phrase that stands for actors: one, several ("the two"), or none where it is left open.

    `span` is the phrase with its determiner ("the three Kenyan officers"), `head` its head word,
    `actors` the ids of the actors in the report.
    """

    span: Span
    head: Span
    form: MentionForm
    actors: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Cast:
    """Who and what a report is about: actors, places, and every mention of them, in text order.

    `issuer` is the actor whose own statement the report is ("we" in a press release), or None.
    """

    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    mentions: tuple[Mention, ...] = ()
    issuer: Ref | None = None

    @cached_property
    def _by_id(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def _by_head(self) -> dict[Span, Mention]:
        return {mention.head: mention for mention in self.mentions}

    def actor(self, actor_id: str) -> Actor:
        """The actor with that id. Raises `KeyError` for an unknown one."""
        return self._by_id[actor_id]

    def mention_at(self, head: Span) -> Mention | None:
        """The mention whose head word stands at `head` (a token's span)."""
        return self._by_head.get(head)

    def refs_at(self, head: Span) -> tuple[Ref, ...]:
        """What the phrase headed by the word at `head` stands for; empty where it is open."""
        mention = self.mention_at(head)
        if mention is None:
            return ()
        return tuple(
            Ref(name=self.actor(a).name, actor=a, span=mention.span) for a in mention.actors
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.span.start for mention in self.mentions]

    @cached_property
    def _place_at(self) -> dict[Span, Place]:
        return {place.span: place for place in self.places}

    @cached_property
    def _states(self) -> dict[str, Actor]:
        return {actor.name: actor for actor in self.actors if actor.kind == "state"}

    def within(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that lie inside `span`."""
        first, last = (bisect_left(self._starts, edge) for edge in span)
        return tuple(m for m in self.mentions[first:last] if m.span.end <= span.end)

    def place_at(self, span: Span) -> Place | None:
        """The place that is named at exactly `span`."""
        return self._place_at.get(span)

    def state(self, name: str) -> Ref:
        """A reference to the state of that canonical name, whether the report names it or not."""
        actor = self._states.get(name)
        return Ref(name=name, actor=actor.id if actor else None)
