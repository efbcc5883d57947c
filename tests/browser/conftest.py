"""A real Chromium on the real site. Where none is installed one is fetched; browser tests never skip."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

import browsers
from browser.crawl import SIGN

FLAGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
expect.set_options(timeout=20_000)  # how long a slow machine may take; a quick one never waits


def obtain_browser() -> str | None:
    """The path of a system Chromium or Chrome, fetched where none is found; None when Playwright's own is to be used."""
    if found := browsers.find():
        return found
    if subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], capture_output=True, check=False).returncode == 0:
        return None
    if shutil.which("apt-get") and os.geteuid() == 0:
        install = "apt-get install -y -qq"
        command = f"apt-get update -qq && {install} chromium-headless-shell || {install} chromium"
        subprocess.run(command, shell=True, capture_output=True, check=False)
    if found := browsers.find():
        return found
    pytest.exit("No Chromium or Chrome found and none could be fetched; install one, or name it in the variable CHROMIUM", returncode=3)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The site behind a local server."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=site))
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a page that is closed while it loads
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=obtain_browser(), args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[object]:
    """Open pages of the site: `open_page("path/", width=390, dark=True)`. Console errors and foreign requests fail the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def visit(path: str, *, width: int = 1280, height: int = 900, dark: bool = False, **options: object) -> Page:
        options.setdefault("service_workers", "block")  # a test about being offline allows them
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", **options)  # type: ignore[arg-type]
        context.add_init_script(SIGN)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith((address, "data:", "blob:")) else complaints.append(request.url))
        page.goto(address + path)
        if options.get("java_script_enabled", True):
            page.wait_for_selector("link[data-late]", state="detached")  # what a hand does comes after the scripts
        return page

    yield visit
    for context in contexts:
        context.close()
    assert complaints == []
