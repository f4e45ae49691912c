"""Who is who across reports."""

import pytest
from sheets import Sheet

from onrecord.model import Ref, Role
from onrecord.record import Record, fold


def record(*actors: tuple[str, str, tuple[str, ...]]) -> Record:
    """Each actor in a report of its own."""
    sheets = []
    for number, (name, kind, aliases) in enumerate(actors):
        sheet = Sheet(f"{number:064x}")
        sheet.actor(name, kind, aliases=aliases)
        sheets.append(sheet)
    return fold(sheet.reading() for sheet in sheets)


def names(*actors: tuple[str, str, tuple[str, ...]]) -> list[str]:
    return sorted(party.name for party in record(*actors).who.parties.values())


def test_equal_names_are_one_in_spite_of_accents_and_articles():
    told = ("Côte Mission", "mission", ()), ("the Cote Mission", "mission", ())
    assert len(names(*told)) == 1


def test_an_initial_does_not_make_another_person():
    assert len(names(("Ada Brink", "person", ()), ("Ada M. Brink", "person", ()))) == 1


def test_a_surname_stands_for_the_only_person_of_it():
    assert names(("Ada Brink", "person", ()), ("Brink", "person", ())) == ["Ada Brink"]


def test_a_surname_of_two_persons_stands_for_neither():
    told = ("Ada Brink", "person", ()), ("Ole Brink", "person", ()), ("Brink", "person", ())
    assert len(names(*told)) == 3


def test_a_surname_goes_with_whom_its_office_tells():
    sheets = [Sheet(f"{number:064x}") for number in range(4)]
    for sheet, name, title in zip(
        sheets,
        ("Ada Brink", "Ole Brink", "Brink", "Brink"),
        ("president", "spokesman", "president", None),
        strict=True,
    ):
        roles = (Role(title=title, of="Norland"),) if title else ()
        sheet.actor(name, "person", roles=roles)
    who = fold(sheet.reading() for sheet in sheets).who
    told = [who.parties[who.local[sheet.id]["a1"]].name for sheet in sheets]
    assert told == ["Ada Brink", "Ole Brink", "Ada Brink", "Brink"]


def test_an_alias_joins_and_an_alias_of_two_does_not():
    coast = ("Coast Mission", "mission", ("COMIS",))
    assert names(coast, ("COMIS", "mission", ())) == ["Coast Mission"]
    other = ("Common Inspection Service", "organisation", ("COMIS",))
    assert len(names(coast, other, ("COMIS", "organisation", ()))) == 3


def test_a_person_is_never_a_state_of_that_name():
    assert len(names(("Jordan", "person", ()), ("Jordan", "state", ()))) == 2


def test_a_reference_without_actor_finds_the_party_of_that_name():
    found = record(("Norland", "state", ("Kingdom of Norland",)))
    assert found.who.of("elsewhere", Ref(name="Kingdom of Norland")).name == "Norland"
    assert found.who.of("elsewhere", Ref(name="Atlantis")).key == "named:atlantis"


@pytest.mark.parametrize("words", ["norland", "Kingdom of", "KINGDOM OF NORLAND"])
def test_a_party_answers_to_its_names(words: str):
    (party,) = record(("Norland", "state", ("Kingdom of Norland",))).who.parties.values()
    assert party.answers_to(words)
    assert not party.answers_to("nor")
