"""Frames, certainty, attribution -> events, statements, figures, commitments."""

from onrecord.events.commitments import find_commitments
from onrecord.events.figures import find_figures
from onrecord.events.find import find_events
from onrecord.events.statements import find_statements
from onrecord.events.statements.particulars import with_particulars

__all__ = ["find_commitments", "find_events", "find_figures", "find_statements", "with_particulars"]
