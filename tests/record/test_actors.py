"""Who is who across reports, pair by pair: what is clear is one, what is doubtful is asked."""

from pathlib import Path

import pytest
import yaml
from sheets import Sheet

from onrecord.lexicon import table
from onrecord.model import Reading, Role
from onrecord.record import Record, fold

PAIRS = yaml.safe_load((Path(__file__).parent / "actors.yaml").read_text("utf-8"))["pairs"]
EXAMPLES = table("identity")["examples"]


def sheet(number: int, told: dict[str, object]) -> Reading:
    """A report of an actor and its company; the actor comes first."""
    made = Sheet(f"{number:064x}")
    roles = [str(role).partition(" of ") for role in told.get("roles", ())]
    made.actor(
        str(told["name"]),
        str(told.get("kind", "person")),
        country=told.get("state"),
        aliases=tuple(told.get("aliases", ())),
        roles=tuple(Role(title=title, of=of or None) for title, _, of in roles),
    )
    for name in told.get("with", ()):
        made.actor(name, "mission")
    return made.reading()


def found(pair: dict[str, dict[str, object]]) -> str:
    record: Record = fold([sheet(1, pair["one"]), sheet(2, pair["other"])])
    one, other = (record.who.local[f"{number:064x}"]["a1"] for number in (1, 2))
    if one == other:
        return "one"
    asked = {frozenset((doubt.one, doubt.other)) for doubt in record.who.doubts}
    return "ask" if frozenset((one, other)) in asked else "two"


@pytest.mark.parametrize(
    "pair", [*PAIRS, *EXAMPLES], ids=lambda pair: f"{pair['one']['name']}, {pair['other']['name']}"
)
def test_pair(pair: dict[str, dict[str, object]]):
    assert found(pair) == pair["are"]
