"""Plots of exploration: projections, components, clusters, box plot, skew."""

from __future__ import annotations

import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import load_breast_cancer, load_digits, make_blobs
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE
from sklearn.metrics import silhouette_score
from sklearn.preprocessing import StandardScaler

from figures.registry import NEAR, SHAPE, figure
from figures.style import BLUE, INK, MUTED, OLIVE, ORANGE, ROSE, TEAL, VIOLET, canvas, dots, label, panel, plot_svg

SIX = (TEAL, ORANGE, VIOLET, OLIVE, BLUE, ROSE)


@figure(
    "pca-tsne",
    "Handwritten digits in two dimensions: PCA and t-SNE",
    "The digits 0 to 5, 32 pictures of each with 64 pixels, projected to two dimensions. PCA, linear, leaves several digits overlapping. t-SNE, "
    "which keeps neighbors, shows six separate groups; distances between its groups and its axes have no meaning.",
    SHAPE,
)
def pca_tsne() -> str:
    """PCA above, t-SNE below, a label at the middle of each class."""
    data = load_digits(n_class=6)
    chosen = np.concatenate([np.flatnonzero(data.target == digit)[:32] for digit in range(6)])
    x, y = data.data[chosen], data.target[chosen]
    fig = canvas(560)
    flat = PCA(2, svd_solver="full").fit_transform(x)
    near = TSNE(2, perplexity=25, init=flat[:, :2] / flat[:, 0].std() * 1e-4, random_state=0, max_iter=400, learning_rate=100).fit_transform(x)
    for i, (name, points) in enumerate((("PCA: keeps the largest variance", flat), ("t-SNE: keeps neighbors", near))):
        low, high = points.min(0), points.max(0)
        pad = (high - low) * 0.05
        axes = panel(fig, (6, 34 + i * 278, 468, 240), name, "", ((), ()), ((low[0] - pad[0], high[0] + pad[0]), (low[1] - pad[1], high[1] + pad[1])))
        for digit in range(6):
            mine = points[y == digit]
            dots(axes, mine[:, 0], mine[:, 1], SIX[digit], 6, 0.75)
        for digit in range(6):
            middle = np.median(points[y == digit], axis=0)
            axes.text(float(middle[0]), float(middle[1]), str(digit), color=SIX[digit], ha="center", va="center", fontsize=24, fontweight="bold")
    return plot_svg(fig)


@figure(
    "scree",
    "How many components: the scree plot and the cumulative share",
    "Principal components of the 30 standardized features of the breast cancer data. Bars: the first component explains 44 percent of the "
    "variance, the second 19, then shares fall quickly. Line: the cumulative share passes 95 percent with ten components.",
    NEAR,
)
def scree() -> str:
    """Bars and the running sum."""
    share = PCA().fit(StandardScaler().fit_transform(load_breast_cancer().data)).explained_variance_ratio_[:14]
    total = np.cumsum(share)
    needed = int(np.argmax(total >= 0.95)) + 1
    fig = canvas(320)
    axes = panel(fig, (50, 34, 414, 230), "Share of variance", "component", ((1, 5, 10, 14), (0, 0.5, 0.95)), ((0.4, 14.6), (0, 1.04)))
    axes.bar(range(1, 15), share, color=TEAL, width=0.7)
    axes.plot(range(1, 15), total, color=ORANGE)
    dots(axes, [needed], [total[needed - 1]], ORANGE, 11)
    label(axes, needed + 0.2, 0.86, f"{needed} components", ORANGE, bold=True)
    label(axes, 3.6, 0.64, "cumulative", ORANGE, bold=True)
    label(axes, 2.5, 0.24, "each component", TEAL, bold=True)
    return plot_svg(fig)


@figure(
    "elbow-silhouette",
    "How many clusters: elbow and silhouette on data with four groups",
    "K-means with 1 to 7 clusters on data made of four groups. The within-cluster sum of squares falls steeply until k = 4 and slowly after it: "
    "the elbow. The mean silhouette is highest at k = 4.",
    NEAR,
)
def elbow_silhouette() -> str:
    """Sum of squares above, silhouette below, on the data of the page."""
    x = StandardScaler().fit_transform(make_blobs(600, centers=4, cluster_std=1.0, random_state=7)[0])
    counts = list(range(1, 8))
    fits = [KMeans(k, n_init=4, random_state=0).fit(x) for k in counts]
    inertia = [fit.inertia_ for fit in fits]
    width = [silhouette_score(x, fit.labels_) for fit in fits[1:]]
    fig = canvas(440)
    top = panel(fig, (54, 34, 410, 150), "Within-cluster sum of squares", "", (counts, (0, 500, 1000)), ((0.8, 7.2), (0, 1260)))
    bottom = panel(fig, (54, 238, 410, 146), "Mean silhouette", "number of clusters k", (counts, (0, 0.4, 0.8)), ((0.8, 7.2), (0, 0.95)))
    for axes, xs, ys, color in ((top, counts, inertia, TEAL), (bottom, counts[1:], width, ORANGE)):
        axes.plot(xs, ys, color=color)
        dots(axes, xs, ys, color, 8)
        axes.axvline(4, color=MUTED, linestyle="--", linewidth=1.5)
    label(top, 4.2, 200, "elbow", TEAL, bold=True)
    label(bottom, 4.2, 0.86, "highest", ORANGE, bold=True)
    return plot_svg(fig)


