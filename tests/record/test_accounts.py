"""By whose account a claim is told, and the grades of publishers."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sheets import Sheet, amount, day

from onrecord.model import Attribution, Reading
from onrecord.record import fold
from onrecord.record.accounts import account

DAY = day("2031-05-01")


def told(number: int = 1, officers: int = 400, *, by: str = "", publisher: str = "") -> Reading:
    """Norland landed officers, as one of these says who is not Norland's gazette."""
    sheet = Sheet(f"{number:064x}")
    norland = sheet.actor("Norland", country="NL")
    names = {
        "Norland": norland,
        "its ministry": sheet.actor("Interior Ministry of Norland", "organisation", country="NL"),
        "a diplomat": sheet.actor("Ole Brink", "person"),
    }
    said = Attribution(source=names[by]) if by else None
    sheet.event("DEPLOY", norland, quantity=amount(officers), date=DAY, attribution=said)
    made = sheet.reading()
    return replace(made, report=replace(made.report, publisher=publisher or None))


@pytest.mark.parametrize(
    ("by", "publisher", "whose"),
    [
        ("", "", "report"),
        ("", "Gazette", "report"),
        ("Norland", "", "own"),
        ("its ministry", "", "own"),
        ("", "Interior Ministry of Norland", "own"),
        ("a diplomat", "", "other"),
        ("a diplomat", "Interior Ministry of Norland", "other"),
    ],
)
def test_what_a_party_tells_of_itself_is_its_own_account(by: str, publisher: str, whose: str):
    record = fold([told(by=by, publisher=publisher)])
    (happening,) = record.happenings
    assert account(happening.claims[0], record.readings, record.who) == whose


def test_a_partys_own_account_is_preferred_to_those_of_others():
    record = fold([told(1, 400, by="its ministry"), told(2, 250, by="a diplomat")])
    (conflict,) = record.conflicts
    best = next(h for h in record.happenings if h.id == conflict.preferred)
    assert (best.quantity.min, conflict.because) == (400, "the party's own account")


GRADE = """
import sys
from pathlib import Path
from onrecord.lexicon import overlay
from onrecord.record.accounts import reliability
overlay(Path(sys.argv[1]))
print(reliability("Harbour Gazette"), reliability("The harbour gazette"), reliability(None))
"""


def graded(folder: Path, grades: str) -> subprocess.CompletedProcess[str]:
    (folder / "publishers.yaml").write_text(f"reliability: {grades}\n", "utf-8")
    command = [sys.executable, "-c", GRADE, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_user_grades_publishers(tmp_path: Path):
    assert graded(tmp_path, "{The Harbour Gazette: B}").stdout.split() == ["B", "B", "None"]


@pytest.mark.parametrize("grades", ["{Gazette: G}", "{Gazette: 1}", "[A, B]"])
def test_other_grades_are_refused_in_one_line(tmp_path: Path, grades: str):
    ran = graded(tmp_path, grades)
    assert ran.returncode != 0
    assert "ValueError: publishers.yaml: " in ran.stderr.splitlines()[-1]
