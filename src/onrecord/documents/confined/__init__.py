"""Parsers of foreign formats, in child processes that can do no harm.

A child has no file and no network, a bounded amount of memory and a bounded time for each
document; when it crashes, only the document is lost.
"""

from onrecord.documents.confined.parser import draft_of
from onrecord.documents.confined.unpacker import members

__all__ = ["draft_of", "members"]
