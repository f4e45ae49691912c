"""The commands: thin."""

import gc
import os

_MOST_NEW = 20_000  # objects between two collections: loading the lexicon makes many that stay
_THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""One thread for products of matrices, here and in processes that read beside this one.

They are too small to share: several threads compute twice as long, are no faster, and stand in
each other's way where a process reads on each core. What the user has set stands.
"""


def main() -> None:
    """Run the command line, and leave with its exit code: 0 done, 1 some inputs failed, 2 usage."""
    gc.set_threshold(_MOST_NEW)
    for name in _THREADS:
        os.environ.setdefault(name, "1")
    from onrecord.cli.app import run

    code = run()
    gc.freeze()  # Python looks for cycles once more at its end: all of it goes with the process
    raise SystemExit(code)
