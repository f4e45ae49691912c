"""Readings made by hand, a sentence for each fact, without the pipeline."""

from dataclasses import dataclass, field

from onrecord.model import (
    Actor,
    Amount,
    Attribution,
    Commitment,
    Event,
    Figure,
    Reading,
    Ref,
    Report,
    Role,
    Span,
    Statement,
    When,
)


def amount(number: int | None, unit: str | None = "officer", *, top: int | None = -1) -> Amount:
    """A number; another `top` makes it a range, None "at least"."""
    return Amount(
        min=number, max=number if top == -1 else top, approx=False, unit=unit, span=None
    )  # fmt: skip


def about(number: int, unit: str = "officer") -> Amount:
    return Amount(min=number, max=number, approx=True, unit=unit, span=None)


def day(edtf: str | None) -> When | None:
    return When(value=edtf, edtf=edtf, span=None) if edtf else None


@dataclass
class Sheet:
    """A report in the making."""

    id: str
    published: str | None = "2031-02-10"
    text: str = ""
    actors: dict[str, Actor] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)

    def line(self, words: str) -> Span:
        start = len(self.text)
        self.text += f"{words}.\n"
        return Span(start, start + len(words) + 1)

    def actor(self, name: str, kind: str = "state", **known: object) -> Ref:
        number = f"a{len(self.actors) + 1}"
        self.actors.setdefault(name, Actor(id=number, name=name, kind=kind, **known))
        return Ref(name=name, actor=self.actors[name].id)

    def event(self, type_: str, *actors: Ref, sentence: Span | None = None, **roles: object) -> str:
        number = f"e{len(self.events) + 1}"
        sentence = sentence or self.line(f"{type_} {len(self.events)}")
        trigger = Span(sentence.start, sentence.start + 3)
        self.events.append(
            Event(id=number, type=type_, sentence=sentence, trigger=trigger, actor=actors, **roles)
        )
        return number

    def step(self, status: str, party: Ref, **terms: object) -> None:
        empty = dict.fromkeys(("mission", "beneficiary", "item", "quantity", "date"))
        event = self.event("PLEDGE", party)
        known = {"certainty": "asserted", **empty, **terms}
        self.commitments.append(Commitment(party=party, status=status, event=event, **known))

    def figure(self, measure: str, number: Amount, as_of: str | None, source: Ref | None) -> None:
        span = self.line(f"{number.min} {measure}")
        said = Attribution(source=source) if source else None
        self.figures.append(
            Figure(
                measure=measure, min=number.min, max=number.max, approx=number.approx,
                unit=number.unit, of=None, as_of=as_of, attribution=said, span=span, sentence=span,
            )
        )  # fmt: skip

    def statement(self, words: str, speaker: Ref | None) -> None:
        span = self.line(words)
        self.statements.append(
            Statement(
                id=f"s{len(self.statements) + 1}", speaker=speaker, direct=True, cue=None,
                content=Span(span.start, span.end - 1), channel=None, sentence=span,
            )
        )  # fmt: skip

    def office(self, name: str, title: str, of: str, since: str | None = None) -> Ref:
        span = self.line(f"{title} {name}")
        role = Role(title=title, of=of, since=since, span=Span(span.start, span.start + len(title)))
        return self.actor(name, "person", roles=(role,))

    def reading(self) -> Reading:
        return Reading(
            report=Report(id=self.id, text=self.text, published=self.published),
            actors=tuple(self.actors.values()),
            events=tuple(self.events),
            statements=tuple(self.statements),
            figures=tuple(self.figures),
            commitments=tuple(self.commitments),
        )
