"""Nobody is kept out: axe-core finds no serious fault on any main page, light or dark."""

import os
from pathlib import Path

import pytest
from browsers import chromium, quiet
from desks import serving

from onrecord.cli.app import run

TESTS = Path(__file__).resolve().parents[1]
SAMPLES = TESTS.parent / "samples"
AXE = TESTS / "npm/node_modules/axe-core/axe.min.js"
PATHS = (
    "/", "/ledger", "/timeline", "/figures", "/map", "/statements", "/actors", "/conflicts",
    "/changes", "/sources", "/failures", "/search?q=police", "/brief", "/review", "/add",
)  # fmt: skip
FAULTS = """
async () => {
  const found = await axe.run(document, {resultTypes: ["violations"]});
  return found.violations
    .filter((fault) => fault.impact === "serious" || fault.impact === "critical")
    .map((fault) => `${fault.id}: ${fault.nodes[0].html}`);
}
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    if not AXE.exists():
        if os.environ.get("CI"):
            pytest.fail("npm ci was not run in tests/npm")
        pytest.skip("needs `npm ci` in tests/npm")
    place = tmp_path_factory.mktemp("desk") / "record.db"
    assert run(["add", str(SAMPLES), "--record", str(place)]) == 0
    with serving(str(place)) as client:
        yield client


def more(desk):
    """One page of each kind that there are many of."""
    step = max(desk.get("/ledger.json").json(), key=lambda row: row["reports"])
    return (
        f"/mission?mission={step['mission']}",
        f"/actor?actor={step['party']}",
        f"/facts/{step['id']}",
        f"/reports/{step['report']}?at={step['start']}-{step['end']}#at",
    )


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_no_serious_fault(desk, colours):
    base = str(desk.base_url).rstrip("/")
    faults = {}
    with chromium() as browser, quiet(browser, base, color_scheme=colours) as page:
        for path in (*PATHS, *more(desk)):
            page.goto(path)
            page.evaluate(AXE.read_text("utf-8"))
            found = page.evaluate(FAULTS)
            if found:
                faults[path] = found
    assert faults == {}
