"""What the guide consists of, once loaded: values that the renderers read and nobody changes."""

from __future__ import annotations

from dataclasses import dataclass, field

from studyguide.exams import Exam
from studyguide.figures import Figure
from studyguide.glossary import Term
from studyguide.pages import Page
from studyguide.questions import Bank
from studyguide.services import Service
from studyguide.tables import Table


@dataclass(slots=True)
class Guide:
    """Everything that the site is made of. `texts` holds the expanded Markdown of each page by path, `asks` phrases by page and anchor."""

    exams: dict[str, Exam] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    services: dict[str, Service] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    asks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    bank: Bank = field(default_factory=lambda: Bank({}, {}))
    pages: dict[str, Page] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def teaching(self) -> dict[str, list[Page]]:
        """The pages that teach each skill and task, by its id."""
        found: dict[str, list[Page]] = {}
        for page in self.pages.values():
            for name in (*page.skills, *page.tasks):
                found.setdefault(name, []).append(page)
        return found
