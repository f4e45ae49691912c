"""The addresses of the desk's pages: they stay as they are, and hold their filters."""

from urllib.parse import quote, urlencode

_Value = str | int | None


def address(path: str, **query: _Value) -> str:
    """A path with those filters that are set."""
    pairs = [(name, str(value)) for name, value in query.items() if value not in {None, ""}]
    return f"{path}?{urlencode(pairs, errors='replace')}" if pairs else path


def sentence(report: str, start: int, end: int, as_of: str | None = None) -> str:
    """The place in a report where the code points from `start` to `end` are highlighted."""
    path = f"/reports/{quote(report, safe='')}"
    return f"{address(path, at=f'{start}-{end}', as_of=as_of)}#at"


def fact(key: str, as_of: str | None = None) -> str:
    """The page of a fact: `key` is its id, or that of one of its claims."""
    return address(f"/facts/{quote(key, safe='')}", as_of=as_of)
