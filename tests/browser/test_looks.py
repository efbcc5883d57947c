"""Styles that were taken out are missed nowhere: Chromium draws the pages as with the theme's whole sheets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import material
import pytest
from playwright.sync_api import Page

Open = Callable[..., Page]
WHOLE = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
PATHS = ["", "data-engineering/s3-storage-classes/", "data-engineering/data-firehose/", "exams/mls-c01/", "glossary/", "contributing/"]


def look(page: Page, width: int) -> list[bytes]:
    """The whole page, its search with results, and in a narrow window the drawer."""
    page.reload()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(200)
    pictures = [page.screenshot(full_page=True)]
    if width < 500:
        page.locator(".md-header label[for=__drawer]").click()
        page.wait_for_timeout(200)
        pictures.append(page.screenshot())
        page.keyboard.press("Escape")
        page.reload()
        page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    page.get_by_role("textbox", name="Search").fill("glacier")
    page.locator(".md-search-result__link").first.wait_for()
    page.wait_for_timeout(400)
    return [*pictures, page.screenshot(caret="hide")]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", PATHS)
def test_pages_look_the_same(open_page: Open, path: str, width: int) -> None:
    """Not one pixel differs; the first look only warms the browser up, and a slow machine gets three."""
    page = open_page(path, width=width, dark=width < 500, reduced_motion="reduce")
    look(page, width)
    lighter = look(page, width)
    page.route("**/assets/stylesheets/*.css", lambda route: route.fulfill(path=WHOLE / route.request.url.rpartition("/")[2], content_type="text/css"))
    assert any(look(page, width) == lighter for _ in range(3))
