"""The policy holds while a reader uses everything, and no text from outside becomes part of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from browser.crawl import POLICY

Open = Callable[..., Page]
TOPIC = "data-engineering/s3-storage-classes/"
HOSTILE = [
    "<img src=x onerror=window.owned=1>",
    "\"><script>window.owned=1</script>",
    "javascript:window.owned=1",
    "'-(window.owned=1)-'",
    "{{constructor.constructor('window.owned=1')()}}",
    "<svg/onload=window.owned=1>",
]


@pytest.fixture
def guarded(open_page: Open) -> Iterator[Open]:
    """Opens pages and afterwards asks each what its policy refused and whether foreign text ran."""
    pages: list[Page] = []

    def visit(path: str, **options: object) -> Page:
        page = open_page("404.html", **options)
        page.add_init_script(POLICY)
        page.goto(page.url.replace("404.html", path))
        pages.append(page)
        return page

    yield visit
    for page in pages:
        assert page.evaluate("window.refused") == []
        assert page.evaluate("window.owned") is None


def test_using_everything_breaks_no_rule(guarded: Open) -> None:
    """Instant navigation, search with highlighting, colors, sorting, filtering, comparing, copying: nothing is refused."""
    page = guarded("")
    page.locator(".guide-doors").get_by_role("link", name="Data engineering").click()
    page.wait_for_url("**/data-engineering/")
    page.locator("label[for=__palette_1]").first.click()
    page.keyboard.press("/")
    page.get_by_role("textbox", name="Search").fill("glacier retrieval")
    found = page.locator(".md-search-result__link[href*='s3-storage-classes']").first
    expect(found).to_be_visible()
    found.click()
    page.wait_for_url("**/s3-storage-classes/**")
    table = page.locator("#table-s3-storage-classes")
    table.locator(".guide-sort").first.click()
    table.get_by_role("button", name="Compare rows").click()
    for at in (0, 1):
        table.locator(".guide-tick").nth(at).check()
    expect(table.locator(".guide-compare")).to_be_visible()
    table.get_by_role("button", name="Copy as Markdown").click()
    page.go_back()
    page.wait_for_timeout(300)


@pytest.mark.parametrize("path", ["practice/", "practice/exam/", "practice/progress/", "modeling/classification-metrics/"])
def test_practice_breaks_no_rule(guarded: Open, path: str) -> None:
    """The practice pages and the quiz of a page start under the policy."""
    page = guarded(path)
    page.wait_for_function("() => !document.querySelector('[data-state=loading]')")
    assert page.locator("[data-state=failed]").count() == 0


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_addresses_stay_text(guarded: Open, text: str) -> None:
    """Queries and fragments that scripts read: the compared rows, the highlighted words, a shared search, a tab."""
    sent = quote(text)
    for path in (
        f"{TOPIC}?compare={sent}", f"{TOPIC}?compare=s3-storage-classes:{sent},{sent}", f"{TOPIC}?h={sent}", f"?q={sent}", f"{TOPIC}#{sent}",
        f"practice/?exam={sent}&skills={sent}&q={sent}", f"practice/exam/#{sent}",
    ):
        page = guarded(path)
        page.wait_for_function("() => document.readyState === 'complete'")
        page.wait_for_timeout(100)
        assert page.locator("img[src=x], svg[onload], script:text('owned')").count() == 0, path


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_searches_stay_text(guarded: Open, text: str) -> None:
    """What is typed into the search box and into a filter is shown as typed, if at all."""
    page = guarded("compare/")
    page.get_by_role("searchbox").first.fill(text)
    page.keyboard.press("/")
    page.get_by_role("textbox", name="Search").fill(text)
    page.wait_for_timeout(600)
    assert page.locator("img[src=x], svg[onload]").count() == 0
