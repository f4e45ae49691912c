"""Inputs -> reports and readings: what the commands and the desk have in common."""
