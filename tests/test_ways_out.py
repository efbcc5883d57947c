"""Two ways out of MkDocs and Material: ProperDocs builds the same site, and the generators import neither."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from repository import ROOT, run


def text_of(path: Path) -> str:
    """What a reader sees of a page: its article, without tags."""
    found = re.search(r"<article.*?</article>", path.read_text(), re.S)
    assert found, path
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0]))


def test_properdocs_builds_the_same_site(site: Path, tmp_path: Path) -> None:
    """Same pages, same tables, same words, strictly."""
    result = run("properdocs", "build", "-f", "mkdocs.yml", "--strict", "--site-dir", str(tmp_path), REPO_URL="https://github.com/someone/guide")
    assert result.returncode == 0, result.stdout + result.stderr
    pages = sorted(path.relative_to(site) for path in site.rglob("index.html"))
    assert pages == sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("index.html"))
    assert len(pages) > 20
    for page in pages:
        assert text_of(site / page) == text_of(tmp_path / page), page


def test_generators_know_nothing_of_mkdocs() -> None:
    """Only the entry file imports MkDocs."""
    for path in (ROOT / "hooks" / "studyguide").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in names if name.partition(".")[0] in ("mkdocs", "material", "properdocs")], path
