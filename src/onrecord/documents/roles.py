"""Which part each paragraph of a report plays."""

from collections.abc import Callable, Sequence

from onrecord.documents.paragraphs import Paragraph
from onrecord.documents.signs import boilerplate, sign
from onrecord.model import BlockRole

Roles = list[BlockRole]

_HEADLINE_WORDS = 30
_CAPTION_WORDS = 60
_LINK_WORDS = 16
_STANDFIRST = (5, 40)
_CREDITED_WORDS = 40


def roles(paragraphs: Sequence[Paragraph], headline: int | None) -> Roles:
    """The role of each paragraph, in order; `headline` is the number of the headline.

    Everything is body that bears no sign of another role. A later step may overrule an earlier
    one only in what that left as body.
    """
    kinds = [boilerplate().kind(p.words) for p in paragraphs]
    found: Roles = ["boilerplate" if kind else "body" for kind in kinds]
    if headline is not None:
        found[headline] = "headline"
    _mark_captions(paragraphs, kinds, found)
    _mark_lists(paragraphs, found, "summary_heading", "summary", _is_point)
    _mark_lists(paragraphs, found, "links_heading", "boilerplate", _is_link)
    if headline is not None:
        _mark_standfirst(paragraphs, found, headline + 1)
    return found


def _mark_captions(paragraphs: Sequence[Paragraph], kinds: list[str | None], found: Roles) -> None:
    for number, paragraph in enumerate(paragraphs):
        if found[number] == "body" and _is_caption(paragraph):
            found[number] = "caption"
    for number in range(1, len(paragraphs)):
        before = paragraphs[number - 1]
        if found[number] == "body" and _is_twice(before, paragraphs[number]):
            found[number - 1 : number + 1] = ["caption", "caption"]
        elif kinds[number] == "credits" and _is_credited(before, paragraphs[number]):
            found[number - 1] = "caption" if found[number - 1] == "body" else found[number - 1]


def _is_caption(paragraph: Paragraph) -> bool:
    if len(paragraph.words.split()) > _CAPTION_WORDS:
        return False
    opens = sign("caption_opening").match(paragraph.words)
    return bool(opens or sign("caption_ending").search(paragraph.words))


def _is_twice(before: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a line is given twice, as where a page's caption is also the image's text."""
    same = before.words == paragraph.words
    return same and not paragraph.is_item and len(before.words.split()) <= _CAPTION_WORDS


def _is_credited(before: Paragraph, credit: Paragraph) -> bool:
    """Whether the line before a credit is the caption that it belongs to."""
    together = not before.closes and not credit.opens
    short = len(before.words.split()) <= _CREDITED_WORDS
    return short and not before.is_item and (together or not before.is_closed)


def _mark_lists(
    paragraphs: Sequence[Paragraph],
    found: Roles,
    heading: str,
    role: BlockRole,
    belongs: Callable[[Paragraph], bool],
) -> None:
    """Gives `role` to each heading of this kind and to the items that follow it."""
    inside = False
    for number, paragraph in enumerate(paragraphs):
        if len(paragraph.words) <= _CAPTION_WORDS and sign(heading).fullmatch(paragraph.words):
            inside, found[number] = True, role
        elif inside and found[number] == "body" and belongs(paragraph):
            found[number] = role
        else:
            inside = False


def _is_point(paragraph: Paragraph) -> bool:
    return paragraph.is_item


def _is_link(paragraph: Paragraph) -> bool:
    return not paragraph.is_closed and len(paragraph.words.split()) <= _LINK_WORDS


def _mark_standfirst(paragraphs: Sequence[Paragraph], found: Roles, first: int) -> None:
    """What stands between headline and report: points in a list, or a single short paragraph."""
    number = first
    while number < len(found) and found[number] == "boilerplate":
        number += 1
    if number >= len(found) or found[number] != "body":
        return
    if paragraphs[number].is_item:
        while number < len(found) and found[number] == "body" and paragraphs[number].is_item:
            found[number] = "summary"
            number += 1
    elif _is_standfirst(paragraphs, found, number):
        found[number] = "summary"


def _is_standfirst(paragraphs: Sequence[Paragraph], found: Roles, number: int) -> bool:
    """A lone paragraph over the summary, or a lone line without a full stop over the report.

    A sentence that ends with a full stop and stands over the report's text is its opening.
    """
    paragraph, after = paragraphs[number], number + 1
    fewest, most = _STANDFIRST
    if not paragraph.stands_alone or not fewest <= len(paragraph.words.split()) <= most:
        return False
    if after >= len(found) or sign("no_headline").match(paragraph.words):
        return False
    if found[after] == "summary":
        return True
    return not paragraph.is_closed and found[after] == "body" and paragraphs[after].is_closed
