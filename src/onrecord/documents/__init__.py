"""Bytes -> report."""

from onrecord.documents.compose import report
from onrecord.documents.dates import iso_date
from onrecord.documents.json_lines import row_report
from onrecord.documents.open import bytes_reports, file_reports, files, open_reports
from onrecord.documents.refusal import Refusal, UnreadableError

__all__ = [
    "Refusal",
    "UnreadableError",
    "bytes_reports",
    "file_reports",
    "files",
    "iso_date",
    "open_reports",
    "report",
    "row_report",
]
