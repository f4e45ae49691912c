"""Readings and decisions -> the record. Pure functions."""
