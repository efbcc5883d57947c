"""What is wrong with a contributor's file, said so that it can be mended in one go.

Every reader and rule in this package yields `Problem`s instead of raising; the build lists them all at once.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in one file. `path` is relative to the repository's root, `line` counts from 1."""

    path: str
    line: int
    what: str
    mend: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}" + (f"; {self.mend}" if self.mend else "")


def report(problems: Iterable[Problem]) -> str:
    """All problems, sorted by place, one a line, and their number."""
    lines = [str(problem) for problem in sorted(set(problems))]
    return "\n".join([*lines, f"{len(lines)} problem{'s' if len(lines) != 1 else ''}"])


def suggest(wrong: str, known: Iterable[str], otherwise: str = "") -> str:
    """How to mend a name that is not in a closed set: the nearest known name, else `otherwise`."""
    near = difflib.get_close_matches(wrong, list(known), n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else otherwise


def choices(known: Iterable[str]) -> str:
    """A short closed set, spelled out for a message."""
    return "choose one of " + ", ".join(f"'{name}'" for name in known)
