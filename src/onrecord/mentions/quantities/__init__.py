"""Quantities: numbers, ranges, bounds, money, shares, with their units."""

from onrecord.mentions.quantities.find import find_quantities

__all__ = ["find_quantities"]
