"""A small record of a mission that never was, made of model objects, without the pipeline."""

from onrecord.model import (
    Actor,
    Amount,
    Attribution,
    Block,
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
from onrecord.record import Record, fold

MISSION = "Stabilisation Mission in Maravia"


class Draft:
    """A report that is being read by hand: facts by the words that they stand on."""

    def __init__(self, id_: str, text: str, **known: str) -> None:
        self.report = Report(
            id=id_, text=text, blocks=(Block(role="body", span=Span(0, len(text))),), **known
        )
        self.actors: list[Actor] = []
        self.events: list[Event] = []
        self.commitments: list[Commitment] = []
        self.figures: list[Figure] = []
        self.statements: list[Statement] = []

    def span(self, words: str) -> Span:
        start = self.report.text.index(words)
        return Span(start, start + len(words))

    def sentence(self, words: str) -> Span:
        inside = self.span(words)
        start = self.report.text.rfind("\n", 0, inside.start) + 1
        end = self.report.text.find("\n", inside.end)
        return Span(start, len(self.report.text) if end < 0 else end)

    def actor(self, name: str, kind: str, *, says: str = "", **known: object) -> Ref:
        mention = self.span(says or name)
        number = f"a{len(self.actors) + 1}"
        self.actors.append(Actor(id=number, name=name, kind=kind, mentions=(mention,), **known))
        return Ref(name=name, actor=number, span=mention)

    def amount(self, words: str, low: int | None, high: int | None, unit: str) -> Amount:
        approx = words.startswith(("about", "some", "About", "Some"))
        return Amount(min=low, max=high, approx=approx, unit=unit, span=self.span(words))

    def event(self, type_: str, trigger: str, *, at: str = "", **roles: object) -> str:
        number = f"e{len(self.events) + 1}"
        sentence = self.sentence(at or trigger)
        start = self.report.text.index(trigger, sentence.start)
        self.events.append(
            Event(
                id=number,
                type=type_,
                sentence=sentence,
                trigger=Span(start, start + len(trigger)),
                why=f"{type_.lower()}.yaml, object",
                **roles,
            )
        )
        return number

    def step(self, event: str, status: str, party: Ref, **terms: object) -> None:
        empty = dict.fromkeys(("mission", "beneficiary", "item", "quantity", "date"))
        known = {"certainty": "asserted", **empty, **terms}
        self.commitments.append(Commitment(event=event, status=status, party=party, **known))

    def reading(self) -> Reading:
        return Reading(
            report=self.report,
            actors=tuple(self.actors),
            events=tuple(self.events),
            commitments=tuple(self.commitments),
            figures=tuple(self.figures),
            statements=tuple(self.statements),
        )


def day(edtf: str, span: Span | None = None) -> When:
    return When(value=edtf, edtf=edtf, span=span)


def first() -> Reading:
    draft = Draft(
        "1a" * 32,
        "The Harbour Council authorised the Stabilisation Mission in Maravia on 3 February 2031.\n"
        "Norland pledged 400 engineers on 5 February 2031.\n"
        "Sudmark is expected to send at least two ships.\n"
        "“We will not wait,” said Ada Brink, foreign minister of Norland since 2029.\n"
        "About 30 armed bands held the coast in January 2031, the council estimated.\n"
        "Norland landed 250 engineers on 1 March 2031.",
        title="Council sends a mission to Maravia",
        publisher="Coast Gazette",
        url="https://gazette.example/maravia",
        published="2031-03-02",
    )
    council = draft.actor("Harbour Council", "organisation")
    mission = draft.actor(MISSION, "mission", aliases=("STABMAR",))
    norland = draft.actor("Norland", "state", country="NL")
    sudmark = draft.actor("Sudmark", "state", country="SU")
    office = Role(
        title="foreign minister", of="Norland", since="2029", span=draft.span("foreign minister")
    )
    brink = draft.actor("Ada Brink", "person", country="NL", roles=(office,))
    draft.event(
        "AUTHORISE", "authorised", actor=(council,), mission=mission, date=day("2031-02-03")
    )
    engineers = draft.amount("400 engineers", 400, 400, "engineer")
    pledge = draft.event(
        "PLEDGE", "pledged", actor=(norland,), mission=mission, item="engineers",
        quantity=engineers, date=day("2031-02-05"),
    )  # fmt: skip
    draft.step(
        pledge, "pledged", norland, mission=mission, item="engineers", quantity=engineers,
        date=day("2031-02-05"),
    )  # fmt: skip
    ships = draft.amount("at least two ships", 2, None, "ship")
    send = draft.event(
        "DEPLOY", "send", actor=(sudmark,), item="ships", quantity=ships, certainty="expected"
    )
    draft.step(
        send, "deployed", sudmark, mission=mission, item="ships", quantity=ships,
        certainty="expected",
    )  # fmt: skip
    draft.statements.append(
        Statement(
            id="s1", speaker=brink, direct=True, cue=draft.span("said"), channel="interview",
            content=draft.span("“We will not wait,”"), sentence=draft.sentence("We will not wait"),
        )
    )  # fmt: skip
    draft.figures.append(bands(draft, "About 30 armed bands", 30, council))
    landed = draft.amount("250 engineers", 250, 250, "engineer")
    land = draft.event(
        "DEPLOY", "landed", actor=(norland,), mission=mission, item="engineers", quantity=landed,
        date=day("2031-03-01"),
    )  # fmt: skip
    draft.step(
        land, "deployed", norland, mission=mission, item="engineers", quantity=landed,
        date=day("2031-03-01"),
    )  # fmt: skip
    return draft.reading()


def second() -> Reading:
    draft = Draft(
        "2b" * 32,
        "On 5 February 2031 Norland pledged 400 engineers to STABMAR.\n"
        "On 1 March 2031 Norland landed 300 engineers for the mission in Maravia.\n"
        "In January 2031 some 45 armed bands held the coast.\n"
        "Rebels seized the port of Maravia, the mayor claimed.",
        published="2031-03-05",
    )
    mission = draft.actor("STABMAR", "mission")
    norland = draft.actor("Norland", "state", country="NL")
    mayor = draft.actor("mayor", "person")
    rebels = draft.actor("Rebels", "group")
    engineers = draft.amount("400 engineers", 400, 400, "engineer")
    pledge = draft.event(
        "PLEDGE", "pledged", actor=(norland,), mission=mission, item="engineers",
        quantity=engineers, date=day("2031-02-05"),
    )  # fmt: skip
    draft.step(
        pledge, "pledged", norland, mission=mission, item="engineers", quantity=engineers,
        date=day("2031-02-05"),
    )  # fmt: skip
    landed = draft.amount("300 engineers", 300, 300, "engineer")
    draft.event(
        "DEPLOY", "landed", actor=(norland,), mission=mission, item="engineers", quantity=landed,
        date=day("2031-03-01"),
    )  # fmt: skip
    draft.figures.append(bands(draft, "some 45 armed bands", 45, None))
    draft.event(
        "SEIZE", "seized", actor=(rebels,), item="port", certainty="alleged",
        attribution=Attribution(source=mayor, cue=draft.span("claimed")),
    )  # fmt: skip
    return draft.reading()


def two_missions() -> Reading:
    """A digest: what it says of no mission in particular is of neither."""
    draft = Draft(
        "4d" * 32,
        "Norland pledged a frigate to Harbour Watch.\n"
        "STABMAR has no ships.\n"
        "Thieves attacked a bank in the capital.",
        published="2031-06-01",
    )
    watch = draft.actor("Harbour Watch", "mission")
    draft.actor("STABMAR", "mission")
    norland = draft.actor("Norland", "state", country="NL")
    thieves = draft.actor("Thieves", "group")
    draft.event("PLEDGE", "pledged", actor=(norland,), mission=watch, item="frigate")
    draft.event("ATTACK", "attacked", actor=(thieves,), item="bank")
    return draft.reading()


def refusal() -> Reading:
    draft = Draft("5e" * 32, "Sudmark refused to send ships to STABMAR.")
    sudmark = draft.actor("Sudmark", "state", country="SU")
    mission = draft.actor("STABMAR", "mission")
    refused = draft.event("REJECT", "refused", actor=(sudmark,), mission=mission)
    draft.step(refused, "rejected", sudmark, mission=mission)
    return draft.reading()


def mandate() -> Reading:
    """One authorisation that a party tells of, dated by guess, and two that are not there yet."""
    draft = Draft(
        "6f" * 32,
        "The Harbour Council authorised STABMAR on 3 February, said Norland.\n"
        "The Lower House is to authorise STABMAR.\n"
        "The Upper House has not authorised STABMAR.",
    )
    mission = draft.actor("STABMAR", "mission")
    council = draft.actor("Harbour Council", "organisation")
    norland = draft.actor("Norland", "state", country="NL")
    lower = draft.actor("Lower House", "organisation")
    upper = draft.actor("Upper House", "organisation")
    guessed = When(value="2031-02-03", edtf="2031-02-03", span=None, inferred=True)
    draft.event(
        "AUTHORISE", "authorised", actor=(council,), mission=mission, date=guessed,
        attribution=Attribution(source=norland),
    )  # fmt: skip
    draft.event("AUTHORISE", "authorise ", actor=(lower,), mission=mission, certainty="expected")
    draft.event(
        "AUTHORISE", "authorised", at="Upper House", actor=(upper,), mission=mission,
        polarity="negative",
    )  # fmt: skip
    return draft.reading()


def hostile() -> Reading:
    """A report that means harm: markup, formulas, direction marks, terminal codes."""
    draft = Draft(
        "3c" * 32,
        "=HYPERLINK(1) <b>Ostia</b> pledged \u202e| *gold* \x1b[31m[x](javascript:x) today.",
        title="<script>alert(1)</script>",
        publisher="=cmd|' /C calc'!A0",
        url="javascript:alert(1)",
        published="2031-04-01",
    )
    ostia = draft.actor("=HYPERLINK(1) <b>Ostia</b>", "state")
    item = draft.report.text[draft.span("pledged ").end : -len(" today.")]
    pledge = draft.event("PLEDGE", "pledged", actor=(ostia,), item=item)
    draft.step(pledge, "pledged", ostia, item=item)
    return draft.reading()


def bands(draft: Draft, words: str, number: int, source: Ref | None) -> Figure:
    return Figure(
        measure="armed bands that held the coast",
        min=number,
        max=number,
        approx=True,
        unit="band",
        of=None,
        as_of="2031-01",
        attribution=Attribution(source=source) if source else None,
        span=draft.span(words),
        sentence=draft.sentence(words),
    )


def record() -> Record:
    return fold([first(), second()])
