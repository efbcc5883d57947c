"""Pages that can be read before their scripts run: on a phone the theme's script alone takes as long as all the rest.

A `<script src>` becomes a `<link>` that only fetches. `late_start.js` runs our modules once the page has been shown, and the theme's
script when the reader first does something, or after some seconds. Reading needs none of them. `publish` calls this after a build.
"""

from __future__ import annotations

import re
from pathlib import Path

from studyguide import squeeze

_START = Path(__file__).with_name("late_start.js")
_SCRIPT = re.compile(r'<script\b(?=[^>]*\bsrc="([^"]*)")([^>]*)></script>\s*')
_LINK = re.compile(r'<link rel="(\w+)"[^>]*\bdata-late href="([^"]*)">')
_STARTER = re.compile(r"<script data-late>.*?</script>", re.S)
_SCHEME = re.compile(r'(let (\w+)=\w+\("meta",\{name:"color-scheme"\}\);)document\.head\.appendChild\(\2\);')


def late(page: str) -> str:
    """The page with all scripts that have a file started late; a page without any as it is."""
    sources = [(found[1], "module" in found[2]) for found in _SCRIPT.finditer(page)]
    kinds = ('rel="prefetch" as="script"', 'rel="modulepreload"')
    links = "".join(f'<link {kinds[module]} data-late href="{source}">\n' for source, module in sources)
    if not links or "</body>" not in page:
        return page
    before, end, after = _SCRIPT.sub("", page).rpartition("</body>")
    start = squeeze.script(_START.read_text(encoding="utf-8"))
    return f"{before}{links}<script data-late>(()=>{{\n{start}}})()</script>\n{end}{after}"


def plain(page: str) -> str:
    """The reverse of `late`: scripts as tags, at the end of the page."""
    kinds = {"prefetch": "", "modulepreload": ' type="module"'}
    return _LINK.sub(lambda found: f'<script src="{found[2]}"{kinds[found[1]]}></script>', _STARTER.sub("", page))


def theme(script: str) -> str:
    """The theme's script without a tag that only tells the color scheme, at the price of the look of every element being reckoned twice more.

    `access/main.js` tells it. A version of the theme that writes it in another way stays as it is; a test notices.
    """
    return _SCHEME.sub(r"\1", script)
