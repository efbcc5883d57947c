"""What the tests share: the repository, one strict build of the real site, and a copy of the repository to break."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a module of this Python and return what it printed."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    return subprocess.run([sys.executable, "-m", *command], cwd=cwd, env=env, capture_output=True, text=True, timeout=600, check=False)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once and strictly."""
    target = tmp_path_factory.mktemp("site")
    result = run("mkdocs", "build", "--strict", "--quiet", "--site-dir", str(target), REPO_URL="https://github.com/someone/guide")
    assert result.returncode == 0, result.stdout + result.stderr
    return target


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A small guide in a folder of its own: the real hooks and theme, a sample of pages and facts."""
    for name in ("hooks", "docs/_theme", "docs/assets"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests" / "sample" / "docs", tmp_path / "docs", dirs_exist_ok=True)
    text = (ROOT / "mkdocs.yml").read_text()
    (tmp_path / "mkdocs.yml").write_text(text[: text.index("\nnav:\n")] + "\nnav: [index.md, topic.md]\n")
    return tmp_path
