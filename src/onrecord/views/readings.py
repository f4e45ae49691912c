"""What one reading holds, in numbers."""

from dataclasses import dataclass

from onrecord.model import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """A report and how many facts of each kind were read in it."""

    report: str
    source_id: str | None
    path: str | None
    title: str | None
    published: str | None
    events: int
    commitments: int
    statements: int
    figures: int
    actors: int


def overview(reading: Reading) -> Overview:
    """The reading in one row."""
    report = reading.report
    return Overview(
        report=report.id,
        source_id=report.source_id,
        path=report.path,
        title=report.title,
        published=report.published,
        events=len(reading.events),
        commitments=len(reading.commitments),
        statements=len(reading.statements),
        figures=len(reading.figures),
        actors=len(reading.actors),
    )
