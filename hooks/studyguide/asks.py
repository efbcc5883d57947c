"""How learners ask for what a page teaches: `docs/_data/asks/*.yml` in, phrases by page and anchor out.

The search index carries them, so that words which a page does not use still lead to it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from studyguide import source
from studyguide.fields import Reading
from studyguide.problems import suggest

_MOST_WORDS = 14


def parse(node: source.Mapping, headings: Mapping[str, Collection[str]], reading: Reading) -> dict[str, tuple[str, ...]]:
    """The phrases by "page.md" or "page.md#anchor". `headings` has the anchors of each page by its path."""
    found: dict[str, tuple[str, ...]] = {}
    for place, items in node.entries.items():
        line = node.lines[place]
        page, mark, anchor = place.partition("#")
        if page not in headings:
            reading.note(line, f"no page '{page}'", suggest(page, headings, "name a page under docs/"))
        elif mark and anchor not in headings[page]:
            reading.note(line, f"no heading '#{anchor}' in '{page}'", suggest(anchor, headings[page], "take the anchor of a heading"))
        if not isinstance(items, source.Items):
            reading.note(line, f"'{place}' should hold a list of phrases", "write '- how learners ask' lines")
            continue
        phrases = []
        for item in items.items:
            if not isinstance(item, source.Scalar) or not 0 < len(item.text.split()) <= _MOST_WORDS:
                reading.note(item.line, f"'{place}': a phrase has 1 to {_MOST_WORDS} words", "write what somebody would type")
            elif item.text in phrases:
                reading.note(item.line, f"'{place}': '{item.text}' stands there twice", "delete one")
            else:
                phrases.append(item.text)
        found[place] = tuple(phrases)
    return found
