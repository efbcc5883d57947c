"""Ways to split data for validation, as rows of blocks."""

from __future__ import annotations

from figures.diagrams import EDGE, INK, MUTED, SERIES, Diagram
from figures.registry import figure


@figure(
    "cross-validation",
    "Which rows train and which validate",
    "Three schemes. K-fold: five parts, each is the validation part once. Group k-fold: all rows of a customer stay on one side. Time-series "
    "split: training is always the past, validation the next block, and nothing after it is used. A test set is kept apart in all of them.",
)
def cross_validation() -> str:
    """Blocks per round: training, validation, unused."""
    d = Diagram()
    left, width, high = 84, 60, 24

    def block(x: float, y: float, w: float, kind: str) -> None:
        if kind == "unused":
            d.parts.append(f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{high}" rx="3" fill="none" stroke="{EDGE}" stroke-dasharray="3 3"/>')
        else:
            d.rect(x, y, w, high, SERIES[2] if kind == "validation" else SERIES[1], 0.9 if kind == "validation" else 0.35, 3)

    for x, kind in ((0, "training"), (118, "validation"), (252, "unused")):
        block(x, 0, 26, kind)
        d.text(x + 34, 17, kind, "start")
    d.text(426, 17, "test: apart", color=MUTED)
    y = 58.0
    for title, rounds in (
        ("k-fold", [["validation" if part == turn else "training" for part in range(5)] for turn in range(5)]),
        ("Time-series split", [["training" if part < turn else "validation" if part == turn else "unused" for part in range(5)] for turn in range(1, 5)]),
    ):
        d.text(0, y, title, "start", 16, bold=True)
        if title.startswith("Time"):
            d.text(left + 150, y, "past → future", color=INK)
        for turn, parts in enumerate(rounds):
            top = y + 12 + turn * 29
            d.text(left - 10, top + 17, f"round {turn + 1}", "end", color=MUTED)
            for part, kind in enumerate(parts):
                block(left + part * width, top, width - 4, kind)
        d.rect(left + 5 * width + 22, y + 12, 62, len(rounds) * 29 - 5, EDGE, 0.3, 3)
        d.text(left + 5 * width + 53, y + 12 + len(rounds) * 14.5 + 3, "test")
        y += 12 + len(rounds) * 29 + 34
    d.text(0, y, "Group k-fold: a letter is a customer", "start", 16, bold=True)
    for turn, chosen in enumerate(("B", "D")):
        top = y + 12 + turn * 29
        d.text(left - 10, top + 17, f"round {turn + 1}", "end", color=MUTED)
        for place, who in enumerate("AAABBCCCCDDEEE"):
            at = left + place * 21.3
            block(at, top, 18.3, "validation" if who == chosen else "training")
            d.text(at + 9, top + 17, who)
    d.rect(left + 5 * width + 22, y + 12, 62, 53, EDGE, 0.3, 3)
    d.text(left + 5 * width + 53, y + 44, "test")
    return d.svg(y + 72)
