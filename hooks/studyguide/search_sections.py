"""Cuts a page's HTML into what search can open: sections, tables, rows of tables and terms.

`read` is called by the MkDocs hook with the content of each page; `search` puts the pieces into the index. What carries
`data-search-exclude` stays out, as in Material's own index.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_TAG = re.compile(r"<!--.*?-->|<(/?)([A-Za-z][\w-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.S)
_ATTRIBUTE = re.compile(r"([\w-]+)(?:=(?:\"([^\"]*)\"|'([^']*)'))?")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_UNREAD = {"script", "style", "svg", "math", "object", "thead"}
_UNREAD_CLASSES = {"headerlink", "guide-table__origin", "guide-serves", "guide-visually-hidden"}
_INLINE = {"a", "abbr", "b", "bdo", "cite", "code", "em", "i", "kbd", "mark", "q", "s", "samp", "span", "strong", "sub", "sup", "u", "var", "time"}


@dataclass(slots=True)
class Piece:
    """Something with an address of its own on a page. `context` names what it stands in, outermost first."""

    anchor: str
    kind: str  # page, section, table, row, term
    title: str
    context: tuple[str, ...] = ()
    table: str = ""
    parts: list[str] = field(default_factory=list)
    cells: list[tuple[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words of the piece; for a row, each cell with the name of its column."""
        if self.cells:
            return "; ".join(f"{label}: {value}" if label else value for label, value in self.cells)
        return _clean("".join(self.parts))


def read(content: str, title: str) -> list[Piece]:
    """All pieces of a page's content, in order; the first is the page itself, called `title` where it has no heading of its own."""
    reader = _Reader()
    end = 0
    for tag in _TAG.finditer(content):
        reader.words(content[end : tag.start()])
        end = tag.end()
        if tag[2]:
            reader.tag(tag[2].lower(), closing=bool(tag[1]), attributes=tag[3])
    reader.words(content[end:])
    pieces = list(reader.finish())
    pieces[0].title = pieces[0].title or title
    return pieces


class _Reader:
    """Follows the tags of one page and keeps the piece that text belongs to."""

    def __init__(self) -> None:
        page = Piece("", "page", "")
        self.pieces = [page]
        self.section = page
        self.open: list[tuple[int, Piece]] = []
        self.skipped = ("", 0)
        self.target = page.parts
        self.table: Piece | None = None
        self.row: Piece | None = None
        self.term: Piece | None = None
        self.label = ""

    def words(self, text: str) -> None:
        """Text between two tags."""
        if text and not self.skipped[1]:
            self.target.append(text)

    def tag(self, name: str, *, closing: bool, attributes: str) -> None:
        """One tag."""
        skipped, depth = self.skipped
        if depth:
            if name == skipped and not attributes.endswith("/"):
                self.skipped = (skipped, depth - 1 if closing else depth + 1)
            return
        if closing:
            self._close(name)
        else:
            found = {key: one or two for key, one, two in _ATTRIBUTE.findall(attributes)} if attributes else {}
            if (name in _UNREAD or "data-search-exclude" in found or _UNREAD_CLASSES & set(found.get("class", "").split())) and name not in _VOID:
                self.skipped = (name, 1)
                return
            self._open(name, found)
        if name not in _INLINE:
            self.target.append(" ")

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        anchor = html.unescape(attributes.get("id", ""))
        if name in _HEADINGS and anchor:
            self._heading(_HEADINGS[name], anchor)
        elif anchor.startswith("table-") and attributes.get("data-table"):
            self.table = Piece(anchor, "table", "", self._context(), attributes["data-table"])
            self.pieces.append(self.table)
        elif name == "caption" and self.table:
            self.target = self.table.parts
        elif name == "tr" and anchor:
            table = self.table
            context = (*self._context(), _clean(table.title)) if table else self._context()
            self.row = Piece(anchor, "row", "", context, table.table if table else "")
            self.pieces.append(self.row)
        elif name in ("th", "td") and self.row:
            self.label = html.unescape(attributes.get("data-label", ""))
            self.target = []
        elif name == "dt" and anchor:
            self.term = Piece(anchor, "term", "", self._context())
            self.pieces.append(self.term)
            self.target = []
        elif name == "dd" and self.term:
            self.target = self.term.parts

    def _heading(self, level: int, anchor: str) -> None:
        while self.open and self.open[-1][0] >= level:
            self.open.pop()
        if level > 1 or self.section.title:
            self.section = Piece(anchor, "section", "", self._context())
            self.pieces.append(self.section)
            self.open.append((level, self.section))
        self.target = []

    def _close(self, name: str) -> None:
        if name in _HEADINGS and self.target is not self.section.parts:
            self.section.title = self.section.title or _clean("".join(self.target))
            self.target = self.section.parts
        elif name == "caption" and self.table:
            self.table.title = _clean("".join(self.table.parts))
            self.table.parts.clear()
            self.target = self.section.parts
        elif name in ("th", "td") and self.row:
            value = _clean("".join(self.target))
            if name == "th" and not self.row.title:
                self.row.title = value
            elif value:
                self.row.cells.append((self.label, value))
        elif name == "tr" and self.row:
            self.row, self.target = None, self.section.parts
        elif name == "table":
            self.table = None
        elif name == "dt" and self.term:
            self.term.title = _clean("".join(self.target))
        elif name == "dd" and self.term:
            self.term, self.target = None, self.section.parts

    def _context(self) -> tuple[str, ...]:
        return (self.pieces[0].title, *(piece.title for _, piece in self.open))

    def finish(self) -> Iterator[Piece]:
        """The pieces, with each table knowing what its rows are called."""
        rows: dict[str, list[Piece]] = {}
        for piece in self.pieces:
            if piece.kind == "row" and piece.table:
                rows.setdefault(piece.table, []).append(piece)
        for piece in self.pieces:
            if piece.kind == "table" and piece.table in rows:
                labels = [label for label, _ in rows[piece.table][0].cells]
                piece.cells = [("Rows", ", ".join(row.title for row in rows[piece.table])), ("Columns", ", ".join(labels))]
            yield piece


def _clean(text: str) -> str:
    return " ".join(html.unescape(text).split())
