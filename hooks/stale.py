"""`python hooks/stale.py 2027-05-21 [180]`: list what was last compared with its source more than so many days before that date.

Reads the `checked` dates of every data file and page and prints Markdown, the oldest first. The weekly workflow puts it into an issue.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from studyguide import pages, source
from studyguide.fields import Reading
from studyguide.source import Items, Mapping, Node, Scalar

DAYS = 180
SHOWN = 40


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """Something with a date: `name` is its id, or its title."""

    checked: str
    path: str
    line: int
    name: str


def entries(root: Path) -> Iterator[Entry]:
    """Every entry below `root` (the repository) that says when it was checked."""
    docs = root / "docs"
    for path in sorted((docs / "_data").rglob("*.yml")):
        node, _ = source.read(path, root)
        yield from _dated(node, path.relative_to(root).as_posix(), path.stem, node.line)
    for path in sorted(docs.rglob("*.md")):
        shown = path.relative_to(root).as_posix()
        page = pages.read(path, docs, root, Reading(shown, datetime.date.max))
        if page.checked:
            yield Entry(page.checked, shown, 1, page.title)


def _dated(node: Node, path: str, name: str, line: int) -> Iterator[Entry]:
    """The dated mappings in `node`; one that is no named entry of its parent is called by its own id or name."""
    if isinstance(node, Items):
        for item in node.items:
            yield from _dated(item, path, "", item.line)
    elif isinstance(node, Mapping):
        own = next((found.text for key in ("id", "name") if isinstance(found := node.entries.get(key), Scalar)), path)
        checked = node.entries.get("checked")
        if isinstance(checked, Scalar):
            yield Entry(checked.text, path, line, name or own)
        for key, entry in node.entries.items():
            yield from _dated(entry, path, key, node.lines[key])


def stale(found: Iterator[Entry], today: datetime.date, days: int = DAYS) -> list[Entry]:
    """The entries that were checked more than `days` days before `today`, the oldest first."""
    limit = (today - datetime.timedelta(days=days)).isoformat()
    return sorted(entry for entry in found if entry.checked < limit)


def report(old: list[Entry], today: datetime.date, days: int = DAYS) -> str:
    """Markdown: how many, and the oldest of each file."""
    lines = [f"{len(old)} entries were checked more than {days} days before {today}."]
    for path in dict.fromkeys(entry.path for entry in old):
        of_file = [entry for entry in old if entry.path == path]
        lines += [f"- `{entry.path}:{entry.line}` {entry.name}: checked {entry.checked}" for entry in of_file[:SHOWN]]
        if len(of_file) > SHOWN:
            lines.append(f"- `{path}`: {len(of_file) - SHOWN} more")
    return "\n".join(lines)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("say the date: python hooks/stale.py YYYY-MM-DD [days]")
    day, span = datetime.date.fromisoformat(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else DAYS
    print(report(stale(entries(Path(__file__).resolve().parent.parent), day, span), day, span))
