"""The built site made to work from a folder: opened as file://, where browsers load no modules, no JSON and no workers.

Pages get addresses that end in a file name; our modules become functions in one classic script; JSON that scripts fetch
is written as scripts as well; `filesystem_shim.js` puts them together in the reader's browser. All functions are pure:
texts in, texts out. `hooks/release.py` reads and writes the files.
"""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections.abc import Iterable, Mapping

from studyguide import late

_LINK = re.compile(r'(<(?:a|link)\b[^>]*?\bhref=")([^"]*)"')
_MODULE = re.compile(r'<script\b[^>]*\btype="module"[^>]*></script>\s*')
_MODULE_SOURCE = re.compile(r'\bsrc="([^"]*)"')
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_BUNDLE = re.compile(r'<script src="([^"]*)assets/javascripts/bundle\.')
_IMPORT = re.compile(r'^import\s*\{([^}]*)\}\s*from\s*"([^"]+)";?', re.M)
_BARE_IMPORT = re.compile(r'^import\s*"([^"]+)";?', re.M)
_EXPORT = re.compile(r"^export (?=(?:async )?function|const|let|class)((?:async )?function\*?|const|let|class)\s+([\w$]+)", re.M)


def page(text: str) -> str:
    """A page whose links name files, without policy and modules (file:// has no origin), with the one script of all of ours."""
    text = late.plain(text).replace('"navigation.instant", ', "")  # else the theme waits for navigation that file:// does not have
    text = _LINK.sub(lambda found: f'{found[1]}{address(found[2])}"', _MODULE.sub("", _POLICY.sub("", text)))
    return _BUNDLE.sub(lambda found: f'<script src="{found[1]}assets/filesystem.js"></script>{found[0]}', text)


def address(link: str) -> str:
    """A relative link to a folder as a link to the page in it; other links as they are."""
    path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", html.unescape(link), re.S).groups()  # type: ignore[union-attr]
    if ":" in path or path.startswith("//") or path.rpartition("/")[2] not in ("", ".", "..") or not path:
        return link
    return html.escape(posixpath.join(path, "index.html") + mark + rest)


def entries(text: str) -> list[str]:
    """The modules that a page starts, as paths from the site's root."""
    sources = [found[1] for tag in _MODULE.findall(late.plain(text)) if (found := _MODULE_SOURCE.search(tag))]
    return [source[source.index("assets/") :] for source in sources if "assets/" in source]


def module(path: str, text: str) -> str:
    """One of our modules as the definition of a function; imports and exports become plain names."""
    exported = [found[2] for found in _EXPORT.finditer(text)]
    text = _EXPORT.sub(r"\1 \2", text)
    text = _IMPORT.sub(lambda found: f"const {{{re.sub(r' as ', ': ', found[1])}}} = need({_quoted(path, found[2])});", text)
    text = _BARE_IMPORT.sub(lambda found: f"need({_quoted(path, found[1])});", text)
    text = text.replace("import.meta", "meta")
    text = re.sub(r"\bimport\(", "later(", text)
    assert not re.search(r"^(?:import|export)\b", text, re.M), f"{path}: a form of import or export that is not known here"
    head = f"guideModule({json.dumps(path)}, function (exports, need, later, meta, self, postMessage, addEventListener) {{\n"
    return f"{head}{text}\nObject.assign(exports, {{ {', '.join(exported)} }});\n}});\n"


def _quoted(path: str, target: str) -> str:
    return json.dumps(posixpath.normpath(posixpath.join(posixpath.dirname(path), target)))


def script(shim: str, modules: Mapping[str, str], start: Iterable[str]) -> str:
    """The shim, all modules, and which of them a page starts."""
    return shim + "".join(module(path, text) for path, text in sorted(modules.items())) + f"guideStart({json.dumps(sorted(start))});\n"


def data(path: str, text: str) -> str:
    """A JSON file as a script; Material itself asks for its index in this way, under a name of its own."""
    return f"var __index = {text.strip()};\n" if path == "search/search_index.json" else f"guideFile({json.dumps(path)}, {text.strip()});\n"
