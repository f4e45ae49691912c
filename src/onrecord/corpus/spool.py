r"""What has been read of a shard that is not done yet, in a file that any death leaves readable.

A line is the place of a report in its shard, a space, and JSON: a reading, or a string that says
why there is none. A line that was cut off is passed over, and of equal places the first counts:
whoever goes on needs to know nothing of whom it follows.
"""

from pathlib import Path
from typing import Final

import msgspec

from onrecord import wire
from onrecord.model import Reading

_found: Final = msgspec.json.Decoder(Reading | str)


class Spool:
    """The file of one shard."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def add(self, place: int, found: Reading | str) -> None:
        """Put down what became of a report, in one write."""
        said = wire.encode(found) if isinstance(found, Reading) else msgspec.json.encode(found)
        with self._file.open("ab", buffering=0) as file:
            file.write(b"\n%d %s\n" % (place, said))

    def found(self) -> dict[int, Reading | str]:
        """What became of each report so far, by its place."""
        all_found: dict[int, Reading | str] = {}
        try:
            with self._file.open("rb") as file:
                for line in file:
                    place, _, said = line.partition(b" ")
                    try:
                        all_found.setdefault(int(place), _found.decode(said))
                    except (ValueError, msgspec.MsgspecError):  # blank, or cut off
                        continue
        except FileNotFoundError:
            pass
        return all_found

    def remove(self) -> None:
        """There is no need for it any more."""
        self._file.unlink(missing_ok=True)
