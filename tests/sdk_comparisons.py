"""How a statement of ours is compared with AWS's own SDK models, and what to say when the two differ.

Each kind of comparison reads cells of ours and a shape (`service:Shape` or `service:Shape.member`) and yields one message for
each difference: the cell by file and line, what it says, and the shape to look at. test_freshness.py holds the comparisons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sdk_reading import Cell, Cells, Models, quantities, quantity, tokens, words


@dataclass(frozen=True, slots=True)
class Comparison:
    """One statement compared with one shape."""

    place: str
    path: str

    def cells(self, cells: Cells, models: Models) -> list[Cell]:
        """The cells that it reads."""
        return cells.at(self.place)

    def faults(self, found: list[Cell], models: Models) -> Iterator[str]:
        """One message for each difference."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Enum(Comparison):
    """Every value of an enumeration stands in some cell, and every cell names a value. `says` gives our word for a value, `unsaid`
    the values that we leave out and why, `others` the rows that name none and why; `some` lets any row name none."""

    says: Mapping[str, str] = field(default_factory=dict)
    unsaid: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)
    some: bool = False
    whole: bool = False

    def _names(self, cell: Cell, value: str) -> bool:
        ours = words(self.says.get(value, value))
        marked = [words(token) for token in re.findall(r"`([^`]+)`", cell.text)]
        plain = words(re.sub(r"`[^`]+`", " ", cell.text))
        return ours in marked or (ours == plain if self.whole else ours in plain)

    def cells(self, cells: Cells, models: Models) -> list[Cell]:
        values = models.shape(self.path)["enum"]
        return [cell for cell in cells.at(self.place) if not self.some or any(self._names(cell, value) for value in values)]

    def faults(self, found: list[Cell], models: Models) -> Iterator[str]:
        values = [value for value in models.shape(self.path)["enum"] if value not in self.unsaid]
        for value in values:
            if not any(self._names(cell, value) for cell in found):
                yield f"{found[0].where}: '{value}' of {self.path} stands in no cell of {self.place}; add it, or say why not in the comparison"
        for value in self.unsaid.keys() - set(models.shape(self.path)["enum"]):
            yield f"{found[0].where}: '{value}' is gone from {self.path}; drop the exception from the comparison of {self.place}"
        for cell in found:
            if cell.key[1] not in self.others and not any(self._names(cell, value) for value in values):
                yield f"{cell.where}: {cell.label} says '{cell.text}', which names no value of {self.path} ({', '.join(values)})"


@dataclass(frozen=True, slots=True)
class Limit(Comparison):
    """A bound of the model stands in each cell: `min`, `max`, `status` (HTTP status of an error) or `count` (values of an enumeration)."""

    bounds: str = "max"
    unit: str = ""

    def faults(self, found: list[Cell], models: Models) -> Iterator[str]:
        for cell in found:
            path = self.path.replace("{name}", cell.name)
            shape = models.shape(path)
            status, count = shape.get("error", {}).get("httpStatusCode"), len(shape.get("enum", ()))
            facts = {"min": shape.get("min"), "max": shape.get("max"), "status": status, "count": count}
            ours = quantities(cell.text)
            for bound in self.bounds.split():
                if facts[bound] is None:
                    yield f"{cell.where}: {path} no longer states a {bound}; compare {cell.label} ('{cell.text}') by hand"
                elif not any(quantity(float(facts[bound]), self.unit.lower()).same(number) for number in ours):
                    yield f"{cell.where}: {cell.label} says '{cell.text}', but the {bound} of {path} is {facts[bound]} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class Stated(Comparison):
    """The documentation in the model states numbers that stand in each cell too. Groups of `pattern` capture them ({name} is the row's
    name); or `says` are the words that our cell must hold when the documentation matches."""

    pattern: str = ""
    unit: str = ""
    says: str = ""

    def faults(self, found: list[Cell], models: Models) -> Iterator[str]:
        for cell in found:
            match = re.search(self.pattern.replace("{name}", re.escape(cell.name)), models.text(self.path))
            if not match:
                yield f"{cell.where}: the text of {self.path} no longer matches '{self.pattern}'; compare {cell.label} ('{cell.text}') by hand"
                continue
            theirs = [number for group in match.groups() for number in quantities(group, self.unit)]
            ours = quantities(cell.text)
            if not all(any(number.same(mine) for mine in ours) for number in theirs) or (self.says and self.says not in cell.text):
                yield f"{cell.where}: {cell.label} says '{cell.text}', but {self.path} says '{match[0][:160]}'"


@dataclass(frozen=True, slots=True)
class Names(Comparison):
    """Each identifier in backticks (or, with `whole`, the cell itself) exists in one of the services of `path`."""

    whole: bool = False

    def _tokens(self, cell: Cell) -> list[str]:
        found = [cell.text.strip("`")] if self.whole else tokens(cell.text)
        return [part for token in found for part in token.split(".")]

    def cells(self, cells: Cells, models: Models) -> list[Cell]:
        return [cell for cell in cells.at(self.place) if self._tokens(cell)]

    def faults(self, found: list[Cell], models: Models) -> Iterator[str]:
        for cell in found:
            for token in self._tokens(cell):
                if not any(token in models.names(service) for service in self.path.split()):
                    yield f"{cell.where}: {cell.label} names '{token}', which is no operation, shape, member or value of {self.path}"


@dataclass(frozen=True, slots=True)
class Families(Comparison):
    """Each instance family of a cell is in one of the enumerations of `path`, or, with `absent`, in none. Being in one proves nothing."""

    absent: bool = False

    def faults(self, found: list[Cell], models: Models) -> Iterator[str]:
        types = [value.removeprefix("ml.") for path in self.path.split() for value in models.shape(path)["enum"]]
        known = {value.partition(".")[0] for value in types}
        for cell in found:
            families = re.findall(r"\b[a-z]{1,3}\d[a-z]*(?:-g?b\d+)?\b", cell.text.lower())
            if not families:
                yield f"{cell.where}: {cell.label} names no instance family"
            for family in families:
                if (family in known) == self.absent:
                    yield f"{cell.where}: {cell.label} names {family}, which is {'now' if self.absent else 'not'} in {self.path}"
