"""TimelineJS itself renders the file, in a browser, without an error.

Needs Chromium, and what `npm ci` installs in tests/npm.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from onrecord.exports import timelinejs

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
DIST = Path(__file__).resolve().parents[1] / "npm/node_modules/@knight-lab/timelinejs/dist"
LACKING = None if BROWSER and DIST.is_dir() else "needs chromium, and `npm ci` in tests/npm"
PAGE = """\
<!DOCTYPE html><meta charset="utf-8"><link rel="stylesheet" href="{dist}/css/timeline.css">
<div id="line" style="width: 900px; height: 600px"></div>
<script src="{dist}/js/timeline.js"></script>
<script>
window.onerror = (message) => {{ document.title = "failed: " + message; }};
const line = new TL.Timeline("line", {data}, {{}});
line.on("ready", () => {{ document.title = "ready"; }});
</script>
"""

pytestmark = pytest.mark.skipif(
    bool(LACKING) and not os.environ.get("CI"), reason=LACKING or "there"
)


@pytest.mark.parametrize("name", ["samples", "world", "hostile"])
def test_rendered(request, name, tmp_path):
    record = request.getfixturevalue(name)
    data = b"".join(timelinejs.lines(record)).decode().replace("<", "\\u003c")
    dist = DIST.as_uri()
    page = tmp_path / "page.html"
    page.write_text(PAGE.format(dist=dist, data=data), "utf-8")
    shown = subprocess.run(
        [
            *(BROWSER, "--headless", "--no-sandbox", "--disable-gpu"),
            *("--allow-file-access-from-files", f"--user-data-dir={tmp_path}/profile"),
            *("--virtual-time-budget=20000", "--dump-dom", page.as_uri()),
        ],
        capture_output=True,
        check=True,
        timeout=120,
    ).stdout.decode()
    assert "<title>ready</title>" in shown, shown[:2000]
    slides = [event for event in record.happenings if event.period]
    assert len(re.findall(r'class="tl-slide[ "]', shown)) == len(slides)
    assert "<b>Ostia" not in shown
