"""The exams: `docs/_data/exams.yml` in, `Exam`s with domains, tasks and skills out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from studyguide.fields import Fields, Reading
from studyguide.source import Mapping

STATUSES = ("beta", "active", "some languages only", "retired")
CONFIDENCE = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Skill:
    """One thing a candidate must be able to do. `id` is like "MLS-C01/1.1.a"."""

    id: str
    text: str
    is_new: bool
    line: int

    @property
    def code(self) -> str:
        """The id without its exam: "1.1.a"."""
        return self.id.partition("/")[2]


@dataclass(frozen=True, slots=True)
class Task:
    """A task statement; `id` is like "MLS-C01/1.1"."""

    id: str
    title: str
    skills: tuple[Skill, ...]
    line: int

    @property
    def code(self) -> str:
        """The id without its exam: "1.1"."""
        return self.id.partition("/")[2]


@dataclass(frozen=True, slots=True)
class Domain:
    """A content domain; `weight` is its share of the scored questions in percent."""

    number: int
    title: str
    weight: int
    folder: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of an exam's facts, with how sure we are of it."""

    key: str
    text: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True)
class Mock:
    """What a mock exam copies from the real one: `minutes` are the lengths that a learner may choose from."""

    questions: int
    scored: int
    minutes: tuple[int, ...]
    pass_mark: int


@dataclass(frozen=True, slots=True)
class Exam:
    """An exam, as far as it is known on the day it was checked."""

    code: str
    title: str
    status: str
    who: str
    facts: tuple[Fact, ...]
    mock: Mock | None
    must_be_taught: bool
    domains: tuple[Domain, ...]
    source: str
    checked: str
    line: int

    def tasks(self) -> Iterator[Task]:
        """All tasks in the exam guide's order."""
        for domain in self.domains:
            yield from domain.tasks

    def skills(self) -> Iterator[Skill]:
        """All skills in the exam guide's order."""
        for task in self.tasks():
            yield from task.skills

    def fact(self, key: str) -> Fact | None:
        """The fact with this key, if the exam has one."""
        return next((fact for fact in self.facts if fact.key == key), None)


FACTS = {
    "state": "Status",
    "level": "Level",
    "questions": "Questions",
    "minutes": "Minutes",
    "pass_mark": "Pass mark (100–1000)",
    "types": "Question types",
    "fee": "Fee (USD)",
    "languages": "Languages",
    "experience": "Recommended experience",
}


def parse(node: Mapping, reading: Reading) -> dict[str, Exam]:
    """All exams by code; what is wrong goes to `reading`."""
    return {code: _exam(code, Fields(entry, f"exam '{code}'", reading)) for code, entry in node.entries.items()}


def _exam(code: str, fields: Fields) -> Exam:
    exam = Exam(
        code=code,
        title=fields.text("title"),
        status=fields.choice("status", STATUSES),
        who=fields.text("who"),
        facts=tuple(_facts(fields)),
        mock=_mock(fields) if fields.has("mock") else None,
        must_be_taught=fields.flag("must_be_taught"),
        domains=tuple(_domain(code, Fields(node, f"a domain of {code}", fields.reading)) for node in fields.entries("domains")),
        source=fields.url("source"),
        checked=fields.date("checked"),
        line=fields.line,
    )
    fields.close()
    weights = sum(domain.weight for domain in exam.domains)
    if exam.domains and weights != 100:
        fields.reading.note(fields.line_of("domains"), f"exam '{code}': its domains' weights add up to {weights}", "make it 100")
    return exam


def _facts(fields: Fields) -> Iterator[Fact]:
    for key, node in fields.named("facts", required=True):
        if key not in FACTS:
            fields.reading.note(node.line, f"unknown fact '{key}'", "known facts: " + ", ".join(FACTS))
            continue
        entry = Fields(node, f"{fields.name}, fact '{key}'", fields.reading)
        yield Fact(key, entry.text("text"), entry.choice("confidence", CONFIDENCE, "high"), entry.text("note", ""))
        entry.close()


def _mock(fields: Fields) -> Mock:
    node = fields.node("mock")
    assert node is not None
    entry = Fields(node, f"{fields.name}, mock", fields.reading)
    minutes = []
    for item in entry.texts("minutes", required=True):
        if item.text.isdecimal():
            minutes.append(int(item.text))
        else:
            fields.reading.note(item.line, f"{entry.name}: '{item.text}' is no number of minutes", "write digits only")
    mock = Mock(entry.number("questions"), entry.number("scored"), tuple(minutes), entry.number("pass_mark"))
    entry.close()
    return mock


def _domain(code: str, fields: Fields) -> Domain:
    domain = Domain(
        number=fields.number("number"),
        title=fields.text("title"),
        weight=fields.number("weight"),
        folder=fields.text("folder", ""),
        tasks=tuple(_task(code, Fields(node, f"a task of {code}", fields.reading)) for node in fields.entries("tasks")),
    )
    fields.close()
    return domain


def _task(code: str, fields: Fields) -> Task:
    task = Task(
        id=f"{code}/{fields.text('id')}",
        title=fields.text("title"),
        skills=tuple(_skill(code, Fields(node, f"a skill of {code}", fields.reading)) for node in fields.entries("skills")),
        line=fields.line,
    )
    fields.close()
    return task


def _skill(code: str, fields: Fields) -> Skill:
    skill = Skill(f"{code}/{fields.text('id')}", fields.text("text"), fields.flag("new"), fields.line)
    fields.close()
    return skill
