"""Which column of a tracker says what: a YAML file, checked."""

from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from typing import Any, get_args

import yaml

from onrecord.documents.dates import iso_date
from onrecord.model import ActorKind, Status

FIELDS = (
    "party", "status", "mission", "beneficiary", "item", "quantity", "min", "max", "approx",
    "unit", "date", "certainty", "source", "note",
)  # fmt: skip
_PARTIES = ("party", "mission", "beneficiary", "source")
_KEYS = ("title", "publisher", "published", "url", "sheet", "columns", "always", "status", "kinds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """What the columns of a sheet say.

    `columns` has for each field the words at the head of its column, `always` what is so in every
    row. `status` has the sheet's own words for steps, in small letters, `kinds` what kind
    the parties of a field are that the lexicon does not know. The rest is about the sheet.
    """

    columns: Map[str, str]
    always: Map[str, str] = field(default_factory=dict)
    status: Map[str, Status] = field(default_factory=dict)
    kinds: Map[str, ActorKind] = field(default_factory=dict)
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    sheet: str | None = None


def mapping(data: bytes) -> Mapping:
    """The mapping of a file. Raises `ValueError` with one clear line for what it gets wrong."""
    try:
        told = yaml.safe_load(data.decode("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(f"no YAML: {' '.join(str(error).split())}") from error
    if not isinstance(told, dict):
        raise ValueError("no mapping of columns")  # noqa: TRY004
    _one_of("key", told, _KEYS)
    columns, always = (_words(told, key) for key in ("columns", "always"))
    _one_of("field", {**columns, **always}, FIELDS)
    for needed in ("party", "status"):
        if needed not in columns and needed not in always:
            raise ValueError(f"nothing says which column is the {needed}")
    status = {word.casefold(): step for word, step in _words(told, "status").items()}
    _one_of("status", status.values(), get_args(Status))
    kinds = _words(told, "kinds")
    _one_of("field with parties", kinds, _PARTIES)
    _one_of("kind", kinds.values(), get_args(ActorKind))
    about = {key: _text(told.get(key)) for key in ("title", "publisher", "url", "sheet")}
    published = _text(told.get("published"))
    if published and iso_date(published) is None:
        raise ValueError(f"published: {published!r} is no date like 2024-03-09")
    return Mapping(
        columns=columns,
        always=always,
        status={word: step for word, step in status.items() if step in get_args(Status)},
        kinds=kinds,
        published=published,
        **about,
    )


def _one_of(what: str, found: Any, known: tuple[str, ...]) -> None:
    for name in found:
        if name not in known:
            raise ValueError(f"no {what} {name!r}: one of {', '.join(known)}")


def _words(told: dict[Any, Any], key: str) -> dict[str, Any]:
    """A table of words in the file."""
    found = told.get(key) or {}
    if not isinstance(found, dict):
        raise ValueError(f"{key} is no table")  # noqa: TRY004
    return {str(name): " ".join(str(value).split()) for name, value in found.items()}


def _text(value: object) -> str | None:
    return None if value is None else " ".join(str(value).split()) or None
