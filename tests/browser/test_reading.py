"""What a reader does: open the home page, read a topic with its table, search, switch colors, hold a phone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.crawl import LAID_OUT

Open = Callable[..., Page]
TOPIC = "data-engineering/s3-storage-classes/"


def test_home_page(open_page: Open) -> None:
    """Which exam to take and the doors to the domains are on the first screen or right below."""
    page = open_page("")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("heading", name="Which exam should you take today?")).to_be_visible()
    page.locator(".guide-doors").get_by_role("link", name="Data engineering").click()
    expect(page).to_have_url(re.compile(r"/data-engineering/$"))


def test_a_topic_shows_its_generated_table(open_page: Open) -> None:
    """The storage classes stand in a table with row headers, and a link to a row shows that row."""
    page = open_page(TOPIC + "#table-s3-storage-classes--s3-glacier-deep-archive")
    table = page.get_by_role("table", name="S3 storage classes")
    expect(table).to_be_visible()
    expect(table.get_by_role("rowheader", name="S3 Glacier Deep Archive")).to_be_in_viewport()


def test_search_finds_glacier_retrieval(open_page: Open) -> None:
    """The search box leads to the page that explains retrievals."""
    page = open_page("")
    page.keyboard.press("/")
    page.get_by_role("textbox", name="Search").fill("glacier retrieval")
    found = page.locator(".md-search-result__link[href*='s3-storage-classes']").first
    expect(found).to_be_visible()
    found.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("S3 storage classes")


def test_colors_follow_the_system_and_the_switch(open_page: Open) -> None:
    """Dark when the system is dark; the switch goes on to light, and the choice is kept over pages."""
    page = open_page(TOPIC, dark=True)
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("label[for=__palette_1]").first.click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "default")


@pytest.mark.parametrize("width", [1280, 768, 390, 360, 320])
@pytest.mark.parametrize("path", ["", TOPIC, "compare/", "exams/", "modeling/built-in-algorithms/", "exams/coverage/"])
def test_no_sideways_scrolling(open_page: Open, path: str, width: int) -> None:
    """The page never scrolls sideways; wide tables become cards on a phone or scroll in their own frame."""
    page = open_page(path, width=width)
    page.add_style_tag(content=LAID_OUT)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if width < 500 and path == TOPIC:
        inner = page.locator(".guide-table__scroll").first
        assert inner.evaluate("node => node.scrollWidth <= node.clientWidth")


def test_reading_needs_no_script(open_page: Open) -> None:
    """Without JavaScript the text, the table and the navigation are there."""
    page = open_page(TOPIC, java_script_enabled=False)
    expect(page.get_by_role("table", name="S3 storage classes")).to_be_visible()
    expect(page.get_by_role("link", name="Modeling").first).to_be_visible()


def test_what_is_far_from_the_screen_waits(open_page: Open) -> None:
    """A long page opens at once: of its hundreds of rows only those near the screen are laid out, the others when they come near."""
    page = open_page("services/", width=390)
    laid_out = "[...document.querySelectorAll('tbody th')].filter((head) => head.checkVisibility({ contentVisibilityAuto: true })).length"
    page.wait_for_function(f"{laid_out} > 0")
    every = page.locator("tbody th").count()
    assert every > 200 and page.evaluate(laid_out) < every / 4
    page.keyboard.press("End")
    expect(page.locator("tbody th").last).to_be_in_viewport()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("link", ["services/#rekognition-custom-labels", "glossary/#winsorizing", f"{TOPIC}#table-s3-lifecycle-transitions"])
def test_a_link_into_a_long_page_lands_where_it_points(open_page: Open, link: str, width: int) -> None:
    """Also where most of the page above it was never laid out; and it stays there."""
    page = open_page(link, width=width)
    target = page.locator(f"[id='{link.partition('#')[2]}']")
    expect(target).to_be_in_viewport()
    page.wait_for_function("() => document.readyState === 'complete'")
    page.wait_for_timeout(700)  # tools of tables come, heights become known
    assert 0 <= target.bounding_box()["y"] < 450, target.bounding_box()  # type: ignore[index]
