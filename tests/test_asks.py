"""Phrases in which learners ask: where they may point, and that they reach the index."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from repository import ROOT
from studyguide import asks, source
from studyguide.fields import Reading
from studyguide.problems import report

HEADINGS = {"modeling/bias-variance.md": {"learning-curves", "remedies"}, "modeling/framing.md": set[str]()}


def read(tmp_path: Path, text: str) -> tuple[dict[str, tuple[str, ...]], str]:
    path = tmp_path / "asks.yml"
    path.write_text(text)
    node, problems = source.read(path, tmp_path)
    reading = Reading("asks.yml", datetime.date(2026, 1, 1), list(problems))
    return asks.parse(node, HEADINGS, reading), report(reading.problems)


def test_phrases_by_place(tmp_path: Path) -> None:
    """A page and a section each have their phrases."""
    text = "modeling/bias-variance.md: [good in training]\nmodeling/bias-variance.md#learning-curves:\n  - does more data help\n  - gap of losses\n"
    found, problems = read(tmp_path, text)
    assert problems == "0 problems"
    assert found == {
        "modeling/bias-variance.md": ("good in training",),
        "modeling/bias-variance.md#learning-curves": ("does more data help", "gap of losses"),
    }


def test_every_mistake_is_told(tmp_path: Path) -> None:
    """Unknown pages and headings, what is no list, what is no phrase, and what stands there twice."""
    _, problems = read(
        tmp_path,
        "modeling/bias-varience.md: [a]\nmodeling/bias-variance.md#learning-curve: [a]\nmodeling/framing.md: one\n"
        f"modeling/bias-variance.md:\n  - same\n  - same\n  - {'long ' * 15}\n  - [nested]\n",
    )
    assert problems.split("\n") == [
        "asks.yml:1: no page 'modeling/bias-varience.md'; did you mean 'modeling/bias-variance.md'?",
        "asks.yml:2: no heading '#learning-curve' in 'modeling/bias-variance.md'; did you mean 'learning-curves'?",
        "asks.yml:3: 'modeling/framing.md' should hold a list of phrases; write '- how learners ask' lines",
        "asks.yml:6: 'modeling/bias-variance.md': 'same' stands there twice; delete one",
        "asks.yml:7: 'modeling/bias-variance.md': a phrase has 1 to 14 words; write what somebody would type",
        "asks.yml:8: 'modeling/bias-variance.md': a phrase has 1 to 14 words; write what somebody would type",
        "6 problems",
    ]


def test_every_topic_page_says_how_it_is_asked_for() -> None:
    """A page of the five folders without phrases would be found by its own words only."""
    lines = [line for path in (ROOT / "docs" / "_data" / "asks").glob("*.yml") for line in path.read_text().split("\n")]
    known = {re.split("[#:]", line)[0] for line in lines}
    folders = ("data-engineering", "exploratory-data-analysis", "modeling", "implementation-and-operations", "generative-ai")
    pages = {path.relative_to(ROOT / "docs").as_posix() for folder in folders for path in (ROOT / "docs" / folder).glob("*.md")}
    assert pages - known == set()
