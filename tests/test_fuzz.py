"""Whatever a slip of the hand does to a data file or a page: the guide loads, or says `file:line: what`, and soon."""

from __future__ import annotations

import datetime
import random
import re
import shutil
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from repository import ROOT, run
from studyguide.guide import load
from studyguide.problems import report

SAMPLE = ROOT / "tests" / "sample" / "docs"
QUESTIONS = """questions:
  - id: first-question
    type: single
    skills: [SAM-C01/1.1.a]
    difficulty: 1
    stem: "Which class has a minimum duration of 180 days?"
    choices:
      - text: "Standard"
        why: "It has none, whatever the size of an object may be."
      - text: "Deep Archive"
        correct: true
        why: "Objects are billed for 180 days at least, even if deleted."
      - text: "Intelligent-Tiering"
        why: "It moves objects by itself and bills for no minimum duration."
      - text: "One Zone-IA"
        why: "Its minimum is 30 days, a sixth of what was asked for."
    teaches: topic.md#topic
    source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html
    checked: 2026-01-02
"""
FILES = {path.relative_to(SAMPLE).as_posix(): path.read_bytes() for path in sorted(SAMPLE.rglob("*")) if path.suffix in (".yml", ".md")}
FILES["_data/questions/sample.yml"] = QUESTIONS.encode()
TOKENS = [
    ": ", "- ", "\t", "  ", "&a ", "*a", "!!python/object:os.system ", "!!binary ", "{", "}", "[", "]", '"', "'", "|", ">-", "#", "%",
    "---\n", "...\n", "? ", "<<: ", "~", "null", "-1", "1e999", "9999-99-99", "0000-00-00", "none", "<script>", "&lt;",
    "<!-- guide: table -->", "<!-- guide: nothing here -->", "<!-- guide:", "-->", "](", "[x](/topic.md)", "[x](//)", "[x](/../../etc)",
    "[x](https://[)", "https://[::1", "`", "``` ", "```", "~~~", "**", "\\", "\\d\\1\\g<0>", "{{ page }}", "{% x %}", "\x00", "\x7f",
    "\u0085", "\u2028", "\ufeff", "\u202e", "é", "e\u0301", "𝔘", "\r\n", "\r", "a" * 5000, "[" * 400, "- " * 400, "`" * 999 + "a",
    "template: nope.html\n", "search: 1\n", "hide: {a: b}\n", "title:\n", "id: x\n",
]


@st.composite
def mutations(draw: st.DrawFn) -> tuple[str, bytes]:
    """One file of the sample after one to four slips: of bytes, of lines, or of words."""
    name = draw(st.sampled_from(sorted(FILES)))
    content = FILES[name]
    for _ in range(draw(st.integers(1, 4))):
        content = slip(content, draw(st.integers(0, 8)), draw(st.integers(0, 10**6)), draw(st.integers(0, 10**6)), draw(st.sampled_from(TOKENS)))
    return name, content


def slip(content: bytes, kind: int, one: int, two: int, token: str) -> bytes:
    """One slip; `one` and `two` choose the places."""
    lines = content.split(b"\n")
    at, other, line, second = one % (len(content) + 1), two % (len(content) + 1), one % len(lines), two % len(lines)
    if kind == 0:
        return content[:at] + bytes([two % 256]) + content[at:]
    if kind == 1:
        return content[: min(at, other)] + content[max(at, other) :]
    if kind == 2:
        return content[:at] + token.encode() + content[at:]
    if kind == 3:
        return content[:at]
    if kind == 4:
        lines[line], lines[second] = lines[second], lines[line]
    elif kind == 5:
        lines.insert(second, lines[line])
    elif kind == 6:
        del lines[line]
    elif kind == 7:
        lines[line] = b" " * (two % 7) + lines[line].lstrip() if two % 2 else b"  " + lines[line]
    else:
        words = re.split(rb"(\W+)", lines[line])
        words[two % len(words)] = token.encode()
        lines[line] = b"".join(words)
    return b"\n".join(lines)


