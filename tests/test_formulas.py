"""The worked figures of the tables, computed again with scikit-learn and NumPy: what a cell says is what comes out."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable

import numpy as np
import pytest
from sklearn import metrics

from repository import ROOT
from studyguide import source, tables
from studyguide.fields import Reading

NODE, _ = source.read(ROOT / "docs" / "_data" / "comparisons.yml", ROOT)
TABLES = tables.parse(NODE, Reading("comparisons.yml", datetime.date.today()))


def cell(table: str, row: str, column: str) -> tuple[float, int]:
    """The last number of a cell (after the colon or the equals sign) and its decimals; a percentage is a share."""
    found = TABLES[table].row(row)
    assert found, f"no row {row} in {table}"
    text = found.cells[column].replace("\N{MINUS SIGN}", "-")
    number = re.findall(r"-?\d+(?:\.\d+)?%?", text.split(" without ")[0])[-1]
    decimals = len(number.rstrip("%").partition(".")[2])
    return (float(number[:-1]) / 100, decimals + 2) if number.endswith("%") else (float(number), decimals)


def agrees(table: str, row: str, column: str, value: float) -> None:
    """The cell states `value`, rounded to the decimals that it prints."""
    stated, decimals = cell(table, row, column)
    line = (found := TABLES[table].row(row)) and found.cell_lines[column]
    assert abs(stated - value) <= 0.5 * 10**-decimals + 1e-9, f"comparisons.yml:{line}: {table}, {row}: the cell says {stated}, computed {value}"


TP, FN, FP, TN = 60, 40, 10, 890
Y = np.array([1] * (TP + FN) + [0] * (FP + TN))
P = np.array([1] * TP + [0] * FN + [1] * FP + [0] * TN)
CLASSIFICATION: dict[str, Callable[[], float]] = {
    "accuracy": lambda: metrics.accuracy_score(Y, P),
    "precision": lambda: metrics.precision_score(Y, P),
    "recall": lambda: metrics.recall_score(Y, P),
    "specificity": lambda: metrics.recall_score(Y, P, pos_label=0),
    "fpr": lambda: FP / (FP + TN),
    "fnr": lambda: FN / (FN + TP),
    "npv": lambda: metrics.precision_score(Y, P, pos_label=0),
    "f1": lambda: metrics.f1_score(Y, P),
    "f2": lambda: metrics.fbeta_score(Y, P, beta=2),
    "balanced-accuracy": lambda: metrics.balanced_accuracy_score(Y, P),
    "mcc": lambda: metrics.matthews_corrcoef(Y, P),
    "kappa": lambda: metrics.cohen_kappa_score(Y, P),
}


@pytest.mark.parametrize("row", CLASSIFICATION)
def test_classification_metrics(row: str) -> None:
    """TP=60, FN=40, FP=10, TN=890."""
    agrees("classification-metrics", row, "example", float(CLASSIFICATION[row]()))


TRUE, GUESS = np.array([10.0, 20, 30, 40, 100]), np.array([12.0, 18, 33, 37, 60])
REGRESSION: dict[str, Callable[[], float]] = {
    "mae": lambda: metrics.mean_absolute_error(TRUE, GUESS),
    "mse": lambda: metrics.mean_squared_error(TRUE, GUESS),
    "rmse": lambda: metrics.root_mean_squared_error(TRUE, GUESS),
    "medae": lambda: metrics.median_absolute_error(TRUE, GUESS),
    "r2": lambda: metrics.r2_score(TRUE, GUESS),
    "mape": lambda: metrics.mean_absolute_percentage_error(TRUE, GUESS),
    "wape": lambda: float(np.abs(TRUE - GUESS).sum() / np.abs(TRUE).sum()),
    "rmsle": lambda: metrics.root_mean_squared_log_error(TRUE, GUESS),
}


@pytest.mark.parametrize("row", REGRESSION)
def test_regression_metrics(row: str) -> None:
    """y = 10, 20, 30, 40, 100 and predictions 12, 18, 33, 37, 60."""
    agrees("regression-metrics", row, "example", float(REGRESSION[row]()))


@pytest.mark.parametrize(
    ("row", "value"),
    [
        ("precision-at-k", 3 / 5),
        ("recall-at-k", 3 / 6),
        ("map", (1 / 1 + 2 / 3 + 3 / 5) / 3),
        ("mrr", (1 / 1 + 1 / 3 + 1 / 2) / 3),
        ("ndcg", float(metrics.ndcg_score([[3, 2, 0, 1]], [[4, 3, 2, 1]]))),
        ("hit-rate", 4 / 5),
        ("coverage", 300 / 1000),
    ],
)
def test_ranking_metrics(row: str, value: float) -> None:
    """The small examples that stand in the cells."""
    agrees("ranking-metrics", row, "example", value)


@pytest.mark.parametrize("row", ["t-01", "t-03", "t-05", "t-07"])
def test_threshold_counts(row: str) -> None:
    """Precision, recall and F1 follow from the counts of the same row."""
    tp, fn, fp = (cell("threshold-counts", row, key)[0] for key in ("tp", "fn", "fp"))
    assert tp + fn == 100
    agrees("threshold-counts", row, "precision", tp / (tp + fp))
    agrees("threshold-counts", row, "recall", tp / (tp + fn))
    agrees("threshold-counts", row, "f1", 2 * tp / (2 * tp + fp + fn))


def test_averages_over_classes() -> None:
    """Macro and weighted F1 of 0.891, 0.753, 0.400 over 100, 50 and 10 rows."""
    scores, rows = np.array([0.891, 0.753, 0.400]), np.array([100, 50, 10])
    agrees("class-averaging", "macro", "f1", float(scores.mean()))
    agrees("class-averaging", "weighted", "f1", float(np.average(scores, weights=rows)))


def test_bias_in_data() -> None:
    """700 rows of a with 420 positives, 300 of d with 120."""
    a, d = np.array([0.6, 0.4]), np.array([0.4, 0.6])
    mean = (a + d) / 2

    def kl(one: np.ndarray, other: np.ndarray) -> float:
        return float((one * np.log(one / other)).sum())

    computed = {
        "ci": (700 - 300) / 1000,
        "dpl": 420 / 700 - 120 / 300,
        "kl": kl(a, d),
        "js": (kl(a, mean) + kl(d, mean)) / 2,
        "lp": float(np.linalg.norm(a - d)),
        "tvd": float(np.abs(a - d).sum() / 2),
        "ks-bias": float(np.abs(a - d).max()),
        "cddl": 180 / (280 + 180) - 120 / (420 + 120),
    }
    for row, value in computed.items():
        agrees("data-bias-metrics", row, "example", value)


def test_bias_of_models() -> None:
    """a: TP=50, FP=10, FN=5, TN=35; d: TP=16, FP=4, FN=10, TN=20."""

    def rates(tp: int, fp: int, fn: int, tn: int) -> dict[str, float]:
        n, positive, negative, observed, absent = tp + fp + fn + tn, tp + fp, fn + tn, tp + fn, fp + tn
        return {
            "q": positive / n, "acc": (tp + tn) / n, "tpr": tp / observed, "tnr": tn / absent, "ppv": tp / positive,
            "npv": tn / negative, "c": observed / positive, "r": absent / negative, "t": fn / fp,
        }  # fmt: skip

    a, d = rates(50, 10, 5, 35), rates(16, 4, 10, 20)
    computed = {
        "dppl": a["q"] - d["q"],
        "di": d["q"] / a["q"],
        "ad": a["acc"] - d["acc"],
        "rd": a["tpr"] - d["tpr"],
        "sd": d["tnr"] - a["tnr"],
        "dar": a["ppv"] - d["ppv"],
        "drr": d["npv"] - a["npv"],
        "dcacc": a["c"] - d["c"],
        "dcr": d["r"] - a["r"],
        "te": d["t"] - a["t"],
    }
    for row, value in computed.items():
        agrees("model-bias-metrics", row, "example", value)


@pytest.mark.parametrize("row", [row.id for row in TABLES["gpu-memory"].rows])
def test_memory_of_weights(row: str) -> None:
    """Parameters times bytes each."""
    billions = int(row.partition("-")[0])
    for column, size in (("fp32", 4), ("fp16", 2), ("int8", 1), ("int4", 0.5)):
        agrees("gpu-memory", row, column, billions * size)


def test_ranges_of_activations() -> None:
    """GELU and SiLU reach down to the minima that the cells state."""
    x = np.linspace(-6, 6, 200_001)
    gelu = x * 0.5 * (1 + np.vectorize(math.erf)(x / math.sqrt(2)))
    silu = x / (1 + np.exp(-x))
    assert "-0.17" in TABLES["activations"].row("gelu").cells["range"] and round(float(gelu.min()), 2) == -0.17  # type: ignore[union-attr]
    assert "-0.28" in TABLES["activations"].row("silu").cells["range"] and round(float(silu.min()), 2) == -0.28  # type: ignore[union-attr]
