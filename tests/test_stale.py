"""What was not checked for a long time is listed, with its line, the oldest first."""

import datetime
from pathlib import Path

import stale
from repository import ROOT, run

TODAY = datetime.date(2027, 5, 22)
SERVICES = """
fresh-service: {name: Fresh, checked: 2027-05-01}
old-service:
  name: Old
  checked: 2026-06-01
edge-service: {name: Edge, checked: 2026-11-23}
"""
QUESTIONS = """
questions:
  - id: old-question
    stem: Why?
    checked: 2026-11-22
"""
TABLES = """
some-table:
  checked: 2027-05-01
  rows:
    - name: Old row
      checked: 2026-01-01
"""
PAGE = "---\ntitle: A page\ndescription: x\nchecked: 2026-10-01\n---\n# A page\n"


def sample(root: Path) -> list[stale.Entry]:
    data = root / "docs" / "_data"
    (data / "questions").mkdir(parents=True)
    for path, text in ((data / "services.yml", SERVICES), (data / "questions" / "x.yml", QUESTIONS), (data / "comparisons.yml", TABLES)):
        path.write_text(text.lstrip())
    (root / "docs" / "page.md").write_text(PAGE)
    return stale.stale(stale.entries(root), TODAY)


def test_old_entries_are_listed_with_their_place(tmp_path: Path) -> None:
    """Tables, rows, services, questions and pages; 180 days to the day are still fresh."""
    assert [(entry.checked, f"{entry.path}:{entry.line}", entry.name) for entry in sample(tmp_path)] == [
        ("2026-01-01", "docs/_data/comparisons.yml:4", "Old row"),
        ("2026-06-01", "docs/_data/services.yml:2", "old-service"),
        ("2026-10-01", "docs/page.md:1", "A page"),
        ("2026-11-22", "docs/_data/questions/x.yml:2", "old-question"),
    ]


def test_the_report_is_short(tmp_path: Path) -> None:
    """Of a file with very many old entries the oldest are named and the others counted."""
    many = [stale.Entry("2026-01-01", "a.yml", line, f"entry-{line}") for line in range(1, 60)]
    text = stale.report(many, TODAY)
    assert text.startswith("59 entries were checked more than 180 days before 2027-05-22.\n- `a.yml:1` entry-1: checked 2026-01-01\n")
    assert text.endswith("\n- `a.yml`: 19 more")
    assert "0 entries" in stale.report([], TODAY)


def test_every_dated_entry_of_the_guide_is_seen() -> None:
    """All tables, services, exams and questions have a date that the script reads."""
    found = list(stale.entries(ROOT))
    names = {entry.name for entry in found}
    assert {"s3-storage-classes", "amazon-kendra", "MLA-C02"} <= names
    for path in {entry.path for entry in found if entry.path.endswith(".yml")}:
        text = (ROOT / path).read_text(encoding="utf-8")
        assert sum(entry.path == path for entry in found) == sum(line.strip().startswith("checked:") for line in text.splitlines()), path


def test_the_command_wants_a_date() -> None:
    """`python hooks/stale.py YYYY-MM-DD` prints the report; without a date it says how to call it."""
    assert "were checked more than 180 days before 2026-11-22." in run("stale", "2026-11-22", cwd=ROOT / "hooks").stdout
    assert "say the date" in run("stale", cwd=ROOT / "hooks").stderr
