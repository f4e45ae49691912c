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
