"""The little Markdown that a fact may hold: `code`, **bold** and [links](/page.md). Everything else is text.

`html` is for places that Markdown still reads (it resolves and checks the links); `plain` is for data files and attributes.
"""

from __future__ import annotations

import html as _html
import re
from collections.abc import Iterator

_TOKEN = re.compile(r"`(?P<code>[^`]+)`|\*\*(?P<bold>[^*]+)\*\*|\[(?P<label>[^\]]+)\]\((?P<target>[^()\s]+)\)")
_CONTAINER = re.compile(r"<(?:div|table|thead|tbody|tr|dl|ul|ol|details)\b")
_LEAF = re.compile(r"<(th|td|p|li|dt|dd)\b([^>]*)>(.*?)</\1>", re.S)
_SPECIAL = re.compile(r"[\\`*_{}\[\]#!~^=:+]|(?<=\w)@|--|\.\.\.")


def text_html(text: str) -> str:
    """`text` so that neither HTML nor Markdown sees anything in it."""
    return _SPECIAL.sub(lambda found: "".join(f"&#{ord(character)};" for character in found[0]), _html.escape(text).replace("&#x27;", "'"))


def html(text: str) -> str:
    """Inline Markdown as HTML, its links still Markdown so that MkDocs resolves them."""
    parts, end = [], 0
    for found in _TOKEN.finditer(text):
        parts.append(text_html(text[end : found.start()]))
        if found["code"]:
            parts.append(f"<code>{text_html(found['code'])}</code>")
        elif found["bold"]:
            parts.append(f"<strong>{text_html(found['bold'])}</strong>")
        else:
            parts.append(f"[{text_html(found['label'])}]({found['target']})")
        end = found.end()
    parts.append(text_html(text[end:]))
    return "".join(parts)


def plain(text: str) -> str:
    """The words of an inline text, without its markup."""
    return _TOKEN.sub(lambda found: found["code"] or found["bold"] or found["label"], text)


def targets(text: str) -> Iterator[str]:
    """Where the links of an inline text lead."""
    return (found["target"] for found in _TOKEN.finditer(text) if found["target"])


def attribute(text: str) -> str:
    """An inline text as the value of a double-quoted HTML attribute."""
    return text_html(plain(text))


def for_markdown(block: str) -> str:
    """An HTML block whose leaves may hold Markdown links: says to Python-Markdown (md_in_html) where to look for them.

    md_in_html reads inside an element only if each of its ancestors allows it, so the containers are marked as well.
    """
    if "](" not in block:
        return block
    leaves = _LEAF.sub(lambda found: found[0].replace(f"<{found[1]}", f'<{found[1]} markdown="span"', 1) if "](" in found[3] else found[0], block)
    return _CONTAINER.sub(lambda found: f'{found[0]} markdown="1"', leaves)


def extent(rows: int, cells: int = 0) -> str:
    """How much a long block holds: from that the style sheet reckons its height until the browser has laid it out."""
    return f' style="--rows:{rows}' + (f';--cells:{cells}"' if cells else '"')
