"""Unused rules go, everything else stays as it was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from studyguide.styles import Names, prune

NAMES = Names(['<body data-md-color-accent="custom"><p class="a b"><i class=c>'], ['x.classList.add("d", `md-tab--${kind}`)'])


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        (".a{x:1}.z{x:2}", ".a{x:1}"),
        (".a .z,.b>.c{x:1}", ".b>.c{x:1}"),
        ("@media print{.z{x:1}}@media screen{.d{x:2}}", "@media screen{.d{x:2}}"),
        ("[data-md-color-switching] *,.a{x:1}", ".a{x:1}"),
        ("[data-md-color-accent=red],[data-md-color-accent=custom] .a{x:1}[data-md-color-primary=red] .b{x:1}", "[data-md-color-accent=custom] .a{x:1}"),
        (".md-tab--new{x:1}", ".md-tab--new{x:1}"),
        (".a:not(.z):is(.y,.b){x:1}", ".a:not(.z):is(.y,.b){x:1}"),
        ('@charset "UTF-8";p,[class~=z]{x:1}', '@charset "UTF-8";p,[class~=z]{x:1}'),
        ('.a:after{content:".z{}"}.z{y:url(a;b.z{)}', '.a:after{content:".z{}"}'),
        ("@keyframes z{0%{x:1}to{x:2}}@font-face{x:1}", "@keyframes z{0%{x:1}to{x:2}}@font-face{x:1}"),
        (":root{--md-icon--a:url(1);--md-x-icon:url(2);--b:3}.a{x:var(--md-x-icon)}", ":root{--md-x-icon:url(2);--b:3}.a{x:var(--md-x-icon)}"),
        (".a{x:1}}.z{", ".a{x:1}}.z{"),
    ],
)
def test_prune(sheet: str, kept: str) -> None:
    """By selector, in nested rules, around quotes and brackets; a broken sheet is left alone."""
    assert prune(sheet, NAMES) == kept


def test_the_theme_got_lighter_and_kept_what_pages_use(site: Path) -> None:
    """A third less, and each class of a page that the theme styles is styled still."""
    import material

    built = next(site.glob("assets/stylesheets/main.*.css")).read_text()
    stock = next((Path(material.__file__).parent / "templates" / "assets" / "stylesheets").glob("main.*.css")).read_text()
    assert len(built) < 0.75 * len(stock)
    used = {name for path in site.rglob("*.html") for names in re.findall(r'class="([^"]*)"', path.read_text()) for name in names.split()}
    for name in used:
        assert (f".{name}{{" in stock) <= (f".{name}{{" in built), name


def test_no_rule_has_whole_articles_restyled(site: Path) -> None:
    """With `a + *` or `a ~ :first-child` a browser reckons the look of all that stands beside an element that is put in or taken out."""
    for path in [*site.glob("assets/stylesheets/*.css"), *site.glob("assets/css/*.css")]:
        assert re.findall(r"[^{},]*[+~]\s*[*:][^{},]*", path.read_text()) == [], path.name
