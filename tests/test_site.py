"""The built site: every link and anchor leads somewhere, nothing comes from another origin, all pages describe themselves."""

from __future__ import annotations

import csv
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

BASE = "http://127.0.0.1:8000/"
FETCHED = {"script": "src", "img": "src", "link": "href", "source": "src", "iframe": "src", "use": "href"}
HARMLESS_RELS = {"canonical", "prev", "next", "alternate"}


class Html(HTMLParser):
    """The ids, links and fetched resources of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        self.ids += [values[key] for key in ("id", "name") if key in values and (key == "id" or tag == "a")]
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag in FETCHED and FETCHED[tag] in values and values.get("rel") not in HARMLESS_RELS:
            self.fetched.append(values[FETCHED[tag]])


@pytest.fixture(scope="session")
def parsed(site: Path) -> dict[str, Html]:
    """Every HTML file by its address."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix()
        found[BASE + (address.removesuffix("index.html"))] = Html(path.read_text())
    return found


def test_links_and_anchors(parsed: dict[str, Html], site: Path) -> None:
    """Internal links, raw HTML ones too, lead to a file and to an id in it."""
    broken = []
    for address, page in parsed.items():
        for link in page.links:
            if link.startswith(("mailto:", "javascript:")):
                continue
            target = urljoin(address, link)
            if not target.startswith(BASE):
                continue
            where, anchor = target.partition("#")[0], unquote(urlsplit(target).fragment)
            path = site / unquote(where.removeprefix(BASE).partition("?")[0])
            if not (path / "index.html").is_file() and not path.is_file():
                broken.append(f"{address}: {link}")
            elif anchor and where in parsed and anchor not in parsed[where].ids:
                broken.append(f"{address}: {link} (no such anchor)")
    assert broken == []


def test_ids_are_unique(parsed: dict[str, Html]) -> None:
    """No id stands twice on a page."""
    doubled = {address: sorted({i for i in page.ids if i and page.ids.count(i) > 1}) for address, page in parsed.items()}
    assert {address: ids for address, ids in doubled.items() if ids} == {}


def test_nothing_comes_from_another_origin(parsed: dict[str, Html], site: Path) -> None:
    """Scripts, styles, images and fonts are the site's own."""
    foreign = [(a, url) for a, page in parsed.items() for url in page.fetched if not urljoin(a, url).startswith((BASE, "data:"))]
    assert foreign == []
    for path in site.rglob("*.css"):
        assert not re.search(r"url\(['\"]?(https?:)?//", path.read_text()), path


def test_every_page_describes_itself(site: Path) -> None:
    """Title, description, address and Open Graph tags; descriptions differ from page to page."""
    descriptions: dict[str, str] = {}
    for path in sorted(site.rglob("index.html")):
        text = path.read_text()
        for needle in ("<title>", 'property="og:title"', 'property="og:description"', 'property="og:image"', 'rel="canonical"'):
            assert needle in text, (path, needle)
        found = re.search(r'<meta name="description" content="([^"]+)"', text)
        assert found and found[1] not in descriptions, (path, descriptions.get(found[1] if found else ""))
        descriptions[found[1]] = str(path)


def test_the_frame(site: Path) -> None:
    """404 page, sitemap, icon, card; edit and report links carry the page."""
    for name in ("404.html", "sitemap.xml", "assets/favicon.svg", "assets/social-card.png"):
        assert (site / name).stat().st_size > 200
    text = (site / "data-engineering" / "s3-storage-classes" / "index.html").read_text()
    assert "https://github.com/someone/guide/edit/main/docs/data-engineering/s3-storage-classes.md" in text
    assert "issues/new?template=wrong-fact.yml&amp;title=" in text and "s3-storage-classes%2F" in text
    assert "api.github.com" not in text and 'data-md-component="source"' not in text
    assert 'role="dialog" aria-label="Search"' in text


def test_tables_are_accessible(site: Path) -> None:
    """A caption, column and row headers, an anchor for the table and each row, the source and its day."""
    text = (site / "data-engineering" / "s3-storage-classes" / "index.html").read_text()
    assert re.search(r"<caption>S3 storage classes</caption>", text)
    assert "<p><caption" not in text
    assert re.search(r'<th [^>]*scope="col"', text) and re.search(r'<th [^>]*scope="row"', text)
    assert 'id="table-s3-storage-classes"' in text and 'id="table-s3-storage-classes--' in text
    assert re.search(r'Checked <time datetime="\d{4}-\d\d-\d\d">', text)
    assert "<!-- guide:" not in text


def test_open_data(site: Path) -> None:
    """Each table is published as JSON and CSV, and all of them in one file."""
    everything = json.loads((site / "data" / "comparisons.json").read_text())
    assert len(everything) >= 60
    for table in everything:
        assert json.loads((site / "data" / f"{table['id']}.json").read_text()) == table
        with (site / "data" / f"{table['id']}.csv").open(newline="") as file:
            assert len(list(csv.reader(file))) == len(table["rows"]) + 1
        assert table["licence"] and table["source"].startswith("https://") and table["checked"]


def test_data_files_are_not_published(site: Path) -> None:
    """The sources of the facts stay in the repository."""
    assert not (site / "_data").exists() and not (site / "_theme").exists()
