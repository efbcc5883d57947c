"""Figures: committed files are what the scripts draw, every page's figure exists, and both color schemes and screen readers can use them."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from figures.every import FIGURES
from figures.registry import IDENTICAL, NEAR, SHAPE, same
from repository import ROOT
from studyguide import figures
from studyguide.markers import Marker, Unrenderable
from studyguide.renderers import Guide, renderers

HOME = ROOT / "docs" / "assets" / "figures"
FILES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(HOME.glob("*.svg"))}
PAGES = {path.relative_to(ROOT / "docs").as_posix(): path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").rglob("*.md"))}
SHOWN = {page: re.findall(r"^<!-- guide: figure (\S+) -->$", text, re.M) for page, text in PAGES.items()}


def test_files_are_what_the_scripts_draw() -> None:
    """Each file is fresh: run `python hooks/figures` and commit what it writes. Nothing is left over."""
    assert set(FILES) == set(FIGURES)
    assert [name for name, figure in FIGURES.items() if not same(FILES[name], figure.svg(), figure.fidelity)] == []


def test_every_figure_stands_on_a_page() -> None:
    """At least thirty figures, each shown by some page, at most two on one."""
    assert len(FILES) >= 30
    assert set(FILES) == {name for names in SHOWN.values() for name in names}
    assert {page: names for page, names in SHOWN.items() if len(names) > 2} == {}


@pytest.mark.parametrize("name", FILES)
def test_a_file_needs_nothing_else(name: str) -> None:
    """Small SVG of shapes and text: no script, raster, style sheet, reference or id of its own; text says what it shows."""
    text = FILES[name]
    assert len(text.encode()) < 25_000
    root = ElementTree.fromstring(text)
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "path", "rect", "circle", "text"}
    assert not re.search(r"href|url\(|\bid=|\bon\w+=|http(?!://www\.w3\.org/2000/svg)", text)
    title, desc = FIGURES[name].title, FIGURES[name].alt
    assert 10 < len(title) <= 90 and 80 < len(desc) < 520 and not title.endswith(".") and desc.endswith(".")


@pytest.mark.parametrize("name", FILES)
def test_colors_follow_the_scheme(name: str) -> None:
    """Each color is `currentColor`, none, or a variable of the style sheet with a fallback: never plain black or white."""
    used = set(re.findall(r'(?:fill|stroke)="([^"]*)"', FILES[name]))
    assert {color for color in used if not re.fullmatch(r"currentColor|none|var\(--[\w-]+,#[0-9a-f]{6}\)", color)} == set()


@pytest.mark.parametrize("name", FILES)
def test_text_is_readable_on_a_phone(name: str) -> None:
    """At 358 units of a phone's column no text is smaller than 11 px, and no label starts or ends outside the picture."""
    root = ElementTree.fromstring(FILES[name])
    width = float((root.get("viewBox") or "").split()[2])
    sizes = [float(element.get("font-size") or root.get("font-size") or 0) for element in root.iter() if element.tag.endswith("text")]
    assert min(sizes) * 358 / width >= 11
    assert all(0 <= float(element.get("x") or 0) <= width for element in root.iter() if element.tag.endswith("text"))


def luminance(color: str) -> float:
    """Relative luminance of #rrggbb, after WCAG 2.2."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_series_contrast(scheme: str) -> None:
    """The six series colors reach 4.5:1 on the page in both schemes, since direct labels are set in them."""
    css = (ROOT / "docs" / "assets" / "css" / "guide.css").read_text(encoding="utf-8")
    block = re.search(rf'\[data-md-color-scheme="{scheme}"\] \{{(.*?)\}}', css, re.S)
    assert block
    colors = dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6});", block[1]))
    page = luminance(colors["--md-default-bg-color"])
    for number in range(1, 7):
        light, dark = sorted((page, luminance(colors[f"--guide-fig-{number}"])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, number


def test_rendered_as_one_block_with_a_text_alternative() -> None:
    """No blank line, which would end the HTML block; ids carry the figure's name; the second one on a page is refused."""
    known, problems = figures.read(HOME, ROOT)
    assert problems == []
    html = figures.render(known["rag"])
    assert "\n\n" not in html and html.startswith('<figure class="guide-figure" id="figure-rag">')
    assert 'role="img" aria-labelledby="figure-rag-title" aria-describedby="figure-rag-alt"' in html
    assert html.count("<title") == html.count("<desc") == html.count("<figcaption>") == 1
    put = renderers(Guide(figures=known))["figure"]
    assert put(Marker("figure", "rag", {})) == html
    with pytest.raises(Unrenderable, match="already"):
        put(Marker("figure", "rag", {}))


def test_wrong_names_are_mended() -> None:
    """An unknown figure is answered with the nearest one."""
    put = renderers(Guide(figures=figures.read(HOME, ROOT)[0]))["figure"]
    with pytest.raises(Unrenderable) as caught:
        put(Marker("figure", "roc-and-prc", {}))
    assert caught.value.what == "no figure 'roc-and-prc'" and caught.value.mend == "did you mean 'roc-and-pr'?"


def test_a_file_of_another_make_is_a_problem(tmp_path: Path) -> None:
    """A hand-made SVG without title and description is reported with its path."""
    (tmp_path / "odd.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    known, problems = figures.read(tmp_path, tmp_path)
    assert known == {} and [problem.path for problem in problems] == ["odd.svg"]


def test_fidelity() -> None:
    """Identical means every byte, near means half a unit, shape means the same parts."""
    old = '<path d="M10 20L30.2 40"/><text x="1">0.94</text>'
    moved = old.replace("30.2", "30.6")
    assert same(old, old, IDENTICAL) and not same(old, moved, IDENTICAL)
    assert same(old, moved, NEAR) and not same(old, old.replace("30.2", "31"), NEAR) and not same(old, old.replace("0.94", "AUC"), NEAR)
    assert same(old, old.replace("30.2", "99"), SHAPE) and not same(old, old.replace("M10 20L30.2 40", "M10 20"), SHAPE)
