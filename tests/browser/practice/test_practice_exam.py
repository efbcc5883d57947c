"""A mock exam from the first click to the review, and everything that may happen on the way."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from practice_learner import Learner, Open, evaluate

See = Callable[[Page], Learner]
EXAM = "practice/exam/?exam=MLS-C01"
PAST = """
      const { openStore } = await load("store");
      const { catalog } = await load("catalog");
      const site = await load("site");
      const exam = (await site.loadExams()).map(catalog).find(({ code }) => code === "MLS-C01");
      const entries = (await site.loadIndex()).filter(({ type }) => type === "single").slice(0, 20);
      const store = await openStore();
      for (const [right, day] of arg) {
        const drawn = entries.map(({ id }, i) => ({ id, domain: 1 + (i % 4), scored: i < 15 }));
        const record = m.createExam(exam, drawn, await site.loadQuestions(entries), 100, day * 86_400_000);
        record.items.forEach((item, i) => (item.value = [item.question.choices.findIndex(({ correct }) => Boolean(correct) === i < right)]));
        await store.addExams([record]);
        await m.finish(store, record.id, "submitted", day * 86_400_000 + 3_600_000);
      }"""


def start(open_page: Open, code: str = "MLS-C01", **options: object) -> Page:
    """A mock exam that has just begun."""
    page = open_page(EXAM, **options)
    page.get_by_label("Exam", exact=True).select_option(code)
    page.get_by_role("button", name="Start the exam").click()
    expect(page.locator(".practice-count")).to_have_text(re.compile("Question 1 of"))
    return page


def test_setup_tells_the_facts(open_page: Open) -> None:
    """Questions, scored ones, the times to choose from and why they differ, the proportions, and an honest word on a short bank."""
    page = open_page(EXAM)
    form = page.locator(".practice-form")
    expect(form).to_contain_text("65 questions, 50 of them scored")
    expect(form).to_contain_text("Sources disagree")
    expect(form.get_by_role("radio")).to_have_count(2)
    expect(page.get_by_role("radio", name="170 minutes")).to_be_checked()
    page.get_by_text("What it will hold").click()
    expect(page.get_by_role("row", name="3 · Modeling")).to_contain_text("36 %")
    expect(page.get_by_role("row", name="3 · Modeling").get_by_role("cell").nth(1)).to_have_text("23")
    page.get_by_label("Exam", exact=True).select_option("MLA-C02")
    expect(form.get_by_role("radio")).to_have_count(3)
    page.get_by_label("Exam", exact=True).select_option("AIF-C01")
    expect(form).to_contain_text("does not have enough in every domain yet")
    expect(form).to_contain_text("No questions yet for:")
    expect(form).to_contain_text("minutes (90 for the full exam)")


def test_a_whole_exam(open_page: Open, learner: See) -> None:
    """65 questions with flags, a reload in the middle, a warning about what is open, the result, and the review of every question."""
    page = start(open_page)
    someone = learner(page)
    asked = []
    for number in range(65):
        if number == 30:
            expect(page.locator(".practice-count")).to_have_text("Question 31 of 65")
            before = page.locator(".practice-timer__face").inner_text()
            page.reload()
            expect(page.locator(".practice-count")).to_have_text("Question 31 of 65")
            expect(page.locator(".practice-sheet__sum")).to_have_text("29 of 65 answered")
            assert seconds(before) - 60 < seconds(page.locator(".practice-timer__face").inner_text()) <= seconds(before)
        expect(page.locator(".practice-count")).to_have_text(f"Question {number + 1} of 65")
        asked.append(someone.question()["id"])
        if number not in (4, 40):
            someone.choose(well=number % 4 != 0)
        if number % 10 == 0:
            page.get_by_role("button", name="Flag", exact=True).click()
            expect(page.get_by_role("button", name="Flag", exact=True)).to_have_attribute("aria-pressed", "true")
        page.locator(".practice-card .practice-button--primary").click()
    assert len(set(asked)) == 65
    dialog = page.locator(".practice-dialog")
    expect(dialog).to_contain_text("2 questions unanswered or incomplete: 5, 41.")
    expect(dialog).to_contain_text("Flagged: 1, 11, 21, 31, 41, 51, 61.")
    dialog.get_by_role("button", name="Go to the first unanswered").click()
    expect(page.locator(".practice-count")).to_have_text("Question 5 of 65")
    assert someone.question()["id"] == asked[4]
    someone.choose()
    page.get_by_role("button", name="Question 1, answered, flagged").click()
    expect(page.locator(".practice-option input:checked").first).to_be_visible()
    page.get_by_role("button", name="Submit exam").click()
    dialog.get_by_role("button", name="Submit", exact=True).click()
    expect(page.get_by_role("heading", name="Result: MLS-C01")).to_be_focused()
    wrong = len([n for n in range(65) if n % 4 == 0 and n != 4])
    expect(page.locator(".practice-result")).to_contain_text(f"{65 - wrong} of all 65. 64 answered.")
    expect(page.locator(".practice-result")).to_contain_text("AWS does not publish its scaling; this is an estimate.")
    points = int(page.locator(".practice-result__points strong").inner_text())
    right = int(re.search(r"(\d+) of 50 scored", page.locator(".practice-result").inner_text())[1])  # type: ignore[index]
    assert points == evaluate(page, "score", "return m.scaled(arg / 50, 750)", right)
    domains = page.get_by_role("table", name="By domain")
    assert sum(int(cell.split(" of ")[1]) for cell in domains.locator("td:nth-child(3)").all_inner_texts()) == 50
    assert page.locator("summary", has_text="not scored").count() == 15
    page.get_by_role("button", name=f"Missed ({wrong})", exact=True).click()
    expect(page.locator(".practice-review__row:visible")).to_have_count(wrong)
    row = page.locator(".practice-review__row:visible", has_text="Wrong").first
    row.locator("summary").click()
    expect(row.locator(".practice-reason--wrong").first).to_contain_text("your choice")
    expect(row.locator(".practice-reason--right").first).to_contain_text("Right answer")
    expect(row.get_by_role("link", name="Taught in")).to_be_visible()
    expect(row.get_by_role("link", name="Report a problem")).to_be_visible()
    kept = [record for record in someone.records("answers") if record["mode"] == "exam"]
    assert len(kept) == 64 and sum(record["right"] for record in kept) == 65 - wrong
    page.reload()
    expect(page.get_by_role("heading", name="Result: MLS-C01")).to_be_visible()
    assert len(someone.records("answers")) == 64
    page.get_by_role("button", name="Retake what was missed").click()
    expect(page.locator(".practice-count")).to_have_text(f"Question 1 of {wrong}")
    assert someone.question()["id"] in asked


def seconds(face: str) -> int:
    """ "1:02:03" as seconds."""
    total = 0
    for part in face.split(":"):
        total = total * 60 + int(part)
    return total


def test_by_keyboard(open_page: Open) -> None:
    """Digits choose, Enter goes on, at the end it asks for the submission."""
    page = start(open_page, "AIF-C01")
    count = int(page.locator(".practice-count").inner_text().split(" of ")[1])
    for number in range(1, count + 1):
        expect(page.locator(".practice-count")).to_have_text(f"Question {number} of {count}")
        expect(page.locator(".practice-count")).to_be_focused()
        page.keyboard.press("1")
        page.keyboard.press("p")
        if page.locator(".practice-pairs, .practice-steps").count():
            page.locator(".practice-count").focus()
        page.keyboard.press("Enter")
    expect(page.locator(".practice-dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".practice-count")).to_have_text(f"Question {count} of {count}")


def ahead(page: Page) -> None:
    """Give the page a clock that `later` can put forward. (Playwright's own clock breaks Material's timers.)"""
    page.context.add_init_script("{ const now = Date.now; Date.now = () => now() + Number(sessionStorage.getItem('ahead')); }")
    page.reload()


def later(page: Page, minutes: float) -> None:
    """Let the page believe that so many minutes have passed."""
    page.evaluate("(ms) => sessionStorage.setItem('ahead', Number(sessionStorage.getItem('ahead')) + ms)", minutes * 60_000)


def test_time_runs_out(open_page: Open, learner: See) -> None:
    """At zero the exam submits itself, in view or while the page was closed; what was answered counts."""
    page = open_page(EXAM)
    ahead(page)
    page.get_by_role("button", name="Start the exam").click()
    expect(page.locator(".practice-count")).to_have_text("Question 1 of 65")
    learner(page).choose()
    later(page, 160.5)
    expect(page.locator("#practice-announcements")).to_have_text("10 minutes left.")
    expect(page.locator(".practice-timer__face")).to_have_text(re.compile("9:[23]."))
    page.get_by_role("button", name="Submit exam").click()
    later(page, 10)
    expect(page.get_by_role("heading", name="Result: MLS-C01")).to_be_visible()
    expect(page.locator(".practice-dialog")).to_have_count(0)
    expect(page.locator(".practice-result")).to_contain_text("The time ran out")
    expect(page.locator(".practice-result")).to_contain_text("1 answered")
    expect(page.locator(".practice-times")).to_contain_text("2 hours 50 minutes of 170 minutes")
    page.get_by_role("button", name="Set up another exam").click()
    page.get_by_role("button", name="Start the exam").click()
    expect(page.locator(".practice-count")).to_have_text("Question 1 of 65")
    page.goto(page.url.replace(EXAM, "exams/"))
    later(page, 300)
    page.goto(page.url.replace("exams/", EXAM))
    expect(page.locator(".practice-result")).to_contain_text("The time ran out")
    expect(page.locator(".practice-result")).to_contain_text("0 answered")


def test_pause_stops_the_clock(open_page: Open) -> None:
    """Paused, the questions are hidden and no time passes, not even over a reload; a discarded exam leaves no trace."""
    page = open_page(EXAM)
    ahead(page)
    page.get_by_role("button", name="Start the exam").click()
    expect(page.locator(".practice-count")).to_be_visible()
    later(page, 10)
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("heading", name="Paused")).to_be_focused()
    expect(page.locator(".practice-stem")).to_have_count(0)
    later(page, 1200)
    page.reload()
    expect(page.locator(".practice-card")).to_contain_text("2 hours 40 minutes left")
    page.get_by_role("button", name="Go on").click()
    expect(page.locator(".practice-timer__face")).to_have_text(re.compile("2:(40:00|39:5.)"))
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Discard this exam").click()
    page.locator(".practice-dialog").get_by_role("button", name="Discard").click()
    expect(page.get_by_role("heading", name="Set up a mock exam")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Set up a mock exam")).to_be_visible()


def test_a_quick_hand(open_page: Open) -> None:
    """An answer, a flag and "Next" within the same instant: all of them count for the question they were given to."""
    page = start(open_page)
    parts = ".practice-option input, .practice-flag, .practice-card .practice-button--primary"
    for number in range(1, 4):
        for_each = "(parts) => parts.split(', ').forEach((part) => document.querySelector(part).click())"
        page.evaluate(for_each, parts)
        expect(page.locator(".practice-count")).to_have_text(f"Question {number + 1} of 65")
    page.reload()
    expect(page.locator(".practice-count")).to_have_text("Question 4 of 65")
    labels = [page.locator(".practice-sheet button").nth(i).get_attribute("aria-label") or "" for i in range(5)]
    assert ["flagged" in label for label in labels] == [True, True, True, False, False]
    assert ["unanswered" in label for label in labels] == [False, False, False, True, True]


def test_time_per_question(open_page: Open) -> None:
    """Counted for the question in view, over several visits, without the pauses."""
    page = open_page(EXAM)
    ahead(page)
    page.get_by_role("button", name="Start the exam").click()
    for number, minutes in ((1, 5), (2, 3)):
        expect(page.locator(".practice-count")).to_have_text(f"Question {number} of 65")
        later(page, minutes)
        page.get_by_role("button", name="Next").click()
    expect(page.locator(".practice-count")).to_have_text("Question 3 of 65")
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("heading", name="Paused")).to_be_visible()
    later(page, 60)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Question 2, unanswered").click()
    expect(page.locator(".practice-count")).to_have_text("Question 2 of 65")
    later(page, 4)
    page.get_by_role("button", name="Submit exam").click()
    page.locator(".practice-dialog").get_by_role("button", name="Submit", exact=True).click()
    expect(page.locator(".practice-times")).to_have_text(re.compile(r"Time: 12 minutes of 170 minutes, .*Longest: question 2 \(7:0.\), question 1 \(5:0.\)"))


def test_an_exam_ends_once(open_page: Open) -> None:
    """A second end, by another tab or by the clock, changes neither the time nor the reason."""
    page = open_page(EXAM)
    evaluate(page, "exam-record", PAST, [[5, 20_000]])
    found = evaluate(
        page,
        "exam-record",
        """
      const store = await (await load("store")).openStore();
      const [{ id }] = await store.exams();
      const { finished, reason } = await m.finish(store, id, "time", 30_000 * 86_400_000);
      return [finished, reason, (await store.answers()).length]""",
    )
    assert found == [20_000 * 86_400_000 + 3_600_000, "submitted", 20]


def test_a_new_version_of_the_site_in_the_middle(open_page: Open, learner: See) -> None:
    """All questions changed or vanished: the running exam goes on with its own, and its review works."""
    page = start(open_page)
    someone = learner(page)
    first = someone.choose()["id"]
    page.route(re.compile(r"data/questions/"), lambda route: route.fulfill(json=[]))
    page.reload()
    assert someone.question()["id"] == first
    expect(page.locator(".practice-option input:checked").first).to_be_visible()
    page.get_by_role("button", name="Submit exam").click()
    page.locator(".practice-dialog").get_by_role("button", name="Submit", exact=True).click()
    expect(page.locator(".practice-result")).to_contain_text("1 of all 65")
    page.locator(".practice-review__row summary").first.click()
    expect(page.locator(".practice-review .practice-reason--right").first).to_be_visible()


def test_two_tabs_with_the_same_exam(open_page: Open, learner: See) -> None:
    """An answer in one tab shows in the other, neither overwrites the other, and the end ends both, once."""
    one = start(open_page)
    two = one.context.new_page()
    two.goto(one.url)
    expect(two.locator(".practice-count")).to_have_text("Question 1 of 65")
    two.get_by_role("button", name="Next").click()
    expect(two.locator(".practice-count")).to_have_text("Question 2 of 65")
    learner(two).choose()
    expect(two.locator(".practice-sheet__sum")).to_have_text("1 of 65 answered")
    learner(one).choose()
    expect(one.locator(".practice-sheet__sum")).to_have_text("2 of 65 answered")
    expect(two.locator(".practice-sheet__sum")).to_have_text("2 of 65 answered")
    one.get_by_role("button", name="Submit exam").click()
    one.locator(".practice-dialog").get_by_role("button", name="Submit", exact=True).click()
    for page in (one, two):
        expect(page.locator(".practice-result")).to_contain_text("2 of all 65. 2 answered.")
    assert len(learner(one).records("answers")) == 2


def test_without_storage(open_page: Open) -> None:
    """The exam works in memory, after a clear message, and leaving the page asks first."""
    page = open_page("exams/")
    page.context.add_init_script("indexedDB.open = () => { throw new DOMException('denied', 'SecurityError'); }")
    page.goto(page.url.replace("exams/", EXAM))
    expect(page.get_by_role("alert")).to_contain_text("does not let the site keep anything")
    page.get_by_role("button", name="Start the exam").click()
    expect(page.locator(".practice-count")).to_be_focused()
    page.keyboard.press("1")
    questions: list[str] = []
    page.on("dialog", lambda dialog: (questions.append(dialog.type), dialog.dismiss()))
    page.evaluate("setTimeout(() => location.reload())")
    page.wait_for_timeout(300)
    assert questions == ["beforeunload"]
    page.get_by_role("button", name="Submit exam").click()
    page.locator(".practice-dialog").get_by_role("button", name="Submit", exact=True).click()
    expect(page.get_by_role("heading", name="Result: MLS-C01")).to_be_visible()


def test_history(open_page: Open) -> None:
    """Earlier exams as a chart with words and as a table; each opens its review; their questions are not drawn again."""
    page = open_page(EXAM)
    expect(page.get_by_text("No mock of MLS-C01 finished yet.")).to_be_visible()
    evaluate(page, "exam-record", PAST, [[5, 20_000], [12, 20_010]])
    page.reload()
    text = page.get_by_role("img", name="Estimated points of 2 mock exams").get_attribute("aria-label")
    assert text and "401, 821" in text and "pass mark is 750" in text
    rows = page.get_by_role("table", name="Finished mocks").get_by_role("row")
    expect(rows.nth(1)).to_contain_text("2024-10-14")
    expect(rows.nth(1)).to_contain_text("821 (pass)")
    expect(rows.nth(2)).to_contain_text("401 (no pass)")
    page.get_by_text("What it will hold").click()
    old = page.locator(".practice-form tbody td:nth-child(5)").all_inner_texts()
    new = page.locator(".practice-form tbody td:nth-child(4)").all_inner_texts()
    assert sum(map(int, new)) - sum(map(int, old)) == 20
    rows.nth(2).get_by_role("button", name="Review").click()
    expect(page.locator(".practice-result")).to_contain_text("5 of 15 scored questions right")


@pytest.mark.parametrize("code", ["MLA-C01", "MLA-C02"])
def test_other_exams(open_page: Open, code: str) -> None:
    """Ordering and matching only where the exam has them; the question types follow the exam's facts."""
    page = start(open_page, code)
    types = evaluate(page, "store", "return (await (await m.openStore()).exams())[0].items.map(({ question }) => question.type)")
    assert len(types) == 65
    assert ({"ordering", "matching"} <= set(types)) is (code == "MLA-C01")
