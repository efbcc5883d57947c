"""The whole guide, loaded and checked: every data file and every page, with the markers of the pages expanded.

`load` is called once per build by the MkDocs hook, and by `python hooks/check.py` from the command line.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from studyguide import (
    anchors,
    exam_html,
    exam_tables,
    exams,
    glossary,
    markers,
    mentions,
    pages,
    question_html,
    questions,
    reference_html,
    services,
    source,
    study_html,
    table_html,
    tables,
)
from studyguide.exams import Exam
from studyguide.fields import Reading
from studyguide.glossary import Term
from studyguide.markers import Marker, Renderer, Unrenderable, known
from studyguide.pages import Page
from studyguide.problems import Problem
from studyguide.questions import Bank
from studyguide.services import Service
from studyguide.tables import Table


@dataclass(slots=True)
class Guide:
    """Everything that the site is made of. `texts` holds the expanded Markdown of each page by path."""

    exams: dict[str, Exam] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    services: dict[str, Service] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    bank: Bank = field(default_factory=lambda: Bank({}, {}))
    pages: dict[str, Page] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def teaching(self) -> dict[str, list[Page]]:
        """The pages that teach each skill and task, by its id."""
        found: dict[str, list[Page]] = {}
        for page in self.pages.values():
            for name in (*page.skills, *page.tasks):
                found.setdefault(name, []).append(page)
        return found

    def files(self) -> dict[str, str]:
        """The open data that is published beside the pages, by path below the site's root."""
        found = {"data/comparisons.json": table_html.to_json([table_html.data(table) for table in self.tables.values()])}
        for table in self.tables.values():
            found[f"data/{table.id}.json"] = table_html.to_json(table_html.data(table))
            found[f"data/{table.id}.csv"] = table_html.to_csv(table)
        for folder in dict.fromkeys(question.page.partition("/")[0] for question in self.bank.questions.values()):
            asked = [question for question in self.bank.questions.values() if question.page.startswith(folder + "/")]
            found[f"data/questions/{folder}.json"] = table_html.to_json(question_html.data(asked, self.bank, self.pages))
        found["data/questions/index.json"] = table_html.to_json(question_html.index(self.bank.questions.values()))
        found["data/exams.json"] = table_html.to_json(question_html.exam_data(self.exams.values(), self.teaching()))
        return found


def load(root: Path, today: datetime.date) -> tuple[Guide, list[Problem]]:
    """The guide below `root` (the repository), and all that is wrong with it."""
    docs = root / "docs"
    guide, problems = Guide(), []

    def data(name: str) -> tuple[source.Mapping, Reading]:
        path = docs / "_data" / name
        node, found = source.read(path, root)
        problems.extend(found)
        reading = Reading(path.relative_to(root).as_posix(), today)
        return node, reading

    node, reading = data("exams.yml")
    guide.exams = exams.parse(node, reading)
    problems.extend(reading.problems)
    skills = {skill.id for exam in guide.exams.values() for skill in exam.skills()}
    tasks = {task.id for exam in guide.exams.values() for task in exam.tasks()}

    for path in _in_reading_order(docs, root):
        if any(part.startswith("_") for part in path.relative_to(docs).parts):
            continue
        reading = Reading(path.relative_to(root).as_posix(), today)
        page = pages.read(path, docs, root, reading)
        guide.pages[page.path] = page
        problems.extend(reading.problems)
        if skills:
            problems.extend(pages.check_ids(page, reading.path, skills, tasks))

    node, reading = data("comparisons.yml")
    guide.tables = tables.parse(node, reading)
    tables.check(guide.tables, tasks, guide.pages, reading)
    problems.extend(reading.problems)
    guide.tables |= exam_tables.derive(guide.exams)

    node, reading = data("services.yml")
    guide.services = services.parse(node, guide.pages, reading)
    problems.extend(reading.problems)

    node, reading = data("glossary.yml")
    guide.terms = glossary.parse(node, guide.pages, reading)
    problems.extend(reading.problems)

    problems.extend(_untaught(guide))
    headings = {page.path: {anchor for _, _, anchor in anchors.of(page.body)} for page in guide.pages.values()}
    for path in sorted((docs / "_data" / "questions").glob("*.yml")):
        node, reading = data(f"questions/{path.name}")
        bank = questions.parse(node, reading)
        questions.check(bank, questions.Known(skills, bank.scenarios, headings), reading)
        for name in bank.questions.keys() & guide.bank.questions.keys():
            reading.note(bank.questions[name].line, f"question '{name}' stands in another file too", "give the newer one another id")
        problems.extend(reading.problems)
        guide.bank.questions.update(bank.questions)
        guide.bank.scenarios.update(bank.scenarios)

    for page in guide.pages.values():
        text, found = _expand(guide, page)
        guide.texts[page.path] = text
        problems.extend(found)
    return guide, problems


