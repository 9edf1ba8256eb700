"""What the tests of pages in a browser share: a real Chromium, and windows in which nothing may go wrong."""

import contextlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="module")
def browser() -> Iterator:
    """Start Chromium; tests that need it are skipped where there is none, or nothing to drive it with."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no chromium on the path")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def open_page(browser, tmp_path: Path) -> Iterator[Callable]:
    """Open what is written in a new window; at the end, nothing may have gone wrong or left the machine."""
    noises: list[str] = []
    with contextlib.ExitStack() as stack:

        def open_written(written: str, *, width: int = 1280, height: int = 900, script: bool = True, **known):
            path = tmp_path / "page.html"
            path.write_bytes(written.encode())
            page = browser.new_page(viewport={"width": width, "height": height}, java_script_enabled=script, **known)
            stack.callback(page.close)
            page.on("console", lambda message: noises.append(f"console: {message.text}"))
            page.on("pageerror", lambda error: noises.append(f"error: {error}"))
            page.on("dialog", lambda dialog: (noises.append(f"dialog: {dialog.message}"), dialog.dismiss()))
            page.on("request", lambda request: request.url == path.as_uri() or noises.append(f"request: {request.url}"))
            if script:
                page.add_init_script(
                    "addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective))"
                )
            page.goto(path.as_uri())
            return page

        yield open_written
    assert noises == []
