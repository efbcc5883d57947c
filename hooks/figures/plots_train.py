"""Plots of training: learning rates, activation functions, search strategies."""

from __future__ import annotations

from math import erf, sqrt

import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.preprocessing import StandardScaler

from figures.registry import NEAR, figure
from figures.style import MUTED, ORANGE, RULE, TEAL, VIOLET, canvas, dots, inside, label, panel, plot_svg

Numbers = np.ndarray


@figure(
    "learning-rates",
    "Four learning rates, one loss function",
    "Loss of a linear regression over 60 steps of mini-batch gradient descent on the diabetes data. A very small rate barely falls, a good rate "
    "falls fast and flattens, a high rate bounces around a level, a still higher one grows without bound.",
    NEAR,
)
def learning_rates() -> str:
    """Batches of 16 rows; the loss is that of all rows, relative to the start."""
    data = load_diabetes()
    x, y = StandardScaler().fit_transform(data.data), (data.target - data.target.mean()) / data.target.std()

    def descend(rate: float) -> list[float]:
        rng, weights, losses = np.random.default_rng(2), np.zeros(10), []
        for _ in range(61):
            losses.append(float(np.mean((x @ weights - y) ** 2)))
            rows = rng.integers(0, len(y), 16)
            weights = weights - rate * 2 * x[rows].T @ (x[rows] @ weights - y[rows]) / 16
        return losses

    fig = canvas(330)
    axes = panel(fig, (44, 34, 420, 240), "Loss, relative to the start", "step", ((0, 20, 40, 60), (0, 0.5, 1, 1.5)), ((0, 60), (0.3, 1.75)))
    for rate, color, name, at in (
        (0.0008, MUTED, "too low", (53, 0.9)),
        (0.02, TEAL, "good: falls, then flattens", (18, 0.41)),
        (0.18, VIOLET, "high: bounces", (27, 1.12)),
        (0.27, ORANGE, "too high: diverges", (11.5, 1.62)),
    ):
        axes.plot(range(61), inside(descend(rate), 0, 1.75), color=color)
        label(axes, at[0], at[1], name, color, bold=True)
    return plot_svg(fig)


