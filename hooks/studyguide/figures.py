"""Figures: the committed SVG files below docs/assets/figures/, put into pages as part of the HTML, so that colors follow the scheme.

The files are drawn by `python hooks/figures`. Each carries its caption as <title> and its text alternative as <desc>.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from studyguide.problems import Problem

_FILE = re.compile(r"(<svg [^>]*)>\n<title>(.+)</title>\n<desc>(.+)</desc>\n(.+)\Z", re.S)


@dataclass(frozen=True, slots=True)
class Figure:
    """One SVG file, taken apart; `title` and `alt` are HTML text."""

    id: str
    title: str
    alt: str
    start: str
    shapes: str


def read(folder: Path, root: Path) -> tuple[dict[str, Figure], list[Problem]]:
    """The figures of a folder by id, and the files that are not as `python hooks/figures` writes them."""
    figures, problems = {}, []
    for path in sorted(folder.glob("*.svg")):
        found = _FILE.match(path.read_text(encoding="utf-8"))
        if found:
            figures[path.stem] = Figure(path.stem, found[2], found[3], found[1], found[4].strip())
        else:
            shown = path.relative_to(root).as_posix()
            problems.append(Problem(shown, 1, "not <svg>, <title> and <desc> on lines of their own", f"run python hooks/figures {path.stem}"))
    return figures, problems


def render(figure: Figure) -> str:
    """The figure as one block of HTML without a blank line, so that Markdown leaves it alone.

    A screen reader hears title and description; the search index holds the caption and skips the labels.
    """
    name = f"figure-{figure.id}"
    svg = f'{figure.start} role="img" aria-labelledby="{name}-title" aria-describedby="{name}-alt" data-search-exclude>'
    inner = f'<title id="{name}-title">{figure.title}</title>\n<desc id="{name}-alt">{figure.alt}</desc>\n{figure.shapes}'
    return f'<figure class="guide-figure" id="{name}">\n{svg}\n{inner}\n<figcaption>{figure.title}</figcaption>\n</figure>'