def _in_reading_order(docs: Path, root: Path) -> list[Path]:
    """All pages, first those of the navigation in its order."""
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    listed = [docs / name for name in re.findall(r"[\w/-]+\.md", text.partition("\nnav:")[2])]
    found = sorted(docs.rglob("*.md"))
    return [*(path for path in listed if path in found), *(path for path in found if path not in listed)]


def _untaught(guide: Guide) -> list[Problem]:
    """Every skill of an exam marked `must_be_taught` has a page that teaches it."""
    taught = guide.teaching()
    return [
        Problem("docs/_data/exams.yml", skill.line, f"no page teaches skill '{skill.id}'", "name it in the 'skills' of a page that does")
        for exam in guide.exams.values()
        if exam.must_be_taught
        for skill in exam.skills()
        if skill.id not in taught
    ]


def _expand(guide: Guide, page: Page) -> tuple[str, list[Problem]]:
    names, marks = reference_html.marks(guide.terms, guide.services, page.path)
    body = mentions.mark(page.body, mentions.compile_names(names), names, marks) if page.skills else page.body
    text, problems = markers.expand(body, f"docs/{page.path}", page.body_line, renderers(guide))
    head, line, rest = text.partition("\n")
    if head.startswith("# "):
        text = f"{head}\n\n{exam_html.serves(page, guide.exams)}\n{line}{rest}"
    return text + question_html.quiz(guide.bank, page.path), problems


def renderers(guide: Guide) -> dict[str, Renderer]:
    """What each kind of marker puts on one page. A table that stands on the page twice has its anchors once."""
    shown: set[str] = set()
    titles = {path: page.title for path, page in guide.pages.items()}

    def table(marker: Marker) -> str:
        known("table", marker.name, guide.tables)
        first = marker.name not in shown
        shown.add(marker.name)
        return table_html.render(guide.tables[marker.name], marker, anchors=first)

    def exam(marker: Marker) -> Exam:
        known("exam", marker.name, guide.exams)
        marker.only()
        return guide.exams[marker.name]

    def coverage(marker: Marker) -> str:
        marker.only()
        listed = [entry for entry in guide.exams.values() if any(True for _ in entry.skills())]
        asked = Counter(name for question in guide.bank.questions.values() for name in (*question.skills, *question.tasks))
        return exam_html.coverage(listed, guide.teaching(), asked)

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
        "exam-who": lambda marker: f"**{exam(marker).title}.** {exam(marker).who}",
        "table-list": table_list,
        "tables-of": lambda marker: table_html.in_full(tables_in(marker), titles),
        "pairs": lambda marker: table_html.pairs(tables_in(marker)),
        "exam-facts": lambda marker: exam_html.facts(exam(marker)),
        "exam-outline": lambda marker: exam_html.outline(exam(marker), guide.teaching(), guide.tables),
        "coverage": coverage,
        "cheat-sheet": lambda marker: study_html.cheat_sheet(in_folder(marker)),
        "last-day": lambda marker: study_html.last_day(page for page in guide.pages.values() if page.skills),
        "study-path": lambda marker: study_html.study_path(exam(marker), list(guide.pages.values())),
        "services": lambda marker: reference_html.services(guide.services),
        "changes": lambda marker: reference_html.changes(guide.services),
        "glossary": lambda marker: reference_html.glossary(guide.terms),
    }


__all__ = ["Guide", "Unrenderable", "load", "renderers"]
