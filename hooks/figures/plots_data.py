"""Plots of data in use: synthetic minority rows, drift, similarity of vectors."""

from __future__ import annotations

import numpy as np
from sklearn.neighbors import NearestNeighbors

from figures.registry import NEAR, figure
from figures.style import INK, MUTED, ORANGE, TEAL, VIOLET, canvas, dots, label, panel, plot_svg


@figure(
    "smote",
    "SMOTE places new minority rows between neighbors",
    "Scatter plot of a large majority class and a small minority class. Each synthetic row lies on a line between a minority row and one of its "
    "nearest minority neighbors, so all new rows lie inside the known cloud of the minority. An isolated minority point among the majority "
    "pulls synthetic rows into the wrong area.",
    NEAR,
)
def smote() -> str:
    """Majority, minority, segments, synthetic points."""
    rng = np.random.default_rng(11)
    many = rng.normal((0, 0), (1.5, 1.1), (150, 2))
    few = np.vstack([rng.normal((3.4, 1.3), (0.55, 0.5), (11, 2)), [(0.9, 0.2)]])
    near = NearestNeighbors(n_neighbors=4).fit(few).kneighbors(few, return_distance=False)[:, 1:]
    fig = canvas(360)
    axes = panel(fig, (6, 10, 468, 330), "", "", ((), ()), ((-4.2, 5), (-3.1, 3.2)))
    dots(axes, many[:, 0], many[:, 1], MUTED, 6, 0.45)
    made = []
    for row in [*range(12), 11]:
        other = few[near[row][int(rng.integers(0, 3))]]
        axes.plot([few[row][0], other[0]], [few[row][1], other[1]], color=ORANGE, linewidth=1, alpha=0.7)
        made.append(few[row] + rng.random() * (other - few[row]))
    made_array = np.array(made)
    dots(axes, few[:, 0], few[:, 1], TEAL, 10)
    dots(axes, made_array[:, 0], made_array[:, 1], ORANGE, 9)
    label(axes, -4.0, 2.8, "majority", MUTED, bold=True)
    label(axes, 2.9, 2.8, "minority", TEAL, "right", bold=True)
    label(axes, 4.9, -0.35, "synthetic", ORANGE, "right", bold=True)
    label(axes, 0.4, -2.6, "a lone point pulls rows", INK)
    label(axes, 0.4, -2.95, "into the majority", INK)
    axes.plot([1.3, 0.95], [-2.35, 0.0], color=INK, linewidth=1)
    return plot_svg(fig)


@figure(
    "drift-psi",
    "Drift of one feature: training, live, and what each bin adds to the PSI",
    "Age of customers at training time and this week, in ten bins that held 10 percent each in training. The live distribution has moved to "
    "younger ages. Below, the contribution of each bin to the population stability index; the lowest bin adds most, and the sum of 0.15 lies "
    "between look and act.",
    NEAR,
)
def drift_psi() -> str:
    """The page's own sample: same generator, same bins."""
    rng = np.random.default_rng(7)
    train, live = rng.normal(40, 10, 20_000), rng.normal(36, 11, 2_000)
    edges = np.quantile(train, np.linspace(0, 1, 11))[1:-1]
    expected = np.bincount(np.digitize(train, edges), minlength=10) / len(train)
    actual = np.bincount(np.digitize(live, edges), minlength=10) / len(live)
    part = (actual - expected) * np.log(actual / expected)
    fig = canvas(500)
    top = panel(fig, (10, 34, 460, 130), "Distribution of age", "age", ((20, 40, 60), ()), ((2, 78), (0, 0.048)))
    top.spines["left"].set_visible(False)
    grid = np.linspace(2, 78, 39)
    for values, color, name, at in ((train, TEAL, "training", (50, 0.034)), (live, ORANGE, "live", (21, 0.034))):
        share, _ = np.histogram(values, grid, density=True)
        top.plot((grid[:-1] + grid[1:]) / 2, share, color=color)
        label(top, *at, name, color, "left" if name == "training" else "right", bold=True)
    middle = panel(fig, (50, 240, 420, 90), "Share of rows per bin", "", (range(1, 11), (0, 0.1, 0.2)), ((0.4, 10.6), (0, 0.25)))
    middle.bar(np.arange(1, 11) - 0.2, expected, width=0.36, color=TEAL)
    middle.bar(np.arange(1, 11) + 0.2, actual, width=0.36, color=ORANGE)
    title = f"Contribution: PSI = {part.sum():.2f}"
    bottom = panel(fig, (50, 384, 420, 66), title, "bin, from young to old", (range(1, 11), (0, 0.05, 0.1)), ((0.4, 10.6), (0, 0.11)))
    bottom.bar(range(1, 11), part, width=0.6, color=VIOLET)
    return plot_svg(fig)


@figure(
    "cosine-similarity",
    "Cosine compares directions, Euclidean distance compares end points",
    "Three vectors from one origin: a, a longer vector c in the same direction, and b of the same length as a in another direction. The angle "
    "between a and c is zero, so their cosine is 1; the angle between a and b gives 0.80. By Euclidean distance b is closer to a than c is. "
    "Scaled to length 1, a and c become the same point.",
    NEAR,
)
def cosine_similarity() -> str:
    """Vectors, the angle, the distances, the unit circle."""
    a, b = np.array([0.8, 0.6]), np.array([1.0, 0.0])
    c = 2.4 * a
    fig = canvas(330)
    axes = panel(fig, (10, 10, 460, 310), "", "", ((), ()), ((-0.12, 2.4), (-0.16, 1.54)))
    axes.spines[:].set_visible(False)
    turn = np.linspace(0, np.pi / 2, 30)
    axes.plot(np.cos(turn), np.sin(turn), color=MUTED, linestyle="--", linewidth=1.5)
    arc = np.linspace(0, np.arctan2(a[1], a[0]), 12)
    axes.plot(0.35 * np.cos(arc), 0.35 * np.sin(arc), color=INK, linewidth=1.5)
    for end, color, width in ((c, TEAL, 2.5), (a, ORANGE, 5), (b, VIOLET, 5)):
        axes.plot([0, end[0]], [0, end[1]], color=color, linewidth=width)
        dots(axes, [end[0]], [end[1]], color, 12)
    for end in (b, c):
        axes.plot([a[0], end[0]], [a[1], end[1]], color=MUTED, linestyle=":", linewidth=2)
    label(axes, 0.70, 0.70, "a", ORANGE, "right", bold=True)
    label(axes, 1.05, -0.06, "b", VIOLET, bold=True)
    label(axes, c[0] - 0.05, c[1] + 0.06, "c", TEAL, "right", bold=True)
    label(axes, 0.10, -0.09, "cosine(a, b) = 0.80", INK)
    label(axes, 1.02, 0.34, f"distance {np.linalg.norm(a - b):.2f}", MUTED)
    label(axes, 1.45, 0.98, f"distance {np.linalg.norm(a - c):.2f}", MUTED)
    label(axes, 0.55, 1.28, "cosine(a, c) = 1.00", INK, "left")
    label(axes, 0.02, 1.08, "length 1", MUTED)
    return plot_svg(fig)
