"""What an address asks for: filters in its query, the same on every page."""

from dataclasses import dataclass, fields
from typing import Annotated

from fastapi import Depends, Query

from onrecord.record.periods import Period, typed
from onrecord.views.selection import Selection, select
from onrecord.web.known import Edition

_LONG = 300  # characters of a name or of words to look for
_PAGES = 100_000


class UnusableError(ValueError):
    """An address that asks for something that cannot be; the message is for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The filters of an address as they were typed; None stands for all."""

    mission: str | None = None
    actor: str | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    q: str | None = None
    page: int = 1

    @property
    def known(self) -> Period | None:
        """The days as of which the record is asked for."""
        return _days(self.as_of)

    def selection(self, edition: Edition) -> Selection:
        """The filters as views take them.

        Raises `UnknownNameError` for a name that is not on the record, `UnusableError` for days
        that are none.
        """
        since, until = _days(self.since), _days(self.until)
        if since and until and since.first > until.last:
            raise UnusableError(f"{self.since} comes after {self.until}")
        return edition.once(
            select, mission=self.mission, actor=self.actor, since=since, until=until
        )

    def kept(self, *names: str) -> dict[str, str]:
        """Those of these filters that are set, for the query of another address."""
        pairs = ((name, getattr(self, name)) for name in names)
        return {name: value for name, value in pairs if isinstance(value, str)}


def asked(
    mission: Annotated[str | None, Query(max_length=_LONG)] = None,
    actor: Annotated[str | None, Query(max_length=_LONG)] = None,
    since: Annotated[str | None, Query(max_length=_LONG)] = None,
    until: Annotated[str | None, Query(max_length=_LONG)] = None,
    as_of: Annotated[str | None, Query(max_length=_LONG)] = None,
    q: Annotated[str | None, Query(max_length=_LONG)] = None,
    page: Annotated[int, Query(ge=1, le=_PAGES)] = 1,
) -> Asked:
    """The filters of a request; a field that was left empty asks for nothing."""
    given = {
        "mission": mission, "actor": actor, "since": since, "until": until, "as_of": as_of, "q": q
    }  # fmt: skip
    return Asked(**{name: (text or "").strip() or None for name, text in given.items()}, page=page)


Filters = Annotated[Asked, Depends(asked)]
FILTERS = tuple(field.name for field in fields(Asked) if field.name != "page")


def _days(text: str | None) -> Period | None:
    if text is None:
        return None
    found = typed(text)
    if found is None:
        raise UnusableError(f"“{text}” is no date like 2024, 2024-03 or 2024-03-09")
    return found
