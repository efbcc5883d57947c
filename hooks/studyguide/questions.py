"""The question bank: `docs/_data/questions/*.yml` in, `Question`s out, and the rules that each of them must keep."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from studyguide.fields import ID, Fields, Reading
from studyguide.problems import suggest
from studyguide.source import Mapping

TYPES = ("single", "multiple", "ordering", "matching")
DIFFICULTIES = ("1", "2", "3")
_COUNTS = {"two": 2, "three": 3, "four": 4}
_POSITION = re.compile(
    r"\b(?:option|choice|answer|response)s? (?:[A-F]\b|[1-6]\b|one\b|two\b)"
    r"|\b(?:first|second|third|fourth|last|above|previous) (?:option|choice|answer)",
    re.I,
)
_JOKER = re.compile(r"\b(?:all|none|both) of (?:the above|these|them)\b", re.I)
SHORTEST_REASON = 30


@dataclass(frozen=True, slots=True)
class Choice:
    """One option. `match` is its partner in a matching question; in an ordering question the choices stand in the right order."""

    text: str
    correct: bool
    match: str
    why: str
    line: int


@dataclass(frozen=True, slots=True)
class Question:
    """A practice question; `teaches` is "folder/page.md#heading"."""

    id: str
    type: str
    skills: tuple[str, ...]
    difficulty: int
    stem: str
    case: str
    choices: tuple[Choice, ...]
    teaches: str
    source: str
    checked: str
    line: int

    @property
    def page(self) -> str:
        """The page that teaches the answer."""
        return self.teaches.partition("#")[0]

    @property
    def tasks(self) -> tuple[str, ...]:
        """The tasks that its skills belong to: "MLS-C01/1.1.a" -> "MLS-C01/1.1"."""
        return tuple(dict.fromkeys(skill.rpartition(".")[0] for skill in self.skills))


@dataclass(frozen=True, slots=True)
class Bank:
    """All questions by id, and the scenarios that several of them share."""

    questions: dict[str, Question]
    scenarios: dict[str, str]


def parse(node: Mapping, reading: Reading) -> Bank:
    """The questions and scenarios of one file; what is wrong goes to `reading`."""
    fields = Fields(node, "the question file", reading)
    scenarios = {}
    for case_id, entry in fields.named("cases"):
        case = Fields(entry, f"case '{case_id}'", reading)
        scenarios[case_id] = case.text("scenario")
        case.close()
    questions: dict[str, Question] = {}
    for entry in fields.entries("questions", required=True):
        question = _question(Fields(entry, "a question", reading))
        if question.id in questions:
            reading.note(question.line, f"question '{question.id}' stands twice", "give the newer one another id")
        questions.setdefault(question.id, question)
    fields.close()
    return Bank(questions, scenarios)


def _question(fields: Fields) -> Question:
    question_id = fields.text("id", mend="write a stable kebab-case id")
    fields.name = f"question '{question_id}'"
    level = fields.choice("difficulty", DIFFICULTIES)
    question = Question(
        id=question_id,
        type=fields.choice("type", TYPES),
        skills=tuple(item.text for item in fields.texts("skills", required=True)),
        difficulty=DIFFICULTIES.index(level) + 1 if level in DIFFICULTIES else 2,
        stem=fields.text("stem"),
        case=fields.text("case", ""),
        choices=tuple(_choice(Fields(node, f"a choice of '{question_id}'", fields.reading)) for node in fields.entries("choices", required=True)),
        teaches=fields.text("teaches", mend="write the page and heading that teach it: folder/page.md#heading"),
        source=fields.url("source"),
        checked=fields.date("checked"),
        line=fields.line,
    )
    fields.close()
    return question


def _choice(fields: Fields) -> Choice:
    choice = Choice(fields.text("text"), fields.flag("correct"), fields.text("match", ""), fields.text("why"), fields.line)
    fields.close()
    return choice


@dataclass(frozen=True, slots=True)
class Known:
    """What a question may refer to: skills, scenarios, and the anchors of each page."""

    skills: Collection[str]
    scenarios: Collection[str]
    anchors: dict[str, set[str]]


Fault = tuple[int, str, str]
Rule = Callable[[Question, Known], Iterator[Fault]]
RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    """Register a rule; its docstring is the rule."""
    RULES.append(function)
    return function


def check(bank: Bank, known: Known, reading: Reading) -> None:
    """Apply every rule to every question."""
    for question in bank.questions.values():
        for each in RULES:
            for line, what, mend in each(question, known):
                reading.note(line, f"question '{question.id}': {what}", mend)


@rule
def has_an_id(question: Question, known: Known) -> Iterator[Fault]:
    """Ids are kebab-case, because progress is stored under them."""
    if not ID.match(question.id):
        yield question.line, "its id is not kebab-case", "use small letters, digits and hyphens"


@rule
def names_known_skills(question: Question, known: Known) -> Iterator[Fault]:
    """A question tests at least one skill that exams.yml lists."""
    if not question.skills:
        yield question.line, "names no skill", "list at least one id from docs/_data/exams.yml"
    for skill in question.skills:
        if skill not in known.skills:
            yield question.line, f"unknown skill '{skill}'", suggest(skill, known.skills, "see docs/_data/exams.yml")


@rule
def has_the_right_answers(question: Question, known: Known) -> Iterator[Fault]:
    """One right answer of four for single; as many as the stem asks for, of five or six, for multiple."""
    right = sum(choice.correct for choice in question.choices)
    if question.type == "single" and (len(question.choices) != 4 or right != 1):
        yield question.line, f"{len(question.choices)} choices, {right} of them right", "write 4 choices, 1 of them 'correct: true'"
    if question.type == "multiple":
        asked = re.search(r"\(Choose (two|three|four)\.\)$", question.stem)
        if not asked:
            yield question.line, "the stem does not say how many to choose", "end it with '(Choose two.)'"
        elif right != _COUNTS[asked[1]]:
            yield question.line, f"asks for {asked[1]}, but {right} are right", "make them agree"
        if len(question.choices) not in (5, 6):
            yield question.line, f"{len(question.choices)} choices", "write 5 or 6"
    if question.type in ("ordering", "matching") and (right or not 3 <= len(question.choices) <= 6):
        yield question.line, f"{len(question.choices)} choices, {right} marked right", "write 3 to 6 choices without 'correct'"


@rule
def matches_have_partners(question: Question, known: Known) -> Iterator[Fault]:
    """Only matching questions have partners, each a different one."""
    partners = [choice.match for choice in question.choices if choice.match]
    if question.type == "matching" and (len(partners) != len(question.choices) or len(set(partners)) != len(partners)):
        yield question.line, "its choices need one distinct 'match' each", "write match: … for every choice"
    if question.type != "matching" and partners:
        yield question.line, "has a 'match' but is not a matching question", "remove it"


@rule
def reasons_have_substance(question: Question, known: Known) -> Iterator[Fault]:
    """Each option says why it is right or wrong, in words that survive shuffling."""
    for choice in question.choices:
        if len(choice.why) < SHORTEST_REASON:
            yield choice.line, f"a reason of {len(choice.why)} characters", "say why it is right or wrong here"
        if _POSITION.search(choice.why):
            yield choice.line, "a reason names a letter or position", "options are shuffled: name the thing itself"
        if _JOKER.search(choice.text):
            yield choice.line, "'all/none of the above' is no option", "write a plausible one"
    texts = [choice.text.lower() for choice in question.choices]
    if len(set(texts)) < len(texts):
        yield question.line, "two choices say the same", "write different ones"


@rule
def teaches_a_heading(question: Question, known: Known) -> Iterator[Fault]:
    """The answer is taught under a heading that exists."""
    page, _, anchor = question.teaches.partition("#")
    if page not in known.anchors:
        yield question.line, f"no page '{page}'", suggest(page, known.anchors, "name a page under docs/")
    elif anchor not in known.anchors[page]:
        yield question.line, f"no heading '#{anchor}' in {page}", suggest(anchor, known.anchors[page], "known: " + ", ".join(sorted(known.anchors[page])))


@rule
def its_case_exists(question: Question, known: Known) -> Iterator[Fault]:
    """A shared scenario is written once, under cases."""
    if question.case and question.case not in known.scenarios:
        yield question.line, f"no case '{question.case}'", suggest(question.case, known.scenarios, "write it under 'cases'")


def near_duplicates(questions: Collection[Question], threshold: float = 0.6) -> list[tuple[Question, Question]]:
    """Pairs of stems that share most of their three-word runs (Jaccard similarity of at least `threshold`)."""
    runs = [(question, _shingles(question.stem)) for question in questions]
    pairs = []
    for index, (one, left) in enumerate(runs):
        for other, right in runs[index + 1 :]:
            if left and right and len(left & right) / len(left | right) >= threshold:
                pairs.append((one, other))
    return pairs


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return set(zip(words, words[1:], words[2:], strict=False))
