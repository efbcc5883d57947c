"""Comparison tables that are derived from exams.yml, so that no exam fact is typed twice."""

from __future__ import annotations

from studyguide.exams import FACTS, Exam
from studyguide.tables import Column, Row, Table

_CHECK = "Facts that sources dispute carry the word 'unconfirmed' or name both values; see each exam's page."


def derive(exams: dict[str, Exam]) -> dict[str, Table]:
    """`exam-facts` (one row an exam) and `exam-domains` (one row a domain)."""
    if not exams:
        return {}
    first = next(iter(exams.values()))
    tasks = tuple(task.id for task in first.tasks())[:1]
    checked = min(exam.checked for exam in exams.values())
    facts = Table(
        id="exam-facts",
        title="The exams in figures",
        row_label="Exam",
        tasks=tasks,
        source=first.source,
        checked=checked,
        home="exams/index.md",
        note=_CHECK,
        columns=tuple(Column(key, label, "text", "") for key, label in FACTS.items()),
        rows=tuple(_facts(exam) for exam in exams.values()),
        versus=(),
        line=first.line,
    )
    domains = Table(
        id="exam-domains",
        title="Domains and weights side by side",
        row_label="Domain",
        tasks=tasks,
        source=first.source,
        checked=checked,
        home="exams/index.md",
        note="",
        columns=(
            Column("exam", "Exam", "text", ""),
            Column("weight", "Weight", "number", ""),
            Column("tasks", "Tasks", "text", ""),
        ),
        rows=tuple(_domain(exam, number) for exam in exams.values() for number in range(len(exam.domains))),
        versus=(),
        line=first.line,
    )
    return {"exam-facts": facts, "exam-domains": domains}


def _facts(exam: Exam) -> Row:
    cells = {key: (fact.text if (fact := exam.fact(key)) else "not confirmed") for key in FACTS}
    name = f"[{exam.code}](/exams/{exam.code.lower()}.md)"
    return Row(exam.code.lower(), name, cells, exam.source, exam.line, {})


def _domain(exam: Exam, index: int) -> Row:
    domain = exam.domains[index]
    cells = {"exam": exam.code, "weight": f"{domain.weight} %", "tasks": "; ".join(f"{task.code} {task.title}" for task in domain.tasks)}
    return Row(f"{exam.code.lower()}-{domain.number}", f"{domain.number} {domain.title}", cells, exam.source, exam.line, {})
