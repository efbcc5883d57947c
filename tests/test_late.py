"""Scripts that start after the page has been shown."""

from __future__ import annotations

from pathlib import Path

import material

from studyguide import late

PAGE = (
    '<html><head><script>theme()</script><script type="module" src="a/offline.js"></script></head><body><p>Text</p>\n'
    '<script id="__config" type="application/json">{}</script>\n<script src="a/bundle.js"></script>\n'
    '<script src="a/tables.js" type="module"></script>\n</body></html>'
)


def test_nothing_starts_before_the_page_is_shown() -> None:
    """Scripts with a file become links; inline scripts and data stay where they are."""
    page = late.late(PAGE)
    assert "<script src=" not in page and 'src="a/' not in page
    places = [page.index(text) for text in ("theme()", "Text", "__config", "a/offline.js", "a/bundle.js", "a/tables.js", "<script data-late>", "</body>")]
    assert places == sorted(places)
    assert '<link rel="prefetch" as="script" data-late href="a/bundle.js">' in page
    assert "<script" not in page[page.index("<script data-late>") + 1 :]


def test_the_reverse_gives_the_tags_back() -> None:
    """For the copy that works from a folder, and for the theme alone."""
    page = late.plain(late.late(PAGE))
    tags = [
        page.index(text)
        for text in ('<script src="a/offline.js" type="module">', '<script src="a/bundle.js"></script>', '<script src="a/tables.js" type="module">')
    ]
    assert tags == sorted(tags)
    assert "data-late" not in page


def test_a_page_without_scripts_stays() -> None:
    """And one that is no whole page."""
    for page in ("<p>Text</p>", "<html><body><script>1</script></body></html>", '<p><script src="x.js"></script>'):
        assert late.late(page) == page


def test_the_theme_still_writes_the_tag_that_costs_so_much() -> None:
    """A theme that writes it in another way needs a look at `late.theme`."""
    (bundle,) = (Path(material.__file__).parent / "templates" / "assets" / "javascripts").glob("bundle.*.min.js")
    script = bundle.read_text(encoding="utf-8")
    assert late.theme(script) == script.replace("document.head.appendChild(o);let n=", "let n=", 1) != script
