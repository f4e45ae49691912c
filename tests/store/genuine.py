"""Readings whose reports have the ids that their content gives them."""

from dataclasses import replace

from sheets import Sheet, amount, day

from onrecord.documents.identity import content_id
from onrecord.model import Reading


def reading(number: int) -> Reading:
    sheet = Sheet("", "2031-02-10")
    norland = sheet.actor("Norland", country="NL")
    sheet.step("pledged", norland, quantity=amount(number), date=day("2031-02-05"), item="officers")
    sheet.statement(f"Moïse said {number}", norland)
    sheet.figure("armed bands", amount(number, "band"), "2031", norland)
    return identified(sheet.reading())


def identified(made: Reading) -> Reading:
    """The same with the id that the content has."""
    report = made.report
    return replace(made, report=replace(report, id=content_id(report)))
