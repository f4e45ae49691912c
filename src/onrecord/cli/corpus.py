"""`onrecord corpus`: archives of many reports, read into tables and asked there."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.days import Since, Until
from onrecord.cli.listing import show
from onrecord.cli.options import Format, Jobs, Lexicon, Mission, Output, Party, Published, Shape
from onrecord.cli.progress import StatusLine, left
from onrecord.cli.sink import sink
from onrecord.cli.trouble import FAILED, USAGE, Trouble, say
from onrecord.exports.listings import Grid
from onrecord.intake.attempts import engine

if TYPE_CHECKING:
    from onrecord.corpus import Corpus, Slice
    from onrecord.corpus.folder import Folder
    from onrecord.corpus.merging import Merged
    from onrecord.corpus.run import Advance
    from onrecord.corpus.seats import Seat
    from onrecord.record.periods import Period

_NAMED = 5  # of what was set aside; the others are in a table

Place = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the corpus.")]
Cluster = Annotated[
    str | None,
    typer.Option(
        "--ray",
        metavar="ADDRESS",
        help="Work on a Ray cluster: HOST:PORT, auto, or local for one of this machine.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(
        no_args_is_help=True,
        rich_markup_mode=None,
        help="Read archives of many reports into tables, and ask them.",
    )
    for command in (read, merge, status, query, extract):
        group.command()(command)
    app.add_typer(group, name="corpus")


def read(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="IN", help="Files and folders: JSONL, CSV, Parquet, WARC, ..."),
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder of the corpus.")],
    published: Published = None,
    size: Annotated[int, typer.Option(metavar="N", min=1, help="Reports of a shard.")] = 500,
    workers: Jobs = None,
    ray: Cluster = None,
    lexicon: Lexicon = None,  # noqa: ARG001
) -> None:
    """Read an archive into Parquet tables; what has been interrupted goes on where it was.

    What cannot be read is set aside with its reason, and costs nothing else.

    \b
    onrecord corpus read archive/ --out agency --workers 8
    onrecord corpus read archive/ --out /shared/agency --ray auto
    """  # noqa: D301
    _check(ray)
    if not any(path.exists() for path in paths):  # no folder is made for nothing
        raise Trouble(f"{paths[0]}: no such file or folder", USAGE)
    with _explained():
        from onrecord.corpus.cutting import inputs
        from onrecord.corpus.folder import Folder, Making

        folder = Folder(out)
        archive = tuple(inputs(paths))
        folder.begin(Making(inputs=archive, engine=engine(), size=size, published=published))
        if not folder.is_complete:
            _read(folder, ray, workers)
    found = folder.count()
    say(f"{found.reports} reports read, {found.set_aside} set aside")
    if found.set_aside:
        _name_set_aside(out, found.set_aside)
        raise typer.Exit(FAILED)


def merge(
    place: Place,
    part: Annotated[
        int, typer.Option(metavar="N", min=1, help="Names, events or reports of a part at most.")
    ] = 20_000,
    workers: Jobs = None,
    ray: Cluster = None,
    lexicon: Lexicon = None,  # noqa: ARG001
) -> None:
    """Find who is one, and which reports tell of one event, in a corpus that is all read.

    What has been interrupted goes on where it was. docs/scale.md tells what it takes.

    \b
    onrecord corpus merge agency --workers 8
    onrecord corpus query agency happenings-by-month --actor Kenya
    """  # noqa: D301
    _check(ray)
    with _explained():
        from onrecord.corpus.folder import Folder
        from onrecord.corpus.merging import finished

        folder = Folder(place)
        folder.making()
        if not folder.is_complete:
            raise ValueError(f"{place} is not all read: onrecord corpus read goes on")
        found = finished(folder, part) or _merge(folder, part, ray, workers)
    say(f"{found.parties} parties, {found.happenings} happenings")
    for name, cut in found.cut.items():
        if cut:
            say(f"{name}: {cut} keys are shared by too many and joined nothing: see --part")


def _merge(folder: "Folder", part: int, ray: str | None, workers: int | None) -> "Merged":
    from onrecord.corpus.merging import merge as merge_all

    line = StatusLine()
    try:
        with _seats(ray, workers) as seats:
            return merge_all(
                folder,
                seats,
                part,
                lambda what, done, many: line.show(lambda _: f"{what}: {done} of {many}"),
            )
    finally:
        line.clear()


def _check(ray: str | None) -> None:
    if ray and not find_spec("ray"):
        raise Trouble("--ray needs more: pip install 'onrecord[scale]'")


def _name_set_aside(place: Path, many: int) -> None:
    """The first of what could not be read, a line each, and where the others are told."""
    sql = f"SELECT path, line, title, reason FROM set_aside ORDER BY number LIMIT {_NAMED}"  # noqa: S608
    with _opened(place) as corpus:
        told = corpus.sql(sql).rows
    for path, line, title, reason in told:
        where = ":".join(str(part) for part in (path, line) if part) or "a report"
        say(f"{where}{f' ({title})' if title else ''}: {reason}")
    if many > _NAMED:
        say(f"and {many - _NAMED} more: onrecord corpus query {place} set-aside")


def _read(folder: "Folder", ray: str | None, workers: int | None) -> None:
    from onrecord.corpus.run import make

    line = StatusLine()
    try:
        with _seats(ray, workers) as seats:
            make(
                folder,
                seats,
                lambda advance: line.show(lambda seconds: _how_far(advance, seconds)),
            )
    finally:
        line.clear()


@contextmanager
def _seats(ray: str | None, workers: int | None) -> "Iterator[Sequence[Seat]]":
    """Where work is done: processes of this machine, or a Ray cluster."""
    if ray:
        from onrecord.corpus.cluster import slots

        with slots(ray, workers) as seats:
            yield seats
    else:
        from onrecord.corpus.local import Process
        from onrecord.intake.processes import cores

        yield [Process() for _ in range(workers or cores())]


def _how_far(advance: "Advance", seconds: float) -> str:
    """As in "12000 reports, 118 set aside, 24.3 a second, 40 % of the archive, 2 h left"."""
    now, share = advance.now, advance.share
    parts = [f"{now.reports} reports", f"{now.set_aside} set aside"]
    parts.append(f"{advance.fresh / seconds:.1f} a second")
    parts.append(f"{share:.0%} of the archive")
    if advance.fresh_share:
        parts.append(left(seconds / advance.fresh_share * (1 - share)))
    return ", ".join(parts)


def status(place: Place, shape: Shape = Format.TABLE, output: Output = None) -> None:
    """Show how far a corpus is, and how much is in it.

    \b
    onrecord corpus status agency
    """  # noqa: D301
    from msgspec.structs import asdict

    from onrecord.corpus.folder import Folder

    with _explained():
        folder = Folder(place)
        folder.making()
        told = {"complete": folder.is_complete, **asdict(folder.count())}
    show(Grid(tuple(told), [tuple(told.values())]), shape, output)


def query(
    place: Place,
    question: Annotated[
        str | None, typer.Argument(metavar="NAME", help="What is asked; none lists what can be.")
    ] = None,
    sql: Annotated[
        str | None, typer.Option("--sql", metavar="SQL", help="Ask in DuckDB's SQL instead.")
    ] = None,
    mission: Mission = None,
    actor: Party = None,
    since: Since = None,
    until: Until = None,
    shape: Shape = Format.TABLE,
    output: Output = None,
) -> None:
    """Ask a corpus; docs/scale.md tells of its tables.

    \b
    onrecord corpus query agency events-by-month --actor Kenya --since 2023
    onrecord corpus query agency --sql "SELECT count(*) FROM events"
    """  # noqa: D301
    if question and sql:
        raise Trouble("ask by NAME or by --sql, not both", USAGE)
    with _opened(place) as corpus:
        from onrecord.corpus import questions

        if not question and not sql:
            show(Grid(("name", "what"), list(questions().items())), shape, output)
            return
        part = _slice(mission, actor, since, until)
        found = corpus.sql(sql, part) if sql else corpus.ask(question or "", part)
    show(Grid(found.columns, found.rows), shape, output)


def extract(
    place: Place,
    mission: Mission = None,
    actor: Party = None,
    since: Since = None,
    until: Until = None,
    output: Output = None,
) -> None:
    """Print the reports that a mission or an actor is in, as JSONL for onrecord add.

    \b
    onrecord corpus extract agency --mission "Stabilisation Mission" -o slice.jsonl
    onrecord add slice.jsonl --record mission.db
    """  # noqa: D301
    with _opened(place) as corpus, sink(output) as write:
        from onrecord.corpus.lines import line_of

        for reading in corpus.readings(_slice(mission, actor, since, until)):
            write(line_of(reading.report))


def _slice(
    mission: str | None, actor: str | None, since: "Period | None", until: "Period | None"
) -> "Slice":
    from onrecord.corpus import Slice

    return Slice(
        mission=mission,
        actor=actor,
        since=since.first if since else None,
        until=until.last if until else None,
    )


@contextmanager
def _opened(place: Path) -> "Iterator[Corpus]":
    with _explained():
        from onrecord import corpus

        yield corpus.open(place)


@contextmanager
def _explained() -> Iterator[None]:
    """What has to be installed, and what was asked wrongly, in one line."""
    if not all(map(find_spec, ("pyarrow", "duckdb"))):
        raise Trouble("corpus needs more: pip install 'onrecord[scale]'")
    try:
        yield
    except (ValueError, LookupError) as error:
        raise Trouble(str(error), USAGE) from error
