"""Front matter is read with its lines, and its mistakes are listed."""

import datetime
from pathlib import Path

from studyguide import pages
from studyguide.fields import Reading

GOOD = """---
title: A page
description: A sentence that is long enough to describe the page well.
skills: [X/1.1.a]
checked: 2026-01-02
sources:
  - https://docs.aws.amazon.com/x.html
---
# A page

Text of five words only.
"""


def read(tmp_path: Path, text: str | bytes) -> tuple[pages.Page, list[str]]:
    path = tmp_path / "docs" / "folder" / "page.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    reading = Reading("docs/folder/page.md", datetime.date(2026, 11, 22))
    return pages.read(path, tmp_path / "docs", tmp_path, reading), [str(problem) for problem in reading.problems]


def test_a_good_page(tmp_path: Path) -> None:
    """Everything of the front matter is there, and the body knows where it starts."""
    page, problems = read(tmp_path, GOOD)
    assert problems == []
    assert (page.path, page.folder, page.body_line, page.words, page.minutes) == ("folder/page.md", "folder", 9, 7, 1)


def test_faults(tmp_path: Path) -> None:
    """Unknown keys, bad dates, short descriptions and foreign sources are reported with their lines."""
    bad = GOOD.replace("checked: 2026-01-02", "chekced: 2026-13-02").replace("docs.aws.amazon.com", "example.com").replace("A sentence", "")
    assert read(tmp_path, bad.replace(" that is long enough to describe the page well.", "short"))[1] == [
        "docs/folder/page.md:7: the front matter: source host 'example.com' is not accepted; "
        "take official documentation, or add the host to SOURCE_HOSTS in fields.py",
        "docs/folder/page.md:5: the front matter: unknown key 'chekced'; did you mean 'checked'?",
        "docs/folder/page.md:3: the description has 5 characters; write 40 to 170",
        "docs/folder/page.md:1: a page that teaches skills needs 'checked' and 'sources'; add both to the front matter",
    ]


def test_broken_files(tmp_path: Path) -> None:
    """No front matter, an unclosed one and binary junk are problems, not exceptions."""
    assert "the front matter has no 'title'" in read(tmp_path, "# Only text\n")[1][0]
    assert "not closed" in read(tmp_path, "---\ntitle: x\n")[1][0]
    assert "not UTF-8" in read(tmp_path, b"\xff\xfe\x00")[1][0]


def test_ids(tmp_path: Path) -> None:
    """Unknown and doubled skills are problems."""
    page, _ = read(tmp_path, GOOD.replace("[X/1.1.a]", "[X/1.1.b, X/1.1.b]"))
    messages = [problem.what for problem in pages.check_ids(page, "p.md", {"X/1.1.a"}, set())]
    assert messages == ["unknown skill 'X/1.1.b'", "unknown skill 'X/1.1.b'", "a skill stands twice"]
