"""`python hooks/check.py`: list every problem of the data files and pages, as a build would, without building."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

from studyguide.guide import load
from studyguide.problems import report

if __name__ == "__main__":
    guide, problems = load(Path(__file__).resolve().parent.parent, datetime.date.today())
    if problems:
        sys.exit(report(problems))
    print(f"{len(guide.pages)} pages, {len(guide.tables)} tables, no problems")
