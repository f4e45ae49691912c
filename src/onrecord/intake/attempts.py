"""Reading what may be anything: a report that the reader cannot cope with costs no other one."""

from onrecord.model import Reading, Report

READER_DIED = "could not be read (its reader died)"
"""What is said of a report whose reading takes its process down."""


def engine() -> str:
    """What reads reports here: the version of onrecord, and a mark of the lexicon."""
    from onrecord import __version__
    from onrecord.lexicon import fingerprint

    return f"{__version__}+{fingerprint()[:12]}"


def read_one(report: Report) -> Reading | str:
    """The reading of a report, or why there is none."""
    import onrecord

    try:
        return onrecord.read(report)
    except Exception as error:  # noqa: BLE001
        return f"could not be read ({type(error).__name__}: {one_line(error)})"


def one_line(error: BaseException) -> str:
    """An error in one line: what the system says of a file, else the error's own first line."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
