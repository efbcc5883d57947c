"""`python hooks/measure.py search`: type every golden query into the real search box and print how often the right section comes.

`--site DIR` takes a built site (else one is built), `--golden FILE` other queries, `--misses` lists what did not come first.
A result is an item of the list; it is right when a link that it shows leads to one of the places of the query.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import http.server
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import yaml

import browsers

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden_queries.yml"

_WATCH = """() => {
  const input = document.querySelector("[data-md-component=search-query]")
  const list = document.querySelector(".md-search-result__list")
  window.typedAt = window.shownAt = 0
  let empty = true
  input.addEventListener("input", () => {
    window.typedAt = performance.now()
    empty = !list.childElementCount
  }, { capture: true })
  // A new answer empties the list or fills an empty one; what else is added belongs to the answer before.
  new MutationObserver((changes) => {
    if (empty || changes.some(({ removedNodes }) => removedNodes.length)) window.shownAt = performance.now()
  }).observe(list, { childList: true })
}"""
_LINKS = """() => [...document.querySelectorAll(".md-search-result__item")].slice(0, 10).map((item) =>
  [...item.querySelectorAll("a[href]")].filter((link) => !link.closest("details:not([open])")).map((link) => link.href))"""


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, of which kind it is, and the places that answer it: "page/#anchor", or "page/" for any section of it."""

    kind: str
    text: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where the first right result stood (1 is first, 0 is not among ten), what came first, and the time from key to results."""

    query: Query
    rank: int
    first: str
    milliseconds: float


def read_golden(path: Path) -> list[Query]:
    """The queries of a golden file."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [Query(str(entry["kind"]), str(entry["query"]), tuple(map(str, entry["at"]))) for entry in entries]


def fits(place: str, places: Iterable[str]) -> bool:
    """Whether a result's place is one of those wanted."""
    return any(place == wanted or ("#" not in wanted and place.partition("#")[0] == wanted) for wanted in places)


def measure(page: Page, address: str, queries: Iterable[Query]) -> Iterator[Outcome]:
    """Type each query into the search box of the site at `address`."""
    page.goto(address)
    page.evaluate(_WATCH)
    page.keyboard.press("/")
    box = page.locator("[data-md-component=search-query]")
    box.fill("overfitting")
    box.press("End")
    page.locator(".md-search-result__item").first.wait_for(timeout=60_000)
    for query in queries:
        box.fill(query.text)
        box.press("End")  # Material listens to keys
        patience = time.monotonic() + 5
        while (took := page.evaluate("window.shownAt - window.typedAt")) <= 0 and time.monotonic() < patience:
            page.wait_for_timeout(10)
        items = [[_place(link, address) for link in links] for links in page.evaluate(_LINKS)]
        rank = next((index for index, links in enumerate(items, 1) if any(fits(link, query.places) for link in links)), 0)
        yield Outcome(query, rank, items[0][-1] if items else "", took)


def _place(link: str, address: str) -> str:
    parts = urlsplit(link)
    base = urlsplit(address).path
    return parts.path.removeprefix(base) + (f"#{parts.fragment}" if parts.fragment else "")


def share(outcomes: Iterable[Outcome], within: int) -> float:
    """The share of queries whose right section is among the first `within` results."""
    ranks = [outcome.rank for outcome in outcomes]
    return sum(0 < rank <= within for rank in ranks) / len(ranks)


def table(outcomes: list[Outcome]) -> str:
    """Success by kind and overall, as text."""
    kinds = dict.fromkeys(outcome.query.kind for outcome in outcomes)
    groups = [(kind, [outcome for outcome in outcomes if outcome.query.kind == kind]) for kind in kinds] + [("all", outcomes)]
    lines = [f"{kind:<14}{len(group):>5}   @1 {share(group, 1):.3f}   @5 {share(group, 5):.3f}" for kind, group in groups]
    times = sorted(outcome.milliseconds for outcome in outcomes)
    slow = times[int(len(times) * 0.95)]
    return "\n".join([*lines, f"from key to results: median {statistics.median(times):.0f} ms, 95 % within {slow:.0f} ms"])


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a built site behind a local server."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def main() -> None:
    """Build or take a site, measure, print."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["search"])
    parser.add_argument("--site", type=Path)
    parser.add_argument("--golden", type=Path, default=GOLDEN)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        site = options.site or Path(folder)
        if not options.site:
            subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)], cwd=ROOT, check=True)
        address = stack.enter_context(served(site))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=browsers.find(), args=["--no-sandbox"])
        began = time.monotonic()
        outcomes = list(measure(browser.new_page(), address, read_golden(options.golden)))
        browser.close()
    if options.misses:
        for outcome in outcomes:
            if outcome.rank != 1:
                print(f"{outcome.rank or '-':>2} {outcome.query.kind:<13} {outcome.query.text!r} got {outcome.first}")
    print(table(outcomes))
    print(f"{len(outcomes)} queries in {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
