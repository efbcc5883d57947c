"""The ZIP of a release, unpacked and opened as file://: pages, links, search, tables and practice, without a server."""

from __future__ import annotations

import html
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from repository import ROOT


def release(*arguments: str) -> str:
    """Run the release command on a site that is built."""
    result = subprocess.run([sys.executable, "hooks/release.py", *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=600)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked ZIP."""
    where = tmp_path_factory.mktemp("zip")
    release("zip", str(where / "a.zip"), "--site", str(site))
    release("zip", str(where / "b.zip"), "--site", str(site))
    assert (where / "a.zip").read_bytes() == (where / "b.zip").read_bytes()
    with zipfile.ZipFile(where / "a.zip") as archive:
        archive.extractall(where)
    return where / "study-guide"


@pytest.fixture
def local(browser: Browser, folder: Path) -> Iterator[Page]:
    """The home page, opened from the folder; whatever leaves the folder or fails is a fault."""
    context = browser.new_context()
    context.set_offline(True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(("file:", "data:", "blob:")) else complaints.append(request.url))
    page.goto((folder / "index.html").as_uri())
    yield page
    assert complaints == []
    context.close()


def test_links_and_search(local: Page) -> None:
    """A door, a tab, the search with a slip in it, and the section that it opens."""
    local.locator(".guide-doors").get_by_role("link", name="Modeling").click()
    expect(local).to_have_url(re.compile(r"/modeling/index\.html$"))
    local.locator(".md-tabs").get_by_role("link", name="Compare").click()
    expect(local).to_have_url(re.compile(r"/compare/index\.html$"))
    local.keyboard.press("/")
    local.get_by_role("textbox", name="Search").fill("glacier retreival")
    found = local.locator(".md-search-result__link[href*='s3-storage-classes']").first
    expect(found).to_be_visible()
    found.click()
    expect(local.get_by_role("heading", level=1)).to_contain_text("S3 storage classes")


def test_tools_and_practice(local: Page) -> None:
    """Tables sort, the list of tables filters by cells, and practice starts."""
    home = local.url
    local.goto(home.replace("index.html", "data-engineering/s3-storage-classes/index.html"))
    local.locator("#table-s3-storage-classes .guide-sort").first.click()
    expect(local.locator("#table-s3-storage-classes thead th").first).to_have_attribute("aria-sort", "ascending")
    local.goto(home.replace("index.html", "compare/index.html"))
    local.get_by_role("searchbox").first.fill("glacier")
    expect(local.get_by_role("status").filter(has_text=re.compile(r"^\d+ tables$"))).to_be_visible()
    local.goto(home.replace("index.html", "practice/index.html"))
    local.wait_for_function("() => document.querySelector('[data-practice]').dataset.state === 'ready'")


def test_every_link_names_a_file(folder: Path) -> None:
    """No link leads to a folder or to nothing; no page asks for a module or for its policy's own origin."""
    broken = []
    for path in folder.rglob("*.html"):
        text = path.read_text()
        assert 'type="module"' not in text and "Content-Security-Policy" not in text and "assets/filesystem.js" in text, path
        for link in re.findall(r'<a\b[^>]*?\bhref="([^"]*)"', text):
            target = html.unescape(link).partition("#")[0].partition("?")[0]
            if target and ":" not in target and not (path.parent / target).is_file():
                broken.append(f"{path.relative_to(folder)}: {link}")
    assert broken == []


def test_the_cheat_sheets_can_be_printed(site: Path, tmp_path: Path) -> None:
    """Chromium makes both PDFs."""
    out = release("pdf", str(tmp_path), "--site", str(site))
    assert (tmp_path / "cheat-sheets.pdf").read_bytes().startswith(b"%PDF") and (tmp_path / "guide.pdf").stat().st_size > 10**6, out
    assert not list(site.glob("print-*.html"))
