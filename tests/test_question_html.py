"""Questions as pages without scripts show them, and as the practice pages load them."""

from __future__ import annotations

import datetime
import html
import re

import pytest

from studyguide import question_html, questions, source
from studyguide.fields import Reading
from studyguide.pages import Page
from studyguide.questions import Bank

BANK = """
cases:
  shop: {scenario: A shop's owner sells things.}
questions:
  - id: one
    type: single
    skills: [X/1.1.a, Y/2.b]
    difficulty: 2
    case: shop
    stem: Which store's `a<b` fits?
    choices:
      - {text: First store, why: "Wrong, because it forgets everything at night."}
      - {text: Second store, correct: true, why: "Right, because it keeps everything for a year."}
      - {text: Third store, why: "Wrong, because it needs a server of its own."}
      - {text: Fourth store, why: "Wrong, because it is closed to new customers."}
    teaches: area/page.md#stores
    source: https://docs.aws.amazon.com/x.html
    checked: 2026-01-02
  - id: two
    type: matching
    skills: [X/1.1.a]
    difficulty: 1
    stem: Match each.
    choices:
      - {text: Left 1, match: Right 1, why: "Because these two belong together, by design."}
      - {text: Left 2, match: Right 2, why: "Because these two belong together, by design."}
      - {text: Left 3, match: Right 3, why: "Because these two belong together, by design."}
    teaches: area/index.md#stores
    source: https://docs.aws.amazon.com/x.html
    checked: 2026-01-02
"""


@pytest.fixture
def bank() -> Bank:
    """Two questions on two pages."""
    node, _ = source.parse(BANK, "q.yml")
    reading = Reading("q.yml", datetime.date(2026, 1, 2))
    found = questions.parse(node, reading)
    assert not reading.problems
    return found


def test_static_quiz_carries_what_the_live_one_reads(bank: Bank) -> None:
    """Id, type, skills, teaching address, the right choice and each reason are marked, whatever the words are."""
    text = question_html.quiz(bank, "area/page.md")
    assert 'data-question="one" data-type="single" data-skills="X/1.1.a Y/2.b" data-teaches="area/page/#stores"' in text
    assert re.findall(r"<li data-correct><strong>(\w)", text) == ["B"]
    assert text.count('class="guide-question__why"') == 4 and "Left 1" not in text
    pairs = question_html.quiz(bank, "area/index.md")
    assert pairs.count('class="guide-question__match"') == pairs.count('class="guide-question__text"') == 3
    assert 'data-teaches="area/#stores"' in pairs
    assert question_html.quiz(bank, "other.md") == ""


def test_published_words_survive(bank: Bank) -> None:
    """Apostrophes and angle brackets come out as written after one decoding."""
    pages = {path: Page(path, "Stores", "", (), (), "", (), "", 1) for path in ("area/page.md", "area/index.md")}
    first, second = question_html.data(bank.questions.values(), bank, pages)
    assert html.unescape(str(first["stem"])) == "Which store's <code>a<b</code> fits?"
    assert html.unescape(str(first["scenario"])) == "A shop's owner sells things."
    assert (first["teaches"], second["teaches"], second["title"]) == ("area/page/#stores", "area/#stores", "Stores")


def test_index_is_the_bank_without_texts(bank: Bank) -> None:
    """Enough to choose and count by, and where to load the rest."""
    entry = question_html.index(bank.questions.values())[0]
    assert entry == {"id": "one", "type": "single", "skills": ["X/1.1.a", "Y/2.b"], "difficulty": 2, "case": "shop", "bank": "area"}
