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


# The end of a file's name and its media type; archives of several files are ZIP.
_KINDS = {
    Target.JSONL: ("jsonl", "application/jsonl"),
    Target.XLSX: ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    Target.PLOVER: ("plover.jsonl", "application/jsonl"),
    Target.CAMEO: ("cameo.tsv", "text/tab-separated-values; charset=utf-8"),
    Target.FTM: ("ftm.jsonl", "application/jsonl"),
    Target.ANNOTATIONS: ("annotations.jsonld", "application/ld+json"),
    Target.JSONLD: ("jsonld", "application/ld+json"),
    Target.TIMELINEJS: ("timeline.json", "application/json"),
    Target.GEOJSON: ("geojson", "application/geo+json"),
    Target.ICS: ("ics", "text/calendar; charset=utf-8"),
    Target.BIB: ("bib", "application/x-bibtex; charset=utf-8"),
    Target.CSL: ("csl.json", "application/vnd.citationstyles.csl+json"),
    Target.DECISIONS: ("decisions.jsonl", "application/jsonl"),
}
# Each module has `lines`, the pieces of one file, or `files`, the names and pieces of several; it
# is called as its form unless told here.
_MODULES = {Target.CSV: "tidy", Target.XLSX: "workbook"}
_FOLDERS = frozenset((Target.CSV, Target.GDELT, Target.PARQUET, Target.SQLITE))
# What has to be installed for it, by the name of the extra.
_EXTRAS = {Target.PARQUET: "parquet", Target.XLSX: "xlsx"}


class MissingError(ImportError):
    """A form needs a library that is not installed."""

    def __init__(self, form: str, extra: str, beside: str = "") -> None:
        super().__init__(f"{form} needs more: pip install 'onrecord[{extra}]' {beside}".rstrip())


def is_folder(target: Target) -> bool:
    """Whether the form is several files."""
    return target in _FOLDERS


def kind(target: Target) -> tuple[str, str]:
    """How the name of such a file ends, and its media type."""
    return _KINDS.get(target, (f"{target}.zip", "application/zip"))


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
        raise MissingError(target, _EXTRAS[target]) from error