@figure(
    "activation-functions",
    "Activation functions and their slopes",
    "Six small plots with the function as a solid line and its derivative dashed: sigmoid and tanh flatten at both ends, so their slope "
    "vanishes; ReLU has slope 0 or 1; leaky ReLU keeps a small slope on the left; GELU is a smooth ReLU; the linear function has slope 1 "
    "everywhere.",
    NEAR,
)
def activation_functions() -> str:
    """Two columns, three rows."""
    x = np.linspace(-4, 4, 33)
    gauss = np.array([0.5 * (1 + erf(v / sqrt(2))) for v in x])
    sigmoid = 1 / (1 + np.exp(-x))
    known: tuple[tuple[str, Numbers, Numbers], ...] = (
        ("sigmoid", sigmoid, sigmoid * (1 - sigmoid)),
        ("tanh", np.tanh(x), 1 - np.tanh(x) ** 2),
        ("ReLU", np.maximum(x, 0), (x > 0) * 1.0),
        ("leaky ReLU", np.where(x > 0, x, 0.1 * x), np.where(x > 0, 1, 0.1)),
        ("GELU", x * gauss, gauss + x * np.exp(-(x**2) / 2) / sqrt(2 * np.pi)),
        ("linear", x, np.ones(33)),
    )
    fig = canvas(500)
    for i, (name, value, slope) in enumerate(known):
        axes = panel(fig, (28 + i % 2 * 240, 34 + i // 2 * 160, 206, 100), name, "", ((-4, 0, 4), (-1, 0, 1, 2)), ((-4, 4), (-1.3, 2.3)))
        axes.plot(x, inside(value, -1.3, 2.3), color=TEAL)
        axes.plot(x, slope, color=ORANGE, linestyle="--", linewidth=2)
        if i == 0:
            label(axes, -3.8, 1.75, "solid: value", TEAL, bold=True)
            label(axes, -3.8, 1.15, "dashed: slope", ORANGE, bold=True)
    return plot_svg(fig)


def quality(x: Numbers, y: Numbers) -> Numbers:
    """What a search tries to maximize: one hill, narrow in x, wide in y."""
    return np.asarray(np.exp(-(((x - 0.68) / 0.14) ** 2) - ((y - 0.42) / 0.45) ** 2))


def bayesian(trials: int) -> Numbers:
    """Points that a Gaussian process with upper confidence bound picks among 400 candidates, after five fixed starts."""
    cells = np.random.default_rng(4).random((400, 2)) * 0.96 + 0.02
    seen = np.array([(0.12, 0.2), (0.3, 0.8), (0.5, 0.5), (0.85, 0.75), (0.9, 0.15)])

    def kernel(a: Numbers, b: Numbers) -> Numbers:
        return np.asarray(np.exp(-((a[:, None] - b[None]) ** 2).sum(2) / (2 * 0.2**2)))

    while len(seen) < trials:
        inverse = np.linalg.inv(kernel(seen, seen) + 1e-4 * np.eye(len(seen)))
        cross = kernel(cells, seen)
        mean = cross @ inverse @ quality(seen[:, 0], seen[:, 1])
        spread = np.sqrt(np.clip(1 - np.einsum("ij,jk,ik->i", cross, inverse, cross), 0, None))
        hope: Numbers = np.where((cross > 0.999).any(1), -1, mean + 0.9 * spread)
        seen = np.vstack([seen, cells[int(np.argmax(np.round(hope, 6)))]])
    return seen


@figure(
    "search-strategies",
    "Where four search strategies spend their trials",
    "Four panels. Grid: 25 trials test only five values of the parameter that matters. Random: 25 different values of it. Bayesian: a few "
    "trials spread out, then most lie close to the best region. Hyperband: many runs start, the worse ones are stopped early, and few get all "
    "epochs.",
    NEAR,
)
def search_strategies() -> str:
    """Grid, random, Bayesian as points over one hill; Hyperband as loss curves."""
    fig = canvas(520)
    rng = np.random.default_rng(6)
    axis = np.linspace(0.1, 0.9, 5)
    plans: tuple[tuple[str, Numbers, str], ...] = (
        ("Grid", np.array([(a, b) for a in axis for b in axis]), TEAL),
        ("Random", rng.random((25, 2)) * 0.94 + 0.03, VIOLET),
        ("Bayesian", bayesian(25), ORANGE),
    )
    turn = np.linspace(0, 2 * np.pi, 41)
    for i, (name, points, color) in enumerate(plans):
        axes = panel(fig, (6 + i % 2 * 244, 34 + i // 2 * 256, 216, 190), name, "learning rate", ((), ()), ((0, 1), (0, 1)))
        for radius in (0.45, 0.8, 1.15):
            axes.plot(np.clip(0.68 + 0.14 * radius * np.cos(turn), 0, 1), np.clip(0.42 + 0.45 * radius * np.sin(turn), 0, 1), color=RULE, linewidth=1.5)
        dots(axes, points[:, 0], points[:, 1], color, 8)
    axes = panel(fig, (250, 290, 216, 190), "Hyperband", "epochs", ((1, 3, 9), ()), ((0, 9.6), (0, 1.05)))
    ends = np.sort(rng.random(9) * 0.6 + 0.1)
    for rank, end in enumerate(ends):
        last = 9 if rank < 1 else 3 if rank < 3 else 1
        grid = np.linspace(0, last, 13)
        axes.plot(grid, end + (1 - end) * np.exp(-grid * (0.9 - 0.06 * rank)), color=ORANGE if rank < 1 else VIOLET if rank < 3 else MUTED, linewidth=2)
    label(axes, 1.5, 0.84, "6 stop after 1 epoch", MUTED)
    label(axes, 3.3, 0.50, "2 after 3", VIOLET, bold=True)
    label(axes, 9.4, 0.05, "1 gets all 9", ORANGE, "right", bold=True)
    return plot_svg(fig)
