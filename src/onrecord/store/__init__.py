"""Where the record is kept: reports, readings and decisions behind one small interface."""

from onrecord.store.current import Current
from onrecord.store.decisions import OvertakenError
from onrecord.store.location import beside, default_record, record_file, record_url, shown
from onrecord.store.records import Added, Records, is_there, open_record, restore
from onrecord.store.schema import NoRecordError, TooNewError
from onrecord.store.state import State

__all__ = [
    "Added",
    "Current",
    "NoRecordError",
    "OvertakenError",
    "Records",
    "State",
    "TooNewError",
    "beside",
    "default_record",
    "is_there",
    "open_record",
    "record_file",
    "record_url",
    "restore",
    "shown",
]
