"""The gate on pages: for each shape headline, day, publisher and every paragraph exact."""

from pathlib import Path

import pytest
import yaml

from onrecord.documents import bytes_reports

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "samples"
SHAPES = yaml.safe_load((HERE / "extraction.yaml").read_text("utf-8"))
PAGES = yaml.safe_load((HERE / "samples.yaml").read_text("utf-8"))
REPORT = {"summary", "body"}


@pytest.mark.parametrize("shape", SHAPES)
def test_shape(shape):
    check(SHAPES[shape], SHAPES[shape]["html"].encode())


@pytest.mark.parametrize("name", [path.name for path in sorted(SAMPLES.glob("*.html"))])
def test_sample(name):
    check(PAGES[name], (SAMPLES / name).read_bytes())


def check(wanted, page):
    (found,) = bytes_reports(page, Path("page.html"))
    said = [(block.role, block.span.of(found.text)) for block in found.blocks]
    assert [words.removeprefix("- ") for role, words in said if role in REPORT] == wanted["body"]
    assert [words for role, words in said if role == "headline"] == [wanted["headline"]]
    assert (found.title, found.published) == (wanted["headline"], wanted["published"])
    assert found.publisher == wanted["publisher"]
