"""How many bytes a first visit costs, and in which order they serve the reader. `pytest tests/browser/test_weight.py -s` prints the table.

Counted is what Chromium fetches until the page is idle, each body compressed with gzip as a host would. The offline
copy, which is fetched afterwards in the background and not at all with data saving on, is a line of its own.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser.crawl import SIGN, pages_of
from studyguide import offline

KB = 1024
TOPIC = "data-engineering/s3-storage-classes/"
MOST = {"": 80, TOPIC: 90, "modeling/framing/": 90, "modeling/classification-metrics/": 90, "compare/": 110, "practice/": 140}  # KB of gzip


def weigh(browser: Browser, address: str, site: Path, path: str) -> dict[str, tuple[int, int]]:
    """What a first visit to `path` fetches: address below the site's root -> bytes, bytes of gzip."""
    context = browser.new_context(service_workers="block")
    context.add_init_script(SIGN)  # what waits for the reader counts too
    page: Page = context.new_page()
    answers: list[Any] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(address + path, wait_until="networkidle")
    page.wait_for_selector("link[data-late]", state="detached")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    found = {}
    for answer in answers:
        if answer.url.startswith(address) and answer.ok:
            file = site / unquote(urlsplit(answer.url).path).lstrip("/")  # a browser does not give what it fetched in advance
            body = (file / "index.html" if file.is_dir() else file).read_bytes()
            packed = len(gzip.compress(body, 9)) if re.search(r"text|javascript|json|xml|svg", answer.headers.get("content-type", "")) else len(body)
            found[answer.url.removeprefix(address)] = (len(body), min(packed, len(body)))
    context.close()
    return found


def line(name: str, fetched: dict[str, tuple[int, int]]) -> str:
    """One line of the table: all, and the share of HTML, of scripts and of styles."""
    sums = {"all": 0, "html": 0, "js": 0, "css": 0}
    for url, (_, packed) in fetched.items():
        kind = "js" if ".js" in url and ".json" not in url else "css" if ".css" in url else "html" if url.endswith("/") or not url else ""
        sums["all"] += packed
        if kind:
            sums[kind] += packed
    return f"{name or 'home':45} {len(fetched):3} " + " ".join(f"{sums[key] / KB:8.1f}" for key in sums)


def test_a_first_visit_is_light(browser: Browser, address: str, site: Path) -> None:
    """A topic page costs at most 90 KB in all; no page fetches the search index before someone searches."""
    largest = max(pages_of(site), key=lambda path: len(gzip.compress((site / path / "index.html" if not path.endswith(".html") else site / path).read_bytes())))
    print(f"\n{'first visit, KB of gzip':45} {'n':>3} " + " ".join(f"{key:>8}" for key in ("all", "html", "js", "css")))
    too_heavy = {}
    for path in [*MOST, "practice/exam/", largest]:
        fetched = weigh(browser, address, site, path)
        print(line(path, fetched))
        total = sum(packed for _, packed in fetched.values()) / KB
        if total > MOST.get(path, 200):
            too_heavy[path] = [f"{url} {packed}" for url, (_, packed) in sorted(fetched.items(), key=lambda item: -item[1][1])]
        index = {url: packed for url, (_, packed) in fetched.items() if url.startswith("search/")}
        assert sum(index.values()) < KB, index  # no more than the stub that tells the theme's search where the index is
    kept = [path for path in site.rglob("*") if path.is_file() and offline.kept(path.relative_to(site).as_posix())]
    packed = sum(len(gzip.compress(path.read_bytes(), 6)) for path in kept)
    print(f"{'the offline copy, in the background':45} {len(kept):3} {packed / KB:8.1f}")
    assert packed < 8 * KB * KB
    assert not too_heavy, too_heavy


def test_nothing_moves(browser: Browser, address: str) -> None:
    """No layout shift while a page loads, nor when the reader does something for the first time, wide or narrow."""
    shifts = {}
    for width in (1280, 390):
        for path in MOST:
            context = browser.new_context(viewport={"width": width, "height": 800}, service_workers="block")
            page = context.new_page()
            page.add_init_script(
                "window.shift = 0; new PerformanceObserver((list) => { for (const each of list.getEntries()) if (!each.hadRecentInput) shift += each.value })"
                ".observe({ type: 'layout-shift', buffered: true })"
            )
            page.goto(address + path, wait_until="networkidle")
            room = page.evaluate("document.querySelector('.md-header__title').clientWidth")
            page.evaluate("dispatchEvent(new Event('scroll'))")
            page.wait_for_selector("link[data-late]", state="detached")
            page.wait_for_timeout(700)
            assert page.evaluate("document.querySelector('.md-header__title').clientWidth") == room, path
            if (shift := page.evaluate("window.shift")) > 0.005:
                shifts[path, width] = shift
            context.close()
    assert not shifts


@pytest.mark.parametrize("opens", ["key", "tap"])
def test_a_page_is_shown_before_its_scripts_run(browser: Browser, address: str, opens: str) -> None:
    """While the theme's script is still on its way, text stands there and nothing moves when it comes; what was typed meanwhile is answered."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True, service_workers="block")
    page = context.new_page()
    held: list[Route] = []
    free: list[bool] = []
    page.route("**/bundle.*.js", lambda route: route.continue_() if free else held.append(route))
    answer = page.goto(address + TOPIC, wait_until="domcontentloaded")
    assert answer
    links = [urljoin(page.url, source) for source in re.findall(r'data-late href="([^"]*)"', answer.text())]
    page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
    started = "[...document.querySelectorAll('head > script[src]')].map(each => each.src)"
    page.wait_for_function(f"count => {started}.length === count", arg=len(links) - 1)
    assert held and page.locator("h1").is_visible()
    assert not [source for source in page.evaluate(started) if "/bundle." in source]  # the reader has not done anything yet
    if opens == "key":
        page.keyboard.press("/")
    else:
        page.locator("header label[for=__search]").first.tap()
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()
    page.keyboard.type("glacier")
    page.wait_for_selector("head > script[src*='/bundle.']", state="attached")
    assert not page.locator(".guide-tools").count()
    free.append(True)
    for route in held:
        route.continue_()
    page.wait_for_selector(".guide-tools")
    page.wait_for_selector(".md-search-result__item >> text=Glacier")
    page.wait_for_function("() => !document.querySelector('link[data-late]')")
    assert page.evaluate(started) == sorted(links, key=lambda link: "/bundle." in link)
    context.close()


def test_the_theme_waits_for_the_reader_but_not_for_ever(browser: Browser, address: str) -> None:
    """An app works before the theme's script has run; who does nothing that a page hears, as with some screen readers, has all of it after some seconds."""
    context = browser.new_context(service_workers="block", color_scheme="dark")
    page = context.new_page()
    page.goto(address + "practice/")
    page.wait_for_selector("[data-practice][data-state=ready]")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"  # the system's colors, which the theme's script would set
    assert page.evaluate("typeof window.document$") == "undefined"
    page.wait_for_function("() => window.document$", timeout=20_000)
    page.wait_for_selector("link[data-late]", state="detached")
    context.close()
