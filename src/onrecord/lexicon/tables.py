"""Reads the data files, each once."""

import gzip
import hashlib
import zlib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from onrecord.lexicon.kept import kept_data

GAZETTEER = "places.tsv.gz"
_CELLS = 8  # bars in a place of the gazetteer
_overlays: list[Path] = []


def path(name: str) -> Path:
    """The data file `name` ("titles.yaml", "frames/pledge.yaml") of the English lexicon."""
    return Path(str(files("onrecord.lexicon"))) / "en" / name


def topmost(name: str) -> Path:
    """The data file that counts where one takes the place of another: a user's own, if there is."""
    own = [folder / name for folder in _overlays if (folder / name).exists()]
    return own[-1] if own else path(name)


def overlay(folder: Path) -> None:
    """Lay a user's own files over the lexicon, for the rest of the process.

    `folder` holds files named as those of the lexicon ("titles.yaml", "frames/rescue.yaml"). Lists
    of words and lists of entries are added to those of the lexicon, mappings key by key; in frames
    a single word replaces the lexicon's. A gazetteer ("places.tsv.gz") takes the place of the
    lexicon's. To be called before anything is read. Raises `FileNotFoundError` where there is no
    such folder, `ValueError` for a file of no known name and for a gazetteer that is none.
    """
    if not folder.is_dir():
        raise FileNotFoundError(folder)
    for file in sorted(folder.rglob("*.yaml")):
        name = file.relative_to(folder)
        if name.parts[0] != "frames" and not path(str(name)).exists():
            raise ValueError(f"{name}: the lexicon has no file of that name")
    if (folder / GAZETTEER).exists():
        _check_gazetteer(folder / GAZETTEER)
    _overlays.append(folder)
    table.cache_clear()
    words.cache_clear()
    word_set.cache_clear()


def _check_gazetteer(file: Path) -> None:
    """As scripts/build_places.py writes it: each line a name and places of nine parts."""
    try:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                _, *cells = line.rstrip("\n").split("\t")
                if not line.startswith("#") and {cell.count("|") for cell in cells} != {_CELLS}:
                    raise ValueError(f"{file.name}: {line[:40]!r} is no line of a gazetteer")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise ValueError(f"{file.name}: {error}") from error


def fingerprint() -> str:
    """A hash of all data files, a user's own among them: another lexicon reads other things."""
    digest = hashlib.sha256()
    for folder in (path("."), *_overlays):
        for file in sorted(file for file in folder.rglob("*") if file.is_file()):
            digest.update(f"{file.relative_to(folder)}\0".encode("utf-8", "surrogateescape"))
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def overlays() -> tuple[Path, ...]:
    """The folders that are laid over the lexicon, the last one on top."""
    return tuple(_overlays)


def names(folder: str) -> tuple[str, ...]:
    """The names of all tables in a folder of the lexicon ("frames"), a user's own among them."""
    places = (path(folder), *(own / folder for own in _overlays))
    return tuple(sorted({f"{folder}/{file.stem}" for p in places for file in p.glob("*.yaml")}))


@cache
def table(name: str) -> Any:
    """The content of `<name>.yaml` as plain lists and dicts; read once, not to be changed."""
    shipped = _shipped(path("."))
    found = [shipped[name]] if name in shipped else []
    found += [_parsed(file) for folder in _overlays if (file := folder / f"{name}.yaml").exists()]
    if not found:
        raise FileNotFoundError(name)
    whole = found[0]
    for own in found[1:]:
        whole = _merged(whole, own, join=not name.startswith("frames/"))
    return whole


@cache
def _shipped(folder: Path) -> dict[str, Any]:
    """All tables of the lexicon by name, from what was kept of them while they stay the same."""
    places = sorted(folder.rglob("*.yaml"))
    called = [place.relative_to(folder).with_suffix("").as_posix() for place in places]
    sources: list[bytes | Path] = [repr(called).encode(), *places]
    sources.append(Path(__file__).with_name("written.py"))
    tables: dict[str, Any] = kept_data(
        "tables", sources, lambda: dict(zip(called, map(_parsed, places), strict=True))
    )
    return tables


def _parsed(place: Path) -> Any:
    from onrecord.lexicon.written import parsed

    return parsed(place.read_bytes())


def _merged(base: Any, own: Any, *, join: bool) -> Any:
    if isinstance(base, dict) and isinstance(own, dict):
        shared = {k: _merged(base[k], own[k], join=join) for k in base.keys() & own.keys()}
        return {**base, **own, **shared}
    if isinstance(base, list) and isinstance(own, list):
        return [*base, *own]
    if isinstance(base, str) and isinstance(own, str) and join:
        return f"{base} {own}"
    return own


@cache
def words(name: str, key: str = "words") -> tuple[str, ...]:
    """The list of words under `key` in `<name>.yaml`, "one two" strings split at white space."""
    entry = table(name)[key]
    return tuple(entry.split() if isinstance(entry, str) else entry)


@cache
def word_set(name: str, key: str = "words") -> frozenset[str]:
    """The same list as a set, made once."""
    return frozenset(words(name, key))
