"""Bytes -> report."""
