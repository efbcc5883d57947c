"""Two forms of decision tree that a phone can show: a ladder of yes/no questions, and an outline of cases."""

from __future__ import annotations

from figures.diagrams import EDGE, LINE, MUTED, SIZE, SMALL, Diagram, height, wrap

ASK, ANSWER, LEFT = 236, 194, 286
INDENT, SPLIT = 26, 262


def ladder(start: str, steps: list[tuple[str, str]], last: str) -> str:
    """Questions from top to bottom: "yes" leads right to the answer, "no" down to the next question, the last "no" to `last`."""
    diagram = Diagram()
    diagram.text(0, 16, start, "start", SIZE, bold=True)
    y = 32.0
    for question, answer in steps:
        high = max(height("|" + question, ASK), height(answer, ANSWER))
        asked = diagram.box(0, y, ASK, "|" + question, high)
        told = diagram.box(LEFT, y, ANSWER, answer, high, "accent")
        diagram.arrow(asked.right, told.left, label="yes")
        diagram.arrow(asked.bottom, (asked.bottom[0], y + high + 28), label="no")
        y += high + 28
    told = diagram.box(0, y, ASK, last, 0, "accent")
    return diagram.svg(y + told.h)


def outline(groups: list[tuple[str, list[tuple[str, str]]]]) -> str:
    """Groups of `case → answer`, hung on a trunk."""
    diagram = Diagram()
    y = 0.0
    for title, cases in groups:
        diagram.text(0, y + 18, title, "start", SIZE, bold=True)
        y += 28
        top, middle = y - 4, y
        for case, answer in cases:
            asked, told = wrap(case, SPLIT - INDENT - 26), wrap(answer, 480 - SPLIT - 16, SIZE, bold=True)
            high = max(len(asked) * LINE, len(told) * LINE + 10)
            middle = y + high / 2
            diagram.line((8, middle), (INDENT - 4, middle), color=EDGE)
            for number, line in enumerate(asked):
                diagram.text(INDENT, middle - len(asked) * LINE / 2 + 15 + number * LINE, line, "start", SMALL)
            diagram.arrow((SPLIT - 22, middle), (SPLIT - 2, middle), color=MUTED)
            diagram.box(SPLIT, y, 480 - SPLIT, answer, high, "accent")
            y += high + 6
        diagram.line((8, top), (8, middle), color=EDGE)
        y += 10
    return diagram.svg(y - 16)

