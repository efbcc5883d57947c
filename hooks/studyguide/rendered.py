"""Pages that a server need not render again: after an edit of one fact, all but a few are what they were.

MkDocs renders every page for each rebuild, and that is most of its time. `Rendered` keeps what `Page.render` found out,
and gives it back as long as the page's text and the list of files are the same. Nothing of this happens in a build.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_FOUND = ("content", "toc", "_title_from_render", "present_anchor_ids")


class Rendered:
    """What was rendered before, by the page's path; lives as long as the server."""

    def __init__(self) -> None:
        self._files: tuple[str, ...] = ()
        self._known: dict[str, tuple[str, dict[str, Any], dict[str, dict[str, str]]]] = {}

    def begin(self, files: Iterable[Any]) -> None:
        """A rebuild with these files of MkDocs; another list of files changes where links lead, and all is forgotten."""
        listed = tuple(file.src_uri for file in files)
        if listed != self._files:
            self._files, self._known = listed, {}

    def reuse(self, page: Any, text: str) -> None:
        """Let `page.render` give back what it found before for the same `text`, or remember what it will find."""
        path = page.file.src_uri
        render = page.render

        def first(config: Any, files: Any) -> None:
            render(config, files)
            links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
            self._known[path] = text, {name: getattr(page, name) for name in _FOUND}, links

        def again(config: Any, files: Any) -> None:
            _, found, links = self._known[path]
            for name, value in found.items():
                setattr(page, name, value)
            page.links_to_anchors = {files.get_file_from_path(to): anchors for to, anchors in links.items()}

        page.render = again if path in self._known and self._known[path][0] == text else first
