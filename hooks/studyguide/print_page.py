"""One HTML page of many, to be printed: their articles in order, each on a new sheet, links between them as jumps.

Questions and lists of sources stay on the site.

`hooks/release.py` calls this with built pages by their address ("modeling/framing", "" for the home page).
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Mapping

_ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.S)
_DROPPED = re.compile(r'<script\b.*?</script>|<a\b[^>]*class="(?:headerlink|md-content__button)[^"]*".*?</a>|<form\b.*?</form>', re.S)
_LINKS = re.compile(r'\b(href|src)="([^"]*)"')
_IDS = re.compile(r'\b(id|for|aria-labelledby|aria-describedby)="([^"]+)"')
_SHEETS = re.compile(r'<link\b[^>]*rel="stylesheet"[^>]*>')
_STYLE = """<style>
.guide-print { max-width: none; margin: 0; font-size: 8.5pt !important; }
.guide-print > section { break-before: page; }
.guide-print > section:first-child { break-before: auto; }
.guide-print h1 { break-after: avoid; }
.guide-print :is(.guide-quiz, .guide-sources) { display: none; }
.guide-print .guide-table .guide-grid { font-size: 7pt !important; }
.guide-print .guide-table .guide-grid :is(th, td) { padding: 2pt 3pt; min-width: 0; }
@page { size: A4; margin: 16mm 15mm; }
</style>"""


def whole(pages: Mapping[str, str], title: str) -> str:
    """The pages as one; styles are those of the first."""
    first = next(iter(pages))
    sheets = "".join(_rebase(sheet, first) for sheet in _SHEETS.findall(pages[first]))
    sections = "\n".join(_section(address, text, pages) for address, text in pages.items())
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)}</title>{sheets}{_STYLE}</head>'
        '<body data-md-color-scheme="default" data-md-color-primary="custom" data-md-color-accent="custom" dir="ltr">'
        f'<main class="md-typeset guide-print">\n{sections}\n</main></body></html>\n'
    )


def _section(address: str, text: str, pages: Mapping[str, str]) -> str:
    found = _ARTICLE.search(text)
    body = _DROPPED.sub("", found[1] if found else "")
    body = body.replace("<details", "<details open")
    body = _IDS.sub(lambda each: f'{each[1]}="{" ".join(_key(address, name) for name in each[2].split())}"', body)

    def link(each: re.Match[str]) -> str:
        target = html.unescape(each[2])
        path, _, anchor = target.partition("#")
        if ":" in path.partition("/")[0] or path.startswith("//"):
            return each[0]
        full = posixpath.normpath(posixpath.join(address, path.partition("?")[0])).removeprefix("./") if path else address
        full = "" if full == "." else full.removesuffix("/index.html")
        return f'{each[1]}="{f"#{_key(full, anchor)}" if full in pages else html.escape(full)}"'

    return f'<section id="{_key(address, "")}">{_LINKS.sub(link, body)}</section>'


def _rebase(tag: str, address: str) -> str:
    return _LINKS.sub(lambda each: f'{each[1]}="{posixpath.normpath(posixpath.join(address, each[2]))}"', tag)


def _key(address: str, anchor: str) -> str:
    """An id that is unique in the whole: the page's address before the page's own."""
    return f"{address.replace('/', '.') or 'home'}--{anchor}"
