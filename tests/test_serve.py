"""`mkdocs serve`: a fact edit reloads, a slip is a red box on the page, and mending it needs no restart."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

TABLES = "docs/_data/comparisons.yml"


@pytest.fixture
def server(copy: Path) -> Iterator[tuple[Path, str]]:
    """A running `mkdocs serve` of a small guide, and its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = (copy / "serve.log").open("w")
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
        cwd=copy, stdout=log, stderr=subprocess.STDOUT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    yield copy, f"http://127.0.0.1:{port}/"
    process.terminate()
    process.wait(timeout=20)
    log.close()


def eventually(address: str, wanted: str, copy: Path, *, gone: str = "\0") -> str:
    """The page at `address` as soon as it holds `wanted` and no longer `gone`."""
    text = ""
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                text = answer.read().decode()
            if wanted in text and gone not in text:
                return text
        except OSError:
            pass
        time.sleep(0.2)
    raise AssertionError(f"no {wanted!r} on {address}\n{(copy / 'serve.log').read_text()[-3000:]}\n{text[:500]}")


def test_serve_shows_a_slip_and_recovers(server: tuple[Path, str]) -> None:
    """Edit a fact, break it, mend it: the page follows each time."""
    copy, address = server
    topic, file = address + "topic/", copy / TABLES
    eventually(topic, "180 days", copy)
    good = file.read_text()
    file.write_text(good.replace("180 days", "181 days"))
    eventually(topic, "181 days", copy)
    file.write_text(good.replace("min_days: none", "min_dayz: none"))
    text = eventually(topic, "guide-problems", copy)
    assert "unknown column" in text and "min_dayz" in text
    assert "unknown column 'min_dayz'" in (copy / "serve.log").read_text()
    file.write_text(good)
    eventually(topic, "180 days", copy, gone='class="guide-problems"')


REBUILD = """
import pathlib, sys
from mkdocs.commands.build import build
from mkdocs.config import load_config

data = pathlib.Path("docs/_data/comparisons.yml")
for site in sys.argv[1:]:
    config = load_config("mkdocs.yml", site_dir=site)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    data.write_text(data.read_text().replace("180 days", "181 days"))
"""


def test_a_rebuild_writes_what_a_new_server_would(copy: Path) -> None:
    """Pages that an edit did not touch are not rendered again, and nobody can tell."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-c", REBUILD, "first", "again"], cwd=copy, check=True, env=environment)
    subprocess.run([sys.executable, "-c", REBUILD, "new"], cwd=copy, check=True, env=environment)
    files = {path.relative_to(copy / "new") for path in (copy / "new").rglob("*") if path.is_file() and path.suffix != ".gz"}
    assert files == {path.relative_to(copy / "again") for path in (copy / "again").rglob("*") if path.is_file() and path.suffix != ".gz"}
    assert "181 days" in (copy / "again" / "topic" / "index.html").read_text()
    assert [str(file) for file in sorted(files) if (copy / "new" / file).read_bytes() != (copy / "again" / file).read_bytes()] == []
