"""Where the record is kept: reports, readings and decisions behind one small interface."""

from onrecord.store.decisions import OvertakenError
from onrecord.store.location import default_record, record_url
from onrecord.store.records import Added, Records, is_there, open_record, restore
from onrecord.store.schema import NoRecordError, TooNewError

__all__ = [
    "Added",
    "NoRecordError",
    "OvertakenError",
    "Records",
    "TooNewError",
    "default_record",
    "is_there",
    "open_record",
    "record_url",
    "restore",
]
