"""The registry of services and features: `docs/_data/services.yml` in, `Service`s out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from studyguide.exams import CONFIDENCE
from studyguide.fields import ID, Fields, Reading
from studyguide.problems import suggest
from studyguide.source import Mapping

STATUSES = ("active", "closed to new customers", "end of support", "ended", "not confirmed")
KINDS = ("renamed", "closed", "end of support", "ended", "replaced", "new")
CATEGORIES = (
    "storage",
    "databases",
    "ingestion and streaming",
    "processing and query",
    "orchestration and integration",
    "SageMaker AI",
    "AI services",
    "generative AI",
    "compute and containers",
    "developer tools",
    "monitoring and cost",
    "security and networking",
)
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that changed: a rename, a closure, an end. `date` is a day, a month or a year."""

    date: str
    kind: str
    text: str
    confidence: str
    source: str


@dataclass(frozen=True, slots=True)
class Service:
    """A service or feature under its name of today."""

    id: str
    name: str
    short: str
    full: str
    former: tuple[str, ...]
    abbreviations: tuple[str, ...]
    purpose: str
    category: str
    status: str
    date: str
    successor: str
    confidence: str
    page: str
    events: tuple[Event, ...]
    source: str
    checked: str
    line: int

    @property
    def badge(self) -> str:
        """What to print beside the name; empty for a service that newcomers can use."""
        if self.status in ("active", "not confirmed"):
            return ""
        words = {"closed to new customers": "closed to new customers", "end of support": "support ends", "ended": "ended"}[self.status]
        return f"{words} {self.date}".strip()


def parse(node: Mapping, pages: Collection[str], reading: Reading) -> dict[str, Service]:
    """All services by id; what is wrong goes to `reading`."""
    services = {}
    names: dict[str, str] = {}
    for service_id, entry in node.entries.items():
        if not ID.match(service_id):
            reading.note(node.lines[service_id], f"'{service_id}' is no service id", "use small letters, digits and hyphens")
        service = _service(service_id, Fields(entry, f"service '{service_id}'", reading), pages)
        services[service_id] = service
        if service.name in names:
            reading.note(service.line, f"'{service.name}' stands twice (also as '{names[service.name]}')", "keep one entry")
        names.setdefault(service.name, service_id)
    return services


def _service(service_id: str, fields: Fields, pages: Collection[str]) -> Service:
    service = Service(
        id=service_id,
        name=fields.text("name"),
        short=fields.text("short", ""),
        full=fields.text("full", ""),
        former=tuple(item.text for item in fields.texts("former")),
        abbreviations=tuple(item.text for item in fields.texts("abbreviations")),
        purpose=fields.text("purpose"),
        category=fields.choice("category", CATEGORIES),
        status=fields.choice("status", STATUSES),
        date=_day(fields, "date", ""),
        successor=fields.text("successor", ""),
        confidence=fields.choice("confidence", CONFIDENCE, "high"),
        page=fields.text("page", ""),
        events=tuple(_events(fields)),
        source=fields.url("source"),
        checked=fields.date("checked"),
        line=fields.line,
    )
    fields.close()
    if service.status in ("closed to new customers", "end of support", "ended") and not service.date:
        fields.reading.note(service.line, f"{fields.name} is '{service.status}' but has no 'date'", "write the day, month or year")
    if service.page and service.page.partition("#")[0] not in pages:
        fields.reading.note(fields.line_of("page"), f"{fields.name}: no page '{service.page}'", suggest(service.page, pages, "name a page under docs/"))
    return service


def _events(fields: Fields) -> Iterator[Event]:
    for node in fields.entries("events"):
        entry = Fields(node, f"an event of {fields.name}", fields.reading)
        yield Event(
            _day(entry, "date"),
            entry.choice("kind", KINDS),
            entry.text("text"),
            entry.choice("confidence", CONFIDENCE, "high"),
            entry.url("source", ""),
        )
        entry.close()


def _day(fields: Fields, key: str, default: str | None = None) -> str:
    value = fields.text(key, default, mend="write YYYY-MM-DD, YYYY-MM or YYYY")
    if value and not _DAY.match(value):
        fields.reading.note(fields.line_of(key), f"{fields.name}: {key} '{value}' is no date", "write YYYY-MM-DD, YYYY-MM or YYYY")
    return value
