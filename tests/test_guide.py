"""The real data and pages: what must hold whatever is written in them."""

import datetime
import re
import tomllib

import pytest

from repository import ROOT
from studyguide import guide as guides
from studyguide.fields import SOURCE_HOSTS
from studyguide.guide import Guide
from studyguide.problems import report


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The real guide, free of problems."""
    found, problems = guides.load(ROOT, datetime.date.today())
    assert not problems, report(problems)
    return found


FIRST_TABLES = [
    "s3-storage-classes",
    "s3-encryption",
    "training-storage",
    "input-modes",
    "streaming-services",
    "batch-etl-services",
    "tuning-strategies",
    "classification-metrics",
    "regression-metrics",
    "dimensionality-reduction",
    "accelerators",
    "monitoring-services",
    "sqs-queue-types",
    "identity-vs-resource-policies",
    "exam-facts",
    "built-in-algorithms",
    "inference-options",
    "deployment-strategies",
    "fm-customization",
    "vector-stores",
]


@pytest.mark.parametrize("name", FIRST_TABLES)
def test_the_tables_that_learners_ask_for_first(guide: Guide, name: str) -> None:
    """They exist, and their home page shows them in full."""
    table = guide.tables[name]
    assert len(table.rows) >= 2
    assert re.search(rf"<!-- guide: table {name} -->", guide.pages[table.home].body), f"{table.home} does not show {name} in full"


def test_every_table_stands_in_full_on_its_home_page(guide: Guide) -> None:
    """A fact in the data file that no page shows would be dead."""
    hidden = [t.id for t in guide.tables.values() if f"<!-- guide: table {t.id} -->" not in guide.pages[t.home].body]
    assert hidden == []


def test_storage_classes_are_complete(guide: Guide) -> None:
    """Every class that a learner can choose is there."""
    names = " ".join(row.name for row in guide.tables["s3-storage-classes"].rows)
    for name in ("Standard", "Express One Zone", "Intelligent-Tiering", "Standard-IA", "One Zone-IA", "Instant", "Flexible", "Deep Archive"):
        assert name in names


def test_sources_are_on_accepted_hosts(guide: Guide) -> None:
    """Every table and page names an official source."""
    urls = [table.source for table in guide.tables.values()] + [url for page in guide.pages.values() for url in page.sources]
    assert urls and all(url.split("/")[2] in SOURCE_HOSTS | {"aws.amazon.com"} for url in urls)


def test_every_page_is_in_the_navigation() -> None:
    """No page is orphaned; nav names no page that does not exist."""
    text = (ROOT / "mkdocs.yml").read_text()
    listed = re.findall(r"[\w/-]+\.md", text[text.index("\nnav:\n") :])
    found = [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md") if "_" not in path.parts[-2][:1]]
    assert sorted(listed) == sorted(found)


def test_topic_pages_keep_their_form(guide: Guide) -> None:
    """A page that teaches skills has key facts, exam signals and traps, and says when to choose what it teaches."""
    for page in guide.pages.values():
        if page.skills and not page.path.endswith("index.md"):
            for callout in ("!!! key ", "!!! signal ", "!!! trap "):
                assert callout in page.body, f"{page.path} has no {callout}"


def test_python_needs_no_newer_version_than_promised() -> None:
    """README, pyproject and the tests speak of the same Python."""
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"] == ">=3.11"
    assert "Python 3.11" in (ROOT / "README.md").read_text()
