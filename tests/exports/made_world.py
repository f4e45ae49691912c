"""One made-up report with something for every form: codes, places, a call, a payment, an office."""

from made_up import Draft, day

from onrecord.model import Attribution, Place, Plover, Reading, Ref, Role, Statement, When


def reading() -> Reading:
    draft = Draft(
        "7c" * 32,
        "Norland pledged 400 police officers to the Maravia Support Mission on 5 February 2031.\n"
        "Ada Brink, the president of Norland since 2029, called Sudmark on 6 February 2031.\n"
        "Norland paid about $5 million to Maravia in March 2031.\n"
        "Rebels attacked Port Marav on 7 March 2031, the mayor claimed.\n"
        "Sudmark is expected to send two ships.\n"
        "Sudmark did not threaten Norland.\n"
        "Sudmark will withdraw from Port Marav.\n"
        "“We will not wait,” said Ada Brink.",
        title="Norland sends police to Maravia",
        publisher="Coast Gazette",
        url="https://gazette.example/maravia?day=1&page=2",
        published="2031-03-08",
        language="en",
    )
    norland = draft.actor("Norland", "state", country="NL", aliases=("Kingdom of Norland",))
    mission = draft.actor("Maravia Support Mission", "mission", aliases=("MSM",))
    office = Role(title="president", of="Norland", since="2029", span=draft.span("president"))
    brink = draft.actor("Ada Brink", "person", country="NL", roles=(office,))
    sudmark = draft.actor("Sudmark", "state", country="SE")
    maravia = draft.actor("Maravia", "state", says="Maravia in March", country="MT")
    rebels = draft.actor("Rebels", "group")
    mayor = draft.actor("mayor", "person", says="the mayor")
    port = Ref(name="Port Marav", span=draft.span("Port Marav"))
    officers = draft.amount("400 police officers", 400, 400, "police officer")
    pledge = draft.event(
        "PLEDGE", "pledged", actor=(norland,), mission=mission, item="police officers",
        quantity=officers, date=day("2031-02-05"), cameo="0334",
        plover=Plover(type="AGREE", context=("peacekeeping",)), confidence=0.9,
    )  # fmt: skip
    draft.step(
        pledge, "pledged", norland, mission=mission, item="police officers", quantity=officers,
        date=day("2031-02-05"),
    )  # fmt: skip
    draft.event(
        "CONSULT", "called", actor=(brink,), recipient=(sudmark,), date=day("2031-02-06"),
        cameo="041", plover=Plover(type="CONSULT", mode="phone", context=("diplomatic",)),
        attribution=None,
    )  # fmt: skip
    money = draft.amount("about $5 million", 5_000_000, 5_000_000, "USD")
    draft.event(
        "FUND", "paid", actor=(norland,), recipient=(maravia,), quantity=money,
        date=When(value="2031-03", edtf="2031-03", span=draft.span("March 2031")), cameo="071",
        plover=Plover(type="AID", context=("economic",)),
    )  # fmt: skip
    draft.event(
        "ATTACK", "attacked", actor=(rebels,), place=port, date=day("2031-03-07"),
        certainty="alleged", attribution=Attribution(source=mayor, cue=draft.span("claimed")),
        cameo="190", plover=Plover(type="ASSAULT", context=("military",)),
    )  # fmt: skip
    ships = draft.amount("two ships", 2, 2, "ship")
    draft.event(
        "DEPLOY", "send", actor=(sudmark,), item="ships", quantity=ships, certainty="expected",
        cameo="074", plover=Plover(type="AID", context=("military",)),
    )  # fmt: skip
    draft.event(
        "THREATEN", "threaten", actor=(sudmark,), recipient=(norland,), polarity="negative",
        cameo="130", plover=Plover(type="THREATEN", mode="violence"),
    )  # fmt: skip
    draft.event(
        "WITHDRAW", "withdraw", actor=(sudmark,), place=port, certainty="expected",
        cameo="0874", plover=Plover(type="RETREAT", mode="withdraw", context=("military",)),
    )  # fmt: skip
    said = draft.sentence("We will not wait")
    draft.statements.append(
        Statement(
            id="s1", speaker=brink, direct=True, cue=draft.span("said"), channel="interview",
            content=draft.span("“We will not wait,”"), sentence=said,
        )
    )  # fmt: skip
    found = draft.reading()
    place = Place(
        span=draft.span("Port Marav"), name="Port Marav", geonames=1, latitude=35.9,
        longitude=14.5, country="MT",
    )  # fmt: skip
    return Reading(
        report=found.report, actors=found.actors, events=found.events, places=(place,),
        commitments=found.commitments, statements=found.statements,
    )  # fmt: skip
