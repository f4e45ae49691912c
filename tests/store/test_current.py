"""The record that is kept up to date is the one that is folded anew."""

from dataclasses import replace
from datetime import UTC, datetime

import made_up

from onrecord.record import fold
from onrecord.review import Signature, judge, undo
from onrecord.store import Current, open_record

BY = Signature(author="Ada", time=datetime(2031, 4, 1, tzinfo=UTC))


def test_what_comes_and_changes_is_worked_in(place: str):
    with open_record(place) as records:
        current = Current(records)

        def as_anew() -> bool:
            return current.record() == fold(records.readings(), records.decisions())

        assert as_anew()
        for number, made in enumerate((made_up.first(), made_up.second(), made_up.refusal())):
            records.add(made, f"0.1.{number}")
            assert as_anew()
        rejected = judge(current.record(), "reject", current.record().happenings[0].id, BY)
        records.decide(rejected)
        assert as_anew()
        first = made_up.first()
        records.renew(replace(first, events=first.events[:1], commitments=()), "0.2.0")
        assert as_anew()
        records.decide(undo(current.record(), rejected.id, BY))
        assert as_anew()
