"""What goes wrong, in one line."""

import sys

FAILED = 1
USAGE = 2


class Trouble(Exception):  # noqa: N818
    """Something the user can mend: one clear line, and the exit code that goes with it."""

    def __init__(self, line: str, code: int = FAILED) -> None:
        super().__init__(line)
        self.code = code


def say(line: str) -> None:
    """One line to standard error, whatever characters it holds."""
    from onrecord.exports.visible import visible

    try:
        sys.stderr.write(f"onrecord: {visible(line)}\n")
        sys.stderr.flush()
    except OSError:
        pass  # nobody listens


def one_line(error: BaseException) -> str:
    """An error in one line: what the system says of a file, else the error's own first line."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