def write(root: Path, name: str, content: bytes) -> None:
    """The sample below `root` with one file changed."""
    for each, original in FILES.items():
        path = root / "docs" / each
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if each == name else original)


def test_the_sample_itself_is_good(tmp_path: Path) -> None:
    """Else the mutations would test nothing."""
    write(tmp_path, "", b"")
    (tmp_path / "mkdocs.yml").write_text("nav: [index.md, topic.md]\n")
    assert load(tmp_path, datetime.date(2026, 12, 1))[1] == []


@settings(max_examples=400, deadline=datetime.timedelta(seconds=20), derandomize=True, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
@given(mutations())
def test_a_mutated_file_loads_or_is_reported(mutated: tuple[str, bytes]) -> None:
    """Never an exception; each problem names a file and a line that exist; a list of problems can always be printed."""
    name, content = mutated
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, name, content)
        (root / "mkdocs.yml").write_text("nav: [index.md, topic.md]\n")
        guide, problems = load(root, datetime.date(2026, 12, 1))
        for problem in problems:
            assert (root / problem.path).is_file(), problem
            lines = (root / problem.path).read_text(encoding="utf-8", errors="replace").splitlines()  # as YAML counts them, U+2028 too
            assert 1 <= problem.line <= len(lines) + 2, problem
        assert problems == [] or re.fullmatch(r"(?s).*\d+ problems?", report(problems))
        report(problems).encode()
        assert guide.texts or problems


@pytest.mark.parametrize("seed", range(6))
def test_a_build_of_mutated_files_is_whole_or_not_at_all(copy: Path, seed: int) -> None:
    """MkDocs with everything around it: success, or messages and an untouched site; no traceback; bounded in time."""
    (copy / "site").mkdir()
    (copy / "site" / "index.html").write_text("the site before")
    chosen = random.Random(seed)
    for name in chosen.sample(sorted(each for each in FILES if "questions" not in each), 2 if seed % 2 else 1):
        content = FILES[name]
        for _ in range(2):
            content = slip(content, chosen.choice([2, 5, 7, 8]), chosen.randrange(10**6), chosen.randrange(10**6), chosen.choice(TOKENS))
        (copy / "docs" / name).write_bytes(content)
    check(copy)


STRANGE = ["template: nope.html", "search: 1", "search: {boost: x}", "hide: 5", "hide: {a: b}", "title: {a: b}", "title: [x]", "tags: 3", "status: x"]


@pytest.mark.parametrize("line", STRANGE)
def test_strange_front_matter(copy: Path, line: str) -> None:
    """What MkDocs, the theme and the search read from a page's head cannot stop a build without saying where."""
    page = copy / "docs" / "topic.md"
    key = line.partition(":")[0]
    lines = [each for each in page.read_text().split("\n") if not each.startswith(key + ":")]
    lines.insert(1, line)
    page.write_text("\n".join(lines))
    (copy / "site").mkdir()
    (copy / "site" / "index.html").write_text("the site before")
    check(copy)


def check(copy: Path) -> None:
    """Build, and see that it ended in one of the two good ways."""
    start = time.monotonic()
    result = run("mkdocs", "build", "--strict", cwd=copy)
    output = result.stdout + result.stderr
    assert time.monotonic() - start < 120
    assert "Traceback" not in output, output
    files = {path.relative_to(copy / "site").as_posix() for path in (copy / "site").rglob("*") if path.is_file()}
    if result.returncode == 0:
        assert {"sw.js", "index.html", "topic/index.html", "sitemap.xml"} <= files
    else:
        assert re.search(r"docs/[\w/.-]+:\d+: |WARNING|ERROR", output), output
        assert files == {"index.html"} and (copy / "site" / "index.html").read_text() == "the site before"
    shutil.rmtree(copy / "site")
