"""Questions as HTML that works without scripts, and as the data that the practice pages load."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from studyguide.exams import Exam
from studyguide.inline import html, plain
from studyguide.pages import Page
from studyguide.questions import Bank, Choice, Question
from studyguide.table_html import address

LETTERS = "ABCDEF"


def quiz(bank: Bank, page: str) -> str:
    """The questions that a page teaches, for its foot: choices, and answer with reasons to unfold."""
    asked = [question for question in bank.questions.values() if question.page == page and question.type in ("single", "multiple")]
    asked += [question for question in bank.questions.values() if question.page == page and question not in asked]
    if not asked:
        return ""
    items = "\n".join(_article(question, bank) for question in asked)
    return f'\n\n## Check yourself {{ #check-yourself data-search-exclude }}\n\n<div class="guide-quiz" data-search-exclude>\n{items}\n</div>\n'


def _article(question: Question, bank: Bank) -> str:
    scenario = f'<p class="guide-question__case">{_words(bank.scenarios[question.case])}</p>' if question.case else ""
    known = f'data-question="{question.id}" data-type="{question.type}" data-skills="{" ".join(question.skills)}"'
    head = f'<article class="guide-question" id="q-{question.id}" {known} data-teaches="{_taught_at(question)}">{scenario}'
    return f'{head}<p class="guide-question__stem">{_words(question.stem)}</p>{_choices(question)}{_answer(question)}</article>'


def _choices(question: Question) -> str:
    if question.type == "matching":
        items = "".join(f"<li>{_words(choice.text)}</li>" for choice in question.choices)
        partners = "; ".join(sorted(_words(choice.match) for choice in question.choices))
        return f'<ol class="guide-question__choices">{items}</ol><p>To match: {partners}</p>'
    ordered = sorted(question.choices, key=lambda choice: choice.text) if question.type == "ordering" else question.choices
    items = "".join(f"<li>{_words(choice.text)}</li>" for choice in ordered)
    kind = ' type="A"' if question.type != "ordering" else ""
    return f'<ol class="guide-question__choices"{kind}>{items}</ol>'


def _answer(question: Question) -> str:
    if question.type in ("single", "multiple"):
        right = " and ".join(LETTERS[index] for index, choice in enumerate(question.choices) if choice.correct)
        items = "".join(
            f"<li{' data-correct' if choice.correct else ''}><strong>{LETTERS[index]} is {'right' if choice.correct else 'wrong'}.</strong> {_why(choice)}</li>"
            for index, choice in enumerate(question.choices)
        )
        return f"<details><summary>Answer and reasons</summary><p>Right: {right}.</p><ul>{items}</ul></details>"
    if question.type == "ordering":
        items = "".join(f"<li>{_text(choice)} {_why(choice)}</li>" for choice in question.choices)
        return f"<details><summary>Right order and reasons</summary><ol>{items}</ol></details>"
    partner = '<strong class="guide-question__match">{}</strong>'
    items = "".join(f"<li>{_text(choice)} → {partner.format(_words(choice.match))}. {_why(choice)}</li>" for choice in question.choices)
    return f"<details><summary>Pairs and reasons</summary><ul>{items}</ul></details>"


def _text(choice: Choice) -> str:
    return f'<span class="guide-question__text">{_words(choice.text)}</span>'


def _why(choice: Choice) -> str:
    return f'<span class="guide-question__why">{_words(choice.why)}</span>'


def _taught_at(question: Question) -> str:
    """Where the answer is taught, relative to the site: "folder/page/#heading"."""
    return question.page.removesuffix(".md").removesuffix("index").rstrip("/") + "/#" + question.teaches.partition("#")[2]


def _words(text: str) -> str:
    """Inline Markdown as HTML without links: a link in a question would give the answer away."""
    return html(text) if "](" not in text else html(plain(text))


def data(questions: Iterable[Question], bank: Bank, pages: dict[str, Page]) -> list[dict[str, object]]:
    """What the practice pages need of each question; texts are HTML made here, links are site-relative addresses."""
    return [
        {
            "id": question.id,
            "type": question.type,
            "skills": list(question.skills),
            "difficulty": question.difficulty,
            "stem": _words(question.stem),
            "case": question.case,
            "scenario": _words(bank.scenarios[question.case]) if question.case else "",
            "choices": [
                {"text": _words(choice.text), "why": _words(choice.why)}
                | ({"correct": True} if choice.correct else {})
                | ({"match": _words(choice.match)} if choice.match else {})
                for choice in question.choices
            ],
            "teaches": _taught_at(question),
            "title": pages[question.page].title,
            "source": question.source,
            "checked": question.checked,
        }
        for question in questions
    ]


def index(questions: Iterable[Question]) -> list[dict[str, object]]:
    """What choosing and counting need of each question, without its texts: small enough for every practice page to load."""
    return [
        {"id": each.id, "type": each.type, "skills": list(each.skills), "difficulty": each.difficulty, "case": each.case, "bank": each.page.partition("/")[0]}
        for each in questions
    ]


def exam_data(exams: Collection[Exam], taught: dict[str, list[Page]]) -> list[dict[str, object]]:
    """Exams, domains, tasks and skills as the practice pages need them, with the pages that teach each skill."""
    return [
        {
            "code": exam.code,
            "title": exam.title,
            "status": exam.status,
            "mock": {"questions": exam.mock.questions, "scored": exam.mock.scored, "minutes": list(exam.mock.minutes), "pass": exam.mock.pass_mark}
            if exam.mock
            else None,
            "types": ["single", "multiple", "ordering", "matching"]
            if (types := exam.fact("types")) and "ordering" in types.text.lower()
            else ["single", "multiple"],
            "note": (fact.note if (fact := exam.fact("minutes")) else ""),
            "domains": [
                {
                    "number": domain.number,
                    "title": domain.title,
                    "weight": domain.weight,
                    "tasks": [
                        {
                            "id": task.id,
                            "title": task.title,
                            "skills": [
                                {"id": skill.id, "text": skill.text, "pages": [[page.title, address(page.path)] for page in taught.get(skill.id, [])[:3]]}
                                for skill in task.skills
                            ],
                        }
                        for task in domain.tasks
                    ],
                }
                for domain in exam.domains
            ],
        }
        for exam in exams
    ]
