"""Reports from the paths of a command line; what cannot be read is named, and the rest goes on."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.cli.progress import Progress
from onrecord.cli.trouble import one_line, say
from onrecord.model import Reading, Report

if TYPE_CHECKING:
    from onrecord.sources import Fetcher


class Inputs:
    """The reports of all paths, one at a time. `failed` counts what could not be read."""

    def __init__(self, paths: Iterable[str], published: str | None) -> None:
        self._paths = tuple(paths)
        self._published = published
        self.failed = 0
        self.progress = Progress()

    def __iter__(self) -> Iterator[Report]:
        """All reports in the order of the paths."""
        for path in self._paths:
            for found in self._open(path):
                if isinstance(found, Report):
                    yield found
                    self.progress.step()
                else:
                    self.fail(str(found))
        self.progress.clear()

    @cached_property
    def fetcher(self) -> "Fetcher":
        """What fetches addresses, made for the first of them."""
        from onrecord.cli.fetching import fetcher

        return fetcher()

    def fail(self, line: str) -> None:
        """Name an input that failed."""
        self.failed += 1
        self.progress.clear()
        say(line)

    def readings(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """The reading of each report; one that the reader cannot cope with counts as failed."""
        import onrecord

        for report in reports:
            try:
                reading = onrecord.read(report)
            except Exception as error:  # noqa: BLE001
                name = report.path or report.source_id or report.id
                self.fail(f"{name}: could not be read ({type(error).__name__}: {one_line(error)})")
                continue
            yield reading

    def _open(self, path: str) -> Iterator[Any]:
        from onrecord.documents import open_reports

        if "://" in path:
            from onrecord.cli.fetching import fetched

            yield from fetched(self.fetcher, path, self._published)
            return
        try:
            yield from open_reports(Path(path), published=self._published)
        except OSError as error:
            self.fail(f"{path}: {error.strerror or one_line(error)}")
