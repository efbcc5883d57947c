"""Styles that were taken out are missed nowhere: Chromium draws the pages as with the theme's whole sheets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import material
import pytest
from playwright.sync_api import Page

Open = Callable[..., Page]
WHOLE = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
PATHS = ["", "data-engineering/s3-storage-classes/", "data-engineering/data-firehose/", "exams/mls-c01/", "glossary/", "contributing/", "practice/"]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", PATHS)
def test_pages_look_the_same(open_page: Open, path: str, width: int) -> None:
    """Page, open search and open drawer, in both schemes."""
    page = open_page(path, width=width, reduced_motion="reduce")

    def look() -> list[bytes]:
        pictures = []
        for dark in (False, True):
            page.emulate_media(color_scheme="dark" if dark else "light")
            page.goto(page.url)
            page.wait_for_load_state("networkidle")
            pictures.append(page.screenshot(full_page=True))
            if width < 500:
                page.locator("label[for=__drawer]").first.click()
                page.wait_for_timeout(100)
                pictures.append(page.screenshot())
                page.locator("label.md-overlay").click()
            page.keyboard.press("/")
            page.get_by_role("textbox", name="Search").fill("glacier")
            page.locator(".md-search-result__link").first.wait_for()
            page.wait_for_timeout(200)
            pictures.append(page.screenshot(caret="hide"))
        return pictures

    lighter = look()
    page.route("**/assets/stylesheets/*.css", lambda route: route.fulfill(path=WHOLE / route.request.url.rpartition("/")[2], content_type="text/css"))
    assert [one == two for one, two in zip(lighter, look(), strict=True)] == [True] * len(lighter)
