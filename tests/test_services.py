"""The registry of services: what the reader refuses, what the pages show, and what must hold for the real one."""

from __future__ import annotations

import datetime
import html
import re

import pytest

from repository import ROOT
from studyguide import anchors, reference_html, services, source, tables
from studyguide.fields import Reading
from studyguide.glossary import Term
from studyguide.services import Service

TODAY = datetime.date(2026, 11, 22)
GOOD = """
old-thing:
  name: Amazon Old Thing
  short: Old Thing
  former: [Older & Odder]
  abbreviations: [AOT]
  purpose: Does an old thing
  category: AI services
  status: closed to new customers
  date: 2026-07-30
  successor: New Thing
  confidence: medium
  page: topic.md#heading
  events:
    - {date: 2024, kind: renamed, text: Odder became old}
    - {date: 2026-07-30, kind: closed, text: Closed, confidence: low, source: https://aws.amazon.com/x}
  source: https://docs.aws.amazon.com/x
  checked: 2026-11-22
new-thing:
  name: New Thing
  purpose: Does a `new` thing
  category: storage
  status: active
  events:
    - {date: 2026-07, kind: new, text: Came}
  source: https://docs.aws.amazon.com/y
  checked: 2026-11-22
"""


def read(text: str) -> tuple[dict[str, Service], list[str]]:
    node, problems = source.parse(text.lstrip(), "services.yml")
    reading = Reading("services.yml", TODAY)
    found = services.parse(node, {"topic.md"}, reading)
    return found, [str(problem) for problem in problems + reading.problems]


def plain(text: str) -> str:
    """The HTML without what is there only for the Markdown parser."""
    return html.unescape(re.sub(r' markdown="\w+"', "", text))


@pytest.fixture(scope="module")
def registry() -> dict[str, Service]:
    """The real registry."""
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    node, problems = source.read(ROOT / "docs" / "_data" / "services.yml", ROOT)
    reading = Reading("services.yml", datetime.date.today())
    found = services.parse(node, pages, reading)
    assert not problems + reading.problems
    return found


def test_a_good_registry() -> None:
    """Fields keep what was written; only services that newcomers cannot use have a badge."""
    found, problems = read(GOOD)
    assert problems == []
    assert found["old-thing"].badge == "closed to new customers 2026-07-30" and found["new-thing"].badge == ""
    assert found["old-thing"].former == ("Older & Odder",) and found["new-thing"].confidence == "high"
    assert [(event.date, event.kind, event.confidence) for event in found["old-thing"].events] == [("2024", "renamed", "high"), ("2026-07-30", "closed", "low")]


@pytest.mark.parametrize(("status", "badge"), [("end of support", "support ends 2026-07-30"), ("ended", "ended 2026-07-30"), ("not confirmed", "")])
def test_badges(status: str, badge: str) -> None:
    """A badge is the status in words with its date; nothing where the status is not confirmed."""
    found, problems = read(GOOD.replace("status: closed to new customers", f"status: {status}"))
    assert problems == [] and found["old-thing"].badge == badge


def test_mistakes_are_listed() -> None:
    """A status without its date, unknown words, a bad date and a doubled name are problems."""
    bad = (
        GOOD.replace("  date: 2026-07-30\n", "")
        .replace("page: topic.md", "page: topics.md")
        .replace("kind: new", "kind: newer")
        .replace("status: active", "status: alive")
        .replace("date: 2024,", "date: summer,")
        .replace("name: New Thing", "name: Amazon Old Thing")
        .replace("category: storage", "category: stores")
    )
    assert sorted(line.split(": ", 1)[1] for line in read(bad)[1]) == [
        "'Amazon Old Thing' stands twice (also as 'old-thing'); keep one entry",
        "an event of service 'new-thing': 'newer' is no kind; did you mean 'new'?",
        "an event of service 'old-thing': date 'summer' is no date; write YYYY-MM-DD, YYYY-MM or YYYY",
        "service 'new-thing': 'alive' is no status; did you mean 'active'?",
        "service 'new-thing': 'stores' is no category; did you mean 'storage'?",
        "service 'old-thing' is 'closed to new customers' but has no 'date'; write the day, month or year",
        "service 'old-thing': no page 'topics.md#heading'; did you mean 'topic.md'?",
    ]


def test_the_page_of_services() -> None:
    """One row a service in the order of the categories, with its other names, status, doubt and successor; text is escaped."""
    text = plain(reference_html.services(read(GOOD)[0]))
    assert text.index('<tr id="new-thing" data-category="storage" data-status="active">') < text.index('<tr id="old-thing"')
    assert "AOT, formerly Older & Odder" in text and "[Amazon Old Thing](/topic.md#heading)" in text
    assert 'closed to new customers 2026-07-30</span> <span class="guide-doubt">medium confidence</span>' in text
    assert "<span>New Thing</span>" in text and "<span>–</span>" in text and "<code>new</code>" in text


