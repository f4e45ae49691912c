"""What waits for an analyst, and decisions on facts. Pure functions: nothing is kept here."""

from onrecord.review.deciding import Signature, correct, judge, merge, split, undo
from onrecord.review.values import choices, value_of

__all__ = [
    "Signature",
    "choices",
    "correct",
    "judge",
    "merge",
    "split",
    "undo",
    "value_of",
]
