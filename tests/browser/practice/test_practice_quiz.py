"""The quiz at the foot of a page: by mouse, by keyboard, in every type, without scripts, on paper."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect
from practice_learner import Learner, Open, Question

See = Callable[[Page], Learner]
TOPIC = "modeling/topic/"


def open_question(open_page: Open, index: list[Question], kind: str, bank: str = "modeling") -> Page:
    """The quiz of a page, opened at a question of this type by its link."""
    name = next(entry["id"] for entry in index if entry["type"] == kind and entry["bank"] == bank)
    page = open_page(f"{bank}/topic/#q-{name}")
    expect(page.locator(".practice-count")).to_be_focused()
    return page


def test_by_mouse(open_page: Open, learner: See) -> None:
    """One by one; after the answer every option has its reason at once, marks in words, links to the heading and the issue form."""
    page = open_page(TOPIC)
    expect(page.locator(".guide-quiz")).to_be_hidden()
    page.get_by_role("button", name="Start the quiz").click()
    someone = learner(page)
    expect(page.locator(".practice-count")).to_have_text("Question 1 of 115")
    page.get_by_role("button", name="Check the answer").click()
    expect(page.locator(".practice-hint--warn")).to_have_text("Choose one answer first.")
    question = someone.choose(well=False)
    expect(page.locator(".practice-hint--warn")).to_be_hidden()
    page.get_by_role("button", name="Check the answer").click()
    expect(page.locator(".practice-verdict")).to_have_text("Not right.")
    expect(page.locator(".practice-reason")).to_have_count(4)
    for reason in page.locator(".practice-reason__why").all():
        expect(reason).to_contain_text("Because the made-up case says so")
    expect(page.locator(".practice-reason--right .practice-mark")).to_have_text("Right answer")
    expect(page.locator(".practice-reason--wrong .practice-mark")).to_have_text("Wrong · your choice")
    expect(page.get_by_role("link", name="Taught in: Modeling")).to_have_attribute("href", page.url + "#the-one-heading")
    report = page.get_by_role("link", name="Report a problem with this question").get_attribute("href")
    assert report == f"https://github.com/someone/guide/issues/new?template=question.yml&question={question['id']}"
    page.get_by_role("button", name="Next question").click()
    someone.choose()
    page.get_by_role("button", name="Check the answer").click()
    expect(page.locator(".practice-verdict")).to_have_text("Right.")
    expect(page.locator(".practice-reason--right .practice-mark")).to_have_text("Right answer · your choice")
    kept = someone.records("answers")
    assert [(record["right"], record["mode"]) for record in sorted(kept, key=lambda record: record["at"])] == [(False, "quiz"), (True, "quiz")]
    assert kept[0]["skills"] and all(record["ms"] >= 0 for record in kept)


def test_by_keyboard(open_page: Open, learner: See) -> None:
    """Tab to the quiz, 1–9 choose, Enter checks and goes on; results are announced and the focus is never lost."""
    page = open_page(TOPIC)
    page.get_by_role("button", name="Start the quiz").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".practice-count")).to_be_focused()
    said = page.locator("#practice-announcements")
    for number in range(1, 5):
        expect(page.locator(".practice-count")).to_have_text(f"Question {number} of 115")
        question = learner(page).question()
        texts = page.locator(".practice-option").all_inner_texts()
        right = [i for i, text in enumerate(texts) if any(choice["text"] in text and choice.get("correct") for choice in question["choices"])]
        page.keyboard.press(str(right[0] + 1))
        expect(page.locator(".practice-option input").nth(right[0])).to_be_checked()
        page.keyboard.press("Enter")
        expect(page.locator(".practice-verdict")).to_be_focused()
        expect(said).to_have_text("Right. Reasons follow.")
        page.keyboard.press("Enter")
        expect(page.locator(".practice-count")).to_be_focused()


def test_keys_do_nothing_outside(open_page: Open) -> None:
    """While the focus is elsewhere on the page, digits and Enter choose nothing."""
    page = open_page(TOPIC)
    page.get_by_role("button", name="Start the quiz").click()
    expect(page.locator(".practice-count")).to_be_focused()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    assert page.locator(".practice-option input:checked").count() == 0
    expect(page.locator(".practice-verdict")).to_have_count(0)


def test_multiple_choice(open_page: Open, learner: See, index: list[Question]) -> None:
    """As many as the stem asks for: one is too few, a third is not taken; the group is named by its stem."""
    page = open_question(open_page, index, "multiple")
    group = page.get_by_role("group", name="Which two fit? (Choose two.)")
    expect(group.get_by_role("checkbox")).to_have_count(5)
    for key in "12":
        page.keyboard.press(key)
        if key == "1":
            page.keyboard.press("Enter")
            expect(page.locator(".practice-hint--warn")).to_have_text("Choose two answers first.")
    page.keyboard.press("3")
    expect(page.locator("#practice-announcements")).to_have_text("Only 2 can be chosen. Take one back first.")
    assert page.locator(".practice-option input:checked").count() == 2
    for box in group.get_by_role("checkbox").all():
        box.uncheck()
    learner(page).choose()
    page.keyboard.press("Enter")
    expect(page.locator(".practice-verdict")).to_have_text("Right.")


def test_ordering(open_page: Open, learner: See, index: list[Question]) -> None:
    """Steps move by button and by arrow key; the focus stays on the moved step, and its place is announced."""
    page = open_question(open_page, index, "ordering")
    steps = [choice["text"] for choice in learner(page).question()["choices"]]
    page.get_by_role("button", name="Check the answer").click()
    expect(page.locator(".practice-hint--warn")).to_have_text("Put the steps in order first.")
    last = page.get_by_role("button", name=f"Move up: {steps[0]}")
    last.focus()
    for _ in range(2):
        page.keyboard.press("ArrowUp")
        expect(page.get_by_role("button", name=f"Move up: {steps[0]}")).to_be_focused()
    if page.locator(".practice-steps > li").nth(1).inner_text().find(steps[1]) < 0:
        page.get_by_role("button", name=f"Move up: {steps[1]}").click()
        expect(page.locator("#practice-announcements")).to_have_text("Now at place 2 of 3")
    page.get_by_role("button", name="Check the answer").click()
    expect(page.locator(".practice-verdict")).to_have_text("Right.")
    expect(page.locator(".practice-reason").first).to_contain_text("Place 1, as you put it")


def test_matching(open_page: Open, learner: See, index: list[Question]) -> None:
    """Every pair is chosen from a list that names its thing."""
    page = open_question(open_page, index, "matching")
    question = learner(page).question()
    for choice in question["choices"]:
        page.get_by_label(choice["text"]).select_option(label=choice["match"])
    page.get_by_label(question["choices"][0]["text"]).select_option(label="Choose …")
    page.get_by_role("button", name="Check the answer").click()
    expect(page.locator(".practice-hint--warn")).to_have_text("Choose a partner for each first.")
    page.get_by_label(question["choices"][0]["text"]).select_option(label=question["choices"][1]["match"])
    page.get_by_role("button", name="Check the answer").click()
    expect(page.locator(".practice-verdict")).to_have_text("Not right.")
    expect(page.locator(".practice-reason--wrong")).to_contain_text(f"you chose {question['choices'][1]['match']}")
    expect(page.locator(".practice-reason--right")).to_have_count(2)


def test_to_the_end_and_again(open_page: Open, learner: See) -> None:
    """The summary counts, links to what to read up, and repeats what was missed."""
    page = open_page("generative-ai/topic/")
    page.get_by_role("button", name="Start the quiz").click()
    someone = learner(page)
    missed = 0
    for number in range(20):
        kind = someone.question()["type"]
        if kind in ("single", "multiple"):
            someone.choose(well=number != 2)
            missed += number == 2
        elif kind == "ordering":
            page.get_by_role("button", name="Move down").first.click()
        else:
            for select in page.locator(".practice-pairs select").all():
                select.select_option(index=1)
        page.get_by_role("button", name="Check the answer").click()
        missed += kind in ("matching",) or (kind == "ordering" and page.locator(".practice-verdict--wrong").count())
        page.locator(".practice-card .practice-button--primary").click()
    expect(page.locator(".practice-count")).to_have_text(f"{20 - missed} of 20 right")
    expect(page.locator(".practice-card li")).to_have_count(missed)
    page.get_by_role("button", name="Try the missed").click()
    expect(page.locator(".practice-count")).to_have_text(f"Question 1 of {missed}")


def test_options_are_shuffled_per_attempt(open_page: Open, index: list[Question]) -> None:
    """The same question shows its options in another order sooner or later."""
    page = open_question(open_page, index, "single")
    orders = set()
    for _ in range(6):
        expect(page.locator(".practice-option")).to_have_count(4)
        orders.add(tuple(text.partition("Thing")[2] for text in page.locator(".practice-option").all_inner_texts()))
        if len(orders) > 1:
            return
        page.reload()
    raise AssertionError("six times the same order of 24")


def test_instant_navigation(open_page: Open, learner: See) -> None:
    """Pages that come without a load get one quiz each, and what runs survives nothing but its own page."""
    page = open_page("")
    page.evaluate("window.kept = true")
    for _ in range(2):
        page.get_by_role("article").get_by_role("link", name="modeling").click()
        expect(page.get_by_role("button", name="Start the quiz")).to_have_count(1)
        page.get_by_role("button", name="Start the quiz").click()
        learner(page).choose()
        page.get_by_role("button", name="Check the answer").click()
        page.go_back()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Home")
    page.get_by_role("article").get_by_role("link", name="Practice").click()
    expect(page.get_by_role("button", name="Start", exact=True)).to_have_count(1)
    expect(page.locator(".practice-found")).to_contain_text("questions fit")
    assert page.evaluate("window.kept")


def test_without_scripts(open_page: Open) -> None:
    """Every question is readable, its answer and reasons unfold, and the practice pages say what they need."""
    page = open_page(TOPIC, java_script_enabled=False)
    first = page.locator(".guide-question").first
    expect(first).to_be_visible()
    expect(first.get_by_text("Because the made-up case")).to_have_count(4)
    expect(first.get_by_text("Because the made-up case").first).to_be_hidden()
    first.locator("summary").click()
    expect(first.get_by_text("Because the made-up case").first).to_be_visible()
    expect(page.locator(".practice-app")).to_have_count(0)
    for name, words in (("", "Practice sessions need JavaScript"), ("exam/", "A mock exam needs JavaScript"), ("progress/", "needs JavaScript")):
        page = open_page(f"practice/{name}", java_script_enabled=False)
        expect(page.get_by_text(words)).to_be_visible()
        assert page.locator("article a[href*='modeling'], article a[href*='coverage']").count() >= 1


def test_on_paper(open_page: Open) -> None:
    """Print shows the static questions with their reasons, not the buttons."""
    page = open_page(TOPIC)
    expect(page.get_by_role("button", name="Start the quiz")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Start the quiz")).to_be_hidden()
    expect(page.locator(".guide-question").first).to_be_visible()
    assert page.locator(".guide-question details ul").first.evaluate("node => node.getBoundingClientRect().height") > 20


def test_a_module_that_does_not_load(open_page: Open) -> None:
    """The static questions show again."""
    page = open_page("")
    page.route("**/drill.js", lambda route: route.fulfill(status=200, content_type="text/javascript", body="broken ("))
    page.goto(page.url + TOPIC)
    page.get_by_role("button", name="Start the quiz").click()
    expect(page.locator(".guide-question").first).to_be_visible()


def test_light_to_load(site: Path) -> None:
    """The loader that every page fetches stays small."""
    assert len(gzip.compress((site / "assets" / "practice" / "main.js").read_bytes())) <= 2048
