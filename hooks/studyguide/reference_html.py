"""Services and glossary as pages: the registry, what changed in order of date, the terms, and marks in running text."""

from __future__ import annotations

import re

from studyguide.glossary import Term
from studyguide.inline import attribute, extent, for_markdown, html, text_html
from studyguide.mentions import Mark
from studyguide.services import CATEGORIES, STATUSES, Service

_SAID = re.compile(r"closed|\bclosure|ended|retired|no longer|end of support|new customers|maintenance|\bformer|\bwas\b", re.I)


def services(registry: dict[str, Service]) -> str:
    """All services in one table that can be filtered by category and status; one row a service."""
    rows = "\n".join(_service(service) for service in sorted(registry.values(), key=lambda each: (CATEGORIES.index(each.category), each.name.lower())))
    head = "".join(f'<th scope="col">{label}</th>' for label in ("Service", "What it is for", "Category", "Status", "Instead"))
    return for_markdown(
        '<div class="guide-table guide-registry" data-filters="category status">\n'
        f'<div class="guide-table__scroll"{extent(len(registry), 4 * len(registry))}>\n<table class="guide-grid">\n'
        f"<caption>{len(registry)} services and features under their names of today</caption>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody>\n</table>\n</div>\n</div>"
    )


def _service(service: Service) -> str:
    name = f"[{text_html(service.name)}](/{service.page})" if service.page else text_html(service.name)
    names = ", ".join([*filter(None, [service.full]), *service.abbreviations, *(f"formerly {former}" for former in service.former)])
    also = f"<br><small>{text_html(names)}</small>" if names else ""
    status = f"{service.status} {service.date}".strip()
    doubt = "" if service.confidence == "high" else f' <span class="guide-doubt">{service.confidence} confidence</span>'
    return (
        f'<tr id="{service.id}" data-category="{attribute(service.category)}" data-status="{attribute(service.status)}">'
        f'<th scope="row">{name}{also}</th><td data-label="What it is for"><span>{html(service.purpose)}</span></td>'
        f'<td data-label="Category"><span>{text_html(service.category)}</span></td>'
        f'<td data-label="Status"><span><span class="guide-status guide-status--{STATUSES.index(service.status)}">{text_html(status)}</span>{doubt} '
        f'<a href="{attribute(service.source)}" rel="noopener">source</a>, checked <time datetime="{service.checked}">{service.checked}</time></span></td>'
        f'<td data-label="Instead"><span>{html(service.successor) or "–"}</span></td></tr>'
    )


def changes(registry: dict[str, Service]) -> str:
    """Renames, closures and ends of all services, the newest year first."""
    events = sorted(
        ((event, service) for service in registry.values() for event in service.events),
        key=lambda pair: (pair[0].date, pair[1].name),
        reverse=True,
    )
    blocks = []
    for year in dict.fromkeys(event.date[:4] for event, _ in events):
        items = "\n".join(
            f'<li><time datetime="{event.date}">{event.date}</time> <span class="guide-chip">{event.kind}</span> '
            f"[{text_html(service.name)}](/services/index.md#{service.id}): {html(event.text)}"
            + ("" if event.confidence == "high" else f' <span class="guide-doubt">{event.confidence} confidence</span>')
            + f' <a href="{attribute(event.source or service.source)}" rel="noopener">source</a></li>'
            for event, service in events
            if event.date[:4] == year
        )
        blocks.append(f"## {year}\n\n" + for_markdown(f'<ul class="guide-changes">\n{items}\n</ul>'))
    return "\n\n".join(blocks)


def glossary(terms: dict[str, Term]) -> str:
    """All terms by letter, each with its other names and where it is taught."""
    ordered = sorted(terms.values(), key=lambda term: term.term.lower())
    blocks = []
    for letter in dict.fromkeys(term.term[0].upper() for term in ordered):
        terms_of = [term for term in ordered if term.term[0].upper() == letter]
        items = "\n".join(map(_term, terms_of))
        blocks.append(f"## {letter}\n\n" + for_markdown(f'<dl class="guide-glossary"{extent(len(terms_of))}>\n{items}\n</dl>'))
    return "\n\n".join(blocks)


def _term(term: Term) -> str:
    also = f" <small>{text_html(', '.join(term.also))}</small>" if term.also else ""
    more = f" [More](/{term.page})" if term.page else ""
    return f'<dt id="{term.id}">{text_html(term.term)}{also}</dt>\n<dd>{html(term.meaning)}{more}</dd>'


def marks(terms: dict[str, Term], registry: dict[str, Service]) -> tuple[dict[str, str], dict[str, Mark]]:
    """For `mentions.mark`: which spelling belongs to which entry, and what to put around its first mention."""
    names: dict[str, str] = {}
    around: dict[str, Mark] = {}
    for term in terms.values():
        key = key_of(term)
        around[key] = Mark(f'<abbr title="{attribute(term.meaning)}">', "</abbr>")
        for name in (term.term, *term.also):
            names[name] = key
            if re.match(r"[A-Z][a-z]", name):
                names.setdefault(name[0].lower() + name[1:], key)
    for service in registry.values():
        if service.badge:
            key = f"service:{service.id}"
            badge = f' <span class="guide-status guide-status--{STATUSES.index(service.status)}">{text_html(service.badge)}</span>'
            around[key] = Mark("", badge, _SAID)
            for name in filter(None, (service.name, service.short)):
                names[name] = key
    return names, around


def key_of(term: Term) -> str:
    """A term's key among the marks."""
    return f"term:{term.id}"
