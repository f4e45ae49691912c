"""Processes that read reports, and what becomes of a report that cannot be read."""

from onrecord.workers.attempt import attempt
from onrecord.workers.processes import cores, overlaid, started

__all__ = ["attempt", "cores", "overlaid", "started"]
