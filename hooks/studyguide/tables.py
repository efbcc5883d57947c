"""The comparisons: `docs/_data/comparisons.yml` in, `Table`s out, and the rules that each of them must keep."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from studyguide import inline, quantity
from studyguide.fields import ID, Fields, Reading
from studyguide.problems import suggest
from studyguide.source import Mapping, Scalar

SORTS = ("text", *quantity.KINDS)


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `sort` says how its cells compare, `ask` is a flashcard's question about {name}."""

    key: str
    label: str
    sort: str
    ask: str


@dataclass(frozen=True, slots=True)
class Row:
    """One thing compared; `cells` are inline Markdown by column key."""

    id: str
    name: str
    cells: dict[str, str]
    source: str
    line: int
    cell_lines: dict[str, int]


@dataclass(frozen=True, slots=True)
class Versus:
    """A pair (or three) that learners mix up, told apart in a sentence or two."""

    rows: tuple[str, ...]
    title: str
    answer: str
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A comparison: columns in reading order, and one row per thing compared."""

    id: str
    title: str
    row_label: str
    tasks: tuple[str, ...]
    source: str
    checked: str
    home: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    versus: tuple[Versus, ...]
    line: int

    def row(self, row_id: str) -> Row | None:
        """The row with this id."""
        return next((row for row in self.rows if row.id == row_id), None)


def parse(node: Mapping, reading: Reading) -> dict[str, Table]:
    """All tables by id; what is wrong with each goes to `reading`."""
    tables = {}
    for table_id, entry in node.entries.items():
        if not ID.match(table_id):
            reading.note(node.lines[table_id], f"'{table_id}' is no table id", "use small letters, digits and hyphens")
        tables[table_id] = _table(table_id, Fields(entry, f"table '{table_id}'", reading), node.lines[table_id])
    return tables


def check(tables: dict[str, Table], tasks: Collection[str], pages: Collection[str], reading: Reading) -> None:
    """Apply every rule to every table. `tasks` are the known task ids, `pages` the known pages."""
    known = Known(tasks, pages)
    for table in tables.values():
        for rule in RULES:
            for line, what, mend in rule(table, known):
                reading.note(line, what, mend)


def slug(text: str) -> str:
    """A row's id from its name: "S3 One Zone-IA" -> "s3-one-zone-ia"."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"[`*]", "", text).lower()).strip("-")


def _table(table_id: str, fields: Fields, line: int) -> Table:
    table = Table(
        id=table_id,
        title=fields.text("title"),
        row_label=fields.text("row_label", "Name"),
        tasks=tuple(item.text for item in fields.texts("tasks", required=True)),
        source=fields.url("source"),
        checked=fields.date("checked"),
        home=fields.text("home", mend="name the page that teaches it, such as data-engineering/s3.md"),
        note=fields.text("note", ""),
        columns=tuple(_column(key, Fields(node, f"column '{key}'", fields.reading)) for key, node in fields.named("columns", required=True)),
        rows=tuple(_row(Fields(node, "a row", fields.reading)) for node in fields.entries("rows", required=True)),
        versus=tuple(_versus(Fields(node, f"a 'versus' of table '{table_id}'", fields.reading)) for node in fields.entries("versus")),
        line=line,
    )
    fields.close()
    return table


def _column(key: str, fields: Fields) -> Column:
    column = Column(key, fields.text("label"), fields.choice("sort", SORTS, "text"), fields.text("ask", ""))
    if column.ask and "{name}" not in column.ask:
        fields.reading.note(fields.line_of("ask"), f"column '{key}': its question does not name the row", "write {name} where the name goes")
    fields.close()
    return column


def _row(fields: Fields) -> Row:
    name = fields.text("name")
    fields.name = f"row '{name}'"
    row_id = fields.text("id", slug(name) or "row")
    source = fields.url("source", "")
    cells, lines = {}, {}
    for key, node in fields.rest():
        entry = node
        if isinstance(node, Mapping):
            cell = Fields(node, f"{fields.name}, '{key}'", fields.reading)
            entry = Scalar(cell.text("text"), node.line)
            cell.url("source", "")
            cell.close()
        if isinstance(entry, Scalar):
            cells[key], lines[key] = entry.text, fields.line_of(key)
        else:
            fields.reading.note(fields.line_of(key), f"{fields.name}: '{key}' should be a text, found a list", "write one text")
            cells[key], lines[key] = "-", fields.line_of(key)
    return Row(row_id, name, cells, source, fields.line, lines)


