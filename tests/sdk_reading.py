"""What both sides say: `Models` reads the service models that the installed botocore carries (no network), `Cells` the guide.

`Cells` finds a statement by its place: `table/row,row/column` (`*` for every row, column `name` for the row's name) or
`folder/page.md?words` (the lines that hold the words). Used by the comparisons in sdk_comparisons.py.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from botocore.loaders import Loader

from studyguide import source, tables
from studyguide.fields import Reading

DATA = "docs/_data/comparisons.yml"
_SECONDS = {"ms": 0.001, "s": 1, "second": 1, "min": 60, "minute": 60, "h": 3600, "hour": 3600, "day": 86_400, "year": 31_536_000}
_POWERS = {"k": 1, "m": 2, "g": 3, "t": 4}
_WORDS = {"two": 2.0, "five": 5.0, "ten": 10.0}
_UNIT = r"(?:[kmgt]i?)?b(?:ytes?)?|ms|s|seconds?|min|minutes?|h|hours?|days?|years?"
_QUANTITY = re.compile(rf"(?<![\w.])(-?\d[\d,]*(?:\.\d+)?|two|five|ten)(?:[\s-]*({_UNIT})\b)?", re.I)
_RANGE = re.compile(r"\s*(?:,|-|–|to|or|and|at most)\s*\Z")


@dataclass(frozen=True, slots=True)
class Cell:
    """One statement of the guide: a cell, a row's name or a line of a page. `key` is its place in a table."""

    where: str
    label: str
    text: str
    name: str
    key: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it was written, and in seconds or bytes (binary and decimal reading) when it has a unit."""

    number: float
    base: frozenset[float] = frozenset()

    def same(self, other: Quantity) -> bool:
        """Whether both say the same; the bare numbers are compared when one of them has no unit."""
        return bool(self.base & other.base) if self.base and other.base else self.number == other.number


def quantity(number: float, unit: str) -> Quantity:
    """A quantity from a number and a unit such as "s", "hours", "MiB" or ""."""
    if unit[:1] in _POWERS and unit[-1:] == "b":
        power = _POWERS[unit[0]]
        return Quantity(number, frozenset({number * 1024**power} | (set() if "i" in unit else {number * 1000**power})))
    scale = _SECONDS.get(unit if unit in _SECONDS else unit.rstrip("s"), 1)
    return Quantity(number, frozenset({number * scale}) if unit else frozenset())


def quantities(text: str, unit: str = "") -> list[Quantity]:
    """Each quantity of `text`; `unit` is for numbers without one. In "0 to 900 s" both have the unit."""
    found: list[Quantity] = []
    following, end = "", len(text)
    for match in reversed(list(_QUANTITY.finditer(text))):
        own = (match[2] or "").lower()
        own = own or (following if _RANGE.match(text[match.end() : end]) else "")
        number = _WORDS.get(match[1].lower()) or float(match[1].replace(",", ""))
        found.append(quantity(number, own or unit.lower()))
        following, end = own, match.start()
    return found[::-1]


def words(text: str) -> str:
    """`text` as small words between blanks, so that "FullyReplicated", "FULLY_REPLICATED" and "Fully replicated" are the same."""
    spaced = re.sub(r"([a-z])([A-Z])", r"\1 \2", text)
    return f" {' '.join(re.findall(r'[a-z0-9]+', spaced.lower()))} "


def tokens(text: str) -> list[str]:
    """The identifiers that stand in backticks."""
    return [token for token in re.findall(r"`([^`]+)`", text) if re.fullmatch(r"[A-Z][A-Za-z0-9_.]+", token)]


class Cells:
    """What the guide says, by place."""

    def __init__(self, root: Path) -> None:
        node, problems = source.read(root / DATA, root)
        assert not problems, problems
        self.root = root
        self.tables = tables.parse(node, Reading(DATA, datetime.date.today()))

    def at(self, place: str) -> list[Cell]:
        """The cells at `place`; none is an error of the comparison."""
        found = list(self._lines(*place.split("?", 1)) if "?" in place else self._cells(*place.split("/")))
        assert found, f"{place}: no such place; mend the comparison"
        return found

    def _lines(self, page: str, needle: str) -> Iterator[Cell]:
        for number, line in enumerate((self.root / "docs" / page).read_text(encoding="utf-8").splitlines(), 1):
            if needle in line:
                yield Cell(f"docs/{page}:{number}", f"the line with '{needle}'", line, needle, ("", page, needle))

    def _cells(self, table_id: str, rows: str, column: str) -> Iterator[Cell]:
        table = self.tables[table_id]
        names = [row.id for row in table.rows] if rows == "*" else rows.split(",")
        for row_id in names:
            row = table.row(row_id)
            assert row, f"table '{table_id}' has no row '{row_id}'; mend the comparison"
            text = row.name if column == "name" else row.cells[column]
            label = f"row '{row.name}' of table '{table_id}', column '{column}'"
            yield Cell(f"{DATA}:{row.cell_lines.get(column, row.line)}", label, text, row.name, (table_id, row_id, column))


class Models:
    """AWS's service models, read from the installed botocore."""

    def __init__(self) -> None:
        loader = Loader()
        self.clients = frozenset(loader.list_available_services("service-2"))
        self.load = cache(lambda service: loader.load_service_model(service, "service-2"))

    def shape(self, path: str) -> dict[str, Any]:
        """The shape at `service:Shape` or `service:Shape.member`."""
        service, _, name = path.partition(":")
        name, _, member = name.partition(".")
        shapes = self.load(service)["shapes"]
        assert name in shapes and (not member or member in shapes[name]["members"]), f"{path} is gone from the model; mend the comparison"
        found: dict[str, Any] = shapes[shapes[name]["members"][member]["shape"]] if member else shapes[name]
        return found

    def text(self, path: str) -> str:
        """The documentation of an operation, a shape or a member, as plain words."""
        service, _, name = path.partition(":")
        model = self.load(service)
        if name in model["operations"]:
            raw = model["operations"][name].get("documentation", "")
        else:
            self.shape(path)
            name, _, member = name.partition(".")
            raw = (model["shapes"][name]["members"][member] if member else model["shapes"][name]).get("documentation", "")
        return " ".join(re.sub(r"<[^>]+>", " ", raw).split())

    @cache  # noqa: B019  one object a test run
    def names(self, service: str) -> frozenset[str]:
        """Operations, shapes, members and enumeration values of a service."""
        model = self.load(service)
        found = {*model["operations"], *model["shapes"]}
        for shape in model["shapes"].values():
            found.update(shape.get("enum", ()), shape.get("members", ()))
        return frozenset(found)


def blanked(cell: Cell) -> Cell:
    """The same cell with a text that is wrong for every comparison."""
    return dataclasses.replace(cell, text="`Xyzzy`")
