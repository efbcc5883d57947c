"""Plots of classification: curves, thresholds, calibration. One model on one imbalanced data set feeds them."""

from __future__ import annotations

from functools import cache

import numpy as np
from sklearn.calibration import CalibratedClassifierCV, calibration_curve
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, confusion_matrix, precision_recall_curve, roc_auc_score, roc_curve
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB

from figures.diagrams import EDGE, MUTED, SERIES, Diagram
from figures.registry import NEAR, figure
from figures.style import INK, ORANGE, TEAL, VIOLET, canvas, label, panel, plot_svg
from figures.style import MUTED as GRAY

Scores = tuple[np.ndarray, np.ndarray]
MISS, ALARM = 10, 1


@cache
def scores() -> Scores:
    """Truth and predicted probability of 10,000 test rows, 4% of them positive."""
    rng = np.random.default_rng(3)
    y = (rng.random(20_000) < 0.04).astype(int)
    x = rng.normal(size=(20_000, 6))
    x[y == 1, :3] += 1.25
    x1, x2, y1, y2 = train_test_split(x, y, test_size=0.5, stratify=y, random_state=3)
    return y2, LogisticRegression().fit(x1, y1).predict_proba(x2)[:, 1]


def thin(x: list[float], y: list[float], points: int = 70) -> tuple[list[float], list[float]]:
    """A curve at evenly spaced positions of its arc, so that it needs few points."""
    arc = np.concatenate([[0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    at = np.linspace(0, arc[-1], points)
    return list(np.interp(at, arc, x)), list(np.interp(at, arc, y))


@figure(
    "roc-and-pr",
    "The same model on rare positives: ROC looks fine, precision–recall tells more",
    "Two curves of one classifier on data with 4 percent positives. The ROC curve bends far above the diagonal of chance. The precision–recall "
    "curve of the same scores falls early: at high recall most alarms are false. Its baseline is the share of positives.",
    NEAR,
)
def roc_and_pr() -> str:
    """ROC left, PR right."""
    truth, chance = scores()
    fig = canvas(270)
    unit = ((0, 0.5, 1), (0, 0.5, 1))
    limits = ((0, 1), (0, 1.02))
    left = panel(fig, (30, 34, 182, 180), "ROC", "false positive rate", unit, limits)
    right = panel(fig, (282, 34, 182, 180), "Precision–recall", "recall", unit, limits)
    rate, hit, _ = roc_curve(truth, chance)
    left.plot(*thin(rate, hit), color=TEAL)
    left.plot([0, 1], [0, 1], color=GRAY, linestyle="--", linewidth=1.5)
    label(left, 0.17, 0.80, f"AUC {roc_auc_score(truth, chance):.2f}", TEAL, bold=True)
    label(left, 0.62, 0.47, "chance", GRAY)
    precision, recall, _ = precision_recall_curve(truth, chance)
    right.plot(*thin(recall[:-1], precision[:-1]), color=ORANGE)
    base = float(np.mean(truth))
    right.plot([0, 1], [base, base], color=GRAY, linestyle="--", linewidth=1.5)
    label(right, 0.30, 0.92, f"AP {average_precision_score(truth, chance):.2f}", ORANGE, bold=True)
    label(right, 0.04, base + 0.09, f"base rate {base:.2f}", GRAY)
    return plot_svg(fig)


@figure(
    "threshold-sweep",
    "Moving the threshold: precision, recall and F1, and what it costs",
    "Above: as the threshold rises from 0 to 1, recall falls, precision rises, and F1 has a maximum in between. Below: total cost when a miss "
    "costs 10 and a false alarm 1; the cheapest threshold lies far below 0.5.",
    NEAR,
)
def threshold_sweep() -> str:
    """Rates above, cost below."""
    truth, chance = scores()
    grid = np.linspace(0.01, 0.99, 50)
    counts = np.array([confusion_matrix(truth, chance >= t).ravel() for t in grid], dtype=float)
    fp, fn, tp = counts[:, 1], counts[:, 2], counts[:, 3]
    fig = canvas(470)
    steps = (0, 0.25, 0.5, 0.75, 1)
    top = panel(fig, (50, 32, 414, 190), "Rate", "", (steps, (0, 0.5, 1)), ((0, 1), (0, 1.02)))
    precision, recall = tp / np.maximum(tp + fp, 1), tp / (tp + fn)
    f1 = 2 * tp / (2 * tp + fp + fn)
    for values, color, name, x, y in (
        (recall, TEAL, "recall", 0.10, 0.84),
        (precision, ORANGE, "precision", 0.34, 0.90),
        (f1, VIOLET, "F1", 0.55, 0.53),
    ):
        top.plot(grid, values, color=color)
        label(top, x, y, name, color, bold=True)
    bottom = panel(fig, (50, 272, 414, 150), "Cost: a miss 10, a false alarm 1", "threshold", (steps, (0, 2000, 4000)), ((0, 1), (0, 5200)))
    cost = fn * MISS + fp * ALARM
    bottom.plot(grid, np.minimum(cost, 6000), color=INK)
    best = int(np.argmin(cost))
    bottom.axvline(grid[best], color=ORANGE, linestyle="--", linewidth=1.5)
    label(bottom, grid[best] + 0.02, 4700, f"cheapest: {grid[best]:.2f}", ORANGE, bold=True)
    return plot_svg(fig)


@figure(
    "two-thresholds",
    "One model, two thresholds, two confusion matrices",
    "Confusion matrices of the same scores. At threshold 0.5 there are few false alarms and many misses; at the lower threshold 0.1 there are "
    "fewer misses and many more false alarms, so recall rises and precision falls.",
)
def two_thresholds() -> str:
    """Two matrices of counts, one above the other."""
    truth, chance = scores()
    d = Diagram()
    for i, threshold in enumerate((0.5, 0.1)):
        y = i * 214
        tn, fp, fn, tp = (int(v) for v in confusion_matrix(truth, chance >= threshold).ravel())
        d.text(0, y + 16, f"Threshold {threshold}", "start", 16, bold=True)
        d.text(480, y + 16, f"precision {tp / (tp + fp):.2f}, recall {tp / (tp + fn):.2f}", "end")
        d.text(195, y + 46, "predicted yes", color=MUTED)
        d.text(383, y + 46, "predicted no", color=MUTED)
        yes, no = ((tp, "hits", 1), (fn, "misses", 2)), ((fp, "false alarms", 2), (tn, "correct rejections", 1))
        for row, (name, cells) in enumerate((("actual yes", yes), ("actual no", no))):
            top = y + 56 + row * 64
            d.text(92, top + 34, name, "end", color=MUTED)
            for column, (count, word, tone) in enumerate(cells):
                x = 102 + column * 190
                d.rect(x, top, 184, 58, SERIES[tone], 0.2, 6)
                d.parts.append(f'<rect x="{x}" y="{top}" width="184" height="58" rx="6" fill="none" stroke="{EDGE}"/>')
                d.text(x + 92, top + 26, f"{count:,}", size=18, bold=True)
                d.text(x + 92, top + 47, word)
    return d.svg(402)


@figure(
    "calibration-curve",
    "Calibration: does a score of 0.8 mean 80 percent?",
    "Observed share of positives against predicted probability. The diagonal is perfect calibration. Naive Bayes lies above it at low scores "
    "and below it at high ones: it counts copies of one feature as new evidence and is overconfident. Logistic regression follows the diagonal, "
    "and naive Bayes with isotonic calibration comes back to it.",
    NEAR,
)
def calibration() -> str:
    """Reliability curves of three models."""
    rng = np.random.default_rng(5)
    y = (rng.random(40_000) < 0.4).astype(int)
    signal = rng.normal(size=(40_000, 2)) + 0.9 * y[:, None]
    x = np.hstack([signal, signal + rng.normal(0, 0.3, signal.shape), signal + rng.normal(0, 0.3, signal.shape)])
    x1, x2, y1, y2 = train_test_split(x, y, test_size=0.5, random_state=5)
    fig = canvas(400)
    fifths = (0, 0.2, 0.4, 0.6, 0.8, 1)
    axes = panel(fig, (44, 34, 420, 310), "Share that is really positive", "predicted probability", (fifths, fifths), ((0, 1), (0, 1)))
    axes.plot([0, 1], [0, 1], color=GRAY, linestyle="--", linewidth=1.5)
    for model, color, name, at in (
        (GaussianNB(), ORANGE, "naive Bayes", (0.66, 0.36)),
        (LogisticRegression(), TEAL, "logistic regression", (0.06, 0.60)),
        (CalibratedClassifierCV(GaussianNB(), method="isotonic", cv=3), VIOLET, "naive Bayes + isotonic", (0.30, 0.86)),
    ):
        observed, predicted = calibration_curve(y2, model.fit(x1, y1).predict_proba(x2)[:, 1], n_bins=10)
        axes.plot(predicted, observed, color=color)
        label(axes, *at, name, color, bold=True)
    label(axes, 0.66, 0.12, "dashed: perfect", GRAY)
    return plot_svg(fig)
