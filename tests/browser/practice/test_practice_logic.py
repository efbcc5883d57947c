"""Drawing, scoring, counting and the clock: the modules by themselves, run in a real browser because CI has no other JavaScript."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Page
from practice_learner import evaluate

SEEDED = """
      const seeded = (seed) => () => { seed = (seed * 1664525 + 1013904223) % 4294967296; return seed / 4294967296; };
"""
EXAM = SEEDED + """
      const { catalog } = await load("catalog");
      const { loadExams, loadIndex } = await load("site");
      const [exams, index] = [(await loadExams()).map(catalog), await loadIndex()];
      const exam = (code) => exams.find((each) => each.code === code);
"""


@pytest.fixture
def page(anywhere: Page) -> Page:
    """A page that modules can be loaded in."""
    return anywhere


@pytest.mark.parametrize(
    ("weights", "total", "expected"),
    [
        ([20, 24, 36, 20], 65, [13, 16, 23, 13]),
        ([28, 24, 24, 24], 65, [18, 16, 16, 15]),
        ([20, 24, 36, 20], 50, [10, 12, 18, 10]),
        ([1, 1, 1], 2, [1, 1, 0]),
        ([5], 0, [0]),
        ([], 3, []),
    ],
)
def test_shares(page: Page, weights: list[int], total: int, expected: list[int]) -> None:
    """Largest remainder: whole numbers that add up, the first of equals wins."""
    assert evaluate(page, "draw", "return m.shares(...arg)", [weights, total]) == expected


def test_four_mocks_of_mls_do_not_overlap(page: Page, index: list[dict[str, Any]]) -> None:
    """65 questions in the exam's proportions, 50 of them scored in proportion too; a fifth mock takes what is left and then what is used."""
    mocks = evaluate(
        page,
        "draw",
        EXAM + """
      const [records, random] = [[], seeded(7)];
      for (let i = 0; i < 5; i++) {
        const drawn = m.drawMock(exam("MLS-C01"), index, records, random);
        records.push({ exam: "MLS-C01", drawn, items: drawn.map(({ id }) => ({ question: { id } })) });
      }
      return records.map((record) => record.drawn)""",
    )
    types = {question["id"]: question["type"] for question in index}
    for mock in mocks:
        assert Counter(item["domain"] for item in mock) == {1: 13, 2: 16, 3: 23, 4: 13}
        assert Counter(item["domain"] for item in mock if item["scored"]) == {1: 10, 2: 12, 3: 18, 4: 10}
        assert len({item["id"] for item in mock}) == 65
        assert {types[item["id"]] for item in mock} == {"single", "multiple"}
    sets = [{item["id"] for item in mock} for mock in mocks]
    assert all(not one & other for one, other in combinations(sets[:4], 2))
    assert sets[4] & set.union(*sets[:4])


def test_a_used_up_bank_brings_back_the_least_used(page: Page) -> None:
    """When fresh questions run out, every question returns once before any returns twice."""
    counts = evaluate(
        page,
        "draw",
        EXAM + """
      const small = index.filter(({ bank, type }) => bank !== "generative-ai" && (type === "single" || type === "multiple"));
      const [records, random] = [[], seeded(3)];
      for (let i = 0; i < 9; i++) {
        const drawn = m.drawMock(exam("MLA-C02"), small, records, random);
        records.push({ exam: "MLA-C02", items: drawn.map(({ id }) => ({ question: { id } })) });
      }
      const used = m.uses("MLA-C02", records);
      return small.map(({ id, bank }) => [bank, used.get(id)?.[0] ?? 0])""",
    )
    for bank in {name for name, _ in counts}:
        times = [count for name, count in counts if name == bank]
        assert max(times) - min(times) <= 1


def test_own_mocks_count_before_those_of_other_exams(page: Page) -> None:
    """A question of an earlier mock of this exam comes back after one that only other exams' mocks asked, however often."""
    again = evaluate(
        page,
        "draw",
        EXAM + """
      const first = m.drawMock(exam("MLS-C01"), index, [], seeded(4));
      const own = { exam: "MLS-C01", items: first.map(({ id }) => ({ question: { id } })) };
      const met = new Set(first.map(({ id }) => id));
      const other = { exam: "MLA-C02", items: index.filter(({ id }) => !met.has(id)).map(({ id }) => ({ question: { id } })) };
      return m.drawMock(exam("MLS-C01"), index, [own, other, other, other], seeded(5)).filter(({ id }) => met.has(id)).length""",
    )
    assert again == 0


