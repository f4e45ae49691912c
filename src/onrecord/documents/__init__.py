"""Bytes -> report."""

from onrecord.documents.compose import report
from onrecord.documents.dates import iso_date
from onrecord.documents.open import bytes_reports, files, open_reports
from onrecord.documents.refusal import Refusal

__all__ = ["Refusal", "bytes_reports", "files", "iso_date", "open_reports", "report"]
