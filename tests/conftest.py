"""What the tests share: the repository, one strict build of the real site, and a copy of the repository to break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from repository import ROOT, run


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once and strictly."""
    target = tmp_path_factory.mktemp("site")
    result = run("mkdocs", "build", "--strict", "--site-dir", str(target), REPO_URL="https://github.com/someone/guide")
    assert result.returncode == 0, result.stdout + result.stderr
    return target


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A small guide in a folder of its own: the real hooks and theme, a sample of pages and facts."""
    for name in ("hooks", "docs/_theme", "docs/assets"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests" / "sample" / "docs", tmp_path / "docs", dirs_exist_ok=True)
    text = (ROOT / "mkdocs.yml").read_text()
    (tmp_path / "mkdocs.yml").write_text(text[: text.index("\nnav:\n")] + "\nnav: [index.md, topic.md, exams/index.md, exams/sam-c01.md]\n")
    return tmp_path
