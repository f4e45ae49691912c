"""Reports from the paths of a command line; what cannot be read is named, and the rest goes on."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.cli.progress import Progress
from onrecord.cli.trouble import USAGE, Trouble, say
from onrecord.cli.workers import read_all
from onrecord.intake.processes import cores
from onrecord.model import Reading, Report

if TYPE_CHECKING:
    from onrecord.documents import Refusal
    from onrecord.sources import Fetcher
    from onrecord.views.failures import Failure


class Inputs:
    """The reports of all paths and addresses, one at a time.

    `tried` are the files and addresses that were opened so far, `failures` what could not be read
    of them.
    """

    def __init__(
        self, paths: Iterable[str], published: str | None, jobs: int | None = None
    ) -> None:
        self._paths = tuple(paths)
        self._published = published
        self._jobs = jobs or cores()
        self.tried: list[str] = []
        self.failures: list[Failure] = []
        self.progress = Progress()

    @property
    def failed(self) -> int:
        """How much could not be read."""
        return len(self.failures)

    def __iter__(self) -> Iterator[Report]:
        """All reports in the order of the paths."""
        inputs = [found for path in self._paths for found in _listed(path)]
        self.progress.begin(len(inputs))
        for found in inputs:
            name = str(getattr(found, "path", found))
            self.tried.append(name)
            for report in self._open(found):
                if isinstance(report, Report):
                    yield report
                    self.progress.step()
                else:
                    self.fail(str(report), name)
            self.progress.next()
        self.progress.clear()

    @cached_property
    def fetcher(self) -> "Fetcher":
        """What fetches addresses, made for the first of them."""
        from onrecord.intake.fetching import fetcher

        try:
            return fetcher()
        except ValueError as error:
            raise Trouble(f"{error}", USAGE) from error

    def fail(self, line: str, source: str) -> None:
        """Name something that failed, and the file or address that it is from."""
        from onrecord.views.failures import Failure

        self.failures.append(Failure(input=source, reason=line))
        self.progress.clear()
        say(line)

    def readings(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """The reading of each report; one that the reader cannot cope with counts as failed."""
        for report, found in read_all(reports, self._jobs):
            if isinstance(found, str):
                name = report.path or report.source_id or report.id
                self.fail(f"{name}: {found}", _file_of(name))
            else:
                yield found

    def _open(self, found: "Path | str | Refusal") -> "Iterator[Report | Refusal | str]":
        if isinstance(found, str):
            from onrecord.intake.fetching import fetched

            yield from fetched(self.fetcher, found, self._published)
        elif isinstance(found, Path):
            from onrecord.documents import open_reports

            yield from open_reports(found, published=self._published)
        else:
            yield found


def _listed(path: str) -> "Iterator[Path | str | Refusal]":
    """An address as it is, and the files of a folder."""
    from onrecord.documents import files

    if "://" in path:
        yield path
    else:
        yield from files(Path(path))


def _file_of(name: str) -> str:
    """The file that holds a report with this path: of members of archives, the archive."""
    path = Path(name)
    return str(next((place for place in (path, *path.parents) if place.is_file()), name))
