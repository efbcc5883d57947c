"""YAML text to plain nodes that remember their lines: the only reader of the data files.

Scalars stay text ("no", "1:30" and "99.90" are what was typed). Doubled keys, aliases and documents that are not one
mapping are refused. The models convert the nodes into typed values; see `fields`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from studyguide.problems import Problem

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 30
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as it was typed, without its quotes."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Items:
    """A YAML list."""

    items: list[Node]
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """A YAML mapping; `lines` holds the line of each key."""

    entries: dict[str, Node]
    lines: dict[str, int]
    line: int


Node = Scalar | Items | Mapping
KIND = {Scalar: "a text", Items: "a list", Mapping: "a mapping"}


class Refused(Exception):
    """The text is not what the guide accepts as YAML."""

    def __init__(self, line: int, what: str, mend: str) -> None:
        super().__init__(what)
        self.line, self.what, self.mend = line, what, mend


def read(path: Path, root: Path) -> tuple[Mapping, list[Problem]]:
    """The mapping in the file at `path`; an empty one and a problem when it cannot be read. Paths are said from `root`."""
    try:
        shown = path.relative_to(root).as_posix()
    except ValueError:
        shown = path.as_posix()
    try:
        raw = path.read_bytes()
    except OSError as error:
        return Mapping({}, {}, 1), [Problem(shown, 1, f"cannot be read: {error.strerror}", "add the file")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return Mapping({}, {}, 1), [Problem(shown, line, "not UTF-8 text", "save the file as UTF-8")]
    return parse(text, shown)


def parse(text: str, shown: str, first_line: int = 1) -> tuple[Mapping, list[Problem]]:
    """The mapping that `text` holds; `first_line` is the line of the file at which `text` starts."""
    doubled: list[Problem] = []
    try:
        node = _build(text, shown, first_line, doubled)
    except Refused as refused:
        return Mapping({}, {}, first_line), [*doubled, Problem(shown, refused.line, refused.what, refused.mend)]
    return node, doubled


@dataclass(slots=True)
class _Open:
    """A collection whose end has not been read."""

    node: Items | Mapping
    key: Scalar | None = None


@dataclass(slots=True)
class _Builder:
    shown: str
    first_line: int
    doubled: list[Problem]
    stack: list[_Open] = field(default_factory=list)
    top: Node | None = None

    def add(self, node: Node) -> None:
        if not self.stack:
            self.top = node
            return
        parent = self.stack[-1]
        if isinstance(parent.node, Items):
            parent.node.items.append(node)
        elif parent.key is None:
            if not isinstance(node, Scalar):
                raise Refused(node.line, "a key must be a plain text", "quote it, or move it behind a colon")
            parent.key = node
        else:
            key, parent.key = parent.key, None
            if key.text in parent.node.entries:
                first = parent.node.lines[key.text]
                self.doubled.append(
                    Problem(self.shown, key.line, f"key '{key.text}' stands twice (first in line {first})", "keep one")
                )
                return
            parent.node.entries[key.text] = node
            parent.node.lines[key.text] = key.line


def _build(text: str, shown: str, first_line: int, doubled: list[Problem]) -> Mapping:
    builder = _Builder(shown, first_line, doubled)
    for event in _events(text, first_line):
        mark = event.start_mark
        line = (mark.line if mark else 0) + first_line
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Refused(line, "YAML anchors and aliases are not allowed", "write the value out")
        if isinstance(event, yaml.DocumentStartEvent) and builder.top is not None:
            raise Refused(line, "a second YAML document", "keep one document, without '---'")
        if isinstance(event, yaml.ScalarEvent):
            builder.add(Scalar(event.value.strip(), line))
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            if len(builder.stack) >= _DEEPEST:
                raise Refused(line, f"nested deeper than {_DEEPEST} levels", "check the indentation and brackets")
            is_list = isinstance(event, yaml.SequenceStartEvent)
            node: Items | Mapping = Items([], line) if is_list else Mapping({}, {}, line)
            builder.add(node)
            builder.stack.append(_Open(node))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            builder.stack.pop()
    if builder.top is None:
        raise Refused(first_line, "the file is empty", "write at least one entry")
    if not isinstance(builder.top, Mapping):
        raise Refused(builder.top.line, f"expected a mapping, found {KIND[type(builder.top)]}", "start lines with 'id:'")
    return builder.top


def _events(text: str, first_line: int) -> Iterator[yaml.Event]:
    for offset, line in enumerate(text.split("\n")):
        if _CONTROL.search(line):
            raise Refused(offset + first_line, "a control character", "delete it, or save the file as plain text")
        if line[: len(line) - len(line.lstrip())].count("\t"):
            raise Refused(offset + first_line, "a tab in the indentation", "indent with spaces")
    try:
        yield from yaml.parse(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.context_mark if error.context and "quoted scalar" in error.context else error.problem_mark
        mark = mark or error.problem_mark or error.context_mark
        what = "a quote is not closed" if error.context and "quoted scalar" in error.context else f"not YAML: {error.problem}"
        mend = "close the quote" if "quote" in what else "check the indentation, and quote texts that hold ': ' or ' #'"
        raise Refused((mark.line if mark else 0) + first_line, what, mend) from None
    except (yaml.YAMLError, ValueError) as error:
        raise Refused(first_line, f"not YAML: {str(error).splitlines()[0]}", "save the file as plain UTF-8 text") from None
