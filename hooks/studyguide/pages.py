"""The pages under `docs/`: what their front matter says, and where their text starts."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from studyguide import source
from studyguide.fields import Fields, Reading, check_url
from studyguide.problems import Problem, choices, suggest
from studyguide.source import Mapping, Scalar

_FRONT = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*\n", re.S)
_WORD = re.compile(r"[A-Za-z0-9][\w'’-]*")
WORDS_A_MINUTE = 200
HIDEABLE = ("navigation", "toc", "path", "footer")


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `path` is relative to docs/, `body` starts at line `body_line` of the file."""

    path: str
    title: str
    description: str
    skills: tuple[str, ...]
    tasks: tuple[str, ...]
    checked: str
    sources: tuple[str, ...]
    body: str
    body_line: int

    @property
    def folder(self) -> str:
        """The folder below docs/; empty for top-level pages."""
        return self.path.rpartition("/")[0]

    @property
    def words(self) -> int:
        """Words that a reader reads, roughly."""
        return len(_WORD.findall(self.body))

    @property
    def minutes(self) -> int:
        """Reading time in whole minutes."""
        return max(1, round(self.words / WORDS_A_MINUTE))


def read(path: Path, docs: Path, root: Path, reading: Reading) -> Page:
    """The page in the file at `path`; what is wrong with its front matter goes to `reading`."""
    relative = path.relative_to(docs).as_posix()
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        reading.note(1, "not UTF-8 text", "save the file as UTF-8")
        text = ""
    found = _FRONT.match(text)
    front, body_line = Mapping({}, {}, 1), 1
    if found:
        front, problems = source.parse(found[1], reading.path, first_line=2)
        reading.problems.extend(problems)
        body_line = text[: found.end()].count("\n") + 1
    elif text.startswith("---\n"):
        reading.note(1, "the front matter is not closed", "end it with a line '---'")
    fields = Fields(front, "the front matter", reading)
    _check_theme_keys(fields)
    sources = [item for item in fields.texts("sources") if check_url(item.text, item.line, "the front matter", reading)]
    page = Page(
        path=relative,
        title=fields.text("title"),
        description=fields.text("description"),
        skills=tuple(item.text for item in fields.texts("skills")),
        tasks=tuple(item.text for item in fields.texts("tasks")),
        checked=fields.date("checked", ""),
        sources=tuple(item.text for item in sources),
        body=text[found.end() :] if found else text,
        body_line=body_line,
    )
    fields.close()
    if page.description and not 40 <= len(page.description) <= 170:
        reading.note(fields.line_of("description"), f"the description has {len(page.description)} characters", "write 40 to 170")
    if page.skills and not (page.checked and fields.has("sources")):
        reading.note(1, "a page that teaches skills needs 'checked' and 'sources'", "add both to the front matter")
    return page


def _check_theme_keys(fields: Fields) -> None:
    """What the theme and the search read from a page's head; they do not check it themselves."""
    for item in fields.texts("hide"):
        if item.text not in HIDEABLE:
            fields.reading.note(item.line, f"the front matter: nothing called '{item.text}' to hide", suggest(item.text, HIDEABLE) or choices(HIDEABLE))
    for key, node in fields.named("search"):
        if key != "exclude" or not isinstance(node, Scalar) or node.text not in ("true", "false"):
            fields.reading.note(node.line, f"the front matter: unknown setting '{key}' of search", "write 'exclude: true'")


def check_ids(page: Page, shown: str, skills: Collection[str], tasks: Collection[str]) -> list[Problem]:
    """Every skill and task of a page is one that exams.yml lists."""
    problems = []
    for kind, ids, known in (("skill", page.skills, skills), ("task", page.tasks, tasks)):
        for name in ids:
            if name not in known:
                problems.append(Problem(shown, 1, f"unknown {kind} '{name}'", suggest(name, known, "see docs/_data/exams.yml")))
        if len(set(ids)) < len(ids):
            problems.append(Problem(shown, 1, f"a {kind} stands twice", "keep one"))
    return problems
