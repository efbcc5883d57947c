"""Plots of fitting: bias and variance, learning curves, boosting rounds, penalties."""

from __future__ import annotations

import numpy as np
from sklearn.datasets import load_diabetes, make_classification
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LinearRegression, Ridge, lasso_path
from sklearn.metrics import log_loss
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import MinMaxScaler, PolynomialFeatures, StandardScaler

from figures.registry import NEAR, figure
from figures.style import INK, MUTED, ORANGE, RULE, TEAL, VIOLET, canvas, dots, inside, label, panel, plot_svg

Numbers = np.ndarray


def wave(rows: int, seed: int) -> tuple[Numbers, Numbers]:
    """One period of a sine with noise."""
    rng = np.random.default_rng(seed)
    x = (np.arange(rows) + 0.5) / rows
    return x[:, None], np.sin(2 * np.pi * x) + rng.normal(0, 0.25, rows)


def curve(degree: int) -> Pipeline:
    """A polynomial of this degree, fitted by least squares."""
    return make_pipeline(MinMaxScaler((-1, 1)), PolynomialFeatures(degree), LinearRegression())


@figure(
    "bias-variance",
    "Too simple, about right, too flexible",
    "Polynomials of degree 1, 4 and 14 fitted to the same 25 noisy points of a sine wave: the line misses the shape, degree 4 follows it, "
    "degree 14 follows the noise. Below: training error falls with the degree, while validation error falls and rises again; the best degree "
    "lies between.",
    NEAR,
)
def bias_variance() -> str:
    """Three fits and the two error curves."""
    x, y = wave(25, 4)
    many, truth = wave(400, 5)
    fig = canvas(420)
    fine = np.linspace(0.01, 0.99, 60)
    for i, (degree, color, name) in enumerate(((1, ORANGE, "degree 1"), (4, TEAL, "degree 4"), (14, VIOLET, "degree 14"))):
        axes = panel(fig, (4 + i * 162, 30, 148, 120), name, "", ((), ()), ((0, 1), (-1.8, 1.8)))
        dots(axes, x[:, 0], y, MUTED, 5, 0.7)
        axes.plot(fine, inside(curve(degree).fit(x, y).predict(fine[:, None]), -1.8, 1.8), color=color)
    degrees = range(1, 15)
    models = [curve(degree).fit(x, y) for degree in degrees]
    train = [float(np.mean((m.predict(x) - y) ** 2)) for m in models]
    valid = [float(np.mean((m.predict(many) - truth) ** 2)) for m in models]
    axes = panel(fig, (44, 206, 420, 160), "Mean squared error", "degree of the polynomial", ((1, 4, 7, 10, 14), (0, 0.1, 0.2, 0.3)), ((1, 14), (0, 0.36)))
    axes.plot(degrees, train, color=TEAL)
    axes.plot(degrees, inside(valid, 0, 0.36), color=ORANGE)
    label(axes, 8.2, 0.018, "training", TEAL, bold=True)
    label(axes, 6.6, 0.13, "validation", ORANGE, bold=True)
    label(axes, 1.2, 0.33, "bias", MUTED)
    label(axes, 13.8, 0.33, "variance", MUTED, "right")
    return plot_svg(fig)


@figure(
    "learning-curves",
    "Learning curves: would more data help?",
    "Error against the number of training rows. Left, underfitting: training and validation error meet at a high level, so more data does not "
    "help. Right, overfitting: training error is low, validation error high, and the gap closes as rows are added, so more data helps.",
    NEAR,
)
def learning_curves() -> str:
    """Degree 1 left, degree 14 right."""
    fig = canvas(262)
    many, truth = wave(600, 9)
    sizes = np.unique(np.geomspace(18, 200, 12).astype(int))
    for i, (degree, name) in enumerate(((1, "Underfitting"), (14, "Overfitting"))):
        train, valid = [], []
        for size in sizes:
            runs = [(curve(degree), *wave(int(size), seed)) for seed in range(20, 36)]
            fits = [(m.fit(x, y), x, y) for m, x, y in runs]
            train.append(float(np.median([np.mean((m.predict(x) - y) ** 2) for m, x, y in fits])))
            valid.append(float(np.median([np.mean((m.predict(many) - truth) ** 2) for m, _, _ in fits])))
        axes = panel(fig, (34 + i * 232, 34, 190, 170), name, "training rows", ((50, 100, 150, 200), (0, 0.1, 0.2, 0.3)), ((16, 200), (0, 0.38)))
        axes.plot(sizes, train, color=TEAL)
        axes.plot(sizes, inside(valid, 0, 0.38), color=ORANGE)
        axes.axhline(0.0625, color=MUTED, linestyle="--", linewidth=1.5)
        if i == 0:
            label(axes, 70, 0.31, "validation", ORANGE, bold=True)
            label(axes, 90, 0.20, "training", TEAL, bold=True)
        else:
            label(axes, 60, 0.13, "validation", ORANGE, bold=True)
            label(axes, 196, 0.028, "training", TEAL, "right", bold=True)
            label(axes, 196, 0.24, "dashed: noise", MUTED, "right")
    return plot_svg(fig)


