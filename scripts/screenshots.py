"""Pictures of the desk over the samples, for README and docs: `python scripts/screenshots.py`.

Needs Chromium on the path.
"""

import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import httpx
import uvicorn
from playwright.sync_api import Browser, sync_playwright

from onrecord.cli.app import run
from onrecord.web.desk import create_app

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "desk"
WIDE, PHONE = {"width": 1280, "height": 860}, {"width": 360, "height": 780}


def main() -> int:
    """Read the samples, open the desk, take the pictures."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.stderr.write("screenshots need chromium\n")
        return 1
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "record.db"
        if code := run(["add", str(ROOT / "samples"), "--record", str(place)]):
            return code
        with served(place) as base, sync_playwright() as play:
            browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for name, path in pages(base).items():
                take(browser, f"{base}{path}", name)
            take(browser, f"{base}{pages(base)['report']}", "report-dark", dark=True)
            take(browser, f"{base}{pages(base)['mission']}", "mission-phone", phone=True)
            browser.close()
    return 0


def pages(base: str) -> dict[str, str]:
    """The pages that are shown, each with its address; those of the best attested step."""
    step = max(httpx.get(f"{base}/ledger.json").json(), key=lambda row: row["reports"])
    mission = f"mission={step['mission']}"
    return {
        "mission": f"/mission?{mission}",
        "ledger": f"/ledger?{mission}",
        "report": f"/reports/{step['report']}?at={step['start']}-{step['end']}",
        "timeline": f"/timeline?{mission}",
        "map": "/map",
    }


def take(
    browser: Browser, address: str, name: str, *, dark: bool = False, phone: bool = False
) -> None:
    """One picture."""
    page = browser.new_page(
        viewport=PHONE if phone else WIDE, color_scheme="dark" if dark else "light"
    )
    page.goto(address)
    page.screenshot(path=PICTURES / f"{name}.png")
    page.close()


@contextmanager
def served(place: Path) -> Iterator[str]:
    """The address of the desk."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        server = uvicorn.Server(uvicorn.Config(create_app(str(place)), log_level="error"))
        thread = Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


if __name__ == "__main__":
    raise SystemExit(main())
