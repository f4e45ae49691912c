"""Who said it: direct and indirect speech with speaker, cue and content."""

from onrecord.events.statements.find import find_statements

__all__ = ["find_statements"]
