"""The glossary: `docs/_data/glossary.yml` in, `Term`s out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from studyguide.fields import ID, Fields, Reading
from studyguide.problems import suggest
from studyguide.source import Mapping


@dataclass(frozen=True, slots=True)
class Term:
    """A term with its other names (abbreviations, synonyms, former names) and where it is taught."""

    id: str
    term: str
    also: tuple[str, ...]
    meaning: str
    page: str
    line: int


def parse(node: Mapping, pages: Collection[str], reading: Reading) -> dict[str, Term]:
    """All terms by id; a name that two terms claim is a problem."""
    terms: dict[str, Term] = {}
    claimed: dict[str, str] = {}
    for term_id, entry in node.entries.items():
        if not ID.match(term_id):
            reading.note(node.lines[term_id], f"'{term_id}' is no term id", "use small letters, digits and hyphens")
        fields = Fields(entry, f"term '{term_id}'", reading)
        term = Term(
            term_id,
            fields.text("term"),
            tuple(item.text for item in fields.texts("also")),
            fields.text("meaning"),
            fields.text("page", ""),
            fields.line,
        )
        fields.close()
        terms[term_id] = term
        if term.page and term.page.partition("#")[0] not in pages:
            reading.note(fields.line_of("page"), f"{fields.name}: no page '{term.page}'", suggest(term.page, pages, "name a page under docs/"))
        for name in (term.term, *term.also):
            if claimed.setdefault(name, term_id) != term_id:
                reading.note(term.line, f"'{name}' belongs to '{claimed[name]}' already", "keep it in one entry")
    return terms
