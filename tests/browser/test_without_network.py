"""On the train: after one visit everything is there without a network; a new version replaces the old one whole or not at all."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.crawl import SIGN
from studyguide import publish

TOPIC = "data-engineering/s3-storage-classes/"
PUT = """(value) => new Promise((resolve) => {
  const request = indexedDB.open("of-the-test", 1)
  request.onupgradeneeded = () => request.result.createObjectStore("kept")
  request.onsuccess = () => {
    const transaction = request.result.transaction("kept", "readwrite")
    const store = transaction.objectStore("kept")
    if (value) store.put(value, 1)
    const got = store.get(1)
    transaction.oncomplete = () => { request.result.close(); resolve(got.result) }
  }
})"""
INSTALLED = """async () => {
  const registration = await navigator.serviceWorker.ready
  while (registration.active.state !== "activated" || registration.installing || !navigator.serviceWorker.controller) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}"""
SETTLED = """async () => {
  const registration = await navigator.serviceWorker.ready
  await registration.update().catch(() => {})
  while (registration.installing || registration.waiting) await new Promise((resolve) => setTimeout(resolve, 20))
}"""
VERSIONS = "async () => (await caches.keys()).filter((name) => !name.endsWith(' notes'))"


@dataclass
class Host:
    """A copy of the site below /guide/, that can be changed, broken and asked what it was asked."""

    folder: Path
    address: str = ""
    broken: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)

    def deploy(self, **changes: tuple[str, str]) -> None:
        """Publish a version in which words of pages are others: `deploy(index=("old", "new"))`."""
        for name, (old, new) in changes.items():
            path = self.folder / (TOPIC + "index.html" if name == "topic" else f"{name}.html")
            text = path.read_text()
            assert old in text
            path.write_text(text.replace(old, new))
        publish.write_worker(self.folder)


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    """The site on a host of its own, in a folder below the root as on GitHub Pages."""
    root = tmp_path / "root"
    shutil.copytree(site, root / "guide")
    found = Host(root / "guide")

    class Handler(http.server.SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0].removeprefix("/guide/")
            found.asked.append(path)
            if path in found.broken:
                self.send_error(500)
            else:
                super().do_GET()

        def log_message(self, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=root))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found.address = f"http://127.0.0.1:{server.server_port}/guide/"
    yield found
    server.shutdown()
    server.server_close()


@pytest.fixture
def device(browser: Browser) -> Iterator[BrowserContext]:
    """A browser of a reader who comes for the first time."""
    context = browser.new_context(service_workers="allow")
    context.add_init_script(SIGN)
    context.set_default_timeout(60_000)
    yield context
    context.close()


@pytest.fixture
def visited(device: BrowserContext, host: Host) -> Page:
    """The home page at the end of the first visit."""
    page = device.new_page()
    page.goto(host.address)
    page.evaluate(INSTALLED)
    return page


def look_for_update(page: Page) -> None:
    """What a browser does by itself at each navigation."""
    page.evaluate("navigator.serviceWorker.ready.then((registration) => registration.update())")


def title(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text().removesuffix("¶")


def test_one_visit_is_enough(visited: Page, device: BrowserContext, host: Host) -> None:
    """With the network cut: any page, by link, by address and by reload; search; questions; and a page for a wrong address."""
    device.set_offline(True)
    visited.locator(".guide-doors").get_by_role("link", name="Modeling").click()
    expect(visited).to_have_url(host.address + "modeling/")
    visited.keyboard.press("/")
    visited.get_by_role("textbox", name="Search").fill("glacier retrieval")
    expect(visited.locator(".md-search-result__link").first).to_be_visible()
    visited.goto(host.address + TOPIC)
    expect(visited.get_by_role("table", name="S3 storage classes")).to_be_visible()
    expect(visited.get_by_role("button", name="Compare rows").first).to_be_visible()
    visited.reload()
    expect(visited.get_by_role("heading", level=1)).to_contain_text("S3 storage classes")
    if (host.folder / "practice").is_dir():
        visited.goto(host.address + "practice/")
        visited.wait_for_function("() => document.querySelector('[data-practice]')?.dataset.state === 'ready'")
    answer = visited.goto(host.address + "no/such/page/")
    assert answer is not None and answer.status == 404
    expect(visited.get_by_role("heading", name="This page is not here")).to_be_visible()


def test_every_page_is_kept(visited: Page, device: BrowserContext, host: Host) -> None:
    """Each page and each file that pages name is answered without a network."""
    device.set_offline(True)
    addresses = [path.relative_to(host.folder).as_posix().removesuffix("index.html") for path in host.folder.rglob("index.html")]
    missing = visited.evaluate("(all) => Promise.all(all.map((each) => fetch(each).then((answer) => answer.ok ? null : each, () => each)))", addresses)
    assert len(addresses) > 150 and [each for each in missing if each] == []


def test_a_new_version_is_offered_and_then_whole(visited: Page, device: BrowserContext, host: Host) -> None:
    """The page stays until the reader asks; then everything is new, the old version is gone, and progress is there."""
    visited.evaluate(PUT, "progress")
    visited.evaluate("localStorage.setItem('of-the-test', 'kept')")
    before = title(visited)
    host.deploy(index=(before, "Another title"), topic=("<h1", '<h1 data-new=""'))
    host.asked.clear()
    look_for_update(visited)
    bar = visited.get_by_text("A new version of this guide is ready.")
    expect(bar).to_be_visible()
    assert title(visited) == before
    assert len([path for path in host.asked if path.endswith(("/", ".html")) or not path]) <= 3, "only what changed is fetched"
    device.set_offline(True)
    visited.get_by_role("button", name="Reload").click()
    expect(visited.get_by_role("heading", level=1)).to_contain_text("Another title")
    visited.goto(host.address + TOPIC)
    expect(visited.locator("h1[data-new]")).to_be_visible()
    expect(bar).to_have_count(0)
    assert visited.evaluate(PUT, None) == "progress" and visited.evaluate("localStorage.getItem('of-the-test')") == "kept"


def test_an_open_page_keeps_its_version(visited: Page, device: BrowserContext, host: Host) -> None:
    """While a newer page stands in another tab, what an open page still fetches is of the version that loaded it."""
    old = (host.folder / "data" / "exams.json").read_text()
    (host.folder / "data" / "exams.json").write_text('{"new": true}')
    host.deploy()
    look_for_update(visited)
    expect(visited.get_by_text("A new version of this guide is ready.")).to_be_visible()
    other = device.new_page()
    other.goto(host.address)
    fetched = "fetch('data/exams.json').then((answer) => answer.text())"
    assert other.evaluate(fetched) == '{"new": true}'
    assert visited.evaluate(fetched) == old
    assert len(visited.evaluate(VERSIONS)) == 2
    visited.reload()
    assert visited.evaluate(fetched) == '{"new": true}'


@pytest.mark.parametrize("how", ["missing", "error", "other content"])
def test_a_broken_update_changes_nothing(visited: Page, device: BrowserContext, host: Host, how: str) -> None:
    """One file cannot be had, or is not the one that belongs to the version: the version before stays, whole; later it goes on."""
    before = title(visited)
    path = host.folder / TOPIC / "index.html"
    host.deploy(index=(before, "Another title"), topic=("<h1", '<h1 data-new=""'))
    good = path.read_text()
    if how == "missing":
        path.unlink()
    elif how == "error":
        host.broken.add(TOPIC)
    else:
        path.write_text(good + "<!-- half a deployment -->")
    host.asked.clear()
    visited.evaluate(SETTLED)
    assert host.asked, "an update was tried"
    device.set_offline(True)
    for _ in range(2):
        visited.goto(host.address)
        assert title(visited) == before
        visited.goto(host.address + TOPIC)
        expect(visited.locator("h1")).to_be_visible()
        expect(visited.locator("h1[data-new]")).to_have_count(0)
    device.set_offline(False)
    path.write_text(good)
    host.broken.clear()
    look_for_update(visited)
    expect(visited.get_by_text("A new version of this guide is ready.")).to_be_visible()
    visited.goto(host.address)
    assert title(visited) == "Another title"


def test_without_the_worker_the_guide_is_read_online(device: BrowserContext, host: Host) -> None:
    """A host that lacks sw.js, or a reader who forbids storage, loses only the offline copy."""
    (host.folder / "sw.js").unlink()
    page = device.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(host.address + TOPIC)
    expect(page.get_by_role("button", name="Compare rows").first).to_be_visible()
    assert errors == []
