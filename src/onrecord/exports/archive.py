"""Several files as one: a ZIP archive that is written in one go, without a way back."""

from collections.abc import Iterable, Iterator
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


class _Sink:
    """What `ZipFile` needs of a file that cannot be wound back."""

    def __init__(self) -> None:
        self._held: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._held.append(data)
        return len(data)

    def taken(self) -> bytes:
        """What was written since it was last taken."""
        held, self._held = b"".join(self._held), []
        return held

    def flush(self) -> None:
        """There is nothing to flush."""


def archive(files: Iterable[tuple[str, Iterator[bytes]]]) -> Iterator[bytes]:
    """The files as a ZIP archive, in pieces; the same files give the same bytes."""
    made = _Sink()
    with ZipFile(made, "w") as packed:  # type: ignore[call-overload]
        for name, pieces in files:
            entry = ZipInfo(name)  # without the hour of writing
            entry.compress_type = ZIP_DEFLATED
            with packed.open(entry, "w", force_zip64=True) as file:
                for piece in pieces:
                    file.write(piece)
                    yield made.taken()
    yield made.taken()
