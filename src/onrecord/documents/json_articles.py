"""A JSON file of articles: a list, an answer of a news interface, a feed, or one article."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.documents.articles import article_draft
from onrecord.documents.charset import decode
from onrecord.documents.compose import drafted
from onrecord.documents.refusal import Refusal, UnreadableError, printable
from onrecord.lexicon import table
from onrecord.model import Report


def json_reports(
    content: bytes, path: Path, *, published: str | None
) -> Iterator[Report | Refusal]:
    """A report or a refusal for each article. Raises `UnreadableError` where this is no JSON."""
    try:
        whole = json.loads(decode(content))
    except RecursionError as error:
        raise UnreadableError("nested too deeply") from error
    except ValueError as error:
        raise UnreadableError("not JSON; a file of many lines is named .jsonl") from error
    for number, article in enumerate(_articles(whole), start=1):
        try:
            draft = article_draft(_unwrapped(article))
            yield drafted(draft, path=printable(path), published=published)
        except UnreadableError as error:
            yield Refusal(path, f"article {number}: {error}")


def _articles(whole: Any) -> list[Any]:
    if isinstance(whole, list):
        return whole
    for name in table("fields")["lists"]:
        found = whole
        for part in name.split("."):
            found = found.get(part) if isinstance(found, dict) else None
        if isinstance(found, list):
            return found
    return [whole]


def _unwrapped(article: Any) -> dict[str, Any]:
    if not isinstance(article, dict):
        raise UnreadableError("not a JSON object")
    inner = (article.get(name) for name in table("fields")["wrappers"])
    return next((one for one in inner if isinstance(one, dict) and len(one) > 1), article)
