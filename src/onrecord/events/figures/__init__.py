"""Numbers about the state of the world."""

from onrecord.events.figures.find import find_figures

__all__ = ["find_figures"]
