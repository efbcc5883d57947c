"""One file with every mistake gives the complete list of messages; the good sample gives none."""

import datetime
from pathlib import Path

from studyguide import source, tables
from studyguide.fields import Reading
from studyguide.problems import report

SAMPLE = Path(__file__).parent / "sample"
TODAY = datetime.date(2026, 11, 22)
TASKS, PAGES = {"SAM-C01/1.1"}, {"index.md", "topic.md"}


def read(path: Path) -> tuple[dict[str, tables.Table], str]:
    node, problems = source.read(path, path.parent)
    reading = Reading(path.name, TODAY)
    found = tables.parse(node, reading)
    tables.check(found, TASKS, PAGES, reading)
    return found, report(problems + reading.problems)


def test_every_mistake_is_listed() -> None:
    """All problems in one run, sorted, each with line and remedy."""
    assert read(SAMPLE / "broken" / "comparisons.yml")[1] + "\n" == (SAMPLE / "broken" / "messages.txt").read_text()


def test_the_good_sample_is_good() -> None:
    """A table with every feature is read without complaint."""
    found, messages = read(SAMPLE / "docs" / "_data" / "comparisons.yml")
    assert messages == "0 problems"
    table = found["storage-classes"]
    assert [row.id for row in table.rows] == ["standard", "deep-archive"]
    assert table.row("deep-archive") == table.rows[1] and table.row("x") is None


def test_every_rule_says_itself() -> None:
    """A rule's docstring is the rule."""
    assert tables.RULES and all((rule.__doc__ or "").endswith(".") for rule in tables.RULES)
