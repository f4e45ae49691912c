"""read(report) -> Reading: the whole pipeline in one pure function."""

from onrecord.reading.pipeline import read

__all__ = ["read"]
