"""Options that are dates of any precision."""

from typing import Annotated

import typer

from onrecord.record.periods import Period, typed


def some_days(text: str) -> Period:
    """The days that a date of any precision covers: 2024, 2024-03 or 2024-03-09."""
    found = typed(text)
    if found is None:
        raise typer.BadParameter(f"{text!r} is no date like 2024, 2024-03 or 2024-03-09")
    return found


Since = Annotated[
    Period | None, typer.Option(metavar="DATE", parser=some_days, help="Not what ended before.")
]
Until = Annotated[
    Period | None, typer.Option(metavar="DATE", parser=some_days, help="Not what began after.")
]
AsOf = Annotated[
    Period | None,
    typer.Option(metavar="DATE", parser=some_days, help="As was known on that day."),
]
