"""What one party undertakes for a mission or beneficiary."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.actor import Ref
from onrecord.model.event import Certainty
from onrecord.model.quantity import Amount
from onrecord.model.time import When

# In the order in which the steps of an undertaking follow each other.
Status = Literal[
    "requested",
    "pledged",
    "approved",
    "agreed",
    "deployed",
    "delivered",
    "blocked",
    "suspended",
    "reduced",
    "rejected",
    "withdrawn",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One step of an undertaking; `event` is the id of the event that it was read from."""

    party: Ref | None
    mission: Ref | None
    beneficiary: Ref | None
    item: str | None
    quantity: Amount | None
    status: Status
    date: When | None
    certainty: Certainty
    event: str
