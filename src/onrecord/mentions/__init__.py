"""Text -> mentions of times, quantities and quotations."""

from onrecord.mentions.quantities import find_quantities
from onrecord.mentions.times import find_times

__all__ = ["find_quantities", "find_times"]
