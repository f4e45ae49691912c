"""Frames: one file for each event type, validated when it is loaded.

A pattern names its triggers (`verb`, `noun` or `adjective`: lemmas, several parted by spaces,
`take_over` for a verb with its particle), which logical arguments fill which roles (labels as in
`onrecord.events.predicates`, in order of preference), and conditions: `when` maps a label, or
several with `|`, to the classes of which one filler must have one (`-class`: must not have it;
`any`: must be filled; `none`: must be empty; `=word`: must be that noun).
"""

from dataclasses import dataclass, field
from functools import cache, cached_property
from operator import methodcaller
from typing import Any, Literal

import msgspec

from onrecord.lexicon.tables import names, table
from onrecord.model import Certainty, Status

PartOfSpeech = Literal["verb", "noun", "adjective"]
ROLES = ("actor", "recipient", "item", "place", "mission", "quantity")


@dataclass(frozen=True, kw_only=True)
class PloverCode:
    """The PLOVER coding that a frame gives to its events."""

    type: str
    mode: str | None = None
    context: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Condition:
    """What must hold of the fillers of one of `labels`; see the module's docstring."""

    labels: tuple[str, ...]
    wanted: frozenset[str]
    barred: frozenset[str]
    filled: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """One way in which a frame is put into words; `rule` names it in explanations.

    `home` is the type that it is where the place lies in the actor's own state.
    """

    rule: str
    frame: str
    pos: PartOfSpeech
    lemmas: tuple[tuple[str, str | None], ...]
    roles: dict[str, tuple[str, ...]]
    conditions: tuple[Condition, ...] = ()
    passive: bool | None = None
    certainty: Certainty | None = None
    status: Status | None = None
    mode: str | None = None
    cameo: str | None = None
    future: str | None = None
    home: str | None = None
    plover: str | None = None

    @cached_property
    def particles(self) -> dict[str, frozenset[str | None]]:
        """Lemma -> the particles with which it is a trigger; None stands for none."""
        found: dict[str, set[str | None]] = {}
        for lemma, particle in self.lemmas:
            found.setdefault(lemma, set()).add(particle)
        return {lemma: frozenset(known) for lemma, known in found.items()}

    def rank(self, lemma: str) -> tuple[int, str, int]:
        """Where it stands among the patterns of a lemma: those that ask for most come first."""
        asked = sum(2 if c.wanted else 1 for c in self.conditions)
        asked += None not in self.particles[lemma]
        return -asked, self.frame, int(self.rule.rpartition(".")[2])


@dataclass(frozen=True, kw_only=True)
class Frame:
    """An event type: its codes, the commitment status that it sets, how it is told.

    `future` is the type that the same words give when a party says that it will do so, for the
    whole frame or for one pattern, `refusal` the type when it says that it will not, `attempt` the
    type of a try (without it a try is no event);
    `performative` frames are done by saying so. What a frame that `absorbs` promises, asks for or
    consents to is no event of its own.
    """

    type: str
    meaning: str
    plover: PloverCode
    cameo: str
    commitment: Status | None = None
    future: str | None = None
    performative: bool = False
    symmetric: bool = False
    actor: str | None = None
    absorbs: bool = False
    refusal: str | None = None
    attempt: str | None = None
    patterns: tuple[Pattern, ...] = ()
    examples: tuple[dict[str, Any], ...] = ()
    counter: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, kw_only=True)
class _PatternEntry:
    verb: str | None = None
    noun: str | None = None
    adjective: str | None = None
    roles: dict[str, str] = field(default_factory=dict)
    when: dict[str, str] = field(default_factory=dict)
    passive: bool | None = None
    certainty: Certainty | None = None
    status: Status | None = None
    mode: str | None = None
    cameo: str | None = None
    future: str | None = None
    home: str | None = None
    plover: str | None = None


