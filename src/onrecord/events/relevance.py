"""Whether a report is about the field at all, or about one where its words mean something else."""

from collections.abc import Sequence
from functools import cache

from onrecord.lexicon import table, words
from onrecord.model import Cast, Event, Ref, Sentence

_PUBLIC = ("state", "mission", "group", "organisation")


@cache
def _domains() -> dict[str, frozenset[str]]:
    return {
        name: frozenset(listed.split()) for name, listed in table("domains")["elsewhere"].items()
    }


@cache
def _field() -> frozenset[str]:
    return frozenset(words("domains", "field"))


def elsewhere(sentences: Sequence[Sentence]) -> str | None:
    """The other field that the report is about ("sport"), or None.

    It is the one with the most different words, where they are enough and outnumber the words of
    the field itself.
    """
    lemmas = {token.lemma for sentence in sentences for token in sentence.tokens}
    own = len(lemmas & _field())
    most, name = max((len(lemmas & cues), name) for name, cues in _domains().items())
    steps = table("domains")["enough"]
    enough = any(most >= step["words"] and most >= own * step["times"] for step in steps)
    return name if enough else None


def stands_elsewhere(event: Event, cast: Cast) -> bool:
    """Whether an event of such a report is one all the same.

    It is where both sides are named, or where one is and the event has a place or a date.
    """
    named = [ref for ref in (*event.actor, *event.recipient) if _is_named(ref, cast)]
    return bool(named) and (len(named) > 1 or event.place is not None or event.date is not None)


def _is_named(ref: Ref, cast: Cast) -> bool:
    if ref.actor is None or ref.span is None:
        return False
    inside = cast.within(ref.span)
    named = any(ref.actor in m.actors and m.form in ("name", "demonym") for m in inside)
    return named and cast.actor(ref.actor).kind in _PUBLIC
