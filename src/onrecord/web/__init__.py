"""The desk: the record in a browser. Pages, drawings, an interface for programs, and a guard."""
