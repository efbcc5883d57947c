"""Loads and checks the whole guide: every data file and every page, with the markers of the pages expanded.

`load` is called once per build by the MkDocs hook, and by `python hooks/check.py` from the command line.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from studyguide import (
    anchors,
    asks,
    exam_html,
    exam_tables,
    exams,
    figures,
    glossary,
    markers,
    mentions,
    pages,
    question_html,
    questions,
    reference_html,
    services,
    source,
    tables,
)
from studyguide.contents import Guide
from studyguide.fields import Reading
from studyguide.pages import Page
from studyguide.problems import Problem
from studyguide.renderers import renderers
from studyguide.source import Mapping


def load(root: Path, today: datetime.date) -> tuple[Guide, list[Problem]]:
    """The guide below `root` (the repository), and all that is wrong with it. `today` bounds the dates of checks."""
    loading = _Loading(root, today)
    loading.read_exams()
    loading.read_pages()
    loading.read_tables()
    loading.read_reference()
    loading.read_figures()
    loading.read_questions()
    loading.read_asks()
    loading.expand_pages()
    return loading.guide, loading.problems


class _Loading:
    """One run over all files. Later steps refer to what earlier ones have read."""

    def __init__(self, root: Path, today: datetime.date) -> None:
        self.root, self.docs, self.today = root, root / "docs", today
        self.guide = Guide()
        self.problems: list[Problem] = []

    def reading(self, path: Path) -> Reading:
        """What the fields of one file share; its problems are this run's."""
        return Reading(path.relative_to(self.root).as_posix(), self.today, self.problems)

    def data(self, name: str) -> tuple[Mapping, Reading]:
        """A data file and where its problems go."""
        path = self.docs / "_data" / name
        node, problems = source.read(path, self.root)
        self.problems.extend(problems)
        return node, self.reading(path)

    def read_exams(self) -> None:
        self.guide.exams = exams.parse(*self.data("exams.yml"))
        self.skills = {skill.id for exam in self.guide.exams.values() for skill in exam.skills()}
        self.tasks = {task.id for exam in self.guide.exams.values() for task in exam.tasks()}

    def read_pages(self) -> None:
        for path in _in_reading_order(self.docs, self.root):
            reading = self.reading(path)
            page = pages.read(path, self.docs, self.root, reading)
            self.guide.pages[page.path] = page
            if self.skills:
                self.problems.extend(pages.check_ids(page, reading.path, self.skills, self.tasks))
        self.problems.extend(_untaught(self.guide))
        self.headings = {page.path: {anchor for _, _, anchor in anchors.of(page.body)} for page in self.guide.pages.values()}

    def read_tables(self) -> None:
        node, reading = self.data("comparisons.yml")
        self.guide.tables = tables.parse(node, reading)
        tables.check(self.guide.tables, self.tasks, self.guide.pages, reading)
        self.guide.tables |= exam_tables.derive(self.guide.exams)

    def read_reference(self) -> None:
        node, reading = self.data("services.yml")
        self.guide.services = services.parse(node, self.guide.pages, reading)
        node, reading = self.data("glossary.yml")
        self.guide.terms = glossary.parse(node, self.guide.pages, reading)
        self.names, self.marks = reference_html.marks(self.guide.terms, self.guide.services)
        self.pattern = mentions.compile_names(self.names)

    def read_figures(self) -> None:
        self.guide.figures, problems = figures.read(self.docs / "assets" / "figures", self.root)
        self.problems.extend(problems)

    def read_questions(self) -> None:
        known = self.guide.bank
        for path in sorted((self.docs / "_data" / "questions").glob("*.yml")):
            node, reading = self.data(f"questions/{path.name}")
            bank = questions.parse(node, reading)
            questions.check(bank, questions.Known(self.skills, bank.scenarios, self.headings), reading)
            for name in bank.questions.keys() & known.questions.keys():
                reading.note(bank.questions[name].line, f"question '{name}' stands in another file too", "give the newer one another id")
            known.questions.update(bank.questions)
            known.scenarios.update(bank.scenarios)

    def read_asks(self) -> None:
        for path in sorted((self.docs / "_data" / "asks").glob("*.yml")):
            node, reading = self.data(f"asks/{path.name}")
            self.guide.asks |= asks.parse(node, self.headings, reading)

    def expand_pages(self) -> None:
        for page in self.guide.pages.values():
            self.guide.texts[page.path] = self.expand(page)

    def expand(self, page: Page) -> str:
        """The page's Markdown: names marked, markers replaced, framed by the skills it serves and its questions."""
        own = {reference_html.key_of(term) for term in self.guide.terms.values() if term.page.partition("#")[0] == page.path}
        body = mentions.mark(page.body, self.pattern, self.names, self.marks, own) if page.skills else page.body
        text, problems = markers.expand(body, f"docs/{page.path}", page.body_line, renderers(self.guide))
        self.problems.extend(problems)
        head, line, rest = text.partition("\n")
        if head.startswith("# "):
            text = f"{head}\n\n{exam_html.serves(page, self.guide.exams)}\n{line}{rest}"
        return text + question_html.quiz(self.guide.bank, page.path)


def _in_reading_order(docs: Path, root: Path) -> list[Path]:
    """All pages, first those of the navigation in its order."""
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    listed = [docs / name for name in re.findall(r"[\w/-]+\.md", text.partition("\nnav:")[2])]
    found = [path for path in sorted(docs.rglob("*.md")) if not any(part.startswith("_") for part in path.relative_to(docs).parts)]
    return [*(path for path in dict.fromkeys(listed) if path in found), *(path for path in found if path not in listed)]


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


__all__ = ["Guide", "load"]
