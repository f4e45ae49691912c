"""What a spreadsheet or a script reads back from CSV is what was there."""

import csv
import io
from dataclasses import dataclass

from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.cli.options import Format
from onrecord.cli.output import rendered
from onrecord.exports.listings import Listing

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


@dataclass(frozen=True)
class Row:
    name: str
    words: str


@given(st.lists(st.builds(Row, CELLS, CELLS), max_size=4))
@example([Row("a\rb", "c\r\nd"), Row('"', "\n,")])
def test_cells_come_back_as_they_were(rows):
    pieces = rendered(Listing("rows", Row, rows), Format.CSV, to_file=True)
    text = b"".join(pieces).decode()
    head, *found = csv.reader(io.StringIO(text, newline=""))
    assert head == ["name", "words"]
    assert [[cell.removeprefix("'") for cell in row] for row in found] == [
        [cell.removeprefix("'") for cell in (row.name, row.words)] for row in rows
    ]
