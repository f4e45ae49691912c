"""The commands: thin."""

import gc

_MOST_NEW = 20_000  # objects between two collections: loading the lexicon makes many that stay


def main() -> None:
    """Run the command line, and leave with its exit code: 0 done, 1 some inputs failed, 2 usage."""
    gc.set_threshold(_MOST_NEW)
    from onrecord.cli.app import run

    code = run()
    gc.freeze()  # Python looks for cycles once more at its end: all of it goes with the process
    raise SystemExit(code)
