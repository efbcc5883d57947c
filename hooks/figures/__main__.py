"""`python hooks/figures`: draw every figure into docs/assets/figures/. `--check`: only name those that are stale. Ids limit either."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[0] = str(ROOT / "hooks")  # so that the modules here are `figures.…`, and shadow nothing

from figures.every import FIGURES  # noqa: E402
from figures.registry import same  # noqa: E402

HOME = ROOT / "docs" / "assets" / "figures"


def main(arguments: list[str]) -> int:
    """Write or check; the exit status is 1 if a file is stale."""
    chosen = [name for name in arguments if not name.startswith("-")] or list(FIGURES)
    stale = []
    for name in chosen:
        path, text = HOME / f"{name}.svg", FIGURES[name].svg()
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif not path.is_file() or not same(path.read_text(encoding="utf-8"), text, FIGURES[name].fidelity):
            stale.append(f"{path.relative_to(ROOT)}: stale; run python hooks/figures {name}")
    known = {f"{name}.svg" for name in FIGURES}
    stale += [f"{path.relative_to(ROOT)}: no function draws it; delete it" for path in sorted(HOME.glob("*.svg")) if path.name not in known]
    print("\n".join(stale) if stale else f"{len(chosen)} figures {'fresh' if '--check' in arguments else 'drawn'}")
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
