"""What waits for an analyst, and decisions on facts. Pure functions: nothing is kept here."""

from onrecord.review.deciding import Signature, Verdict, correct, decide, judge, merge, split, undo
from onrecord.review.likely import likely
from onrecord.review.queue import Item, Reason, queue
from onrecord.review.values import choices, value_of

__all__ = [
    "Item",
    "Reason",
    "Signature",
    "Verdict",
    "choices",
    "correct",
    "decide",
    "judge",
    "likely",
    "merge",
    "queue",
    "split",
    "undo",
    "value_of",
]
