"""Several files as one: a ZIP archive that is written in one go, without a way back."""

from collections.abc import Callable, Iterable, Iterator
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


class _Sink:
    """What `ZipFile` needs of a file that cannot be wound back."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write

    def write(self, data: bytes) -> int:
        self._write(data)
        return len(data)

    def flush(self) -> None:
        """There is nothing to flush."""


def archive(files: Iterable[tuple[str, Iterator[bytes]]], write: Callable[[bytes], object]) -> None:
    """Write the files as a ZIP archive; the same files give the same bytes."""
    with ZipFile(_Sink(write), "w") as packed:  # type: ignore[call-overload]
        for name, pieces in files:
            entry = ZipInfo(name)  # without the hour of writing
            entry.compress_type = ZIP_DEFLATED
            with packed.open(entry, "w", force_zip64=True) as file:
                for piece in pieces:
                    file.write(piece)
