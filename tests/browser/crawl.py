"""Visits every page of the built site once and notes all that the tests about access, privacy and safety ask."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import BrowserContext, Page, sync_playwright

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
# The theme's script waits until the reader does something, late_start.js: here that is soon.
SIGN = "addEventListener('load', () => dispatchEvent(new Event('scroll')))"
READY = "() => document.readyState === 'complete' && !document.querySelector('link[data-late], [data-state=loading], .md-code__nav:not([role])')"
LAID_OUT = "* { content-visibility: visible !important }"  # also where nobody has scrolled to
POLICY = "window.refused = []; addEventListener('securitypolicyviolation', (event) => refused.push(event.violatedDirective + ' ' + event.blockedURI))"
IN_PRINT = """() => ({
  shown: ['.md-header', '.md-tabs', '.md-sidebar', '.md-footer', '.guide-tools', '.headerlink'].filter((each) =>
    [...document.querySelectorAll(each)].some((node) => node.checkVisibility())),
  shut: [...document.querySelectorAll('.md-content details:not([open]) > :not(summary)')].filter((node) =>
    !node.matches('.guide-quiz *, [data-practice] *') && !node.checkVisibility() && getComputedStyle(node).display !== 'none').length,
})"""


@dataclass(slots=True)
class Visit:
    """What one page did: empty lists are what a good page leaves."""

    path: str
    faults: list[str] = field(default_factory=list)  # axe-core's rules with the place
    complaints: list[str] = field(default_factory=list)  # console errors and uncaught exceptions
    foreign: list[str] = field(default_factory=list)  # requests to another origin
    refused: list[str] = field(default_factory=list)  # violations of the Content-Security-Policy
    cookies: list[str] = field(default_factory=list)
    widths: dict[int, int] = field(default_factory=dict)  # viewport width -> width of the page's content
    printed: dict[str, object] = field(default_factory=dict)


def pages_of(site: Path) -> list[str]:
    """The addresses of all pages below the site's root."""
    return [path.relative_to(site).as_posix().removesuffix("index.html") for path in sorted(site.rglob("*.html"))]


def faults(page: Page) -> list[str]:
    """What axe-core finds in the page as it stands."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'], preload: false })")["violations"]
    return [f"{rule['id']}: {node['target']} {node['html'][:120]}" for rule in found for node in rule["nodes"]]


def watch(page: Page, visit: Visit, origin: str) -> None:
    """Note what the page says and fetches from now on."""
    page.on("console", lambda message: visit.complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith((origin, "data:", "blob:")) else visit.foreign.append(request.url))


def look(context: BrowserContext, origin: str, path: str) -> Visit:
    """Open one page in a tab of its own and look at it from all sides."""
    visit = Visit(path)
    page = context.new_page()
    page.add_init_script(POLICY)
    page.add_init_script(SIGN)
    watch(page, visit, origin)
    page.goto(origin + path)
    page.wait_for_function(READY)
    size = page.viewport_size
    page.emulate_media(media="print")
    visit.printed = page.evaluate(IN_PRINT)
    page.emulate_media(media="screen")
    page.add_style_tag(content=LAID_OUT)
    for width in (640, 320):  # a window of 1280 px at 200 % and at 400 %
        page.set_viewport_size({"width": width, "height": 800})
        visit.widths[width] = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size(size)
    visit.faults = faults(page)
    visit.refused = page.evaluate("refused")
    visit.cookies = [cookie.get("name", "") for cookie in context.cookies()]
    page.close()
    return visit


def crawl(launch: Callable[..., Iterator[BrowserContext]], origin: str, paths: Sequence[str], **options: object) -> list[Visit]:
    """Visit all `paths` with two browsers side by side."""

    def share(part: Sequence[str]) -> list[Visit]:
        with sync_playwright() as playwright, launch(playwright, **options) as context:
            return [look(context, origin, path) for path in part]

    with ThreadPoolExecutor(2) as pool:
        return [visit for visits in pool.map(share, (paths[0::2], paths[1::2])) for visit in visits]


def told(found: dict[str, object]) -> str:
    """Findings by page, short enough to read in a failed test."""
    return "\n" + "\n".join(re.sub(r"\s+", " ", f"{path or 'home'}: {what}")[:600] for path, what in list(found.items())[:25])
