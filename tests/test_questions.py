"""The question bank: its rules on small samples, and what must hold of the real bank as a whole."""

from __future__ import annotations

import datetime
import math
from collections import Counter

import pytest

from repository import ROOT
from studyguide import guide as guides
from studyguide import questions, source
from studyguide.exams import Exam
from studyguide.fields import Reading
from studyguide.questions import Bank, Question

GOOD = """
cases:
  shop: {scenario: A shop sells things.}
questions:
  - id: one
    type: single
    skills: [X/1.1.a]
    difficulty: 2
    case: shop
    stem: Which store fits best?
    choices:
      - {text: First store, why: "Wrong, because it forgets everything at night."}
      - {text: Second store, correct: true, why: "Right, because it keeps everything for a year."}
      - {text: Third store, why: "Wrong, because it needs a server of its own."}
      - {text: Fourth store, why: "Wrong, because it is closed to new customers."}
    teaches: page.md#stores
    source: https://docs.aws.amazon.com/x.html
    checked: 2026-01-02
"""


def read(text: str) -> tuple[Bank, list[str]]:
    node, problems = source.parse(text, "q.yml")
    reading = Reading("q.yml", datetime.date(2026, 11, 22))
    bank = questions.parse(node, reading)
    questions.check(bank, questions.Known({"X/1.1.a"}, bank.scenarios, {"page.md": {"stores"}}), reading)
    return bank, [str(problem) for problem in problems + reading.problems]


def test_a_good_question() -> None:
    """It is read without complaint, and knows its page and task."""
    bank, problems = read(GOOD)
    assert problems == []
    assert bank.questions["one"].page == "page.md" and bank.questions["one"].tasks == ("X/1.1",)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("id: one", "id: One!", "its id is not kebab-case"),
        ("X/1.1.a", "X/1.1.b", "unknown skill 'X/1.1.b'; did you mean 'X/1.1.a'?"),
        ("type: single", "type: singel", "'singel' is no type; did you mean 'single'?"),
        ("difficulty: 2", "difficulty: 9", "'9' is no difficulty"),
        (", correct: true", "", "4 choices, 0 of them right"),
        ("type: single", "type: multiple", "the stem does not say how many to choose"),
        ("page.md#stores", "page.md#storage", "no heading '#storage' in page.md; did you mean 'stores'?"),
        ("page.md#stores", "pages.md#stores", "no page 'pages.md'; did you mean 'page.md'?"),
        ("Wrong, because it needs a server of its own.", "No.", "a reason of 3 characters"),
        ("Wrong, because it needs a server of its own.", "Wrong, see option B, which keeps everything.", "names a letter or position"),
        ("Third store", "All of the above", "'all/none of the above' is no option"),
        ("Third store", "first store", "two choices say the same"),
        ("case: shop", "case: shpo", "no case 'shpo'; did you mean 'shop'?"),
        ("checked: 2026-01-02", "checked: 2999-01-02", "lies in the future"),
        ("source: https://docs.aws.amazon.com/x.html", "source: https://dumps.example/x", "source host 'dumps.example' is not accepted"),
    ],
)
def test_each_fault_is_named(old: str, new: str, message: str) -> None:
    """Every rule speaks, with file and line."""
    assert old in GOOD
    found = read(GOOD.replace(old, new))[1]
    assert any(message in problem and problem.startswith("q.yml:") for problem in found), found


def test_near_duplicates() -> None:
    """Stems that share most of their words are found."""
    bank, _ = read(GOOD)
    one = bank.questions["one"]
    assert questions.near_duplicates([one, one]) == [(one, one)]


@pytest.fixture(scope="module")
def bank() -> Bank:
    """The real bank."""
    return guides.load(ROOT, datetime.date.today())[0].bank


@pytest.fixture(scope="module")
def exams() -> dict[str, Exam]:
    """The real exams."""
    return guides.load(ROOT, datetime.date.today())[0].exams


def choosing(bank: Bank) -> list[Question]:
    """The questions of the types that MLS-C01 and MLA-C02 use."""
    return [question for question in bank.questions.values() if question.type in ("single", "multiple")]


def test_size_and_kinds(bank: Bank) -> None:
    """At least 400, 30 of them to order or match, 15 % of the others with several right answers."""
    kinds = Counter(question.type for question in bank.questions.values())
    assert sum(kinds.values()) >= 400
    assert kinds["ordering"] + kinds["matching"] >= 30
    assert kinds["multiple"] >= 0.15 * (kinds["multiple"] + kinds["single"])


@pytest.mark.parametrize(("code", "mocks"), [("MLS-C01", 4), ("MLA-C02", 2)])
def test_enough_for_whole_mock_exams(bank: Bank, exams: dict[str, Exam], code: str, mocks: int) -> None:
    """Each domain has the questions for that many mock exams of 65 without a repetition."""
    owner = {skill.id: domain.number for domain in exams[code].domains for task in domain.tasks for skill in task.skills}
    have: Counter[int] = Counter()
    for question in choosing(bank):
        own = [owner[skill] for skill in question.skills if skill in owner]
        have.update(own[:1])
    for domain in exams[code].domains:
        assert have[domain.number] >= math.floor(65 * domain.weight / 100) * mocks, (code, domain.number, have)


@pytest.mark.parametrize("code", ["MLS-C01", "MLA-C02"])
def test_every_skill_is_asked(bank: Bank, exams: dict[str, Exam], code: str) -> None:
    """No skill of the two exams is without a question."""
    asked = {skill for question in bank.questions.values() for skill in question.skills}
    assert [skill.id for skill in exams[code].skills() if skill.id not in asked] == []


def test_no_tell_by_position_or_length(bank: Bank) -> None:
    """Right answers are spread over the positions, and are neither longer nor shorter than wrong ones."""
    single = [question for question in bank.questions.values() if question.type == "single"]
    positions = Counter(next(i for i, choice in enumerate(question.choices) if choice.correct) for question in single)
    assert all(0.2 <= positions[i] / len(single) <= 0.3 for i in range(4)), positions
    right = [len(choice.text) for question in choosing(bank) for choice in question.choices if choice.correct]
    wrong = [len(choice.text) for question in choosing(bank) for choice in question.choices if not choice.correct]
    assert 0.93 <= (sum(right) / len(right)) / (sum(wrong) / len(wrong)) <= 1.07
    longest = sum(max(question.choices, key=lambda choice: len(choice.text)).correct for question in single)
    assert 0.1 <= longest / len(single) <= 0.33


def test_stems_differ(bank: Bank) -> None:
    """No two questions ask nearly the same."""
    assert [(one.id, other.id) for one, other in questions.near_duplicates(list(bank.questions.values()))] == []
