"""What people type for a value, and what they cannot."""

import made_up
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Amount
from onrecord.record import fold
from onrecord.record.corrections import FIELDS, corrected
from onrecord.record.facts import facts_of
from onrecord.review import choices, value_of

RECORD = fold([made_up.first()])
CLAIMS = {claims[0].kind: claims[0] for claims in facts_of(RECORD).values()}
PLEDGE = next(c for c in RECORD.claims.values() if c.type == "PLEDGE")


def amount(low, high, unit="engineer", *, approx=False):
    return Amount(min=low, max=high, approx=approx, unit=unit, span=None)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("quantity", "410", amount(410, 410)),
        ("quantity", "1,410", amount(1410, 1410)),
        ("quantity", "2.5", amount(2.5, 2.5)),
        ("quantity", "at least 410", amount(410, None)),
        ("quantity", "up to 20 doctors", amount(None, 20, "doctor")),
        ("quantity", "about 300", amount(300, 300, approx=True)),
        ("quantity", "200 to 300 police officers", amount(200, 300, "police officer")),
        ("quantity", "$5 million", amount(5_000_000, 5_000_000, "USD")),
        ("quantity", "  ", None),
        ("date", "2031-02-06", "2031-02-06"),
        ("date", "2031-02/2031-04", "2031-02/2031-04"),
        ("date", "6 February 2031", "2031-02-06"),
        ("date", "February 2031", "2031-02"),
        ("date", "", None),
        ("actor", "Norland; Ostria ;", ("Norland", "Ostria")),
        ("actor", "", None),
        ("mission", " Coast   Mission ", "Coast Mission"),
        ("item", "two ships", "two ships"),
        ("certainty", "EXPECTED", "expected"),
        ("type", "deploy", "DEPLOY"),
    ],
)
def test_value(field, text, value):
    assert value_of(PLEDGE, field, text) == value


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        ("quantity", "many", "no quantity like"),
        ("quantity", "9" * 40, "no quantity like"),
        ("quantity", "4 or 5 ships and 6 planes", "no quantity like"),
        ("date", "soon", "no date like"),
        ("date", "2031-13-40", "no date like"),
        ("type", "", "cannot be empty"),
        ("type", "SWIM", "no type 'SWIM': one of"),
        ("certainty", "sure", "no certainty 'sure': one of asserted, "),
        ("speaker", "Ada", "events have no field 'speaker': one of type, actor"),
    ],
)
def test_no_value(field, text, message):
    with pytest.raises(ValueError, match=message):
        value_of(PLEDGE, field, text)


FIELD = st.sampled_from([(kind, field) for kind in FIELDS for field in FIELDS[kind]])


@given(FIELD, st.text(max_size=40))
def test_whatever_is_typed_is_a_value_or_refused(field, text):
    claim = CLAIMS[field[0]]
    try:
        value = value_of(claim, field[1], text)
    except ValueError:
        return
    made = corrected(claim, field[1], value)
    assert (made.id, made.report, made.sentence) == (claim.id, claim.report, claim.sentence)


@pytest.mark.parametrize("kind", FIELDS)
def test_every_field_of_every_kind_can_be_corrected(kind):
    forms = {
        "name": "Ostria", "names": "Ostria; Sudmark", "text": "a word", "amount": "77",
        "date": "2031-04-01",
    }  # fmt: skip
    for field, form in FIELDS[kind].items():
        text = forms.get(form) or choices(field)[-1]
        value = value_of(CLAIMS[kind], field, text)
        assert corrected(CLAIMS[kind], field, value) != CLAIMS[kind], field
