"""Who: states, persons, organisations, groups, missions."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Span

ActorKind = Literal["state", "person", "organisation", "group", "mission", "platform"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office or function: its title, of what, and since and until when (EDTF)."""

    title: str
    of: str | None = None
    since: str | None = None
    until: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A party within one report; `id` is unique there ("a3").

    `name` is canonical and full; `country` an ISO 3166-1 alpha-2 code: a state's own, an
    organ's or a person's state where the report or the lexicon tells. `mentions` are all
    phrases that stand for it, with their determiners, pronouns and descriptions included; a
    possessive ("its") is part of another phrase and counts only where nothing else stands for it.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    roles: tuple[Role, ...] = ()
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A pointer to an actor: its canonical name, its id in the report, the span that says so.

    `actor` is None for a party that is named but not kept as an actor. For a pronoun or "the
    country", `name` is what it stands for and `span` where it stands.
    """

    name: str
    actor: str | None = None
    span: Span | None = None
