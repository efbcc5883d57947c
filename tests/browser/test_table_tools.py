"""Using a table: sort by size, filter, link to a row, compare rows side by side, copy; by mouse, by keyboard, on a phone."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

Open = Callable[..., Page]
TOPIC = "data-engineering/s3-storage-classes/"
TABLE = "#table-s3-storage-classes"


def names(page: Page) -> list[str]:
    """The visible row names, in order, once the table has its tools."""
    page.locator(f"{TABLE} .guide-tools").wait_for()
    return page.locator(f"{TABLE} .guide-table__scroll tbody tr:visible .guide-name").all_inner_texts()


def test_sorts_by_size_and_back(open_page: Open) -> None:
    """Durations sort by length: none first, 180 days last; the third press gives the given order."""
    page = open_page(TOPIC)
    given = names(page)
    head = page.locator(f"{TABLE} thead th", has_text="Minimum storage duration")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    cells = page.locator(f"{TABLE} tbody td[data-label='Minimum storage duration']")
    values = [float(cell.get_attribute("data-value") or "nan") for cell in cells.all()]
    assert values == sorted(values) and values[-1] == 180 * 86_400
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert "Deep Archive" in names(page)[0]
    head.get_by_role("button").click()
    expect(head).not_to_have_attribute("aria-sort", re.compile("."))
    assert names(page) == given


def test_filters_and_says_how_many(open_page: Open) -> None:
    """Words in any order; the number of rows is announced; an empty box shows all."""
    page = open_page(TOPIC)
    box = page.locator(TABLE).get_by_role("searchbox")
    expect(box).to_be_visible()
    every = len(names(page))
    box.fill("zone one")
    assert all("One Zone" in name for name in names(page)) and names(page)
    expect(page.locator(f"{TABLE} [role=status]")).to_have_text(re.compile(rf"\d+ of {every} rows"))
    box.fill("")
    assert len(names(page)) == every
    assert not page.locator("[data-table] select").count()  # choices are for the register


def test_compares_rows_by_keyboard_and_keeps_the_address(open_page: Open) -> None:
    """Two rows ticked with the space bar stand side by side, differing cells marked; the address brings them back."""
    page = open_page(TOPIC)
    button = page.locator(TABLE).get_by_role("button", name="Compare rows")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    for name in ("Compare S3 Standard-IA", "Compare S3 One Zone-IA"):
        page.get_by_role("checkbox", name=name).focus()
        page.keyboard.press("Space")
    side = page.get_by_role("table", name="S3 Standard-IA vs S3 One Zone-IA")
    expect(side).to_be_visible()
    expect(side.locator("tr.guide-differs", has_text="Availability Zones")).to_have_count(1)
    expect(side.locator("tr:not(.guide-differs)", has_text="Retrieval fee")).to_have_count(1)
    assert "compare=s3-storage-classes:s3-standard-ia,s3-one-zone-ia" in page.url
    page.reload()
    expect(page.get_by_role("table", name="S3 Standard-IA vs S3 One Zone-IA")).to_be_visible()


def test_three_rows_at_the_most(open_page: Open) -> None:
    """With three rows ticked the other boxes rest; unticking wakes them."""
    page = open_page(TOPIC)
    page.locator(TABLE).get_by_role("button", name="Compare rows").click()
    boxes = page.locator(f"{TABLE} .guide-tick")
    for index in range(3):
        boxes.nth(index).check()
    expect(boxes.nth(3)).to_be_disabled()
    boxes.nth(0).uncheck()
    expect(boxes.nth(3)).to_be_enabled()


def test_hostile_addresses_are_harmless(open_page: Open) -> None:
    """Whatever stands in the address, nothing is written into the page."""
    page = open_page(TOPIC + "?compare=s3-storage-classes:<img src=x onerror=alert(1)>,s3-standard&x=<script>#table-%3Cimg%3E")
    expect(page.locator(TABLE)).to_be_visible()
    assert page.locator("img[src=x]").count() == 0 and page.locator(".guide-compare table").count() == 0


def test_row_links_and_copy(open_page: Open) -> None:
    """Each row links to itself; the copy is Markdown of what is shown."""
    page = open_page(TOPIC, permissions=["clipboard-read", "clipboard-write"])
    link = page.locator(TABLE).get_by_role("link", name="Link to the row S3 Standard-IA")
    link.focus()
    expect(link).to_have_css("opacity", "1")
    page.locator(TABLE).get_by_role("searchbox").fill("One Zone-IA")
    page.locator(TABLE).get_by_role("button", name="Copy as Markdown").click()
    expect(page.locator(TABLE).get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    lines = copied.strip().split("\n")
    assert lines[0].startswith("| Storage class |") and lines[1].startswith("| --- |")
    assert [line for line in lines if line.startswith("| S3 One Zone-IA |")]


def test_on_a_phone_rows_are_cards(open_page: Open) -> None:
    """At 390 px a row reads from top to bottom, and two rows can still be compared without the page scrolling sideways."""
    page = open_page(TOPIC + "?compare=s3-storage-classes:s3-standard-ia,s3-one-zone-ia", width=390)
    expect(page.get_by_role("table", name="S3 Standard-IA vs S3 One Zone-IA")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.locator(f"{TABLE} tbody tr").first).to_have_css("display", "block")


def test_the_register_filters_by_status(open_page: Open) -> None:
    """Services can be narrowed to one status and one category."""
    page = open_page("services/")
    page.get_by_role("combobox", name="status").select_option("ended")
    rows = page.locator(".guide-registry tbody tr:visible")
    assert rows.count() > 5
    assert set(rows.evaluate_all("rows => rows.map(row => row.dataset.status)")) == {"ended"}


def test_the_directory_filters_by_cells(open_page: Open) -> None:
    """On the compare page a word that stands only in a cell finds its table."""
    page = open_page("compare/")
    box = page.get_by_role("searchbox", name="Filter by title, row or cell")
    box.fill("ONEZONE_IA")
    expect(page.locator(".guide-table-list li:visible").first).to_contain_text("S3 storage classes")
    assert page.locator(".guide-table-list li:visible").count() < 10


def test_tools_survive_instant_navigation(open_page: Open) -> None:
    """After a click on a link the next page's tables have their tools as well, once."""
    page = open_page("data-engineering/s3/")
    page.locator(".md-nav--primary, .md-sidebar--primary").get_by_role("link", name="S3 storage classes").first.click()
    expect(page).to_have_url(re.compile("s3-storage-classes"))
    expect(page.locator(TABLE).get_by_role("button", name="Compare rows")).to_have_count(1)
