"""Rows as table, JSON, CSV or Markdown."""

from collections.abc import Iterator

from onrecord.cli.options import Format
from onrecord.exports.listings import Form, Grid, Listing, written


def rendered(listing: Listing | Grid, shape: Format, *, to_file: bool) -> Iterator[bytes]:
    """The listing in pieces of UTF-8. `to_file` says that no terminal will show a table."""
    if shape is not Format.TABLE:
        yield from written(listing, Form(shape))
    elif listing.rows:
        from onrecord.cli.tables import table

        yield table(listing.shown, listing.rows, to_file=to_file).encode()
