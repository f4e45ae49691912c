"""The forms that the record can take, and where each of them is written."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from importlib import import_module
from typing import Any

from onrecord.record import Record
from onrecord.views.selection import Selection

Lines = Callable[[Record, Selection], Iterator[bytes]]
Files = Callable[[Record, Selection], Iterator[tuple[str, Iterator[bytes]]]]


class Target(StrEnum):
    """The names of the forms."""

    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"
    PLOVER = "plover"
    CAMEO = "cameo"
    GDELT = "gdelt"
    FTM = "ftm"
    ANNOTATIONS = "annotations"
    JSONLD = "jsonld"
    TIMELINEJS = "timelinejs"
    GEOJSON = "geojson"
    ICS = "ics"
    BIB = "bib"
    CSL = "csl"
    PARQUET = "parquet"
    SQLITE = "sqlite"
    DECISIONS = "decisions"


# Each module has `lines`, the pieces of one file, or `files`, the names and pieces of several; it
# is called as its form unless told here.
_MODULES = {Target.CSV: "tidy", Target.XLSX: "workbook"}
_FOLDERS = frozenset((Target.CSV, Target.GDELT, Target.PARQUET, Target.SQLITE))
# What has to be installed for it, by the name of the extra.
_EXTRAS = {Target.PARQUET: "parquet", Target.XLSX: "xlsx"}


class MissingError(ImportError):
    """A form needs a library that is not installed."""

    def __init__(self, target: Target) -> None:
        super().__init__(f"{target} needs more: pip install 'onrecord[{_EXTRAS[target]}]'")


def is_folder(target: Target) -> bool:
    """Whether the form is several files."""
    return target in _FOLDERS


def lines(target: Target) -> Lines:
    """The function that writes a form of one file. Raises `MissingError`."""
    found: Lines = _module(target).lines
    return found


def files(target: Target) -> Files:
    """The function that writes a form of several files. Raises `MissingError`."""
    found: Files = _module(target).files
    return found


def _module(target: Target) -> Any:
    try:
        return import_module(f"onrecord.exports.{_MODULES.get(target, target.value)}")
    except ImportError as error:
        if target not in _EXTRAS:
            raise
        raise MissingError(target) from error
