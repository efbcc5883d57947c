"""The kinds of markers, and what each of them puts on a page."""

from __future__ import annotations

from collections import Counter

from studyguide import exam_html, figures, reference_html, study_html, table_html
from studyguide.contents import Guide
from studyguide.exams import Exam
from studyguide.markers import Marker, Renderer, Unrenderable, known
from studyguide.pages import Page
from studyguide.tables import Table


def renderers(guide: Guide) -> dict[str, Renderer]:
    """What each kind of marker puts on one page. A table that stands on the page twice has its anchors once."""
    shown: set[str] = set()
    titles = {path: page.title for path, page in guide.pages.items()}

    teaching = guide.teaching()

    def table(marker: Marker) -> str:
        known("table", marker.name, guide.tables)
        first = marker.name not in shown
        shown.add(marker.name)
        return table_html.render(guide.tables[marker.name], marker, anchors=first)

    def figure(marker: Marker) -> str:
        known("figure", marker.name, guide.figures)
        marker.only()
        if f"figure {marker.name}" in shown:
            raise Unrenderable(f"figure '{marker.name}' stands on this page already", "show it once and refer to it")
        shown.add(f"figure {marker.name}")
        return figures.render(guide.figures[marker.name])

    def exam(marker: Marker) -> Exam:
        known("exam", marker.name, guide.exams)
        marker.only()
        return guide.exams[marker.name]

    def coverage(marker: Marker) -> str:
        marker.only()
        listed = [entry for entry in guide.exams.values() if any(True for _ in entry.skills())]
        asked = Counter(name for question in guide.bank.questions.values() for name in (*question.skills, *question.tasks))
        return exam_html.coverage(listed, teaching, asked)

    def table_list(marker: Marker) -> str:
        marker.only()
        return table_html.directory(guide.tables.values(), titles)

    def tables_in(marker: Marker) -> list[Table]:
        marker.only()
        known("folder", marker.name, {page.folder for page in guide.pages.values()})
        return [each for each in guide.tables.values() if each.home.startswith(marker.name + "/")]

    def in_folder(marker: Marker) -> list[Page]:
        marker.only()
        known("folder", marker.name, {page.folder for page in guide.pages.values()})
        return [page for page in guide.pages.values() if page.folder == marker.name]

    return {
        "table": table,
        "figure": figure,
        "exam-who": lambda marker: f"**{exam(marker).title}.** {exam(marker).who}",
        "table-list": table_list,
        "tables-of": lambda marker: table_html.in_full(tables_in(marker), titles),
        "pairs": lambda marker: table_html.pairs(tables_in(marker)),
        "exam-facts": lambda marker: exam_html.facts(exam(marker)),
        "exam-outline": lambda marker: exam_html.outline(exam(marker), teaching, guide.tables),
        "coverage": coverage,
        "cheat-sheet": lambda marker: study_html.cheat_sheet(in_folder(marker)),
        "last-day": lambda marker: study_html.last_day(page for page in guide.pages.values() if page.skills),
        "study-path": lambda marker: study_html.study_path(exam(marker), list(guide.pages.values())),
        "services": lambda marker: reference_html.services(guide.services),
        "changes": lambda marker: reference_html.changes(guide.services),
        "glossary": lambda marker: reference_html.glossary(guide.terms),
    }
