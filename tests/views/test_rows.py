import made_up
import pytest

from onrecord import views
from onrecord.record import fold
from onrecord.record.facts import NoFactError
from onrecord.views import select
from onrecord.views.rows import columns
from onrecord.views.timeline import Entry

RECORD = made_up.record()
READINGS = {r.report.id: r for r in (made_up.first(), made_up.second())}


def test_the_timeline_is_in_order_of_time_and_the_undated_come_last():
    dates = [entry.date for entry in views.timeline(RECORD)]
    assert dates == ["2031-02-03", "2031-02-05", "2031-03-01", "2031-03-01", None, None]


def test_every_row_quotes_its_sentence():
    rows = [
        *views.timeline(RECORD),
        *views.ledger(RECORD),
        *views.figures(RECORD),
        *views.statements(RECORD),
    ]
    assert len(rows) == 12
    for row in rows:
        assert READINGS[row.report].report.text[row.start : row.end] == row.sentence


def test_the_pledge_that_two_reports_tell_is_one_row():
    (pledge,) = [row for row in views.ledger(RECORD) if row.status == "pledged"]
    assert (pledge.party, pledge.what, pledge.min, pledge.max) == (
        "Norland",
        "400 engineers",
        400,
        400,
    )
    assert pledge.reports == 2


def test_what_is_expected_stays_expected():
    (announced,) = [row for row in views.ledger(RECORD) if row.party == "Sudmark"]
    assert (announced.status, announced.certainty) == ("deployed", "expected")
    assert announced.quantity == "at least 2 ships"


def test_what_is_alleged_names_who_alleges():
    (seized,) = [entry for entry in views.timeline(RECORD) if entry.type == "SEIZE"]
    assert (seized.certainty, seized.source) == ("alleged", ("mayor",))


def test_who_says_so_is_not_told_where_a_report_says_it_itself():
    (pledge,) = [entry for entry in views.timeline(RECORD) if entry.type == "PLEDGE"]
    assert pledge.source == ()


def test_conflicts_show_both_sides_the_earlier_report_first():
    figure, event = views.conflicts(RECORD)
    assert (event.one_says, event.other_says) == ("250 engineers", "300 engineers")
    assert (event.one_published, event.other_published) == ("2031-03-02", "2031-03-05")
    assert (figure.one_says, figure.other_says) == ("about 30 bands", "about 45 bands")
    assert (event.preferred, event.because) == ("other", "the later report")


def test_missions_have_those_who_take_part():
    (mission,) = views.operations(RECORD)
    assert mission.contributors == ("Norland", "Sudmark")
    assert (mission.first, mission.last) == ("2031-02-03", "2031-03-01")
    assert mission.reports == 2


def test_a_refusal_is_no_contribution():
    record = fold([made_up.refusal()])
    (mission,) = views.operations(record)
    assert mission.contributors == ()
    assert mission.steps == 1


def test_actors_have_roles_and_counts():
    rows = {row.name: row for row in views.actors(RECORD)}
    assert rows["Ada Brink"].roles == ("foreign minister of Norland (since 2029)",)
    assert rows["Ada Brink"].statements == 1
    assert rows["Norland"].events == 3
    chosen = views.actors(RECORD, select(RECORD, mission="STABMAR"))
    assert {row.name for row in chosen} < set(rows)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"speaker": "Brink"}, 1),
        ({"speaker": "Norland"}, 1),
        ({"speaker": "Harbour Council"}, 0),
        ({"about": "not wait"}, 1),
        ({"about": "elections"}, 0),
    ],
)
def test_statements_by_speaker_and_by_subject(asked, found):
    assert len(views.statements(RECORD, **asked)) == found


def test_why_shows_each_claim_with_its_trigger():
    (pledge,) = [row for row in views.ledger(RECORD) if row.status == "pledged"]
    found = views.why(RECORD, pledge.id[:8])
    assert (found.kind, found.what) == (
        "commitment",
        "Norland · pledged · 400 engineers · 2031-02-05",
    )
    assert [proof.report for proof in found.proofs] == ["1a" * 32, "2b" * 32]
    for proof in found.proofs:
        assert proof.sentence[slice(*proof.mark)] == "pledged"
        assert proof.why == "pledge.yaml, object"
        text = READINGS[proof.report].report.text
        assert text[proof.start : proof.end] == proof.sentence


def test_why_finds_every_claim_of_the_record():
    for key, claim in RECORD.claims.items():
        assert key in {proof.id for proof in views.why(RECORD, key).proofs}
        assert views.why(RECORD, key).kind == claim.kind


@pytest.mark.parametrize("prefix", ["", "zz", "0123456789abcdef0"])
def test_why_knows_no_such_fact(prefix):
    with pytest.raises(NoFactError, match="no fact has an id"):
        views.why(RECORD, prefix)


def test_own_columns_come_first():
    names = columns(Entry)
    assert names[:3] == ("id", "date", "inferred")
    assert names[-3:] == ("reports", "independent", "decisions")
    assert len(set(names)) == len(names)


def test_an_inferred_or_attributed_mandate_says_so():
    record = fold([made_up.mandate()])
    page = views.brief(record, select(record, mission="STABMAR"))
    opening, _ = page.summary
    assert [clause.words for clause in opening.clauses] == [
        (
            "The STABMAR was authorised by the Harbour Council "
            "(3 February 2031 (inferred), according to Norland)"
        )
    ]
    assert [cited.row.certainty for cited in page.mandates] == ["asserted", "expected"]
