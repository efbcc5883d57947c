"""The index of the guide's own search engine: pieces of pages and the other names of things in, JSON text out.

`docs/assets/search/` holds the engine. Material's interface stays; `use_own_worker` puts our worker in its place, and the
file that Material loads with every page shrinks to `stub`, which names the index that is fetched at the first search.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass

from studyguide import search_names
from studyguide.glossary import Term
from studyguide.questions import Question
from studyguide.search_names import address
from studyguide.search_sections import Piece
from studyguide.services import Service
from studyguide.tables import Table

_WORKER = re.compile(r'("search":\s*"[^"]*)assets/javascripts/workers/search\.[\w.]*js"')
_COMMON = 0.06  # a word that is asked at more places than this share tells nothing
_WORD = re.compile(r"[a-z][a-z0-9]{2,}")
_CHANGED = "still available deprecated discontinued retired shut down end of life support closed replaced replacement successor alternative instead"
_RENAMED = "renamed new name old name former formerly called now"
_WEIGHTS = (  # the first prefix of an address that fits; pages that only list what others teach stand back
    ("exams/study-paths", 0.3),
    ("exams/", 0.7),
    ("about/", 0.5),
    ("contributing/", 0.5),
    ("compare/vs-", 0.95),
    ("compare/", 0.4),
    ("services/changes", 0.7),
    ("services/", 0.85),
    ("glossary/", 0.8),
)
_TAUGHT = 0.7  # an entry of the registry or the glossary stands back when a page teaches it
_SUMMARIES = ("choose-it-when", "map-of-the-pages", "study-order", "find-the-page-by-question", "what-the-exams-ask")


def use_own_worker(output: str) -> tuple[str, bool]:
    """A page with our search worker named in place of Material's, and whether the place was found."""
    changed, count = _WORKER.subn(r'\1assets/search/worker.js"', output)
    return changed, count == 1


def stub(stock: str, index_name: str) -> str:
    """Material's own index without its documents: what its interface needs, and the name of ours."""
    config = json.loads(stock)["config"]
    return json.dumps({"config": config | {"guide": index_name}, "docs": []}, separators=(",", ":"))


def file_name(index: str) -> str:
    """The index's name, which changes with its content, so that a stored copy is never an old one."""
    return f"sections.{hashlib.sha256(index.encode()).hexdigest()[:12]}.json"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the data files know about the pages. Each question, term and service says where it is taught."""

    tables: dict[str, Table]
    services: dict[str, Service]
    terms: dict[str, Term]
    questions: dict[str, Question]
    asks: dict[str, tuple[str, ...]]


def index(pages: dict[str, list[Piece]], facts: Facts) -> str:
    """The index as JSON. `pages` has the pieces by page address.

    Entries are [page, anchor, kind, title, context, text, keywords, asked, weight in percent, asks]; see `docs/assets/search/corpus.js`.
    """
    services, terms = facts.services, facts.terms
    homes = {table.id: address(table.home) for table in facts.tables.values()}
    asked = _asked(facts)
    asks = {address(place): phrases for place, phrases in facts.asks.items()}
    known: list[list[str]] = []
    entries: list[list[object]] = []
    for path, pieces in pages.items():
        known.append([path, pieces[0].title])
        for piece in pieces:
            if piece.kind in ("row", "table") and piece.table and homes.get(piece.table, path) != path:
                continue  # the same table in part, on another page
            if path == "glossary/" and piece.kind == "section":
                continue  # a letter of the alphabet
            kind = _kind(path, piece)
            service, term = (services if kind == "service" else {}).get(piece.anchor), (terms if kind == "term" else {}).get(piece.anchor)
            title = service.name if service else term.term if term else piece.title
            context = " › ".join(dict.fromkeys(part for part in piece.context if part != title))
            keywords = _keywords(kind, service, term)
            place = f"{path}#{piece.anchor}" if piece.anchor else path
            others = _unsaid(asked.get(place, set()), f"{title} {keywords} {piece.text}")
            weight = _weight(path, piece) * (_TAUGHT if (service and service.page) or (term and term.page) else 1)
            entries.append([len(known) - 1, piece.anchor, kind, title, context, piece.text, keywords, others, round(weight * 100), asks.get(place, ())])
    texts = (piece.text for pieces in pages.values() for piece in pieces)
    aliases = sorted(
        {*search_names.of_services(services.values()), *search_names.of_terms(terms.values()), *search_names.synonyms(), *search_names.acronyms(texts)}
    )
    places = {*search_names.places_of_services(services.values()), *search_names.places_of_terms(terms.values())}
    pins = sorted({(name, _section(name, place, pages)) for name, place in places})
    return json.dumps({"pages": known, "entries": entries, "aliases": aliases, "pins": pins}, ensure_ascii=False, separators=(",", ":"))


def _section(name: str, place: str, pages: dict[str, list[Piece]]) -> str:
    """The section that has the name itself as its title, on a page called otherwise; else the place as it is."""
    pieces = pages.get(place, [])
    named = [piece for piece in pieces if piece.kind in ("page", "section") and search_names.core(piece.title) == search_names.core(name)]
    return f"{place}#{named[0].anchor}" if named and named[0].anchor else place


def _asked(facts: Facts) -> dict[str, set[str]]:
    """By address: in which words its subject is asked for. Practice questions, glossary and tables know more of them than the page uses."""
    found: dict[str, list[str]] = {}
    for question in facts.questions.values():
        right = [choice.text for choice in question.choices if choice.correct]
        found.setdefault(address(question.teaches), []).extend([question.stem, *right])
    for term in facts.terms.values():
        if term.page:
            found.setdefault(address(term.page), []).append(f"{term.term} {' '.join(term.also)} {term.meaning}")
    for service in facts.services.values():
        if service.page:
            found.setdefault(address(service.page), []).append(service.purpose)
    for table in facts.tables.values():
        found.setdefault(f"{address(table.home)}#table-{table.id}", []).extend(column.ask for column in table.columns)
    words = {place: set(_WORD.findall(" ".join(texts).lower())) for place, texts in found.items()}
    spread = Counter(word for each in words.values() for word in each)
    return {place: {word for word in each if spread[word] <= max(5, len(words) * _COMMON)} for place, each in words.items()}


def _unsaid(asked: set[str], said: str) -> str:
    """The words of `asked` that do not stand in `said`."""
    return " ".join(sorted(asked - set(_WORD.findall(said.lower()))))


def _kind(address: str, piece: Piece) -> str:
    if address == "services/" and piece.kind == "row":
        return "service"
    if address.startswith("compare/vs-") and piece.kind == "section":
        return "pair"
    return piece.kind


def _weight(address: str, piece: Piece) -> float:
    listed = next((value for prefix, value in _WEIGHTS if address.startswith(prefix)), None)
    if listed is None:  # the pages that open a domain point to those that teach
        listed = 0.5 if not address else 0.75 if address.count("/") == 1 else 1.0
    return listed * (0.75 if piece.anchor in _SUMMARIES else 1.0)


def _keywords(kind: str, service: Service | None, term: Term | None) -> str:
    """Words of a question that an entry answers without using them."""
    if kind in ("pair", "table"):
        return "difference compare comparison versus"
    if service:
        names = [service.full, *service.former, *service.abbreviations]
        return " ".join([*names, *[_CHANGED] * (service.badge != ""), *[_RENAMED] * bool(service.former)])
    return " ".join(term.also) if term else ""
