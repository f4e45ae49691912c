"""`onrecord import`: what people keep elsewhere -> the record."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import Lexicon, Place
from onrecord.cli.record import existing, whole, writable
from onrecord.cli.trouble import FAILED, USAGE, Trouble, say
from onrecord.intake.attempts import one_line

if TYPE_CHECKING:
    from onrecord.model import Decision
    from onrecord.review.exchange import Clash, Exchange


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("import")(bring_in)


def bring_in(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What to bring in.")],
    mapping: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Which column of a tracker (CSV, XLSX) says what."),
    ] = None,
    place: Place = None,
    lexicon: Lexicon = None,  # noqa: ARG001
) -> None:
    """Bring in another desk's decisions, or a tracker that was kept by hand.

    Decisions are what `export --to decisions` writes. Those that speak against decisions of this
    record are shown and left out: decide on them yourself. A tracker needs a mapping; each of its
    rows becomes a claim whose source is that sheet (docs/exports.md).

    \b
    onrecord import their-decisions.jsonl
    onrecord import tracker.xlsx --mapping tracker.yaml
    """  # noqa: D301
    if mapping is None:
        _decisions(file, _bytes(file), place)
    else:
        _tracker(file, _bytes(file), mapping, place)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Trouble(one_line(error), USAGE) from error


def _tracker(file: Path, data: bytes, mapping: Path, place: str | None) -> None:
    """All rows, or none: a sheet is one source."""
    from onrecord.imports.mapping import mapping as checked
    from onrecord.imports.sheets import rows
    from onrecord.imports.tracker import BY_HAND, RowsError, tracker
    from onrecord.views.summary import count

    try:
        told = checked(_bytes(mapping))
    except ValueError as error:
        raise Trouble(f"{mapping}: {one_line(error)}", USAGE) from error
    try:
        reading = tracker(rows(data, told.sheet), told, file.name)
    except RowsError as error:
        for line in error.lines:
            say(f"{file}: {line}")
        raise Trouble(
            f"{file}: {count(len(error.lines), 'row')} to mend, none taken over"
        ) from error
    except ValueError as error:
        raise Trouble(f"{file}: {one_line(error)}") from error
    with writable(place) as records:
        added = records.add(reading, BY_HAND)
    rows_read = count(len(reading.commitments), "row")
    say("known already" if added == "known" else f"{rows_read} taken over")


def _decisions(file: Path, data: bytes, place: str | None) -> None:
    from onrecord.imports.decisions import decisions
    from onrecord.review.exchange import exchange

    with existing(place) as records:
        try:
            found = exchange(whole(records), decisions(data))
        except ValueError as error:
            raise Trouble(f"{file}: {one_line(error)}") from error
        for decision in found.new:
            records.decide(decision)
    for clash in found.clashes:
        say(_shown(clash))
    say(_summary(found))
    if found.clashes or found.idle:
        raise typer.Exit(FAILED)


def _shown(clash: "Clash") -> str:
    """Both sides in one line, with the ids by which they are decided on."""
    from onrecord.views.verdicts import in_short

    theirs, ours = clash.theirs, clash.ours
    return (
        f"conflict on {ours.targets[0].claim}: theirs, {in_short(theirs)}{_value(theirs)} "
        f"({theirs.time[:10]}); ours, {in_short(ours)}{_value(ours)} ({ours.time[:10]}, {ours.id})"
    )


def _value(decision: "Decision") -> str:
    from onrecord.views.verdicts import valued

    return f" to {valued(decision.value)}" if decision.action == "correct" else ""


def _summary(found: "Exchange") -> str:
    """As in "12 decisions taken over, 3 known already, 1 in conflict left out"."""
    from onrecord.views.summary import count

    parts = [f"{count(len(found.new), 'decision')} taken over"]
    if found.elsewhere:
        parts[0] += f" ({found.elsewhere} about reports that are not on this record)"
    parts += [f"{found.known} known already"] if found.known else []
    parts += [f"{len(found.clashes)} in conflict left out"] if found.clashes else []
    parts += [f"{len(found.idle)} that undo what is not here left out"] if found.idle else []
    return ", ".join(parts)