def test_mocks_take_the_types_of_their_exam(page: Page) -> None:
    """Ordering and matching are in MLA-C01 and AIF-C01; questions met in another exam's mock come after unmet ones."""
    found = evaluate(
        page,
        "draw",
        EXAM + """
      const types = new Map(index.map((each) => [each.id, each.type]));
      const first = m.drawMock(exam("MLS-C01"), index, [], seeded(1));
      const records = [{ exam: "MLS-C01", items: first.map(({ id }) => ({ question: { id } })) }];
      const second = m.drawMock(exam("MLA-C01"), index, records, seeded(2));
      const met = new Set(first.map(({ id }) => id));
      const lengths = exams.map(({ code, types }) => [code, types.length]);
      return { types: lengths, kinds: second.map(({ id }) => types.get(id)), again: second.filter(({ id }) => met.has(id)).length }""",
    )
    assert dict(found["types"]) == {"MLS-C01": 2, "MLA-C02": 2, "MLA-C01": 4, "AIF-C01": 4, "AIP-C01": 2}
    assert {"ordering", "matching"} <= set(found["kinds"])
    assert found["again"] == 0


def test_a_short_bank_keeps_the_proportions(page: Page) -> None:
    """The largest size whose shares every domain can fill; a domain without questions is left out."""
    plan = evaluate(
        page,
        "draw",
        EXAM + """
      const some = (bank, n) => index.filter((each) => each.bank === bank && each.type === "single").slice(0, n);
      const few = [...some("data-engineering", 5), ...some("exploratory-data-analysis", 40), ...some("modeling", 40)];
      const { size, wanted, scored, domains } = m.planMock(exam("MLS-C01"), few);
      const none = m.planMock(exam("MLS-C01"), []);
      return { size, wanted, scored, counts: domains.map(({ count, available }) => [count, available]), none: none.size }""",
    )
    assert plan == {"size": 22, "wanted": 65, "scored": 17, "counts": [[5, 5], [7, 40], [10, 40], [0, 0]], "none": 0}


def test_a_question_counts_for_the_domain_of_its_first_skill_in_the_exam(page: Page) -> None:
    """Skills of other exams that stand before do not matter; a scenario's questions stay together."""
    found = evaluate(
        page,
        "draw",
        EXAM + """
      const { domainOf } = await load("catalog");
      const entry = (id, skills, scenario = "") => ({ id, skills, case: scenario, type: "single", difficulty: 1, bank: "x" });
      const list = ["1.2.a", "2.1.a", "3.1.a", "4.1.a"].flatMap((code) => Array.from({ length: 20 }, (_, i) =>
        entry(`q${code}${i}`, [`MLS-C01/${code}`], i < 3 ? `case-${code}` : "")));
      const cases = m.drawMock(exam("MLS-C01"), list, [], seeded(5)).map(({ id }) => list.find((each) => each.id === id).case);
      const runs = cases.filter((name, i) => name && cases[i - 1] !== name);
      const of = (...skills) => domainOf(exam("MLS-C01"), entry("a", skills));
      return { domain: of("MLA-C02/1.1.1", "MLS-C01/3.1.a", "MLS-C01/1.2.a"), foreign: of("MLA-C02/1.1.1"),
        whole: runs.length === new Set(runs).size && runs.length > 1 }""",
    )
    assert found == {"domain": 3, "foreign": None, "whole": True}


def test_sessions_ask_unseen_then_missed_then_oldest(page: Page) -> None:
    """Whatever the dice say."""
    drawn = evaluate(
        page,
        "draw",
        """
      const pool = ["old", "new-right", "missed-late", "missed-early", "fresh"].map((id) => ({ id }));
      const answers = [["old", true, 10], ["new-right", true, 50], ["missed-late", false, 40], ["missed-early", false, 20]];
      const latest = new Map(answers.map(([id, right, at]) => [id, { right, at }]));
      return Array.from({ length: 20 }, () => m.drawSession(pool, latest, 5).map(({ id }) => id).join())""",
    )
    assert set(drawn) == {"fresh,missed-early,missed-late,old,new-right"}


def test_options_are_shuffled_evenly(page: Page) -> None:
    """Each option stands first about equally often; steps to be ordered never start out in the right order."""
    found = evaluate(
        page,
        "draw",
        SEEDED + """
      const random = seeded(11);
      const question = (type, n) => ({ type, choices: Array(n).fill({}) });
      const first = Array.from({ length: 4000 }, () => m.optionOrder(question("single", 4), random)[0]);
      const steps = Array.from({ length: 2000 }, () => m.optionOrder(question("ordering", 3), random).join(""));
      return { first: [0, 1, 2, 3].map((i) => first.filter((value) => value === i).length), right: steps.filter((order) => order === "012").length }""",
    )
    assert all(900 < count < 1100 for count in found["first"])
    assert found["right"] == 0


def test_right_and_complete(page: Page) -> None:
    """All or nothing, as in the real exams."""
    found = evaluate(
        page,
        "score",
        """
      const make = (type, ...flags) => ({ type, choices: flags.map((correct) => (correct ? { correct } : {})) });
      const [single, multiple, steps] = [make("single", 0, 1, 0, 0), make("multiple", 1, 0, 1, 0, 0), make("ordering", 0, 0, 0)];
      const pairs = { ...steps, type: "matching" };
      const cases = [[single, [1]], [single, [0]], [single, null], [multiple, [2, 0]], [multiple, [0]], [multiple, [0, 1]],
        [steps, [0, 1, 2]], [steps, [1, 0, 2]], [pairs, [0, 1, 2]], [pairs, [0, -1, 2]]];
      return cases.map(([question, value]) => [m.isComplete(question, value), m.isRight(question, value)])""",
    )
    yes, wrong, no = [True, True], [True, False], [False, False]
    assert found == [yes, wrong, no, yes, no, wrong, yes, wrong, yes, no]


