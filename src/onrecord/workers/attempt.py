"""A reading, or the words for why there is none."""

from onrecord.model import Reading, Report

READER_DIED = "could not be read (its reader died)"
"""What is said of a report whose reading takes its process down."""


def attempt(report: Report) -> Reading | str:
    """The reading of a report, or why there is none in one line."""
    import onrecord

    try:
        return onrecord.read(report)
    except Exception as error:  # noqa: BLE001
        said = str(error).strip().partition("\n")[0]
        return f"could not be read ({': '.join(filter(None, (type(error).__name__, said)))})"