@figure(
    "early-stopping",
    "Boosting rounds: stop when validation loss stops falling",
    "Log loss of gradient boosting against the number of rounds. Training loss keeps falling; validation loss reaches its minimum and then "
    "rises. Early stopping keeps the model of the best round and ends training after a patience without improvement.",
    NEAR,
)
def early_stopping() -> str:
    """Loss per round, the best round, the patience."""
    x, y = make_classification(2000, 20, n_informative=5, flip_y=0.2, random_state=1)
    x1, x2, y1, y2 = train_test_split(x, y, test_size=0.6, random_state=1)
    model = GradientBoostingClassifier(n_estimators=150, learning_rate=0.2, max_depth=4, random_state=1).fit(x1, y1)
    rounds = np.arange(1, 151, 3)
    losses = [
        [log_loss(known, p) for i, p in enumerate(model.staged_predict_proba(rows), 1) if i % 3 == 1] for rows, known in ((x1, y1), (x2, y2))
    ]
    best = int(rounds[int(np.argmin(losses[1]))])
    fig = canvas(300)
    axes = panel(fig, (44, 34, 420, 210), "Log loss", "boosting rounds", ((0, 50, 100, 150), (0, 0.2, 0.4, 0.6)), ((0, 150), (0, 0.72)))
    axes.axvspan(best, best + 20, color=RULE, alpha=0.6, linewidth=0)
    axes.plot(rounds, losses[0], color=TEAL)
    axes.plot(rounds, losses[1], color=ORANGE)
    axes.axvline(best, color=MUTED, linestyle="--", linewidth=1.5)
    label(axes, best + 22, 0.66, f"best round about {best}, then patience", INK)
    label(axes, 95, 0.38, "validation", ORANGE, bold=True)
    label(axes, 95, 0.19, "training", TEAL, bold=True)
    return plot_svg(fig)


@figure(
    "l1-l2-paths",
    "L1 sets coefficients to zero one by one, L2 only shrinks them",
    "Coefficients of ten standardized features of the diabetes data as the penalty grows from left to right. With L1 (lasso) one coefficient "
    "after another reaches exactly zero. With L2 (ridge) all of them shrink toward zero together and none reaches it.",
    NEAR,
)
def l1_l2_paths() -> str:
    """Lasso left, ridge right; three features stand out."""
    data = load_diabetes()
    x, y = StandardScaler().fit_transform(data.data), data.target - data.target.mean()
    named = {"bmi": (ORANGE, 2), "bp": (VIOLET, 3), "sex": (TEAL, 1)}
    fig = canvas(290)
    grid = np.geomspace(0.3, 45, 36)
    lasso = lasso_path(x, y, alphas=grid)[1][:, ::-1]
    strong = np.geomspace(10, 5_000, 36)
    ridge = np.array([Ridge(alpha=a).fit(x, y).coef_ for a in strong]).T
    for i, (name, alphas, paths) in enumerate((("L1, lasso", grid, lasso), ("L2, ridge", strong, ridge))):
        axes = panel(fig, (38 + i * 230, 34, 196, 196), name, "penalty →", ((), (-20, 0, 20)), ((0, 1), (-26, 34)))
        place = (np.log(alphas) - np.log(alphas[0])) / (np.log(alphas[-1]) - np.log(alphas[0]))
        colors = {row: color for color, row in named.values()}
        for row in range(10):
            axes.plot(place, paths[row], color=colors.get(row, RULE if row not in colors else INK), linewidth=2.5 if row in colors else 1.5)
        for word, (color, row) in named.items():
            label(axes, 0.03, paths[row][0] + (4 if row != 1 else -4), word, color, bold=True)
    return plot_svg(fig)