@pytest.mark.parametrize("mark", [700, 720, 750])
def test_scaled_points(page: Page, mark: int) -> None:
    """100 for nothing, 1000 for all, the pass mark at 72 %, never lower for more, and no pass by rounding."""
    points = evaluate(page, "score", "return Array.from({ length: 1001 }, (_, i) => m.scaled(i / 1000, arg))", mark)
    assert (points[0], points[720], points[1000]) == (100, mark, 1000)
    assert points == sorted(points) and evaluate(page, "score", "return m.scaled(0.71999, arg)", mark) == mark - 1
    assert evaluate(page, "score", "return [m.scaled(36 / 50, arg) >= arg, m.scaled(35 / 50, arg) >= arg]", mark) == [True, False]


def test_clock(page: Page) -> None:
    """The deadline stands while the page is closed; a pause keeps what is left."""
    found = evaluate(
        page,
        "clock",
        """
      const start = m.startClock(10, 1000);
      const paused = m.pauseClock(start, 61_000);
      const resumed = m.resumeClock(paused, 500_000);
      return [m.remaining(start, 1000), m.remaining(start, 10_000_000), paused, m.remaining(paused, 9e9),
        resumed, m.pauseClock(paused, 7), m.resumeClock(resumed, 7).deadline,
        m.asTime(3_661_000), m.asTime(60_001), m.asTime(0), m.inWords(3_660_000), m.inWords(7_200_000), m.inWords(5000)]""",
    )
    paused = {"deadline": None, "left": 540_000}
    resumed = {"deadline": 1_040_000, "left": None}
    assert found == [600_000, 0, paused, 540_000, resumed, paused, 1_040_000, "1:01:01", "1:01", "0:00", "1 hour 1 minute", "2 hours", "5 seconds"]


def test_counting(page: Page) -> None:
    """The newest answer to a question counts; a vanished question still counts for its skill; weakest skills come first."""
    found = evaluate(
        page,
        "stats",
        EXAM + """
      const mls = exam("MLS-C01");
      const at = (id, right, when, skills) => ({ question: id, right, at: when, skills: skills ?? index.find((each) => each.id === id).skills });
      const latest = m.latestAnswers([at("modeling-000", false, 1), at("modeling-000", true, 9),
        at("modeling-001", false, 5), at("modeling-005", false, 4), at("modeling-002", true, 3),
        at("gone", false, 7, ["MLS-C01/3.4.a", "XXX-C09/1.1"])]);
      const stats = m.examStats(mls, index, latest);
      const row = (id) => { const { questions, seen, tested, right, last } = stats.skills.get(id); return [questions, seen, tested, right, last]; };
      return { times: latest.get("modeling-000").times, all: stats.all, one: row("MLS-C01/3.1.a"), gone: row("MLS-C01/3.4.a"), domain: stats.domains[2].tested,
        next: m.studyNext(mls, stats, 4).map(({ id }) => id), mistakes: m.mistakes(index, latest).map(({ id }) => id) }""",
    )
    assert found["times"] == 2
    assert found["all"] == {"questions": 327, "seen": 4, "tested": 5, "right": 2, "last": 9}
    assert found["one"] == [29, 1, 1, 1, 9] and found["gone"] == [29, 1, 2, 1, 7] and found["domain"] == 5
    assert found["next"][:2] == ["MLS-C01/3.2.a", "MLS-C01/3.4.a"] and found["next"][2].startswith("MLS-C01/3.")
    assert found["mistakes"] == ["modeling-001", "modeling-005"]


def test_rich_text_is_harmless(page: Page) -> None:
    """Code and bold are code and bold; everything else that looks like HTML is shown as text, and nothing of it runs."""
    attack = '<img src=x onerror="harm=1"><script>harm=1</script><code onclick="harm=1">'
    shown = evaluate(
        page,
        "dom",
        """
      const box = document.createElement("div");
      box.append(m.rich(arg));
      document.body.append(box);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const tags = [...box.querySelectorAll("*")].map(({ localName, attributes }) => [localName, attributes.length]);
      return { text: box.textContent, tags, harm: window.harm ?? null }""",
        f"<code>a &lt; b</code> &amp;amp; {attack} <strong>b&#58;</strong></em><em>open &#99999999; &#x27;",
    )
    assert shown == {"text": f"a < b &amp; {attack} b:open &#99999999; '", "tags": [["code", 0], ["strong", 0], ["em", 0]], "harm": None}
