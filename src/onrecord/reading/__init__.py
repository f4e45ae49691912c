"""read(report) -> Reading: the whole pipeline in one pure function."""

from onrecord.reading.pipeline import is_foreign, read

__all__ = ["is_foreign", "read"]
