"""Cells sort by what they mean."""

import pytest

from studyguide.quantity import size


@pytest.mark.parametrize(
    ("cell", "kind", "expected"),
    [
        ("180 days", "duration", 180 * 86_400),
        ("3-5 h", "duration", 3 * 3600),
        ("1–5 minutes (Expedited)", "duration", 60),
        ("up to 12 hours", "duration", 12 * 3600),
        ("milliseconds", "duration", 0.001),
        ("128 KB", "size", 128_000),
        ("1 MiB", "size", 1024**2),
        ("≤ 50 TB", "size", 50 * 10**12),
        ("1,000 records", "number", 1000),
        ("99.99 %", "number", 99.99),
        ("none", "number", -1),
        ("n/a", "size", -1),
        ("unlimited", "number", 10**18),
        ("huge", "size", None),
        ("5 apples", "duration", None),
    ],
)
def test_size(cell: str, kind: str, expected: float | None) -> None:
    """Units and ranges are understood; what has no size has none."""
    assert size(cell, kind) == expected