@dataclass(frozen=True, kw_only=True)
class _FrameEntry:
    type: str
    meaning: str
    plover: PloverCode
    cameo: str
    roles: dict[PartOfSpeech, dict[str, str]]
    patterns: tuple[_PatternEntry, ...]
    examples: tuple[dict[str, Any], ...]
    counter: tuple[dict[str, Any], ...] = ()
    commitment: Status | None = None
    future: str | None = None
    performative: bool = False
    symmetric: bool = False
    actor: str | None = None
    absorbs: bool = False
    refusal: str | None = None
    attempt: str | None = None


@cache
def frames() -> dict[str, Frame]:
    """All frames by type. Raises `ValueError` naming the file where one is not in form."""
    found: dict[str, Frame] = {}
    for name in names("frames"):
        try:
            entry = msgspec.convert(table(name), _FrameEntry)
            frame = _frame(entry)
        except (msgspec.ValidationError, ValueError) as error:
            raise ValueError(f"{name}.yaml: {error}") from error
        found[frame.type] = frame
    return found


def _frame(entry: _FrameEntry) -> Frame:
    patterns = tuple(_pattern(entry, p, n) for n, p in enumerate(entry.patterns, 1))
    return Frame(
        type=entry.type,
        meaning=entry.meaning,
        plover=entry.plover,
        cameo=entry.cameo,
        commitment=entry.commitment,
        future=entry.future,
        performative=entry.performative,
        symmetric=entry.symmetric,
        actor=entry.actor,
        absorbs=entry.absorbs,
        refusal=entry.refusal,
        attempt=entry.attempt,
        patterns=patterns,
        examples=entry.examples,
        counter=entry.counter,
    )


def _pattern(frame: _FrameEntry, entry: _PatternEntry, number: int) -> Pattern:
    given: dict[PartOfSpeech, str | None] = {
        "verb": entry.verb, "noun": entry.noun, "adjective": entry.adjective,
    }  # fmt: skip
    named = [(pos, lemmas) for pos, lemmas in given.items() if lemmas]
    if len(named) != 1:
        raise ValueError(f"pattern {number} must have a verb, a noun or an adjective, and one only")
    pos, lemmas = named[0]
    roles = {**frame.roles.get(pos, {}), **entry.roles}
    if unknown := set(roles) - set(ROLES):
        raise ValueError(f"pattern {number} has unknown roles: {', '.join(sorted(unknown))}")
    return Pattern(
        rule=f"{frame.type.lower()}.{number}",
        frame=frame.type,
        pos=pos,
        lemmas=tuple(_lemma(word) for word in str(lemmas).split()),
        roles={role: tuple(labels.split()) for role, labels in roles.items() if labels},
        conditions=tuple(_condition(labels, value) for labels, value in entry.when.items()),
        passive=entry.passive,
        certainty=entry.certainty,
        status=entry.status,
        mode=entry.mode,
        cameo=entry.cameo,
        future=entry.future or frame.future,
        home=entry.home,
        plover=entry.plover,
    )


def _lemma(word: str) -> tuple[str, str | None]:
    lemma, _, particle = word.partition("_")
    return lemma, particle or None


@cache
def _condition(labels: str, value: str) -> Condition:
    classes = str(value).split()
    filled = True if "any" in classes else False if classes == ["none"] else None
    plain = [c for c in classes if c not in ("any", "none")]
    return Condition(
        labels=tuple(labels.split("|")),
        wanted=frozenset(c.replace("_", " ") for c in plain if not c.startswith("-")),
        barred=frozenset(c[1:].replace("_", " ") for c in plain if c.startswith("-")),
        filled=filled,
    )


@cache
def trigger_index() -> dict[tuple[str, PartOfSpeech], tuple[Pattern, ...]]:
    """(lemma, part of speech) -> the patterns that it may trigger, the heaviest first."""
    index: dict[tuple[str, PartOfSpeech], list[Pattern]] = {}
    for frame in frames().values():
        for pattern in frame.patterns:
            for lemma, _ in pattern.lemmas:
                index.setdefault((lemma, pattern.pos), []).append(pattern)
    return {
        (lemma, pos): tuple(sorted(patterns, key=methodcaller("rank", lemma)))
        for (lemma, pos), patterns in index.items()
    }
