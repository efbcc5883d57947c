"""Usable by everyone: no fault that axe-core knows, with the keyboard alone, enlarged, on paper, and without a script."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from browser.conftest import FLAGS, obtain_browser
from browser.crawl import Visit, crawl, pages_of, told

Open = Callable[..., Page]
TOPIC = "data-engineering/s3-storage-classes/"
LOOKS = [(False, 1280), (True, 1280), (False, 390), (True, 390)]  # dark colors, width


@contextlib.contextmanager
def launch(playwright: Playwright, *, width: int = 1280, dark: bool = False) -> Iterator[BrowserContext]:
    """A browser of its own for one thread of the crawl."""
    browser = playwright.chromium.launch(executable_path=obtain_browser(), args=FLAGS)
    scheme = "dark" if dark else "light"
    yield browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", service_workers="block")
    browser.close()


@pytest.fixture(scope="module")
def visits(site: Path, address: str) -> list[Visit]:
    """Every page of the site, visited once; a quarter of them in each of the four looks."""
    every = pages_of(site)
    found = [crawl(launch, address, every[at::4], dark=dark, width=width) for at, (dark, width) in enumerate(LOOKS)]
    return [visit for some in found for visit in some]


def test_no_page_has_a_fault(visits: list[Visit]) -> None:
    """axe-core finds nothing on any page, light or dark, wide or narrow."""
    assert len(visits) > 150
    found = {visit.path: visit.faults for visit in visits if visit.faults}
    assert not found, told(found)


@pytest.mark.crawl
@pytest.mark.parametrize("at", range(4))
def test_no_page_has_a_fault_in_any_look(site: Path, address: str, at: int) -> None:
    """Nor on the other three quarters of the pages in each look."""
    dark, width = LOOKS[at]
    others = [path for number, path in enumerate(pages_of(site)) if number % 4 != at]
    found = {visit.path: visit.faults for visit in crawl(launch, address, others, dark=dark, width=width) if visit.faults}
    assert not found, told(found)


def test_nothing_scrolls_sideways_when_enlarged(visits: list[Visit]) -> None:
    """At 200 % and 400 % (640 and 320 px) every page fits."""
    found = {visit.path: visit.widths for visit in visits if any(content > width for width, content in visit.widths.items())}
    assert not found, told(found)


def test_print_is_clean(visits: list[Visit]) -> None:
    """On paper there is no navigation and no button, and what was folded is open."""
    found = {visit.path: visit.printed for visit in visits if visit.printed != {"shown": [], "shut": 0}}
    assert not found, told(found)


def test_privacy(visits: list[Visit]) -> None:
    """No request to another origin and no cookie on any page."""
    found = {visit.path: [*visit.foreign, *visit.cookies] for visit in visits if visit.foreign or visit.cookies}
    assert not found, told(found)


def test_the_console_is_clean(visits: list[Visit]) -> None:
    """No error on any page, and nothing that the Content-Security-Policy refused."""
    found = {visit.path: [*visit.complaints, *visit.refused] for visit in visits if visit.complaints or visit.refused}
    assert not found, told(found)


FOCUS = """() => {
  const node = document.activeElement
  if (node === document.body) return null
  const shown = node.matches('.md-option') ? document.querySelector(`.md-option#${node.id} + label`) : node
  const box = shown.getBoundingClientRect(), style = getComputedStyle(shown)
  return {
    what: `${node.tagName} ${node.className} ${(node.getAttribute('aria-label') ?? node.textContent).trim().slice(0, 40)}`,
    seen: shown.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && box.width > 3 && box.height > 3 &&
      box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1,
  }
}"""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", ["", TOPIC, "compare/", "exams/mls-c01/"])
def test_the_focus_is_always_seen(open_page: Open, path: str, width: int) -> None:
    """Each press of Tab goes to something that is on the screen and has a ring."""
    page = open_page(path, width=width, reduced_motion="reduce")
    page.wait_for_function("() => document.readyState === 'complete'")
    lost, stops = [], 0
    for _ in range(110):
        page.keyboard.press("Tab")
        page.wait_for_timeout(20)
        focus = page.evaluate(FOCUS)
        if focus is None:
            break
        stops += 1
        if not (focus["seen"] and focus["ring"]):
            page.wait_for_timeout(400)  # a field that unfolds
            focus = page.evaluate(FOCUS)
        if not (focus["seen"] and focus["ring"]):
            lost.append(focus)
    assert stops > 10 and not lost


def test_skip_link(open_page: Open) -> None:
    """The first stop leads past the navigation."""
    page = open_page(TOPIC)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.md-content') !== null")


def test_search_with_the_keyboard(open_page: Open) -> None:
    """"/" opens it, words find, the arrow and Enter open, Escape closes."""
    page = open_page("")
    page.keyboard.press("/")
    box = page.get_by_role("textbox", name="Search")
    expect(box).to_be_focused()
    page.keyboard.type("glacier")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".md-search-result__link").first).not_to_be_visible()
    expect(box).not_to_be_focused()
    page.keyboard.press("/")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile(r":\d+/$"))


def test_table_tools_with_the_keyboard(open_page: Open) -> None:
    """Sort, filter and compare without a mouse."""
    page = open_page(TOPIC)
    sort = page.locator("#table-s3-storage-classes .guide-sort").first
    sort.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#table-s3-storage-classes thead th").first).to_have_attribute("aria-sort", "ascending")
    compare = page.locator("#table-s3-storage-classes").get_by_role("button", name="Compare rows")
    compare.focus()
    page.keyboard.press("Space")
    for at in (0, 1):
        page.locator("#table-s3-storage-classes .guide-tick").nth(at).focus()
        page.keyboard.press("Space")
    expect(page.locator("#table-s3-storage-classes .guide-compare")).to_be_visible()


def test_colors_with_the_keyboard(open_page: Open) -> None:
    """Tab reaches the switch, and its key changes the colors."""
    page = open_page("")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name === '__palette'"):
            break
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", re.compile("slate|default"))
    assert page.evaluate("JSON.parse(localStorage.getItem(Object.keys(localStorage).find((key) => key.endsWith('__palette')))).index") > 0


def test_the_drawer_with_the_keyboard(open_page: Open) -> None:
    """In a narrow window, or at 400 %, the navigation opens by keyboard, and every stop in it is seen."""
    page = open_page(TOPIC, width=390, reduced_motion="reduce")
    page.get_by_role("button", name="Navigation").focus()
    page.keyboard.press("Enter")
    drawer = page.locator(".md-sidebar--primary")
    expect(drawer).to_be_visible()
    inside, lost = 0, []
    for _ in range(30):
        page.keyboard.press("Tab")
        page.wait_for_timeout(20)
        if page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null"):
            inside += 1
            focus = page.evaluate(FOCUS)
            if not focus["seen"]:
                lost.append(focus)
    assert inside >= 3 and not lost


def test_motion_is_reduced(open_page: Open) -> None:
    """Who asks for less motion gets none."""
    page = open_page(TOPIC, reduced_motion="reduce")
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter((node) => { const style = getComputedStyle(node); "
        "return parseFloat(style.transitionDuration) > 0.01 || style.animationName !== 'none' }).length"
    )
    assert moving == 0


def test_without_a_script_nothing_is_lost(open_page: Open) -> None:
    """Text, tables, folded answers and the drawer work where scripts are off."""
    page = open_page(TOPIC, java_script_enabled=False)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("table", name="S3 storage classes")).to_be_visible()
    expect(page.locator("body[data-md-color-primary=custom]")).to_have_count(1)
    page.locator("details.guide-serves > summary").click()
    expect(page.locator("details.guide-serves")).to_have_attribute("open", "")
