"""A `Table` as accessible HTML (for Markdown to read on) and as open data."""

from __future__ import annotations

import csv
import io
import itertools
import json
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from studyguide import inline, quantity
from studyguide.inline import attribute
from studyguide.markers import Marker, known
from studyguide.tables import Column, Row, Table

LICENCE = "CC BY 4.0"
MANY = 5  # columns: with more, a table scrolls sideways on most screens, and then sentences get room
LONG = 50  # letters: a sentence
COLUMN = 680  # px: what a page has for a table on a wide screen, with some room for a wrong guess
FILTERED = 8  # rows: with as many, a table gets a box that filters them


def render(table: Table, marker: Marker, *, anchors: bool = True) -> str:
    """One HTML block without blank lines. `anchors` is off for a table that the page has already shown."""
    marker.only("columns", "rows")
    columns = [column for column in table.columns if not marker.options.get("columns") or column.key in marker.options["columns"]]
    rows = [row for row in table.rows if not marker.options.get("rows") or row.id in marker.options["rows"]]
    for key in marker.options.get("columns", ()):
        known("column", key, [column.key for column in table.columns])
    for row_id in marker.options.get("rows", ()):
        known("row", row_id, [row.id for row in table.rows])
    in_part = len(columns) < len(table.columns) or len(rows) < len(table.rows)
    identity = f' id="table-{table.id}"' if anchors else ""
    frame = inline.extent(len(rows), len(rows) * len(columns))
    if len(columns) > 4 or _least_width(rows, columns) > COLUMN:
        frame += f' tabindex="0" role="region" aria-label="{attribute(table.title)}"'
    filters = ' data-filters=""' if len(rows) >= FILTERED else ""
    heads = "".join(_head(column, wide=len(columns) > MANY and any(len(row.cells.get(column.key, "")) > LONG for row in rows)) for column in columns)
    body = "\n".join(_row(table, row, columns, anchors) for row in rows)
    return inline.for_markdown(
        f'<div class="guide-table"{identity} data-table="{table.id}"{filters}>\n'
        f'<div class="guide-table__scroll"{frame}>\n<table class="guide-grid" role="table">\n<caption>{inline.html(table.title)}</caption>\n'
        f'<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader" data-sort="text">{inline.html(table.row_label)}</th>{heads}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{body}\n</tbody>\n</table>\n</div>\n'
        f"{_note(table)}{_origin(table, in_part)}\n</div>"
    )


def _least_width(rows: list[Row], columns: list[Column]) -> float:
    """The width in px under which a table scrolls sideways, by the longest word of each column: 7.5 px a letter, 22 px beside it."""
    texts = [[row.name for row in rows], *([column.label, *(row.cells.get(column.key, "") for row in rows)] for column in columns)]
    return sum(22 + 7.5 * max((len(word) for text in column for word in inline.plain(text).split()), default=0) for column in texts)


def _head(column: Column, *, wide: bool) -> str:
    room = ' class="guide-wide"' if wide else ""
    return f'<th scope="col" role="columnheader" data-sort="{column.sort}"{room}>{inline.html(column.label)}</th>'


def _row(table: Table, row: Row, columns: list[Column], anchors: bool) -> str:
    identity = f' id="table-{table.id}--{row.id}"' if anchors else ""
    cells = "".join(_cell(column, row.cells.get(column.key, "")) for column in columns)
    return f'<tr role="row"{identity} data-row="{row.id}"><th scope="row" role="rowheader">{inline.html(row.name)}</th>{cells}</tr>'


def _cell(column: Column, cell: str) -> str:
    value = quantity.size(cell, column.sort) if column.sort != "text" else None
    order = "" if value is None else f' data-value="{value:g}"'
    return f'<td role="cell" data-label="{attribute(column.label)}"{order}><span>{inline.html(cell)}</span></td>'


def _note(table: Table) -> str:
    return f'<p class="guide-table__note">{inline.html(table.note)}</p>\n' if table.note else ""


def _origin(table: Table, in_part: bool) -> str:
    more = f" [All rows and columns](/{table.home}#table-{table.id})." if in_part else ""
    others = list(dict.fromkeys(row.source for row in table.rows if row.source and row.source != table.source))
    links = ", ".join(_source_link(url) for url in [table.source, *others][:6])
    return (
        f'<p class="guide-table__origin">Source: {links}. Checked <time datetime="{table.checked}">{table.checked}</time>.{more} '
        f'Data: [JSON](/data/{table.id}.json), [CSV](/data/{table.id}.csv).</p>'
    )


