"""PDF: columns, hyphens, running heads, pages; every expected text is exact."""

from pathlib import Path

import made
import pytest

from onrecord.documents import Refusal, bytes_reports

MEET = (
    "Five ministers of the coast met on Monday, 13 October 2014, and agreed on a plan for the "
    "island. Two hundred officers are to go there in May 2019, the host said after the talks."
)
CAMPS = (
    "The mission said on Monday that it had taken over the two camps in the north from the army, "
    "which is to leave the region by the end of May, after eleven years there."
)


def read(*pages, **info):
    (found,) = bytes_reports(made.pdf(pages, info), Path("a.pdf"))
    return found


def paragraphs(*pages):
    return read(*pages).text.split("\n\n")


def test_lines_become_paragraphs():
    assert paragraphs(made.column(72, 760, MEET, 60) + made.column(72, 690, CAMPS, 60)) == [
        MEET,
        CAMPS,
    ]


def test_paragraphs_that_only_an_indent_parts():
    second = [
        (x + (12 if n == 0 else 0), *rest)
        for n, (x, *rest) in enumerate(made.column(72, 760 - 12 * 4, CAMPS, 58))
    ]
    assert paragraphs(made.column(72, 760, MEET, 50) + second) == [MEET, CAMPS]


def test_columns_are_read_one_after_the_other():
    page = [
        (72, 780, 18, "Ministers meet in Praia"),
        *made.column(72, 750, MEET, 44),
        *made.column(320, 750, CAMPS, 44),
    ]
    assert paragraphs(page) == ["Ministers meet in Praia", MEET, CAMPS]


def test_columns_drawn_line_by_line_are_read_the_same():
    page = [*made.column(72, 750, MEET, 44), *made.column(320, 750, CAMPS, 44)]
    assert paragraphs(sorted(page, key=lambda piece: -piece[1])) == [MEET, CAMPS]


def test_three_columns():
    page = [
        p for x, t in ((50, MEET), (225, CAMPS), (400, MEET)) for p in made.column(x, 700, t, 30)
    ]
    assert paragraphs(page) == [MEET, CAMPS, MEET]


def test_what_stands_under_columns_is_read_after_them():
    page = [*made.column(72, 750, MEET, 44), *made.column(320, 750, CAMPS, 44)]
    page += made.column(
        72, 600, "A line that runs over the whole width stands under both columns.", 90
    )
    assert paragraphs(page)[-1].startswith("A line that runs over")


def test_tables_are_read_row_by_row():
    rows = [("State", "Officers"), ("Togo", "200"), ("Benin", "300")]
    page = [
        (x, 700 - 14 * n, 10, cell)
        for n, row in enumerate(rows)
        for x, cell in zip((72, 250), row, strict=True)
    ]
    assert paragraphs(page) == ["State | Officers", "Togo | 200", "Benin | 300"]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("The govern-|ment agreed to the plan.", "The government agreed to the plan."),
        ("The vice-|president agreed to it.", "The vice-president agreed to it."),
        ("The non-|governmental groups left.", "The non-governmental groups left."),
        (
            "A peace-keeping force, a peace-|keeping one.",
            "A peace-keeping force, a peace-keeping one.",
        ),
        (
            "Peacekeeping is a task; peace-|keeping it is.",
            "Peacekeeping is a task; peacekeeping it is.",
        ),
        ("Fighters of Al-|Shabaab left the town.", "Fighters of Al-Shabaab left the town."),
        ("The 12-|month term begins in May.", "The 12-month term begins in May."),
    ],
)
def test_hyphens_at_the_ends_of_lines(text, joined):
    first, second = text.split("|")
    # The line is as long as its column: a longer one stands beneath.
    pieces = [(72, 700, 10, first), (72, 688, 10, second)]
    assert read(pieces).text == joined


def test_running_heads_and_page_numbers_are_left_out():
    pages = [
        [
            (72, 800, 8, f"Council Press Desk - Statement {number}/2031"),
            *made.column(72, 740, text, 80),
            (290, 30, 8, f"Page {number} of 2"),
        ]
        for number, text in ((1, MEET), (2, CAMPS))
    ]
    assert paragraphs(*pages) == [MEET, CAMPS]


def test_a_sentence_goes_on_over_the_page():
    first, second = MEET[:60].rsplit(" ", 1)[0], MEET[len(MEET[:60].rsplit(" ", 1)[0]) + 1 :]
    found = read(
        [*made.column(72, 100, f"{CAMPS}", 80), *made.column(72, 60, first, 200)],
        made.column(72, 760, second, 80),
    )
    assert found.text.split("\n\n") == [CAMPS, MEET]


def test_blocks_know_their_page():
    found = read(made.column(72, 700, MEET, 80), made.column(72, 700, CAMPS, 80))
    assert [(block.span.of(found.text), block.page) for block in found.blocks] == [
        (MEET, 1),
        (CAMPS, 2),
    ]


def test_note_marks_are_no_numbers():
    page = [
        (72, 700, 12, "Togo sent 200 officers"),
        (197.5, 705, 6, "3"),
        (203, 700, 12, "in May."),
    ]
    assert "officers3" not in read(page).text
    assert "200 officers" in read(page).text


def test_title_and_author():
    page = [(72, 780, 18, "Ministers meet in Praia"), *made.column(72, 750, MEET, 80)]
    found = read(page, Title="Ministers meet in Praia", Author="A. Writer")
    assert found.title == "Ministers meet in Praia"
    assert [(one.name, one.value, one.way) for one in found.declared] == [
        ("title", "Ministers meet in Praia", "PDF title"),
        ("author", "A. Writer", "PDF author"),
    ]
    found = read(page, Title="Microsoft Word - draft3.doc", CreationDate="D:20240101000000Z")
    assert (found.title, found.published) == ("Ministers meet in Praia", None)


def test_without_text():
    assert read([]).reason == "a PDF without text: scanned pages are not read"


def test_the_next_document_is_read_after_a_broken_one():
    (broken,) = bytes_reports(b"%PDF-1.7 broken", Path("a.pdf"))
    assert isinstance(broken, Refusal)
    assert read(made.column(72, 760, MEET, 60)).text == MEET
