"""A site is replaced by a finished one or not at all, and the same commit gives the same bytes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from repository import run
from studyguide import publish


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def build(copy: Path, *options: str, **environment: str) -> tuple[int, str]:
    result = run("mkdocs", "build", "--strict", *options, cwd=copy, **environment)
    return result.returncode, result.stdout + result.stderr


def test_swap_keeps_what_is_hidden(tmp_path: Path) -> None:
    """The new site takes the place of the old one; .git stays, as with MkDocs itself."""
    target, built = tmp_path / "site", publish.stage(tmp_path / "site")
    for folder, name in ((target, "old.html"), (target / ".git", "HEAD"), (built, "new.html")):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    publish.swap(built, target)
    assert set(tree(target)) == {"new.html", ".git/HEAD"} and [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_swap_cut_in_two_is_mended(tmp_path: Path) -> None:
    """Whoever pulls the plug between two renames has the old site again at the next build."""
    target = tmp_path / "site"
    (tmp_path / ".site.old").mkdir()
    (tmp_path / ".site.old" / "index.html").write_text("old")
    publish.stage(target)
    assert tree(target) == {"index.html": b"old"}


def test_a_folder_that_cannot_be_renamed_is_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mount point keeps being the same folder."""
    target, built = tmp_path / "site", tmp_path / ".site.new"
    for folder, name in ((target, "old.html"), (built, "new.html")):
        folder.mkdir()
        (folder / name).write_text(name)

    def refuse(self: Path, target: Path) -> None:
        raise OSError("busy")

    monkeypatch.setattr(Path, "rename", refuse)
    publish.swap(built, target)
    assert set(tree(target)) == {"new.html"} and not built.exists()


def test_the_same_commit_gives_the_same_bytes(copy: Path, tmp_path: Path) -> None:
    """Two builds, on two days, under two hash seeds: not one byte differs."""
    first, second = copy / "first", copy / "second"
    assert build(copy, "--site-dir", str(first), PYTHONHASHSEED="1", SOURCE_DATE_EPOCH="1700000000")[0] == 0
    assert build(copy, "--site-dir", str(second), PYTHONHASHSEED="2", TZ="Asia/Tokyo")[0] == 0
    one, two = tree(first), tree(second)
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


def test_the_real_site_builds_to_the_same_bytes(site: Path, tmp_path: Path) -> None:
    """So does the whole guide."""
    again = tmp_path / "again"
    result = run("mkdocs", "build", "--site-dir", str(again), REPO_URL="https://github.com/someone/guide", PYTHONHASHSEED="7", SOURCE_DATE_EPOCH="1700000000")
    assert result.returncode == 0, result.stderr
    one, two = tree(site), tree(again)
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


def test_a_warning_replaces_nothing(copy: Path) -> None:
    """A strict build that ends with a warning after all pages were written leaves the site before, and no rest."""
    assert build(copy)[0] == 0
    before = tree(copy / "site")
    page = copy / "docs" / "topic.md"
    page.write_text(page.read_text() + "\n[gone](gone.md)\n")
    code, output = build(copy)
    assert code != 0 and "gone.md" in output and "Traceback" not in output
    assert tree(copy / "site") == before
    assert not [path.name for path in copy.iterdir() if path.name.startswith(".site")]


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_interrupted_build_replaces_nothing(copy: Path, sent: signal.Signals) -> None:
    """Whenever it is stopped, the site before is whole; the next build succeeds."""
    assert build(copy)[0] == 0
    before = tree(copy / "site")
    page = copy / "docs" / "topic.md"
    page.write_text(page.read_text() + "\nmore\n")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    for wait_for_pages in (False, True):
        process = subprocess.Popen(command, cwd=copy, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
        staged = copy / ".site.new"
        while process.poll() is None and not (staged / "404.html" if wait_for_pages else staged).exists():
            time.sleep(0.002)
        process.send_signal(sent)
        process.wait(timeout=30)
        after = tree(copy / "site")
        assert after == before or process.returncode == 0  # it may have been faster than the signal
    assert build(copy)[0] == 0 and b"more" in (copy / "site" / "topic" / "index.html").read_bytes()
