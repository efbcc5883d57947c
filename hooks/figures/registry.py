"""Every figure by its id, with the words that go with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

Draw = Callable[[], str]
FIGURES: dict[str, Figure] = {}
IDENTICAL, NEAR, SHAPE = "identical", "near", "shape"


@dataclass(frozen=True, slots=True)
class Figure:
    """A title (the caption), a text alternative, a function that returns the SVG, and how closely another machine must repeat it.

    `fidelity`: IDENTICAL byte for byte; NEAR with the same parts and each number within half a unit (or half a percent), for numbers that
    pass through linear algebra; SHAPE with the same parts only, for t-SNE, which turns the last digit into another picture.
    """

    id: str
    title: str
    alt: str
    draw: Draw
    fidelity: str

    def svg(self) -> str:
        """The file: what `draw` returns, with title and description as its first elements."""
        text = self.draw()
        start = re.match(r"<svg[^>]*>\n", text)
        if not start:
            raise ValueError(f"figure '{self.id}' does not begin with <svg>")
        words = f"<title>{escape(self.title, quote=False)}</title>\n<desc>{escape(self.alt, quote=False)}</desc>\n"
        return start[0] + words + text[start.end() :]


def figure(name: str, title: str, alt: str, fidelity: str = IDENTICAL) -> Callable[[Draw], Draw]:
    """Register the decorated function as figure `name`."""

    def keep(draw: Draw) -> Draw:
        if name in FIGURES:
            raise ValueError(f"two figures are called '{name}'")
        FIGURES[name] = Figure(name, title, alt, draw, fidelity)
        return draw

    return keep


def same(old: str, new: str, fidelity: str) -> bool:
    """Whether a committed figure is as fresh as `fidelity` asks."""
    if fidelity == IDENTICAL or old == new:
        return old == new
    number = re.compile(r"-?\d*\.?\d+")
    bodies = [re.sub(r">[^<]*<", "><", text) if fidelity == SHAPE else text for text in (old, new)]
    if number.sub("#", bodies[0]) != number.sub("#", bodies[1]):
        return False
    pairs = zip(number.findall(old), number.findall(new), strict=True)
    return fidelity == SHAPE or all(abs(float(a) - float(b)) <= max(0.5, abs(float(a)) / 200) for a, b in pairs)