def _versus(fields: Fields) -> Versus:
    rows = tuple(item.text for item in fields.texts("rows", required=True))
    versus = Versus(rows, fields.text("title"), fields.text("answer"), fields.line)
    fields.close()
    return versus


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that a table may refer to."""

    tasks: Collection[str]
    pages: Collection[str]


Fault = tuple[int, str, str]
Rule = Callable[[Table, Known], Iterator[Fault]]
RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    """Register a rule; its docstring is the rule."""
    RULES.append(function)
    return function


@rule
def has_columns_and_rows(table: Table, known: Known) -> Iterator[Fault]:
    """A table compares at least one column of at least one row."""
    if not table.columns or not table.rows:
        yield table.line, f"table '{table.id}' has no {'rows' if table.columns else 'columns'}", "write at least one"


@rule
def every_cell_is_filled(table: Table, known: Known) -> Iterator[Fault]:
    """Each row fills every column; 'none' and 'n/a' are values."""
    for row in table.rows:
        for column in table.columns:
            if not row.cells.get(column.key):
                line = row.cell_lines.get(column.key, row.line)
                yield line, f"row '{row.name}' has no '{column.key}'", "write a value, or 'none'"


@rule
def every_cell_has_a_column(table: Table, known: Known) -> Iterator[Fault]:
    """A row fills no column that the table lacks."""
    keys = [column.key for column in table.columns]
    for row in table.rows:
        for key in row.cells:
            if key not in keys:
                yield row.cell_lines[key], f"unknown column '{key}'", suggest(key, keys, "known columns: " + ", ".join(keys))


@rule
def rows_are_distinct(table: Table, known: Known) -> Iterator[Fault]:
    """Row ids are kebab-case and unique within the table."""
    first: dict[str, int] = {}
    for row in table.rows:
        if not ID.match(row.id):
            yield row.line, f"'{row.id}' is no row id", "use small letters, digits and hyphens"
        elif row.id in first:
            yield row.line, f"row '{row.id}' stands twice (first in line {first[row.id]})", "keep one, or give it an 'id'"
        first.setdefault(row.id, row.line)


@rule
def sorted_cells_can_be_sorted(table: Table, known: Known) -> Iterator[Fault]:
    """Cells of a column that sorts by size begin with a size, or are 'none' or 'n/a'."""
    for column in table.columns:
        for row in table.rows:
            cell = row.cells.get(column.key)
            if cell and column.sort in quantity.KINDS and quantity.size(cell, column.sort) is None:
                yield row.cell_lines[column.key], f"'{cell}' does not start with a {column.sort}", "rewrite it, or sort the column as text"


@rule
def tasks_are_known(table: Table, known: Known) -> Iterator[Fault]:
    """A table serves tasks that exams.yml lists."""
    for task in table.tasks:
        if task not in known.tasks:
            yield table.line, f"table '{table.id}': unknown task '{task}'", suggest(task, known.tasks, "see docs/_data/exams.yml")


@rule
def home_is_a_page(table: Table, known: Known) -> Iterator[Fault]:
    """The home of a table is a page of the guide."""
    if table.home and table.home not in known.pages:
        yield table.line, f"table '{table.id}': no page '{table.home}'", suggest(table.home, known.pages, "name a page under docs/")


@rule
def pairs_name_rows(table: Table, known: Known) -> Iterator[Fault]:
    """A 'versus' names two or more rows of its table."""
    ids = [row.id for row in table.rows]
    for versus in table.versus:
        if len(versus.rows) < 2:
            yield versus.line, f"'{versus.title}' compares fewer than two rows", "name at least two row ids"
        for row_id in versus.rows:
            if row_id not in ids:
                yield versus.line, f"'{versus.title}': no row '{row_id}'", suggest(row_id, ids, "known rows: " + ", ".join(ids))


@rule
def links_lead_to_pages(table: Table, known: Known) -> Iterator[Fault]:
    """A link in a cell or note is /folder/page.md of the guide."""
    texts = [(row.cell_lines[key], cell) for row in table.rows for key, cell in row.cells.items()]
    for line, text in [*texts, (table.line, table.note), *((pair.line, pair.answer) for pair in table.versus)]:
        for target in inline.targets(text):
            page = target.removeprefix("/").partition("#")[0]
            if not target.startswith("/"):
                yield line, f"link '{target}' does not start with '/'", "write /folder/page.md"
            elif page not in known.pages:
                yield line, f"link to '{target}': no such page", suggest(page, known.pages, "name a page under docs/")
