"""The repository itself: no index host, no path of a machine, commands that are really there."""

from __future__ import annotations

import re
import subprocess

from repository import ROOT


def tracked() -> list[str]:
    """Every file that git knows, or the files on disk where there is no git."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split("\n")
    return [name for name in listed if name and (ROOT / name).is_file()]


def test_locks_name_hashes_and_no_host() -> None:
    """Every locked requirement has a hash; no line says where to fetch it from."""
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text()
        assert "://" not in text and "--index-url" not in text
        assert len(re.findall(r"^[a-z0-9][\w.-]*==", text, re.M)) <= text.count("--hash=sha256:")


def test_no_stray_lock_and_no_path_of_a_machine() -> None:
    """No uv.lock, no home folder, no temporary path."""
    names = tracked()
    assert not [name for name in names if name.endswith(("uv.lock", "poetry.lock", "Pipfile.lock"))]
    for name in names:
        if name.endswith((".md", ".yml", ".py", ".toml", ".html", ".css", ".js", ".svg", "run")):
            text = (ROOT / name).read_text()
            assert not re.search(r"/(Users|root)/\w|/work/[a-z]", text), name


def test_workflows_ask_for_little() -> None:
    """Each workflow starts from read-only permissions and pins the actions' major versions."""
    for path in (ROOT / ".github" / "workflows").glob("*.yml"):
        text = path.read_text()
        assert "permissions: { contents: read" in text, path
        for action in re.findall(r"uses: (\S+)", text):
            assert re.fullmatch(r"actions/[\w-]+@v\d+", action), action


def test_code_is_formatted_and_typed() -> None:
    """ruff and mypy find nothing."""
    import sys

    for command in (["ruff", "check", "hooks", "tests"], ["mypy"]):
        result = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stdout + result.stderr