def _source_link(url: str) -> str:
    return f'<a href="{attribute(url)}" rel="noopener">{inline.text_html(source_name(url))}</a>'


def source_name(url: str) -> str:
    """A short name for a source: its host and the last part of its path."""
    parts = urlsplit(url)
    last = [part for part in parts.path.split("/") if part]
    name = (last[-1] if last else "").removesuffix(".html").removesuffix(".md")
    return f"{(parts.hostname or '').removeprefix('www.')}{' › ' + name if name else ''}"


def directory(tables: Iterable[Table], titles: Mapping[str, str]) -> str:
    """All tables by domain folder, each with its rows' names and a link to where it stands in full."""
    order = list(titles)
    groups: dict[str, list[Table]] = {}
    for table in sorted(tables, key=lambda table: order.index(table.home)):
        groups.setdefault(table.home.partition("/")[0], []).append(table)
    blocks = []
    for folder, members in groups.items():
        title = titles.get(f"{folder}/index.md", folder)
        items = "\n".join(_entry(table) for table in members)
        blocks.append(f'## {title}\n\n<ul class="guide-table-list"{inline.extent(len(members))}>\n{items}\n</ul>')
    return "\n\n".join(blocks)


def _entry(table: Table) -> str:
    names = attribute(", ".join(row.name for row in table.rows))
    link = f'<a href="../{address(table.home)}#table-{table.id}">{inline.html(table.title)}</a>'
    return f'<li data-table="{table.id}">{link} <small>{names}</small></li>'


def address(page: str) -> str:
    """A page's address below the site's root: "modeling/index.md" -> "modeling/"."""
    return page.removesuffix(".md").removesuffix("index").rstrip("/") + "/"


def in_full(tables: Iterable[Table], titles: Mapping[str, str]) -> str:
    """The tables folded, below the titles of the pages that explain them: a page of all opens at once on a phone."""
    blocks = []
    for home, members in itertools.groupby(sorted(tables, key=lambda table: list(titles).index(table.home)), key=lambda table: table.home):
        blocks.append(f"## [{titles[home]}](/{home})")
        for table in members:
            summary = f"<summary>{inline.html(table.title)} <small>{len(table.rows)} rows</small></summary>"
            body = render(table, Marker("table", table.id, {}))
            blocks.append(f'<details class="guide-fold" markdown="block">{summary}\n\n{body}\n\n</details>')
    return "\n\n".join(blocks)


def pairs(tables: Iterable[Table]) -> str:
    """Every 'X vs Y' as a heading that search finds, its answer, and a link that opens the rows side by side."""
    blocks = []
    for table in tables:
        for versus in table.versus:
            link = f"../../{address(table.home)}?compare={table.id}:{','.join(versus.rows)}#table-{table.id}"
            blocks.append(f'## {inline.plain(versus.title)}\n\n{inline.html(versus.answer)} <a href="{link}">Side by side</a>')
    return "\n\n".join(blocks)


def data(table: Table) -> dict[str, object]:
    """The table as plain data: the words of each cell, without markup."""
    return {
        "id": table.id,
        "title": table.title,
        "licence": LICENCE,
        "source": table.source,
        "checked": table.checked,
        "tasks": list(table.tasks),
        "columns": [{"key": "name", "label": table.row_label}, *({"key": column.key, "label": column.label} for column in table.columns)],
        "rows": [
            {"id": row.id, "name": inline.plain(row.name), **{column.key: inline.plain(row.cells.get(column.key, "")) for column in table.columns}}
            | ({"source": row.source} if row.source else {})
            for row in table.rows
        ],
    }


def to_json(value: object) -> str:
    """Readable, stable JSON text."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def to_csv(table: Table) -> str:
    """The table as CSV with a header line; its origin stands in the last columns of each row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([table.row_label, *(column.label for column in table.columns), "Source", "Checked", "Licence"])
    for row in table.rows:
        cells = [inline.plain(row.cells.get(column.key, "")) for column in table.columns]
        writer.writerow([inline.plain(row.name), *cells, row.source or table.source, table.checked, LICENCE])
    return out.getvalue()
