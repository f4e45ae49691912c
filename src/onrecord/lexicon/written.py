"""YAML as the data files are written."""

import re
from typing import Any

import yaml


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML in which only `true` and `false` are truth values: "on", "no" and "off" are words.

    A date is a text like others.
    """


_OTHERWISE = {"tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp"}
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if tag not in _OTHERWISE]
    for first, known in _Loader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


def parsed(source: bytes) -> Any:
    """The content of a data file as plain lists and dicts."""
    return yaml.load(source, Loader=_Loader)  # noqa: S506
