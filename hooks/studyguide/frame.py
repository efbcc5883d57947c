"""What stands around a page's own text: its sources, the day they were checked, and how to report a fault."""

from __future__ import annotations

import re
from urllib.parse import urlencode

from studyguide.inline import text_html
from studyguide.pages import Page
from studyguide.table_html import source_name


def foot(page: Page, *, repository: str, page_url: str) -> str:
    """The sources of a page as Markdown that follows its text; empty for pages that state none."""
    if not page.sources:
        return ""
    items = "".join(f'<li><a href="{url}" rel="noopener">{text_html(source_name(url))}</a></li>' for url in page.sources)
    report = ""
    if repository:
        query = urlencode({"template": "wrong-fact.yml", "title": f"Wrong fact: {page.title}", "page": page_url})
        report = f' · <a href="{repository.rstrip("/")}/issues/new?{query.replace("&", "&amp;")}" rel="noopener">Report a wrong fact on this page</a>'
    return (
        '\n\n<aside class="guide-sources" aria-label="Sources" data-search-exclude>'
        f"<p><strong>Sources</strong> · checked <time datetime=\"{page.checked}\">{page.checked}</time>{report}</p><ul>{items}</ul></aside>\n"
    )


_MENDED = {
    # Material leaves the search dialog nameless, and gives the breadcrumbs the name of the navigation.
    'data-md-component="search" role="dialog">': 'data-md-component="search" role="dialog" aria-label="Search">',
    '<nav class="md-path" aria-label="Navigation"': '<nav class="md-path" aria-label="Breadcrumbs"',
    # A keyboard does not reach the levels of the drawer; Material clicks a label that has the focus on Enter.
    '<label class="md-nav__title" for="__nav': '<label class="md-nav__title" tabindex="0" for="__nav',
    # The corner of a Markdown table with row names is no header of anything.
    "<th></th>": "<td></td>",
}


_DRAWER = re.compile(r'(<label class="md-header__button md-icon" for="__drawer">)(.*?)(</label>)', re.S)


def mend_theme(output: str) -> str:
    """Mend what the theme and Markdown leave inaccessible in a page; `assets/access/main.js` makes the drawer's button work."""
    for left, mended in _MENDED.items():
        output = output.replace(left, mended)
    return _DRAWER.sub(r'\1<span role="button" tabindex="0" aria-label="Navigation" aria-expanded="false">\2</span>\3', output, count=1)
