"""Marks the first mention of a name in a page's prose: never in headings, code, links, tables or HTML."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """What to put before and after a mention; a line that matches `said` says it already and is left alone."""

    before: str
    after: str
    said: re.Pattern[str] | None = None


_SKIPPED_LINE = re.compile(r"\s*(#|\||<|!!!|\?\?\?|```|~~~|\*\[)")
_FENCE = re.compile(r"\s*(```|~~~)")
_MASKED = re.compile(r"`[^`]*`|!?\[[^\]]*\]\([^)]*\)|<[^>]*>|\*\*\[")


def compile_names(names: Mapping[str, str]) -> re.Pattern[str] | None:
    """One pattern for all names, longest first among those that begin alike: what is no beginning is passed over quickly."""
    if not names:
        return None
    beginnings: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        beginnings.setdefault(name[:2], []).append(re.escape(name[2:]))
    alternatives = "|".join(f"{re.escape(start)}(?:{'|'.join(rests)})" for start, rests in beginnings.items())
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-]|['’]s\b)")


def mark(text: str, pattern: re.Pattern[str] | None, names: Mapping[str, str], marks: Mapping[str, Mark], known: Collection[str] = ()) -> str:
    """`text` with the first mention of each key marked, but for those `known` here. `names` maps a spelling to its key."""
    if pattern is None:
        return text
    done = set(known)
    lines, in_code, in_html = [], False, False
    for line in text.split("\n"):
        if _FENCE.match(line):
            in_code = not in_code
        if line.startswith("<"):
            in_html = True
        if not line.strip():
            in_html = False
        if not in_code and not in_html and not _SKIPPED_LINE.match(line):
            line = _mark_line(line, pattern, names, marks, done)
        lines.append(line)
    return "\n".join(lines)


def _mark_line(line: str, pattern: re.Pattern[str], names: Mapping[str, str], marks: Mapping[str, Mark], done: set[str]) -> str:
    masked = _MASKED.sub(lambda found: "\0" * len(found[0]), line)
    parts, end = [], 0
    for found in pattern.finditer(masked):
        key = names[found[0]]
        if key in done or key not in marks:
            continue
        done.add(key)
        mark = marks[key]
        if mark.said and mark.said.search(line):
            continue
        parts += [line[end : found.start()], mark.before, found[0], mark.after]
        end = found.end()
    return "".join([*parts, line[end:]])
