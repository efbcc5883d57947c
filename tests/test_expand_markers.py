"""MkDocs end to end on a small guide: good input builds, bad input ends with the whole list and without a site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from repository import run

TABLES = "docs/_data/comparisons.yml"


def build(copy: Path) -> tuple[int, str]:
    result = run("mkdocs", "build", "--strict", cwd=copy)
    return result.returncode, result.stdout + result.stderr


def test_a_small_guide_builds(copy: Path) -> None:
    """The sample builds strictly; hostile text in a cell is shown, links in cells are resolved, code keeps its marker."""
    code, output = build(copy)
    assert code == 0, output
    text = (copy / "site" / "topic" / "index.html").read_text()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<script>alert(1)" not in text
    assert "&lt;!-- guide: table storage-classes" in re.sub(r"<[^>]*>", "", text)
    assert (copy / "site" / "data" / "storage-classes.csv").is_file()


@pytest.mark.parametrize(
    ("path", "old", "new", "messages"),
    [
        (TABLES, "min_days: none", "min_dayz: none", ["comparisons.yml:19: unknown column 'min_dayz'", "comparisons.yml:17: row 'Standard' has no 'min_days'"]),
        (TABLES, "  note:", "\tnote:", ["comparisons.yml:8: a tab in the indentation"]),
        (TABLES, 'use: "Hot', 'use: "Hot" "', ["comparisons.yml:18: "]),
        (TABLES, "checked: 2026-01-02", "checked: 2999-01-02", ["comparisons.yml:6: table 'storage-classes': checked '2999-01-02' lies in the future"]),
        (TABLES, "source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage", "source: ftp://docs.aws.amazon.com/storage", ["is no https address"]),
        (TABLES, "SAM-C01/1.1]", "SAM-C01/1.2]", ["unknown task 'SAM-C01/1.2'; did you mean 'SAM-C01/1.1'?"]),
        (TABLES, "[the topic](/topic.md)", "[the topic](/topics.md)", ["comparisons.yml:18: link to '/topics.md': no such page"]),
        ("docs/topic.md", "table storage-classes -->", "table storage-clases -->", ["docs/topic.md:11: no table 'storage-clases'; did you mean"]),
        ("docs/topic.md", "rows=deep-archive", "rows=deep-archve", ["docs/topic.md:15: no row 'deep-archve'; did you mean 'deep-archive'?"]),
        ("docs/topic.md", "SAM-C01/1.1.a", "SAM-C01/1.1.z", ["docs/topic.md:1: unknown skill 'SAM-C01/1.1.z'"]),
    ],
)
def test_a_slip_ends_the_build(copy: Path, path: str, old: str, new: str, messages: list[str]) -> None:
    """Non-zero, one line a fault with its place, no traceback, no site."""
    file = copy / path
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))
    code, output = build(copy)
    assert code != 0 and "Traceback" not in output
    for message in messages:
        assert message in output
    assert re.search(r"\d+ problems?", output)
    assert not (copy / "site").exists()


@pytest.mark.parametrize("junk", [b"", b"- a\n- b\n", b"\x00\xff\xfe\x01", b"a: &a [1]\nb: [*a, *a]\n", b"a: " + b"[" * 5000, b"a: {b: 'c\n"])
def test_junk_ends_the_build(copy: Path, junk: bytes) -> None:
    """Whatever stands in the data file, the build ends with a message."""
    (copy / TABLES).write_bytes(junk)
    code, output = build(copy)
    assert code != 0 and "Traceback" not in output and re.search(r"docs/_data/comparisons\.yml:\d+: ", output), output


def test_a_failed_build_leaves_the_previous_site(copy: Path) -> None:
    """What was built before is still whole after a build that failed."""
    assert build(copy)[0] == 0
    before = {path: path.read_bytes() for path in (copy / "site").rglob("*") if path.is_file()}
    (copy / TABLES).write_text("")
    assert build(copy)[0] != 0
    assert before == {path: path.read_bytes() for path in (copy / "site").rglob("*") if path.is_file()}
