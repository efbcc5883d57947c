"""Whole-line markers in pages, `<!-- guide: table s3-storage-classes columns=azs,min_size -->`, and their expansion."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from studyguide.problems import Problem, suggest

_MARKER = re.compile(r"[ ]{0,3}<!--\s*guide:\s*(.*?)\s*-->\s*\Z")
_MENTION = re.compile(r"<!--\s*guide\b")
_CODE = re.compile(r"(`+).+?\1")
_FENCE = re.compile(r"[ ]*(`{3,}|~{3,})")


class Unrenderable(Exception):
    """A marker asks for something that is not there."""

    def __init__(self, what: str, mend: str = "") -> None:
        super().__init__(what)
        self.what, self.mend = what, mend


@dataclass(frozen=True, slots=True)
class Marker:
    """`kind name key=a,b`: what to put here."""

    kind: str
    name: str
    options: dict[str, tuple[str, ...]]

    def only(self, *known: str) -> None:
        """Refuse options that the marker's kind does not have."""
        for key in self.options:
            if key not in known:
                raise Unrenderable(f"unknown option '{key}'", suggest(key, known, "known options: " + ", ".join(known or ("none",))))


Renderer = Callable[[Marker], str]


def expand(body: str, shown: str, first_line: int, renderers: dict[str, Renderer]) -> tuple[str, list[Problem]]:
    """`body` with each marker replaced by what its renderer returns, and the markers that could not be."""
    lines, problems, fence = [], [], ""
    for number, line in enumerate(body.split("\n"), start=first_line):
        opened = _FENCE.match(line)
        if opened and not fence:
            fence = opened[1]
        elif opened and fence and opened[1].startswith(fence) and line.strip() == opened[1]:
            fence = ""
        elif not fence and _MENTION.search(_CODE.sub("", line)):
            try:
                line = _render(line, renderers)
            except Unrenderable as error:
                problems.append(Problem(shown, number, error.what, error.mend))
        lines.append(line)
    return "\n".join(lines), problems


def _render(line: str, renderers: dict[str, Renderer]) -> str:
    found = _MARKER.match(line)
    if not found:
        raise Unrenderable("a marker must be alone in its line", "write <!-- guide: table some-id -->")
    words = found[1].split()
    if not words:
        raise Unrenderable("an empty marker", "write <!-- guide: table some-id -->")
    if words[0] not in renderers:
        raise Unrenderable(f"unknown marker '{words[0]}'", suggest(words[0], renderers, "known markers: " + ", ".join(renderers)))
    names = [word for word in words[1:] if "=" not in word]
    if len(names) > 1:
        raise Unrenderable(f"one name too many: '{names[1]}'", "separate the items of an option by commas, without spaces")
    options = {}
    for word in words[1:]:
        key, equals, value = word.partition("=")
        if equals:
            options[key] = tuple(part for part in value.split(",") if part)
    return renderers[words[0]](Marker(words[0], names[0] if names else "", options))


def known(kind: str, name: str, names: Collection[str]) -> None:
    """Refuse a name that does not exist."""
    if name not in names:
        what = f"no {kind} '{name}'" if name else f"the marker names no {kind}"
        raise Unrenderable(what, suggest(name, names, "known: " + ", ".join(names) if len(names) < 20 else "see docs/_data/"))
