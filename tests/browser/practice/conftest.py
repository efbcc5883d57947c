"""The small guide of bank.py behind a server, below a sub-path as on GitHub Pages, and hands to practice with."""

from __future__ import annotations

import functools
import http.server
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from practice_guide import build
from practice_learner import Learner, Question, words


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small guide at http://…/site/, built for this very address: instant navigation works only where the sitemap is right."""
    folder = tmp_path_factory.mktemp("practice")

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/site/"
    build(folder, url)
    BUILT[url] = folder / "site"
    yield url
    server.shutdown()


BUILT: dict[str, Path] = {}


@pytest.fixture(scope="session")
def site(address: str) -> Path:
    """The small guide's files."""
    return BUILT[address]


@pytest.fixture(scope="session")
def anywhere(browser: Browser, address: str) -> Iterator[Page]:
    """One page for all tests that only call modules and keep nothing."""
    page = browser.new_page()
    page.goto(address + "exams/")
    yield page
    page.close()


@pytest.fixture(scope="session")
def index(site: Path) -> list[Question]:
    """What the build published about every question, without texts."""
    return json.loads((site / "data" / "questions" / "index.json").read_text())


@pytest.fixture(scope="session")
def bank(site: Path) -> dict[str, Question]:
    """Every question by its words."""
    files = [path for path in (site / "data" / "questions").glob("*.json") if path.name != "index.json"]
    questions = [question for path in files for question in json.loads(path.read_text())]
    return {words(question["stem"]): question for question in questions}


@pytest.fixture
def learner(bank: dict[str, Question]) -> Callable[[Page], Learner]:
    """Puts somebody in front of a page."""
    return lambda page: Learner(page, bank)
