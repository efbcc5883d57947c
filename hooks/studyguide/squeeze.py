"""Pages, scripts and sheets of our own without what only people who write them need: comments and indentation.

What readers and browsers see stays the same. `publish` calls this after a build.
"""

from __future__ import annotations

import re

from studyguide.styles import put_away, put_back

_AS_IT_IS = re.compile(r"(<(pre|script|style|textarea)\b.*?</\2>)", re.S | re.I)
_LINE_ENDS = re.compile(r"[ \t\r]*\n\s*")
_WHOLE_LINES = re.compile(r"^[ \t]*(?://[^\n]*|/\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.M)


def page(text: str) -> str:
    """HTML with one line end where there were many and some spaces; preformatted text and scripts as they are."""
    parts = _AS_IT_IS.split(text)
    for at in range(0, len(parts), 3):
        parts[at] = _LINE_ENDS.sub("\n", parts[at])
    return "".join(part for at, part in enumerate(parts) if at % 3 < 2).lstrip()


def script(text: str) -> str:
    """JavaScript without indentation and comments that have lines of their own; what stands within a text of several lines stays."""
    parts, end, ticks = [], 0, 0
    for found in _WHOLE_LINES.finditer(text):
        before = text[end : found.start()]
        ticks += before.count("`") - before.count("\\`")
        parts.append(before)
        if ticks % 2:
            parts.append(found[0])
        end = found.end()
    lines, within = [], False
    for line in "".join([*parts, text[end:]]).split("\n"):
        lines.append(line if within else line.lstrip(" "))
        within ^= (line.count("`") - line.count("\\`")) % 2 == 1
    return "\n".join(lines)


def sheet(text: str) -> str:
    """CSS without comments and the white space that parts nothing."""
    flat, texts = put_away(text)
    flat = re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", flat)).replace(";}", "}")
    return put_back(flat.strip(), texts) + "\n"
