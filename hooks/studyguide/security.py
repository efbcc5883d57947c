"""The Content-Security-Policy of the site: nothing runs, loads or is sent but what the build itself put there.

GitHub Pages sets no headers, so the policy stands in each page as `<meta>`. The theme writes a few inline scripts; each
is allowed by the hash of its text, computed from the built pages. Instant navigation keeps the policy of the page that
was opened first while it shows others: therefore all pages carry the same policy. `publish` calls this after a build.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.S | re.I)
_SOURCE = re.compile(r"\bsrc\s*=", re.I)
_TYPE = re.compile(r"""\btype\s*=\s*["']?([\w/+.-]*)""", re.I)
_RUNS = {"", "module", "text/javascript", "application/javascript"}
_AFTER = re.compile(r'<meta charset="[^"]*">|<head[^>]*>', re.I)


def inline_scripts(page: str) -> Iterator[str]:
    """The texts of the scripts that stand in a page and run; data such as JSON does not."""
    for attributes, text in _SCRIPT.findall(page):
        kind = _TYPE.search(attributes)
        if not _SOURCE.search(attributes) and (kind[1].lower() if kind else "") in _RUNS:
            yield text


def source_hash(script: str) -> str:
    """How a policy names a script by its text: 'sha256-…' (CSP Level 3, section 6.7.2)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def policy(hashes: Iterable[str]) -> str:
    """What a page may do. Styles inline: the theme sets them on elements; images as data: its icons."""
    scripts = " ".join(["'self'", *sorted(set(hashes))])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )


def with_policy(page: str, text: str) -> str:
    """The page with the policy before anything that it rules."""
    start = _AFTER.search(page)
    if not start:
        return page
    if start[0].lower().startswith("<head"):
        start = re.compile(r'<meta charset="[^"]*">', re.I).search(page) or start
    return f'{page[: start.end()]}<meta http-equiv="Content-Security-Policy" content="{text}">{page[start.end() :]}'
