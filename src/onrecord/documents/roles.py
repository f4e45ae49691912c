"""Which part each paragraph of a report plays."""

from collections.abc import Callable, Sequence

from onrecord.documents.paragraphs import Paragraph
from onrecord.documents.signs import boilerplate, sign
from onrecord.model import BlockRole

Roles = list[BlockRole]

_FEWEST_WORDS = 4
_LONGEST_CREDIT = 100
_LONGEST_HEADING = 60
_CAPTION_WORDS = 60
_LINK_WORDS = 16
_STANDFIRST = (5, 40)
_MOST_POINTS = 6
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
    _mark_lists(paragraphs, found, "summary_heading", "summary", _is_point)
    _mark_captions(paragraphs, kinds, found)
    _mark_lists(paragraphs, found, "links_heading", "boilerplate", _is_link)
    if headline is not None:
        _mark_standfirst(paragraphs, found, headline + 1)
    return found


def _mark_captions(paragraphs: Sequence[Paragraph], kinds: list[str | None], found: Roles) -> None:
    for number, paragraph in enumerate(paragraphs):
        if found[number] == "body" and _is_caption(paragraph):
            found[number] = "caption"
    for number in range(1, len(paragraphs)):
        if found[number] == "body" and _is_twice(paragraphs, kinds, found, number):
            found[number - 1 : number + 1] = ["caption", "caption"]
        elif kinds[number] == "credits" and _is_credited(paragraphs, found, number - 1):
            found[number - 1] = "caption"


def _is_caption(paragraph: Paragraph) -> bool:
    if len(paragraph.words.split()) > _CAPTION_WORDS:
        return False
    opens = sign("caption_opening").match(paragraph.words)
    return bool(opens or sign("caption_ending").search(paragraph.words[-_LONGEST_CREDIT:]))


def _is_twice(
    paragraphs: Sequence[Paragraph], kinds: list[str | None], found: Roles, number: int
) -> bool:
    """Whether a caption is given twice, as where it is also the text of its image.

    A line of the report may stand twice by mistake: the two have to stand by themselves, under
    the summary, or over a credit.
    """
    before, line = paragraphs[number - 1], paragraphs[number]
    if before.words != line.words or line.is_item:
        return False
    apart = before.opens and not before.closes and line.closes and len(found) > number + 1
    summary = number > 1 and found[number - 2] == "summary"
    credited = kinds[number + 1 : number + 2] == ["credits"]
    short = _FEWEST_WORDS <= len(line.words.split()) <= _CAPTION_WORDS
    return short and (apart or summary or credited)


def _is_credited(paragraphs: Sequence[Paragraph], found: Roles, number: int) -> bool:
    """Whether a paragraph over a credit is the caption that it belongs to.

    It is if no blank line parts the two. Pages part all lines; there, a sentence that stands
    over a credit is a caption only right under the summary, where no report goes on.
    """
    line = paragraphs[number]
    if found[number] != "body" or line.is_item or len(line.words.split()) > _CREDITED_WORDS:
        return False
    under_summary = number > 0 and found[number - 1] == "summary"
    return not line.closes or not line.is_closed or under_summary


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
        short = len(paragraph.words) <= _LONGEST_HEADING and found[number] != "headline"
        if short and sign(heading).fullmatch(paragraph.words):
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
        _mark_points(paragraphs, found, number)
    elif _is_standfirst(paragraphs, found, number):
        found[number] = "summary"


def _mark_points(paragraphs: Sequence[Paragraph], found: Roles, first: int) -> None:
    """Makes a summary of a list under the headline, if it is short and a report follows it."""
    last = first
    while last < len(found) and found[last] == "body" and paragraphs[last].is_item:
        last += 1
    if last - first <= _MOST_POINTS and "body" in found[last:]:
        found[first:last] = ["summary"] * (last - first)


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
