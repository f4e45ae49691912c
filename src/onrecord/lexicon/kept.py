"""What is made of data files, kept between runs in files that are quick to load.

They lie in the user's cache folder, or in the one that `ONRECORD_CACHE` names; with an empty
`ONRECORD_CACHE` nothing is kept. A file goes by the hash of all that it is made of, so none is
ever out of date, and begins with the hash of its content, so none is taken that was cut short.
"""

import hashlib
import marshal
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

_ENDING = ".kept"
_MOST = 4  # files of a name: each version of the data has its own
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def kept(name: str, sources: Iterable[bytes | Path], make: Callable[[], bytes]) -> bytes:
    """What `make` gives; kept under `name`.

    The sources are all that it depends on: what is read, and the files of the code.
    """
    folder = _folder()
    digest = hashlib.sha256(str(sys.implementation.cache_tag).encode())
    try:
        for source in sources if folder else ():
            told = source.read_bytes() if isinstance(source, Path) else source
            digest.update(hashlib.sha256(told).digest())
    except OSError:
        folder = None  # a program made into one file has no files of code
    if folder is None:
        return make()
    place = folder / f"{name}-{digest.hexdigest()[:32]}{_ENDING}"
    content = _content(place)
    if content is None:
        content = make()
        with suppress(OSError):  # a folder that cannot be written keeps nothing
            _keep(place, content)
            _forget(folder, name)
    return content


def kept_data(name: str, sources: Iterable[bytes | Path], make: Callable[[], Any]) -> Any:
    """The same for plain data: lists, tuples, dicts, texts and numbers."""
    return marshal.loads(kept(name, sources, lambda: marshal.dumps(make())))  # noqa: S302  # own


def _folder() -> Path | None:
    chosen = os.environ.get("ONRECORD_CACHE")
    if chosen is not None:
        return Path(chosen) if chosen else None
    from platformdirs import user_cache_path

    folder = user_cache_path("onrecord", appauthor=False)
    return folder if folder.is_absolute() else None  # there may be no home


def _content(place: Path) -> bytes | None:
    """What a file keeps; None where it is missing, broken or open to others' writing."""
    try:
        with place.open("rb") as file:
            if not _is_own(os.fstat(file.fileno())):
                return None
            told, content = file.read(hashlib.sha256().digest_size), file.read()
    except OSError:
        return None
    return content if hashlib.sha256(content).digest() == told else None


def _is_own(status: os.stat_result) -> bool:
    """Whether nobody but this user can have written a file; always so where users have no ids."""
    return not hasattr(os, "geteuid") or (
        status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_WRITE
    )


def _keep(place: Path, content: bytes) -> None:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, half = tempfile.mkstemp(prefix=place.stem, dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(content).digest() + content)
        Path(half).replace(place)
    except OSError:
        Path(half).unlink(missing_ok=True)
        raise


def _forget(folder: Path, name: str) -> None:
    """Delete all files of a name but the newest, those too whose writer was killed."""
    known = sorted(folder.glob(f"{name}-*"), key=lambda file: file.stat().st_mtime)
    for file in known[:-_MOST]:
        file.unlink()
