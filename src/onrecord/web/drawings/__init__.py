"""Rows of views -> SVG, drawn without a script: pure functions, every text escaped."""
