"""What a release carries beside the site: `python hooks/release.py zip FILE` and `python hooks/release.py pdf FOLDER`.

The ZIP works from a folder, with search and practice, without a server; the PDFs are the guide and its cheat sheets, in
the order of the navigation, printed by Chromium (named in CHROMIUM where it is not found). `--site` takes a site that is
built already. The same site gives the same ZIP, byte by byte.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import browsers
from studyguide import filesystem, print_page

ROOT = Path(__file__).resolve().parent.parent
SHIM = Path(filesystem.__file__).with_name("filesystem_shim.js")
UNNEEDED = re.compile(r"sw\.js|sitemap\.xml(\.gz)?|404\.html|.*\.map|assets/offline/.*\.(js|webmanifest)|assets/javascripts/(lunr|workers)/.*")
READ_ME = "Open index.html in a browser. Nothing needs to be installed, and nothing leaves this computer.\n"


def folder(site: Path, target: Path) -> None:
    """Copy the site to `target` in the form that works from a file system."""
    pages, modules, start = {}, {}, set()
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_dir() or UNNEEDED.fullmatch(name):
            continue
        to = target / name
        to.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(".html"):
            pages[to] = path.read_text(encoding="utf-8")
            start.update(filesystem.entries(pages[to]))
        elif name.endswith(".js") and not name.startswith("assets/javascripts/"):
            modules[name] = path.read_text(encoding="utf-8")
        else:
            shutil.copyfile(path, to)
            if name.endswith(".json"):
                script = to.with_suffix(".js") if name == "search/search_index.json" else to.with_name(to.name + ".js")
                script.write_text(filesystem.data(name, path.read_text(encoding="utf-8")), encoding="utf-8")
    for to, text in pages.items():
        to.write_text(filesystem.page(text), encoding="utf-8")
    text = filesystem.script(SHIM.read_text(encoding="utf-8"), modules, (path for path in start if path in modules))
    (target / "assets" / "filesystem.js").write_text(text, encoding="utf-8")
    (target / "README.txt").write_text(READ_ME, encoding="utf-8")


def pack(source: Path, target: Path) -> None:
    """The files below `source` in a ZIP, sorted and without times, so that the same files give the same bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(source.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(f"study-guide/{path.relative_to(source).as_posix()}")
                entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
                archive.writestr(entry, path.read_bytes())


def pdfs(site: Path, target: Path) -> None:
    """guide.pdf and cheat-sheets.pdf."""
    browser = browsers.find() or sys.exit("no Chromium or Chrome found; name one in the variable CHROMIUM")
    target.mkdir(parents=True, exist_ok=True)
    order = re.findall(r"[\w/-]+\.md", (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[2])
    addresses = [name.removesuffix(".md").removesuffix("index").rstrip("/") for name in order]
    chosen = {
        "guide": [each for each in addresses if not each.startswith(("cheat-sheets", "practice", "compare", "contributing", "exams/coverage"))],
        "cheat-sheets": [each for each in addresses if each.startswith("cheat-sheets/")],
    }
    for name, listed in chosen.items():
        texts = {each: (site / each / "index.html").read_text(encoding="utf-8") for each in listed}
        whole = site / f"print-{name}.html"  # in the site, so that styles and pictures are found
        whole.write_text(print_page.whole(texts, "Study guide" if name == "guide" else "Cheat sheets"), encoding="utf-8")
        out = (target / f"{name}.pdf").resolve()
        with tempfile.TemporaryDirectory() as profile:
            flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--generate-pdf-document-outline"]
            command = [browser, *flags, f"--user-data-dir={profile}", f"--print-to-pdf={out}", whole.resolve().as_uri()]
            subprocess.run(command, check=True, capture_output=True, timeout=600)
        whole.unlink()


def main() -> None:
    """Build unless a site is given, then make what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("zip", "pdf"))
    parser.add_argument("target", type=Path)
    parser.add_argument("--site", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        site = options.site or Path(scratch) / "site"
        if not options.site:
            subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(site)], cwd=ROOT, check=True)
        if options.what == "zip":
            folder(site, Path(scratch) / "folder")
            pack(Path(scratch) / "folder", options.target)
            print(f"{options.target}: {options.target.stat().st_size / 1024**2:.1f} MB")
        else:
            pdfs(site, options.target)
            for path in sorted(options.target.glob("*.pdf")):
                print(f"{path}: {path.stat().st_size / 1024**2:.1f} MB, {len(re.findall(rb'/Type */Page[^s]', path.read_bytes()))} pages")


if __name__ == "__main__":
    main()
