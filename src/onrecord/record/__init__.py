"""Readings -> the record: merged events, ledger, figures, statements, actors. Pure functions.

The record is a fold over readings: the same readings give the same record, in any order and
under any repetition.
"""

from onrecord.record.claims import Claim, Office, claims_of
from onrecord.record.fold import Record, fold
from onrecord.record.happenings import Happening
from onrecord.record.identity import Doubt, Party
from onrecord.record.ledger import Line, Stage
from onrecord.record.mandates import Mandate

__all__ = [
    "Claim",
    "Doubt",
    "Happening",
    "Line",
    "Mandate",
    "Office",
    "Party",
    "Record",
    "Stage",
    "claims_of",
    "fold",
]
