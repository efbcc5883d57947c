"""The last steps of a build: policy and service worker go into the built files, and the whole site takes its place at once.

A build writes into a folder beside the site (`stage`) and only a finished one replaces it (`swap`): whoever interrupts a
build, or lets it fail, keeps the site that was there. The MkDocs hook calls these; besides `source` this is the only
module that touches files.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from studyguide import late, offline, security, squeeze, styles

_WORKER = Path(__file__).with_name("offline_worker.js")


def stage(target: Path) -> Path:
    """Where to build what shall stand at `target`; `target` itself where nothing can be written beside it."""
    old = _beside(target, "old")
    if old.exists() and not target.exists():
        old.rename(target)  # a swap was cut in two
    target.parent.mkdir(parents=True, exist_ok=True)
    if not os.access(target.parent, os.W_OK):
        return target
    discard(_beside(target, "new"))
    return _beside(target, "new")


def finish(site: Path) -> None:
    """Let scripts start late, put the policy into all pages, take out what nobody uses, then list every file for the service worker."""
    pages = {path: late.late(squeeze.page(path.read_text(encoding="utf-8"))) for path in sorted(site.rglob("*.html"))}
    text = security.policy(security.source_hash(script) for page in pages.values() for script in security.inline_scripts(page))
    for path, page in pages.items():
        path.write_text(security.with_policy(page, text), encoding="utf-8")
    scripts = {path: path.read_text(encoding="utf-8") for path in sorted(site.glob("assets/**/*.js")) if "lunr" not in path.parts}
    names = styles.Names(pages.values(), scripts.values())
    for path, script in scripts.items():
        path.write_text(late.theme(script) if path.name.endswith(".min.js") else squeeze.script(script), encoding="utf-8")
    for path in sorted(site.glob("assets/**/*.css")):
        sheet = path.read_text(encoding="utf-8")
        path.write_text(styles.prune(sheet, names) if path.name.endswith(".min.css") else squeeze.sheet(sheet), encoding="utf-8")
    write_worker(site)


def write_worker(site: Path) -> None:
    """Write sw.js for the files as they are now."""
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    (site / "sw.js").write_text(offline.worker(_WORKER.read_text(encoding="utf-8"), files), encoding="utf-8")


def swap(built: Path, target: Path) -> None:
    """Let the finished site take the place of the one before; hidden entries such as .git stay, as MkDocs leaves them."""
    if built == target:
        return
    old = _beside(target, "old")
    discard(old)
    try:
        if target.exists():
            target.rename(old)
        built.rename(target)
    except OSError:  # a mount point or an open folder cannot be renamed
        if not target.exists():
            old.rename(target)
        _fill(built, target)
        return
    for entry in old.glob(".*"):
        if not (target / entry.name).exists():
            entry.rename(target / entry.name)
    discard(old)


def discard(folder: Path) -> None:
    """Remove a folder of ours, if it is there."""
    if folder.exists():
        shutil.rmtree(folder)


def _fill(built: Path, target: Path) -> None:
    for entry in target.iterdir():
        if not entry.name.startswith("."):
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()
    shutil.copytree(built, target, dirs_exist_ok=True)
    discard(built)


def _beside(target: Path, what: str) -> Path:
    return target.with_name(f".{target.name}.{what}")
