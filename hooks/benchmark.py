"""How building grows: `python hooks/benchmark.py [--times 1 10 50] [--profile]` prints time, memory and bytes per page.

The guide is copied below a temporary folder; each further copy of its teaching pages goes to `docs/copies-N/`, outside the
navigation (its tables and questions belong to the first). Each size is built in a process of its own; the best of two
runs counts, and processor time, so that other work on the machine matters less. With `--profile` a last build says where
the time goes, and which share of it is ours (hooks/ and hooks/studyguide/).
"""

from __future__ import annotations

import argparse
import os
import pstats
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("data-engineering", "exploratory-data-analysis", "modeling", "implementation-and-operations", "generative-ai")
PACKAGES = ("hooks", "markdown", "jinja2", "pymdownx", "yaml", "mkdocs", "pygments", "json", "html", "re")
LINK = re.compile(r"\]\((?!https?:|/|#)([^)\s]+)\)")


@dataclass(frozen=True, slots=True)
class Size:
    """One build: pages, seconds of processor time, peak memory in MB, bytes of all pages."""

    pages: int
    seconds: float
    memory: float
    html: int


def copy(root: Path, times: int) -> None:
    """The repository at `root`, with its teaching pages `times` times."""
    for name in ("hooks", "docs"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(text.replace("omitted_files: warn", "omitted_files: ignore"), encoding="utf-8")
    pages = [path for folder in FOLDERS for path in sorted((root / "docs" / folder).glob("*.md"))]
    originals = {path.relative_to(root / "docs"): path.read_text(encoding="utf-8") for path in pages}
    for number in range(1, times):
        for path, page in originals.items():
            to = root / "docs" / f"copies-{number}" / path
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_text(_moved(page, number, path), encoding="utf-8")


def _moved(page: str, number: int, path: Path) -> str:
    return LINK.sub(lambda found: f"]({_within(found[1], number, path)})", page)


def _within(target: str, number: int, path: Path) -> str:
    """A link of a copy: to the copy of a teaching page, to the one page of any other."""
    full = os.path.normpath(path.parent / target.partition("#")[0])
    if full.split("/")[0] in FOLDERS:
        return target
    return os.path.relpath(full, Path(f"copies-{number}") / path.parent) + target[len(target.partition("#")[0]) :]


def build(root: Path) -> Size:
    """One build in a process of its own."""
    site = root / "site"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", _RUN, str(root / "mkdocs.yml"), str(site)]
    result = subprocess.run(command, cwd=root, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False)
    if result.returncode:
        sys.exit(result.stdout + result.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    pages = [path.stat().st_size for path in site.rglob("*.html")]
    memory = float(re.findall(r"peak (\d+)", result.stdout)[-1]) / 1024
    return Size(len(pages), after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, memory, sum(pages))


_RUN = """
import resource, sys
from mkdocs.__main__ import cli
try:
    cli(["build", "-q", "-f", sys.argv[1], "-d", sys.argv[2]])
except SystemExit as end:
    if end.code:
        raise
print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def profile(root: Path) -> None:
    """Where the time of a build goes, by package, and the functions of ours that take most."""
    file = root / "profile"
    command = [sys.executable, "-m", "cProfile", "-o", str(file), "-m", "mkdocs", "build", "-q"]
    subprocess.run(command, cwd=root, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True, capture_output=True)
    stats = pstats.Stats(str(file)).stats  # type: ignore[attr-defined]
    own: dict[str, float] = {}
    ours: dict[str, float] = {}
    total = 0.0
    for (path, _, name), (_, _, seconds, cumulative, callers) in stats.items():
        package = next((each for each in PACKAGES if f"/{each}/" in path), "other")
        own[package] = own.get(package, 0) + seconds
        total += seconds
        if "/hooks/" in path:
            outside = sum(part[3] for (caller, _, _), part in callers.items() if "/hooks/" not in caller)
            if outside:
                ours[f"{Path(path).stem}.{name}"] = outside if outside < cumulative else cumulative
    print(f"\nprofile of {total:.1f} s (profiled time is longer); own time by package:")
    for package, seconds in sorted(own.items(), key=lambda item: -item[1]):
        print(f"  {package:10} {100 * seconds / total:5.1f} %")
    print(f"with all they call, our hooks take {100 * sum(ours.values()) / total:.0f} %:")
    for name, seconds in sorted(ours.items(), key=lambda item: -item[1])[:10]:
        print(f"  {name:40} {100 * seconds / total:5.1f} %")


def main() -> None:
    """Build each size and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10])
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--runs", type=int, default=2)
    options = parser.parse_args()
    first: Size | None = None
    print(f"{'times':>5} {'pages':>6} {'s':>8} {'MB':>7} {'ms/page':>8} {'KB/page':>8} {'against the first, per added page':>34}")
    for times in options.times:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "guide"
            copy(root, times)
            size = min((build(root) for _ in range(options.runs if times < 20 else 1)), key=lambda each: each.seconds)
            growth = ""
            if first and size.pages > first.pages:
                added = (size.seconds - first.seconds) / (size.pages - first.pages)
                growth = f"{added / (first.seconds / first.pages):.2f} of the time"
            first = first or size
            per_page = 1000 * size.seconds / size.pages
            numbers = f"{times:5} {size.pages:6} {size.seconds:8.1f} {size.memory:7.0f} {per_page:8.1f} {size.html / size.pages / 1024:8.1f}"
            print(f"{numbers} {growth:>34}", flush=True)
            if options.profile and times == options.times[-1]:
                profile(root)


if __name__ == "__main__":
    main()
