"""Style sheets without what no page of this site uses: a third of what a first visit would otherwise fetch of them.

The theme styles blogs, tabs, tags, annotations, twenty colors and more. A rule goes when each of its selectors needs a class that
neither a built page nor a script names, or a color that no page names, or when it is one of `COSTLY`. What is not understood stays
as it is. `publish` calls this after a build; a test compares what Chromium draws with and without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_CLASSES = re.compile(r"""\bclass=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
_COLOR = re.compile(r"""\bdata-md-color-(primary|accent)=["']?([\w-]+)""")
_WORDS = re.compile(r"[A-Za-z_][\w-]*")
_APART = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|url\((?:\\.|[^)\\"\'])*\)', re.S)
_ALTERNATIVES = re.compile(r":(?:is|where|has|not)\((?:[^()]|\([^()]*\))*\)")
_CLASS = re.compile(r"\.((?:[\w-]|\\.)+)")
_BRACE = re.compile(r"[{}]")
_PROPERTY = re.compile(r"(?:^|;)(--[\w-]+):")
COSTLY = (
    "[data-md-color-switching] ",  # spares a fade when colors are switched, and has every page reckon the look of all elements twice more
    ".md-typeset table:not([class])+*",  # has the look of the whole article reckoned again when anything is put in or taken out; see guide.css
)
_NESTING = ("@media", "@supports", "@layer")


class Names:
    """The class names that pages carry and scripts may set, and the colors that pages name."""

    def __init__(self, pages: Iterable[str], scripts: Iterable[str]) -> None:
        self.known: set[str] = set()
        self.colors: set[tuple[str, str]] = set()
        for page in pages:
            self.colors.update(_COLOR.findall(page))
            for groups in _CLASSES.findall(page):
                self.known.update("".join(groups).split())
        for script in scripts:
            self.known.update(_WORDS.findall(script))
        self._begun = tuple(word for word in self.known if word.endswith(("--", "__")))  # a script puts the rest behind it

    def has(self, name: str) -> bool:
        """Whether an element may carry the class."""
        return name.replace("\\", "") in self.known or name.startswith(self._begun)


def prune(sheet: str, names: Names) -> str:
    """The sheet without rules and variables that nothing uses."""
    flat, texts = put_away(sheet)
    try:
        flat = _without_unused_variables("".join(_rules(flat, names)))
    except ValueError:
        return sheet
    return put_back(flat, texts)


def put_away(sheet: str) -> tuple[str, list[str]]:
    """The sheet without comments and with numbers for what is quoted, so that every bracket left is one."""
    texts: list[str] = []

    def number(found: re.Match[str]) -> str:
        if found[0].startswith("/*"):
            return ""
        texts.append(found[0])
        return f"\0{len(texts) - 1}\0"

    return _APART.sub(number, sheet), texts


def put_back(flat: str, texts: list[str]) -> str:
    """The reverse of `put_away`."""
    return re.sub("\0(\\d+)\0", lambda found: texts[int(found[1])], flat)


def _rules(sheet: str, names: Names) -> Iterator[str]:
    for head, body in _blocks(sheet):
        if body is None:
            yield head
        elif head.lstrip().startswith(_NESTING):
            inner = "".join(_rules(body, names))
            if inner:
                yield f"{head}{{{inner}}}"
        elif head.lstrip().startswith("@"):
            yield f"{head}{{{body}}}"
        else:
            kept = [selector for selector in _selectors(head) if _may_match(selector, names)]
            if kept:
                yield f"{','.join(kept)}{{{body}}}"


def _blocks(sheet: str) -> Iterator[tuple[str, str | None]]:
    """Rules as selector and body; statements such as @charset with None."""
    start = 0
    while start < len(sheet):
        opening, end = sheet.find("{", start), sheet.find(";", start)
        if opening < 0 or 0 <= end < opening:
            end = len(sheet) if opening < 0 else end + 1
            yield sheet[start:end], None
            start = end
            continue
        depth, close = 1, opening
        while depth:
            found = _BRACE.search(sheet, close + 1)
            if not found:
                raise ValueError("a bracket is not closed")
            close = found.start()
            depth += 1 if found[0] == "{" else -1
        yield sheet[start:opening], sheet[opening + 1 : close]
        start = close + 1


def _selectors(head: str) -> list[str]:
    """A list of selectors, apart; commas in brackets do not part."""
    found, depth, last = [], 0, 0
    for place, character in enumerate(head):
        depth += (character in "([") - (character in ")]")
        if character == "," and depth == 0:
            found.append(head[last:place])
            last = place + 1
    return [*found, head[last:]]


def _may_match(selector: str, names: Names) -> bool:
    """Whether each class and color that the selector asks for exists, and it is worth its cost; what stands in :is, :has and :not is taken to match."""
    if selector.startswith(COSTLY):
        return False
    asked = _ALTERNATIVES.sub("", selector)
    return all(names.has(name) for name in _CLASS.findall(asked)) and names.colors.issuperset(_COLOR.findall(asked))


def _without_unused_variables(sheet: str) -> str:
    """Icons are variables: those of callouts and file types that no rule is left to draw need not travel."""
    used = set(re.findall(r"var\((--[\w-]+)", sheet))
    dropped = {name for name in _PROPERTY.findall(re.sub(r"[{}]", ";", sheet)) if name.startswith("--md-") and "-icon" in name and name not in used}
    if not dropped:
        return sheet
    return re.sub(r"(?<=[{;])(--[\w-]+):[^;{}]*;?", lambda found: "" if found[1] in dropped else found[0], sheet)
