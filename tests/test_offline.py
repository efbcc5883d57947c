"""What the service worker keeps: all that pages ask for, under content hashes; other content is another version."""

from __future__ import annotations

import json
import re
from pathlib import Path

from studyguide import offline

PAGES = {"index.html": b"home", "modeling/index.html": b"page", "404.html": b"no"}
FILES = PAGES | {"data/comparisons.json": b"[]", "data/x.csv": b"a", "sw.js": b"", "a.js.map": b""}
TEMPLATE = 'const VERSION = "@version"\nconst FILES = "@files"\n'


def parts(text: str) -> tuple[str, dict[str, str]]:
    """The version and the files in a service worker."""
    version, files = re.search(r'VERSION = (".*")', text), re.search(r"FILES = (?:new Map\(Object\.entries\()?(\{.*?\})", text, re.S)
    assert version and files
    return json.loads(version[1]), json.loads(files[1])


def test_files_by_address() -> None:
    """Pages under the address they are asked for; downloads and maps are left out."""
    _, files = parts(offline.worker(TEMPLATE, FILES))
    assert set(files) == {"", "modeling/", "404.html", "data/comparisons.json"}
    assert len({*files.values()}) == 4 and all(re.fullmatch(r"[\w-]{16}", each) for each in files.values())


def test_the_version_follows_the_content() -> None:
    """Same files in another order: same text; one byte more: another version; a left-out file: the same."""
    first = offline.worker(TEMPLATE, FILES)
    assert offline.worker(TEMPLATE, dict(reversed(FILES.items()))) == first
    assert offline.worker(TEMPLATE, FILES | {"data/x.csv": b"b"}) == first
    other, files = parts(offline.worker(TEMPLATE, FILES | {"index.html": b"homes"}))
    assert other != parts(first)[0] and files["modeling/"] == parts(first)[1]["modeling/"]


def test_the_site_has_a_precise_list(site: Path) -> None:
    """Every listed file is there with that content; every page, style and script of ours is listed."""
    _, files = parts((site / "sw.js").read_text())
    for address, content_hash in files.items():
        path = site / (address + "index.html" if address == "" or address.endswith("/") else address)
        assert offline.content_hash(path.read_bytes()) == content_hash, address
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.suffix in (".html", ".css", ".js", ".svg", ".webmanifest") and name != "sw.js" and "/lunr/" not in name:
            assert offline.address(name) in files, name
    assert {"sitemap.xml", "data/exams.json", "data/questions/index.json"} <= files.keys()


def test_it_can_be_installed(site: Path) -> None:
    """A manifest with the icons that systems ask for, all of them there; pages name it."""
    folder = site / "assets" / "offline"
    manifest = json.loads((folder / "manifest.webmanifest").read_text())
    sizes = {(icon["sizes"], icon.get("purpose", "any")) for icon in manifest["icons"]}
    assert {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")} <= sizes
    assert all((folder / icon["src"]).resolve().is_file() for icon in manifest["icons"])
    for name in ("index.html", "404.html"):
        text = (site / name).read_text()
        assert 'rel="manifest"' in text and 'rel="apple-touch-icon"' in text and "assets/offline/main.js" in text
