"""Lighthouse on the built site: `python hooks/lighthouse.py [--runs 3] [--theme] [page …]` prints the four scores of each page.

Lighthouse and the Node it wants come from npm into a folder outside the repository, once:

    mkdir -p ~/lighthouse && cd ~/lighthouse && npm init -y && npm i lighthouse@13 node@22

Name that folder in LIGHTHOUSE when it is another, and a browser in CHROMIUM. Pages are served with gzip, as hosts do,
and measured as Lighthouse does by default: a slow phone, simulated. The median of the runs counts.

Performance depends on the machine: with --theme the same pages are measured in turn as the theme alone would show them,
without the guide's scripts and styles, and the two can be compared.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import io
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import material  # type: ignore[import-untyped]

import browsers
from studyguide import late

ROOT = Path(__file__).resolve().parent.parent
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".webmanifest")
OURS = re.compile(r'<script[^>]*\btype="?module"?[^>]*></script>|<link[^>]*\bguide\.css[^>]*>|<meta[^>]*Content-Security-Policy[^>]*>')
TOPIC = "data-engineering/s3-storage-classes/"


class Packing(http.server.SimpleHTTPRequestHandler):
    """Serves a folder with gzip and the ten minutes of caching of GitHub Pages."""

    def send_head(self) -> io.BytesIO | None:
        """The headers; returns the body."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Cache-Control", "max-age=600")
        if path.suffix in PACKED:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def serve(site: Path) -> str:
    """Serve a folder until the program ends; returns the address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Packing, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def score(address: str, tools: Path) -> dict[str, object]:
    """One run of Lighthouse: its report."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        node = tools / "node_modules" / ".bin" / "node"
        command = [str(node), str(tools / "node_modules" / "lighthouse" / "cli" / "index.js"), address, "--quiet", "--output=json", f"--output-path={report}"]
        flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
        chrome = browsers.find(browsers.NAMES[1:]) or ""  # Lighthouse wants a whole browser
        command += [flags, f"--only-categories={','.join(CATEGORIES)}"]
        subprocess.run(command, env={**os.environ, "CHROME_PATH": chrome}, check=True, capture_output=True)
        found: dict[str, object] = json.loads(report.read_text())
        return found


def theme_alone(site: Path, target: Path) -> Path:
    """A copy of the site with the theme's own styles, and no style or script of ours."""
    shutil.copytree(site, target)
    stock = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
    for sheet in (target / "assets" / "stylesheets").glob("*.css"):
        shutil.copy(stock / sheet.name, sheet)
    for page in target.rglob("*.html"):
        page.write_text(OURS.sub("", late.plain(page.read_text(encoding="utf-8"))), encoding="utf-8")
    return target


def line(name: str, reports: list[dict[str, object]]) -> str:
    """The medians of one page."""
    text = f"{name:42}"
    for category in CATEGORIES:
        text += f"{100 * statistics.median(report['categories'][category]['score'] for report in reports):16.0f}"  # type: ignore[index]
    for audit, digits in (("cumulative-layout-shift", 3), ("total-blocking-time", 0), ("largest-contentful-paint", 0)):
        text += f"{statistics.median(report['audits'][audit]['numericValue'] for report in reports):8.{digits}f}"  # type: ignore[index]
    audits: dict[str, dict[str, object]] = reports[-1]["audits"]  # type: ignore[assignment]
    counted = {each["id"] for category in CATEGORIES for each in reports[-1]["categories"][category]["auditRefs"] if each["weight"]}  # type: ignore[index]
    applies = [audit for audit in sorted(counted) if audits[audit]["scoreDisplayMode"] != "notApplicable"]
    return text + "  " + ", ".join(audit for audit in applies if (audits[audit].get("score") or 0) < 0.9)  # type: ignore[operator]


def main() -> None:
    """Build, serve, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--theme", action="store_true", help="measure the theme alone as well")
    parser.add_argument("--site", type=Path, help="a site that is built already")
    options = parser.parse_args()
    tools = Path(os.environ.get("LIGHTHOUSE", "~/lighthouse")).expanduser()
    with tempfile.TemporaryDirectory() as folder:
        site = options.site or Path(folder) / "site"
        if not options.site:
            subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)], cwd=ROOT, check=True)
        largest = max(site.rglob("index.html"), key=lambda path: path.stat().st_size).parent.relative_to(site).as_posix() + "/"
        addresses = {"": serve(site)}
        if options.theme:
            addresses[" (theme alone)"] = serve(theme_alone(site, Path(folder) / "theme"))
        print(f"{'page':42}" + "".join(f"{name:>16}" for name in CATEGORIES) + f"{'CLS':>8}{'TBT ms':>8}{'LCP ms':>8}  below 0.9")
        for page in options.pages or ["", TOPIC, "compare/", "practice/", largest]:
            reports: dict[str, list[dict[str, object]]] = {kind: [] for kind in addresses}
            for _ in range(options.runs):
                for kind, address in addresses.items():
                    reports[kind].append(score(address + page, tools))
            for kind, found in reports.items():
                print(line((page or "home") + kind, found), flush=True)


if __name__ == "__main__":
    main()