def test_changes_are_sorted() -> None:
    """The newest year and day first; a month stands among its days; low confidence is said."""
    text = plain(reference_html.changes(read(GOOD)[0]))
    assert re.findall(r"## (\d+)", text) == ["2026", "2024"]
    assert re.findall(r'datetime="([\d-]+)"', text) == ["2026-07-30", "2026-07", "2024"]
    assert "[Amazon Old Thing](/services/index.md#old-thing): Closed <span" in text and "low confidence" in text
    assert 'href="https://aws.amazon.com/x"' in text and 'href="https://docs.aws.amazon.com/x"' in text


def test_marks_for_prose() -> None:
    """A closed service is marked under both names, an active one never; a term also when it starts with a small letter."""
    terms = {"recall": Term("recall", "Recall", ("TPR",), 'Share "found"', "m/page.md#a", 1)}
    names, around = reference_html.marks(terms, read(GOOD)[0])
    assert names == dict.fromkeys(("Recall", "recall", "TPR"), "term:recall") | dict.fromkeys(("Amazon Old Thing", "Old Thing"), "service:old-thing")
    assert around["service:old-thing"].after.startswith(' <span class="guide-status guide-status--1">closed')
    assert 'Share "found"' in html.unescape(around["term:recall"].before)


def test_the_registry_is_complete(registry: dict[str, Service]) -> None:
    """At least 120 services, short purposes, and for each that a newcomer cannot use what to use instead."""
    assert len(registry) >= 120
    for service in registry.values():
        assert len(service.purpose) <= 110, service.id
        assert service.status == "active" or service.successor, f"line {service.line}: '{service.id}' has no successor; write one, or 'none …'"
        assert service.status != "active" or not service.date, f"line {service.line}: '{service.id}' is active; its date belongs into 'events'"


def test_events_tell_the_same_as_the_status(registry: dict[str, Service]) -> None:
    """The event that closed or ended a service has the date of the status; on the day of the check an end is past, a support's end to come."""
    kinds = {"closed to new customers": "closed", "end of support": "end of support", "ended": "ended"}
    for service in registry.values():
        if service.status in kinds:
            own = [event.date for event in service.events if event.kind == kinds[service.status]]
            assert own == [service.date], f"line {service.line}: '{service.id}'"
            assert service.status != "closed to new customers" or not {event.kind for event in service.events} & {"end of support", "ended"}, service.id
            assert (service.date > service.checked) == (service.status == "end of support"), f"line {service.line}: '{service.id}'"


def test_pages_have_the_headings(registry: dict[str, Service]) -> None:
    """An anchor in 'page' is a heading of that page."""
    for service in registry.values():
        page, _, anchor = service.page.partition("#")
        if anchor:
            assert anchor in {found for _, _, found in anchors.of((ROOT / "docs" / page).read_text(encoding="utf-8"))}, service.id


def test_names_mean_one_service(registry: dict[str, Service]) -> None:
    """No name or short name stands for two services, and none that gets a badge hides in the name of one that has none."""
    seen: dict[str, str] = {}
    for service in registry.values():
        for name in filter(None, (service.name, service.short)):
            assert seen.setdefault(name, service.id) == service.id, f"'{name}' is '{seen[name]}' and '{service.id}'"
    marked = [name for service in registry.values() if service.badge for name in filter(None, (service.name, service.short))]
    for service in registry.values():
        for name in marked:
            if not service.badge:
                assert not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", service.name), f"'{name}' would mark '{service.name}'"


def test_tables_agree_with_the_registry(registry: dict[str, Service]) -> None:
    """Where a row names a service of the registry, its status cell says the same: open or not, and no other day."""
    node, _ = source.read(ROOT / "docs" / "_data" / "comparisons.yml", ROOT)
    found = tables.parse(node, Reading("comparisons.yml", TODAY))
    names = {name: service for service in registry.values() for name in filter(None, (service.name, service.short))}
    compared = set()
    for table in found.values():
        for row in table.rows:
            name = row.name if row.name in names else re.sub(r" \(.*\)$", "", row.name)
            service, status = names.get(name), row.cells.get("status")
            if service is None or status is None:
                continue
            compared.add((table.id, row.id))
            where = f"docs/_data/comparisons.yml:{row.cell_lines['status']}: '{row.name}' is '{status}', but '{service.status} {service.date}' in services.yml"
            open_cell = re.match(r"\W*(active|available|current|v2 active|lives)", status, re.I) is not None
            assert open_cell == (service.status == "active") or service.status == "not confirmed", where
            days = re.findall(r"\d{4}-\d\d-\d\d", status)
            if service.badge and days:
                assert service.date in days or {event.date for event in service.events} & set(days), where
    assert {("ai-services", "a2i"), ("labeling-options", "a2i"), ("labeling-options", "ground-truth-plus"), ("edge-options", "aws-panorama")} <= compared
    assert len(compared) >= 50
    kinds = found["monitoring-kinds"]
    assert registry["sagemaker-model-monitor"].badge and all(row.cells["successor"] not in ("", "none") for row in kinds.rows)
