"""The language of pages and facts: spelled right, free of filler, abbreviations explained, key facts short."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator

from repository import ROOT

FILLER = re.compile(
    r"\b(simply|easily|seamless(ly)?|powerful|leverag(e|es|ed|ing)|utili[sz](e|es|ed|ing)|cutting-edge|state-of-the-art|game-changer|"
    r"delve|it is important to note|it should be noted|in today's world|in this section|in conclusion|best-in-class|world-class|"
    r"revolutionary|effortless(ly)?|blazing(ly)? fast|let's)\b",
    re.I,
)
KEY = re.compile(r'^!!! key[^\n]*\n((?:[ ]{4}[^\n]*\n|\n)+)', re.M)
LONGEST_KEY_FACT = 30


def prose() -> Iterator[tuple[str, str]]:
    """Every line of the pages outside code, with its place."""
    for path in sorted((ROOT / "docs").rglob("*.md")):
        in_code = False
        for number, line in enumerate(path.read_text().split("\n"), start=1):
            if re.match(r"\s*(```|~~~)", line):
                in_code = not in_code
            elif not in_code:
                yield f"{path.relative_to(ROOT)}:{number}", re.sub(r"`[^`]*`", "", line)


def test_spelling() -> None:
    """codespell knows every word of pages, facts and code."""
    command = [sys.executable, "-m", "codespell_lib", "docs", "hooks", "README.md", "CONTRIBUTING.md"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_no_filler() -> None:
    """No filler openings, marketing adjectives or exclamation marks in running text."""
    found = [f"{place}: {match[0]}" for place, line in prose() if (match := FILLER.search(line))]
    found += [f"{place}: !" for place, line in prose() if re.search(r"\w!(\s|$)", line)]
    assert found == []


def test_key_facts_are_short_and_stand_alone() -> None:
    """Each bullet of a key-facts callout has at most 30 words and no link: the cheat sheets are made of them."""
    long = []
    for path in sorted((ROOT / "docs").rglob("*.md")):
        for callout in KEY.findall(path.read_text() + "\n"):
            for bullet in re.findall(r"^[ ]{4}- (.+(?:\n[ ]{6,}\S.*)*)", callout, re.M):
                if len(bullet.split()) > LONGEST_KEY_FACT or "](" in bullet:
                    long.append(f"{path.relative_to(ROOT)}: {bullet}")
    assert long == []


def test_today_s_names() -> None:
    """Former names stand only where they are called former."""
    former = {
        r"Kinesis Data Firehose": r"formerly|was |renamed|old|until|became",
        r"Kinesis Data Analytics": r"formerly|was |renamed|old|until|became|ended|gone|SQL|retired|replac|now|today|shut",
        r"Elasticsearch Service": r"formerly|was |renamed|old|became|now",
        r"\bQuickSight\b": r"formerly|was |renamed|old|became|Quick Sight|called",
        r"CloudWatch Events": r"formerly|was |renamed|old|became|now",
    }
    wrong = []
    for place, line in prose():
        for name, allowed in former.items():
            if re.search(name, line) and not re.search(allowed, line, re.I) and "](" not in line and "title:" not in line:
                wrong.append(f"{place}: {line.strip()[:120]}")
    assert wrong == []
