"""A small writer of SVG diagrams: boxes with wrapped text, arrows and labels, on a canvas 480 units wide.

480 units fill a phone of 390 px, so a text of 16 units is read at 12 px. Colors are CSS variables of the guide with the
light scheme as fallback; text is `currentColor`.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

WIDTH = 480
SIZE, SMALL, LINE = 16, 15, 20
INK = "currentColor"
MUTED = "var(--md-default-fg-color--light,#4a5a5f)"
EDGE = "var(--md-default-fg-color--lighter,#8b989c)"
PAPER = "var(--md-default-bg-color,#fffefb)"
SERIES = {
    n: f"var(--guide-fig-{n},{value})" for n, value in enumerate(("#0e7a86", "#c4511b", "#7a5ea8", "#657631", "#2f6db3", "#b23a6b"), start=1)
}
TONES = {
    "plain": ("var(--guide-stripe,#f8f5ee)", EDGE),
    "accent": ("var(--guide-chip,#e4eeee)", SERIES[1]),
    "warm": (PAPER, SERIES[2]),
    "violet": (PAPER, SERIES[3]),
    "ghost": (PAPER, EDGE),
}


@dataclass(frozen=True, slots=True)
class Box:
    """Where a box stands; arrows join the middles of its sides."""

    x: float
    y: float
    w: float
    h: float

    @property
    def top(self) -> tuple[float, float]:
        """The middle of the upper side."""
        return self.x + self.w / 2, self.y

    @property
    def bottom(self) -> tuple[float, float]:
        """The middle of the lower side."""
        return self.x + self.w / 2, self.y + self.h

    @property
    def left(self) -> tuple[float, float]:
        """The middle of the left side."""
        return self.x, self.y + self.h / 2

    @property
    def right(self) -> tuple[float, float]:
        """The middle of the right side."""
        return self.x + self.w, self.y + self.h / 2


def measure(text: str, size: float = SIZE, bold: bool = False) -> float:
    """A cautious width: real fonts of the stack are a little narrower."""
    ems = 0.0
    for letter in text:
        ems += 0.3 if letter in "iljtfrI.,:;'|!()[] " else 0.88 if letter in "mwMW@%" else 0.7 if letter.isupper() else 0.57
    return ems * size * (1.06 if bold else 1)


def wrap(text: str, width: float, size: float = SIZE, bold: bool = False) -> list[str]:
    """The words of `text` in lines of at most `width`; `\\n` breaks too."""
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in part.split():
            longer = f"{line} {word}".strip()
            if line and measure(longer, size, bold) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines


def n(value: float) -> str:
    """A coordinate with one decimal at most."""
    return f"{value:.1f}".removesuffix(".0").replace("-0.0", "0")


class Diagram:
    """Collects shapes; `svg(height)` closes the picture."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def text(self, x: float, y: float, words: str, anchor: str = "middle", size: int = SMALL, bold: bool = False, color: str = INK) -> None:
        """One line of text with its baseline at `y`."""
        extra = (f' text-anchor="{anchor}"' if anchor != "middle" else "") + (f' font-size="{size}"' if size != SMALL else "")
        extra += (' font-weight="600"' if bold else "") + (f' fill="{color}"' if color != INK else "")
        self.parts.append(f'<text x="{n(x)}" y="{n(y)}"{extra}>{escape(words, quote=False)}</text>')

    def box(self, x: float, y: float, w: float, words: str, h: float = 0, tone: str = "plain", align: str = "middle") -> Box:
        """A box with `name|detail`, the name in bold; as high as its text unless `h` is given."""
        name, _, detail = words.partition("|")
        lines = [(line, True) for line in wrap(name, w - 16, SIZE, bold=True)] if name else []
        lines += [(line, False) for line in wrap(detail, w - 16, SMALL)] if detail else []
        h = h or len(lines) * LINE + 18
        fill, stroke = TONES[tone]
        self.parts.append(f'<rect x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}" rx="6" fill="{fill}" stroke="{stroke}" stroke-width="1.5"/>')
        base = y + h / 2 - len(lines) * LINE / 2 + 15
        for number, (line, bold) in enumerate(lines):
            at = x + w / 2 if align == "middle" else x + 10
            self.text(at, base + number * LINE, line, "middle" if align == "middle" else "start", SIZE if bold else SMALL, bold)
        return Box(x, y, w, h)

    def row(self, y: float, words: list[str], tone: str = "plain", gap: float = 16, x: float = 0, w: float = WIDTH) -> list[Box]:
        """Boxes of equal size side by side."""
        each = (w - gap * (len(words) - 1)) / len(words)
        high = max(height(text, each) for text in words)
        return [self.box(x + i * (each + gap), y, each, text, high, tone) for i, text in enumerate(words)]

    def frame(self, x: float, y: float, w: float, h: float, title: str, color: str = EDGE) -> None:
        """A dashed border around other shapes, with its title inside at the top."""
        place = f'x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}" rx="8"'
        self.parts.append(f'<rect {place} fill="none" stroke="{color}" stroke-width="1.5" stroke-dasharray="5 4"/>')
        self.text(x + 12, y + 21, title, "start", SMALL, bold=True, color=MUTED)

    def line(self, *points: tuple[float, float], color: str = MUTED, width: float = 1.5, dash: str = "") -> None:
        """A line through `points`."""
        path = "M" + "L".join(f"{n(x)} {n(y)}" for x, y in points)
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        self.parts.append(f'<path d="{path}" fill="none" stroke="{color}" stroke-width="{n(width)}"{dashed}/>')

    def arrow(self, *points: tuple[float, float], label: str = "", side: str = "", color: str = MUTED, dash: str = "") -> None:
        """A line with a head at its end; the label stands beside the first segment (`side`: left or right, above or below)."""
        (ax, ay), (bx, by) = points[-2:]
        length = max(abs(bx - ax) + abs(by - ay), 1)
        dx, dy = (bx - ax) / length, (by - ay) / length
        self.line(*points[:-1], (bx - 6 * dx, by - 6 * dy), color=color, dash=dash)
        head = [(bx, by), (bx - 9 * dx - 5 * dy, by - 9 * dy + 5 * dx), (bx - 9 * dx + 5 * dy, by - 9 * dy - 5 * dx)]
        self.parts.append(f'<path d="M{"L".join(f"{n(x)} {n(y)}" for x, y in head)}z" fill="{color}"/>')
        if label:
            (ax, ay), (bx, by) = points[:2]
            x, y = (ax + bx) / 2, (ay + by) / 2
            if ax == bx:
                self.text(x + (-7 if side == "left" else 7), y + 5, label, "end" if side == "left" else "start", color=MUTED)
            else:
                self.text(x, y + 19 if side == "below" else y - 6, label, color=MUTED)

    def rect(self, x: float, y: float, w: float, h: float, fill: str, opacity: float = 1, radius: float = 2) -> None:
        """A filled area without text."""
        seen = f' fill-opacity="{opacity}"' if opacity != 1 else ""
        self.parts.append(f'<rect x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}" rx="{n(radius)}" fill="{fill}"{seen}/>')

    def svg(self, height: float) -> str:
        """The picture, `height` units high."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="guide-diagram" viewBox="-1 -1 {WIDTH + 2} {n(height + 2)}" font-family="system-ui,sans-serif" '
            f'font-size="{SMALL}" text-anchor="middle" fill="currentColor">\n' + "\n".join(self.parts) + "\n</svg>\n"
        )


def height(words: str, w: float) -> float:
    """How high a box of width `w` is with these words."""
    name, _, detail = words.partition("|")
    lines = (len(wrap(name, w - 16, SIZE, bold=True)) if name else 0) + (len(wrap(detail, w - 16, SMALL)) if detail else 0)
    return lines * LINE + 18
