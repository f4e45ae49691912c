"""Offices without a name: the holder at that time, where the record knows exactly one."""

from dataclasses import replace

import pytest
from sheets import Sheet

from onrecord.model import Reading, Role
from onrecord.record import fold

OFFICE = "Foreign Minister"


def named(number: int, published: str | None, name: str, **term: str | None) -> Reading:
    """A report of somebody in office."""
    sheet = Sheet(f"{number:064x}", published)
    sheet.actor("Norland", country="NL")
    sheet.actor(name, "person", roles=(Role(title=OFFICE, of="Norland", **term),))
    return sheet.reading()


def unnamed(published: str | None, of: str = "Norland", title: str = OFFICE) -> Reading:
    """A report of the office alone."""
    sheet = Sheet("f" * 64, published)
    role = Role(title=title, of=of)
    speaker = sheet.actor(f"{title} of {of}", "person", roles=(role,))
    sheet.statement("We will stay", speaker)
    return sheet.reading()


def speaker(*readings: Reading) -> str:
    (saying,) = fold(readings).sayings
    return saying.speaker.name


BRINK = named(1, "2031-02-10", "Ada Brink")
HOLM = named(2, "2031-02-20", "Ida Holm")
WHOLE = f"{OFFICE} of Norland"


@pytest.mark.parametrize(
    ("readings", "name"),
    [
        ([BRINK, unnamed("2031-02-12")], "Ada Brink"),
        ([BRINK, unnamed("2031-02-01")], "Ada Brink"),
        ([BRINK, unnamed("2035-02-12")], WHOLE),
        ([BRINK, unnamed(None)], WHOLE),
        ([BRINK, unnamed("2031-02-12", "Ostria")], WHOLE.replace("Norland", "Ostria")),
        ([BRINK, HOLM, unnamed("2031-02-12")], WHOLE),
        ([named(1, "2031-02-10", "Ada Brink", since="2029"), unnamed("2029-06-01")], "Ada Brink"),
        ([named(1, "2031-02-10", "Ada Brink", since="2031-02-08"), unnamed("2031-02-01")], WHOLE),
        ([named(1, "2031-02-10", "Ada Brink", until="2030"), unnamed("2031-02-12")], WHOLE),
        (
            [
                named(1, "2031-02-10", "Ada Brink", until="2031-02-14"),
                named(2, "2031-02-20", "Ida Holm", since="2031-02-15"),
                unnamed("2031-02-12"),
            ],
            "Ada Brink",
        ),
    ],
)
def test_the_holder_of_that_day(readings: list[Reading], name: str):
    assert speaker(*readings) == name
    assert speaker(*reversed(readings)) == name


def test_of_what_many_hold_nobody_is_the_holder():
    sheet = Sheet("1" * 64)
    sheet.actor("Ada Brink", "person", roles=(Role(title="senator", of="Norland"),))
    assert speaker(sheet.reading(), unnamed("2031-02-12", title="senator")) == "senator of Norland"


def test_each_report_has_the_holder_of_its_own_day():
    later = unnamed("2033-01-05")
    later = replace(later, report=replace(later.report, id="e" * 64))
    record = fold([BRINK, named(2, "2033-01-03", "Ida Holm"), unnamed("2031-02-12"), later])
    assert [saying.speaker.name for saying in record.sayings] == ["Ida Holm", "Ada Brink"]


def test_an_office_is_no_alias_of_its_holder():
    parties = fold([BRINK, unnamed("2031-02-12")]).who.parties.values()
    (party,) = [party for party in parties if party.kind == "person"]
    assert (party.name, party.aliases, len(party.reports)) == ("Ada Brink", (), 2)
