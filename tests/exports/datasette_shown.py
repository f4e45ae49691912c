"""What Datasette makes of a database and its metadata."""

import subprocess
import sys
from pathlib import Path

_DATASETTE = Path(sys.executable).with_name("datasette")


def answer(database, metadata, page):
    """What Datasette says to a request."""
    told = ["--metadata", metadata, "--get", page]
    shown = subprocess.run([_DATASETTE, database, *told], capture_output=True, check=False)
    assert shown.returncode == 0, shown.stderr.decode()
    return shown.stdout.decode()
