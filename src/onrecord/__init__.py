"""onrecord reads reports on missions and crises and keeps the sourced record."""

from typing import TYPE_CHECKING, Any

from onrecord.model import Reading, Report

if TYPE_CHECKING:
    from onrecord.reading import read

__version__ = "0.1.0"
__all__ = ["Reading", "Report", "__version__", "read"]


def __getattr__(name: str) -> Any:
    """Load the reader when it is first asked for: the nouns alone stay light."""
    if name == "read":
        from onrecord.reading import read

        return read
    raise AttributeError(name)