@figure(
    "box-plot",
    "How to read a box plot",
    "A box plot of 10, 10, 11, 12, 12, 12, 13, 13, 14, 15 and an outlier at 20, beside its values. The box runs from the first quartile 11.5 to "
    "the third 13.5 and holds the middle half; the line in it is the median 12. Whiskers end at the last values inside the fences 8.5 and 16.5, "
    "here 10 and 15. The value 20 is an outlier candidate.",
)
def box_plot() -> str:
    """The data of the page, with its parts named."""
    values = [10, 10, 11, 12, 12, 12, 13, 13, 14, 15, 20]
    first, median, third = (float(v) for v in np.percentile(values, (25, 50, 75)))
    reach = 1.5 * (third - first)
    low, high = min(v for v in values if v >= first - reach), max(v for v in values if v <= third + reach)
    fig = canvas(350)
    axes = panel(fig, (10, 10, 460, 290), "", "value", (range(8, 21, 2), ()), ((7.6, 20.8), (0, 10)))
    axes.spines["left"].set_visible(False)
    heights = [sum(1 for w in values[:i] if w == v) for i, v in enumerate(values)]
    dots(axes, values, [0.7 + 0.6 * h for h in heights], MUTED, 9)
    axes.fill([first, third, third, first], [4, 4, 6, 6], color=TEAL, alpha=0.25, linewidth=0)
    axes.plot([first, third, third, first, first], [4, 4, 6, 6, 4], color=TEAL, linewidth=2)
    axes.plot([median, median], [4, 6], color=ORANGE, linewidth=4)
    for start, end in ((first, low), (third, high)):
        axes.plot([start, end], [5, 5], color=TEAL, linewidth=2)
        axes.plot([end, end], [4.5, 5.5], color=TEAL, linewidth=2)
    dots(axes, [20], [5], ROSE, 11)
    for fence in (first - reach, third + reach):
        axes.plot([fence, fence], [3.2, 7.4], color=MUTED, linestyle="--", linewidth=1.5)
        label(axes, fence, 8.0, "fence", MUTED, "center")
    for x, y, words, color, side in (
        (first - 0.1, 6.6, "Q1", TEAL, "center"),
        (third + 0.1, 6.6, "Q3", TEAL, "center"),
        (median, 7.2, "median", ORANGE, "center"),
        (12.5, 8.9, "box = middle half, IQR 2", INK, "center"),
        (14.3, 3.4, "whisker ends\nat a value", TEAL, "center"),
        (20, 6.2, "outlier?", ROSE, "center"),
    ):
        for i, line in enumerate(words.split("\n")):
            label(axes, x, y - 0.7 * i, line, color, side, bold=color != INK)
    return plot_svg(fig)


@figure(
    "log-transform",
    "A right-skewed column before and after the logarithm",
    "Histograms of 2,000 log-normal incomes. Before, most values lie at the left with a long right tail, and the mean lies above the median. "
    "After the logarithm the shape is a symmetric bell, and mean and median coincide.",
    NEAR,
)
def log_transform() -> str:
    """Two histograms with mean and median."""
    rng = np.random.default_rng(1)
    income = np.exp(rng.normal(3.6, 0.7, 2000))
    fig = canvas(420)
    for i, (name, values, x, edges, ticks) in enumerate(
        (
            ("Before", income, "income, thousands", np.linspace(0, 240, 31), (0, 100, 200)),
            ("After", np.log(income), "log of income", np.linspace(1, 6.4, 31), (1, 2, 3, 4, 5, 6)),
        )
    ):
        skew = float(np.mean(((values - values.mean()) / values.std()) ** 3))
        counts, _ = np.histogram(values, edges)
        axes = panel(fig, (10, 34 + i * 210, 460, 120), f"{name}: skewness {abs(skew):.1f}", x, (ticks, ()), ((edges[0], edges[-1]), (0, counts.max() * 1.25)))
        axes.spines["left"].set_visible(False)
        axes.bar(edges[:-1], counts, width=np.diff(edges) * 0.92, align="edge", color=TEAL, alpha=0.55, linewidth=0)
        mean, median = float(values.mean()), float(np.median(values))
        for at, color in ((mean, ORANGE), (median, VIOLET)):
            axes.axvline(at, color=color, linewidth=2, linestyle="--" if color == ORANGE else "-")
        gap = (edges[-1] - edges[0]) / 60
        label(axes, max(mean, median) + gap, counts.max() * 1.12, "mean", ORANGE, bold=True)
        label(axes, min(mean, median) - gap, counts.max() * 1.12, "median", VIOLET, "right", bold=True)
    return plot_svg(fig)
