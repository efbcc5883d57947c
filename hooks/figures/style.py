"""How plots look, and how matplotlib's SVG becomes a figure of the guide.

Sizes are in the units of the diagrams: a plot is 480 wide, text has 15. Colors are drawn with the light scheme's values and
replaced by the CSS variables of the page. What is left of matplotlib's file is paths and texts, with rounded coordinates.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from html import escape
from xml.etree import ElementTree

import matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from numpy.typing import ArrayLike

from figures.diagrams import SERIES, WIDTH, n

matplotlib.use("svg")
TEAL, ORANGE, VIOLET, OLIVE, BLUE, ROSE = (re.findall("#[0-9a-f]{6}", SERIES[i])[0] for i in range(1, 7))
INK, MUTED, RULE, PAPER = "#1d2a2e", "#4a5a5f", "#d9d3c5", "#fffefb"
VARIABLES = {re.findall("#[0-9a-f]{6}", value)[0]: value for value in SERIES.values()} | {
    INK: "currentColor",
    MUTED: f"var(--md-default-fg-color--light,{MUTED})",
    RULE: f"var(--guide-line,{RULE})",
    PAPER: f"var(--md-default-bg-color,{PAPER})",
}
matplotlib.rcParams.update(
    {
        "svg.fonttype": "none",
        "svg.hashsalt": "guide",
        "path.simplify": False,
        "font.size": 15,
        "font.family": "DejaVu Sans",
        "text.color": INK,
        "axes.edgecolor": MUTED,
        "axes.labelcolor": INK,
        "axes.linewidth": 1,
        "axes.titlesize": 16,
        "axes.titleweight": "bold",
        "axes.titlelocation": "left",
        "axes.titlepad": 9,
        "axes.grid": True,
        "axes.axisbelow": True,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.facecolor": "none",
        "figure.facecolor": "none",
        "grid.color": RULE,
        "grid.linewidth": 1,
        "xtick.color": MUTED,
        "ytick.color": MUTED,
        "xtick.major.size": 0,
        "ytick.major.size": 0,
        "xtick.minor.size": 0,
        "ytick.minor.size": 0,
        "lines.linewidth": 2.5,
    }
)


def canvas(height: float) -> Figure:
    """An empty picture, 480 units wide."""
    return Figure(figsize=(WIDTH / 72, height / 72), dpi=72)


def panel(
    figure: Figure,
    box: tuple[float, float, float, float],
    title: str = "",
    x: str = "",
    ticks: tuple[Sequence[float], Sequence[float]] | None = None,
    limits: tuple[tuple[float, float], tuple[float, float]] | None = None,
) -> Axes:
    """Axes at (left, top, width, height) in units. The y axis has no label of its own: say it in the title."""
    width, height = figure.get_figwidth() * 72, figure.get_figheight() * 72
    left, top, w, h = box
    axes = figure.add_axes((left / width, 1 - (top + h) / height, w / width, h / height))
    axes.set_title(title)
    axes.set_xlabel(x)
    if ticks:
        axes.set_xticks(ticks[0], [f"{tick:,g}" for tick in ticks[0]])
        axes.set_yticks(ticks[1], [f"{tick:,g}" for tick in ticks[1]])
    if limits:
        axes.set_xlim(*limits[0])
        axes.set_ylim(*limits[1])
    return axes


def dots(axes: Axes, x: ArrayLike, y: ArrayLike, color: str, size: float = 6, alpha: float = 1) -> None:
    """A point for each pair: one path of strokes without length, which round caps turn into dots."""
    spots = np.repeat(np.column_stack([x, y]), 2, axis=0)
    codes = [Path.MOVETO, Path.LINETO] * (len(spots) // 2)
    axes.add_patch(PathPatch(Path(spots, codes), fill=False, edgecolor=color, linewidth=size, capstyle="round", alpha=alpha))


def inside(values: Iterable[float], low: float, high: float) -> list[float]:
    """The values with those outside a range left out, so that the line breaks there."""
    return [value if low <= value <= high else float("nan") for value in values]


def label(axes: Axes, x: float, y: float, words: str, color: str = INK, ha: str = "left", bold: bool = False) -> None:
    """A direct label at a point of the data."""
    axes.text(x, y, words, color=color, ha=ha, va="center", fontweight="bold" if bold else "normal")


def plot_svg(figure: Figure) -> str:
    """The figure's file: matplotlib's, reduced to paths and texts, and cut below the last of them."""
    file = io.StringIO()
    figure.savefig(file, format="svg", transparent=True, metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    root = ElementTree.fromstring(file.getvalue())
    shapes = _shapes(root)
    height = figure.get_figheight() * 72
    lowest = max(height * (1 - axes.get_position().y0) for axes in figure.axes)
    height = min(height, max([lowest + 2, *(float(y) + 7 for y in re.findall(r'<text x="[^"]*" y="([^"]*)"', "".join(shapes)))]))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="guide-plot" viewBox="0 0 {WIDTH} {n(height)}" '
    head += 'font-family="system-ui,sans-serif" font-size="15" fill="currentColor">'
    return "\n".join([head, *shapes, "</svg>", ""])


def _shapes(element: ElementTree.Element) -> list[str]:
    name = element.tag.rpartition("}")[2]
    if name in ("defs", "metadata"):
        return []
    if name == "use":
        raise ValueError("markers are not kept; draw with dots()")
    if name not in ("path", "text"):
        return [shape for child in element for shape in _shapes(child)]
    style = {key.strip(): value.strip() for key, _, value in (item.partition(":") for item in (element.get("style") or "").split(";"))}
    return _path(element, style) if name == "path" else _text(element, style)


def _path(element: ElementTree.Element, style: dict[str, str]) -> list[str]:
    fill, stroke = style.get("fill", "#000000"), style.get("stroke", "none")
    if fill == "none" and stroke == "none":
        return []
    extra = f' fill="{VARIABLES.get(fill, fill)}"'
    if stroke != "none":
        extra += f' stroke="{VARIABLES.get(stroke, stroke)}" stroke-width="{style.get("stroke-width", "1")}"'
    for key in ("stroke-linecap", "stroke-dasharray", "fill-opacity", "stroke-opacity", "opacity"):
        if key in style and style[key] not in ("square", "butt", "1"):
            extra += f' {key}="{style[key]}"'
    return [f'<path d="{_numbers(element.get("d") or "")}"{extra}/>']


def _text(element: ElementTree.Element, style: dict[str, str]) -> list[str]:
    fill = style.get("fill", INK)
    extra = "" if fill == INK else f' fill="{VARIABLES.get(fill, fill)}"'
    size, anchor = style.get("font-size", "15px").removesuffix("px"), style.get("text-anchor", "start")
    extra += f' font-size="{size}"' if size != "15" else ""
    extra += f' text-anchor="{anchor}"' if anchor != "start" else ""
    extra += ' font-weight="600"' if style.get("font-weight") in ("700", "bold") else ""
    place = f'x="{n(float(element.get("x") or 0))}" y="{n(float(element.get("y") or 0))}"'
    return [f"<text {place}{extra}>{escape(element.text or '', quote=False)}</text>"]


def _numbers(path: str) -> str:
    """A path with one decimal, no spare spaces, and strokes without length written as such."""
    short = re.sub(r"-?\d+(\.\d+)?(e-?\d+)?", lambda found: n(float(found[0])), path)
    short = re.sub(r"\s*([MLQCz])\s*", r"\1", " ".join(short.split()))
    return re.sub(r"M([\d.-]+ [\d.-]+)L\1(?=M|$)", r"M\1h0", short)
