"""The service worker that keeps the guide on the reader's device: which files, under which content hash.

In go the built files by path and the template `offline_worker.js`, out comes the text of `sw.js`; `publish` writes it.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping

# What no page asks for by itself: downloads, source maps, the stock search's other languages, pictures for other sites.
_LEFT_OUT = re.compile(
    r"sw\.js|.*\.(?:map|gz|csv)|data/(?!comparisons\.json|exams\.json|questions/).*|assets/javascripts/lunr/.*|assets/(?:social-card|readme)\.png"
)


def address(path: str) -> str:
    """How a page or file is asked for: "modeling/index.html" -> "modeling/"."""
    return path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path


def content_hash(content: bytes) -> str:
    """96 bits of SHA-256: enough to tell a version from another and a whole download from a broken one."""
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()[:12]).decode()


def kept(path: str) -> bool:
    """Whether a file is downloaded at the first visit, so that it is there without a network."""
    return not _LEFT_OUT.fullmatch(path) and not path.startswith(".")


def worker(template: str, files: Mapping[str, bytes]) -> str:
    """The service worker for these files. The same files give the same text, other files another version."""
    hashes = {address(path): content_hash(files[path]) for path in sorted(files) if kept(path)}
    listed = json.dumps(hashes, indent=0, ensure_ascii=False)
    version = content_hash((template + listed).encode())
    return template.replace('"@version"', json.dumps(version)).replace('"@files"', listed)
