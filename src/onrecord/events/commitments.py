"""Events -> what each party undertakes."""

from collections.abc import Sequence

from onrecord.model import Cast, Commitment, Event


def find_commitments(events: Sequence[Event], cast: Cast) -> tuple[Commitment, ...]:
    """One commitment for each party of each event whose frame sets a status."""
    del events, cast
    return ()
