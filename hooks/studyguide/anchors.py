"""The anchors that a page's headings get, as Python-Markdown makes them."""

from __future__ import annotations

import re

from markdown.extensions.toc import slugify, unique

_HEADING = re.compile(r"(#{1,6})[ ]+(.+?)[ ]*#*$")
_OWN = re.compile(r"\{[^}]*#([\w-]+)[^}]*\}\s*$")
_FENCE = re.compile(r"[ ]{0,3}(```|~~~)")


def of(body: str) -> list[tuple[int, str, str]]:
    """Level, text and anchor of each heading, in order."""
    found, used, in_code = [], set[str](), False
    for line in body.split("\n"):
        if _FENCE.match(line):
            in_code = not in_code
        heading = None if in_code else _HEADING.match(line)
        if not heading:
            continue
        own = _OWN.search(heading[2])
        text = re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", _OWN.sub("", heading[2])).strip()
        found.append((len(heading[1]), text, unique(own[1] if own else slugify(text, "-"), used)))
    return found
