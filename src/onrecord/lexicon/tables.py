"""Reads the data files, each once."""

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML in which only `true` and `false` are truth values: "on", "no" and "off" are words."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if tag != "tag:yaml.org,2002:bool"]
    for first, known in _Loader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


def path(name: str) -> Path:
    """The data file `name` ("titles.yaml", "frames/pledge.yaml") of the English lexicon."""
    return Path(str(files("onrecord.lexicon"))) / "en" / name


@cache
def table(name: str) -> Any:
    """The content of `<name>.yaml` as plain lists and dicts; read once, not to be changed."""
    with path(f"{name}.yaml").open("rb") as file:
        return yaml.load(file, Loader=_Loader)  # noqa: S506


def words(name: str, key: str = "words") -> tuple[str, ...]:
    """The list of words under `key` in `<name>.yaml`, "one two" strings split at white space."""
    entry = table(name)[key]
    return tuple(entry.split() if isinstance(entry, str) else entry)
