"""How big a cell is, so that columns sort by size and not by letters: "180 days", "128 KB", "≥ 3", "none"."""

from __future__ import annotations

import re

_SECONDS: dict[str, float] = {"ms": 0.001, "millisecond": 0.001, "s": 1, "sec": 1, "second": 1, "min": 60, "minute": 60, "h": 3600, "hour": 3600}
_SECONDS |= {"day": 86_400, "d": 86_400, "week": 604_800, "month": 2_592_000, "year": 31_536_000}
_BYTES: dict[str, float] = {"b": 1, "byte": 1}
for _power, _letter in enumerate("kmgtp", start=1):
    _BYTES |= {f"{_letter}b": 1000**_power, f"{_letter}ib": 1024**_power}
KINDS = ("number", "duration", "size")
_UNITS = {"duration": _SECONDS, "size": _BYTES}
_NUMBER = re.compile(r"[^\w]*(?:up to|at least|about|from|under|over|max(?:imum)?|min(?:imum)?)?[^\w]*?(\d[\d,]*(?:\.\d+)?)\s*(\w*)", re.I)
_NOTHING = re.compile(r"(none|n/a|no |no$|not |0$)", re.I)


def size(cell: str, kind: str) -> float | None:
    """The cell's place on the scale of `kind` (seconds for durations, bytes for sizes); None when it has none.

    "none" and "n/a" come before every number; words that stand for no limit come after.
    """
    text = cell.replace("*", "").replace("`", "").strip()
    if _NOTHING.match(text):
        return -1.0
    if re.match(r"(unlimited|no limit)", text, re.I):
        return float(10**18)
    if re.match(r"(milliseconds?|seconds?|minutes?|hours?|days?)\b", text, re.I) and kind == "duration":
        return _SECONDS[text.split()[0].lower().strip(",.;").rstrip("s")]
    found = _NUMBER.match(text)
    if not found:
        return None
    number, unit = float(found[1].replace(",", "")), found[2].lower()
    if kind == "number":
        return number
    units = _UNITS[kind]
    # "3-5 h": the unit may stand behind a range
    ranged = re.match(r"[^\w]*[\d,.]+\s*(?:-|–|to)\s*[\d,.]+\s*(\w+)", text)
    for name in (unit, unit.rstrip("s"), ranged[1].lower() if ranged else "", ranged[1].lower().rstrip("s") if ranged else ""):
        if name in units:
            return number * units[name]
    return None
