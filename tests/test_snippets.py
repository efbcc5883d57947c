"""The Python that the pages show: every snippet compiles; those that need nothing but numpy and scikit-learn run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import textwrap

import pytest

from repository import ROOT

_FENCE = re.compile(r"^([ ]*)```python[^\n]*\n(.*?)^\1```", re.M | re.S)
RUNNABLE = {"numpy", "sklearn", "math", "collections", "random", "statistics", "itertools", "re", "json", "datetime", "zlib", "hashlib", "struct"}


def snippets() -> list[tuple[str, str]]:
    """Every Python fence with its place."""
    found = []
    for path in sorted((ROOT / "docs").rglob("*.md")):
        text = path.read_text()
        for fence in _FENCE.finditer(text):
            line = text[: fence.start()].count("\n") + 2
            found.append((f"{path.relative_to(ROOT)}:{line}", textwrap.dedent(fence[2])))
    return found


def imports(code: str) -> set[str]:
    """The top-level packages that a snippet imports."""
    return {name.split(".")[0] for name in re.findall(r"^\s*(?:from|import)\s+([\w.]+)", code, re.M)}


SNIPPETS = snippets()
RUN = [(place, code) for place, code in SNIPPETS if imports(code) and imports(code) <= RUNNABLE]


@pytest.mark.parametrize(("place", "code"), SNIPPETS, ids=[place for place, _ in SNIPPETS])
def test_compiles(place: str, code: str) -> None:
    """A snippet is valid Python and short enough to read."""
    compile(code, place, "exec")
    assert len(code.splitlines()) <= 35


def test_runs() -> None:
    """Each snippet on numpy and scikit-learn alone runs as it stands, without a warning that would puzzle a reader."""
    assert len(RUN) >= 25
    script = "import sys, json, warnings\nfailed = []\nfor place, code in json.load(sys.stdin):\n    warnings.simplefilter('ignore')\n"
    script += "    try:\n        exec(compile(code, place, 'exec'), {'__name__': 'snippet'})\n"
    script += "    except BaseException as error:\n        failed.append(f'{place}: {type(error).__name__}: {error}')\n"
    script += "print('\\n'.join(failed), file=sys.stderr)\nsys.exit(bool(failed))\n"
    result = subprocess.run([sys.executable, "-c", script], input=json.dumps(RUN), capture_output=True, text=True, timeout=600, check=False)
    assert result.returncode == 0, result.stderr


def test_sagemaker_code_is_of_version_3() -> None:
    """No class that version 3 of the SDK removed."""
    removed = re.compile(r"\b(sagemaker\.(estimator|pytorch|tensorflow|sklearn|xgboost|Model\b)|RLEstimator)")
    assert [(place, found[0]) for place, code in SNIPPETS if (found := removed.search(code))] == []
