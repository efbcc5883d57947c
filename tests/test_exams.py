"""Exams are read with their domains, tasks and skills, and their mistakes are listed."""

import datetime
from pathlib import Path

from studyguide import exam_html, exam_tables, exams, source
from studyguide.fields import Reading

SAMPLE = (Path(__file__).parent / "sample" / "docs" / "_data" / "exams.yml").read_text()


def read(text: str) -> tuple[dict[str, exams.Exam], list[str]]:
    node, problems = source.parse(text, "exams.yml")
    reading = Reading("exams.yml", datetime.date(2026, 11, 22))
    found = exams.parse(node, reading)
    return found, [str(problem) for problem in problems + reading.problems]


def test_the_sample() -> None:
    """Ids carry the exam; the new skill knows that it is new."""
    found, problems = read(SAMPLE)
    assert problems == []
    skills = list(found["SAM-C01"].skills())
    assert [skill.id for skill in skills] == ["SAM-C01/1.1.a", "SAM-C01/1.1.b"]
    assert [skill.is_new for skill in skills] == [False, True]
    assert found["SAM-C01"].mock == exams.Mock(3, 2, (10,), 750)


def test_weights_add_up() -> None:
    """Weights that are not 100 % in all, unknown facts and statuses are problems."""
    bad = SAMPLE.replace("weight: 100", "weight: 90").replace("status: active", "status: alive").replace("minutes: {text", "minuts: {text")
    assert read(bad)[1] == [
        "exams.yml:3: exam 'SAM-C01': 'alive' is no status; did you mean 'active'?",
        "exams.yml:9: unknown fact 'minuts'; known facts: state, level, questions, minutes, pass_mark, types, fee, languages, experience",
        "exams.yml:11: exam 'SAM-C01': its domains' weights add up to 90; make it 100",
    ]


def test_derived_tables() -> None:
    """The exam tables hold the facts of exams.yml; what is missing says so."""
    tables = exam_tables.derive(read(SAMPLE)[0])
    assert tables["exam-facts"].rows[0].cells["minutes"] == "170 or 180"
    assert tables["exam-facts"].rows[0].cells["fee"] == "not confirmed"
    assert tables["exam-domains"].rows[0].cells["weight"] == "100 %"


def test_doubts_are_shown_and_text_is_text() -> None:
    """A fact of low confidence says so; HTML in a skill is shown, not run."""
    exam = read(SAMPLE)[0]["SAM-C01"]
    assert "low confidence" in exam_html.facts(exam) and "Sources disagree." in exam_html.facts(exam)
    outline = exam_html.outline(exam, {}, {})
    assert "&lt;b&gt;" in outline and "<b>" not in outline
