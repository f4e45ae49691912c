"""The gate on pages: for each shape headline, day, publisher and every paragraph exact."""

from pathlib import Path

import pytest
import yaml

from onrecord.documents import bytes_reports

SHAPES = yaml.safe_load((Path(__file__).parent / "extraction.yaml").read_text("utf-8"))
REPORT = {"summary", "body"}


@pytest.mark.parametrize("shape", SHAPES)
def test_shape(shape):
    wanted = SHAPES[shape]
    (found,) = bytes_reports(wanted["html"].encode(), Path("page.html"))
    said = {role: [] for role in ("headline", "summary", "body", "caption", "boilerplate")}
    for block in found.blocks:
        said[block.role].append(block.span.of(found.text))
    body = [b.span.of(found.text).removeprefix("- ") for b in found.blocks if b.role in REPORT]
    assert body == wanted["body"]
    assert said["headline"] == [wanted["headline"]]
    assert (found.title, found.published) == (wanted["headline"], wanted["published"])
    assert found.publisher == wanted["publisher"]
