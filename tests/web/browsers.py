"""A browser for tests of the desk: Debian's Chromium, driven by Playwright."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, sync_playwright


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser; without one the test is skipped, on a machine that has to have it it fails."""
    path = shutil.which("chromium")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("the tests of the desk need chromium")
        pytest.skip("chromium is not installed")
    with sync_playwright() as play:
        options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = play.chromium.launch(executable_path=path, args=options)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def quiet(browser: Browser, base: str, **options: object) -> Iterator[Page]:
    """A page of the desk on which nothing may go wrong unseen.

    At the end it has to have said nothing on its console, to have met no error, and to have asked
    no other host for anything.
    """
    context = browser.new_context(base_url=base, **options)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    page.on("request", lambda sent: None if sent.url.startswith(base) else wrong.append(sent.url))
    page.on(
        "response",
        lambda got: wrong.append(f"{got.status} {got.url}") if got.status >= 400 else None,
    )
    try:
        yield page
        assert wrong == []
    finally:
        context.close()
