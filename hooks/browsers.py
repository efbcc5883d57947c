"""The Chromium or Chrome of this system, for the commands that measure and print, and for the browser tests."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
"""As they are called on the path; the first draws no window of its own, which halves the time of the tests."""

_MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def find(names: tuple[str, ...] = NAMES) -> str | None:
    """The path of the one named in the variable CHROMIUM, else of the first that is found; None where there is none."""
    found = os.environ.get("CHROMIUM") or next((path for name in names if (path := shutil.which(name))), None)
    return found or (str(_MAC) if _MAC.is_file() else None)
