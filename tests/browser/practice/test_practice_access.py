"""Everybody can use it: axe finds nothing in any state, in both schemes, and no phone scrolls sideways."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from practice_learner import Learner, Open

See = Callable[[Page], Learner]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def states(page: Page, someone: Learner) -> Iterator[str]:
    """Walk through quiz, session, exam and progress, and stop at every state worth looking at."""
    base = page.url

    def press(name: str) -> None:
        page.get_by_role("button", name=name, exact=True).click()

    page.goto(base + "modeling/topic/")
    expect(page.get_by_role("button", name="Start the quiz")).to_be_visible()
    yield "quiz before"
    for number in ("005", "009", "014"):  # multiple, ordering, matching
        page.goto(f"{base}modeling/topic/#q-modeling-{number}")
        page.reload()
        expect(page.locator(".practice-count")).to_be_visible()
        yield f"quiz {number}"
    page.goto(base + "practice/?exam=MLS-C01")
    page.get_by_text("Skills: all of these domains").click()
    yield "session form"
    page.goto(base + "practice/?skill=MLS-C01/3.2.a")
    press("Start")
    expect(page.locator(".practice-count")).to_be_visible()
    while someone.question()["type"] not in ("single", "multiple"):
        page.reload()
        press("Start")
        expect(page.locator(".practice-count")).to_be_visible()
    missed = someone.choose(well=False)
    press("Check the answer")
    yield "session answered"
    page.goto(base + "practice/exam/?exam=MLS-C01")
    page.get_by_text("What it will hold").click()
    yield "exam form"
    press("Start the exam")
    expect(page.locator(".practice-count")).to_be_visible()
    someone.choose(well=someone.question() != missed)  # progress is to show one mistake, also where the exam draws this very question
    press("Flag")
    yield "exam"
    press("Submit exam")
    yield "exam submission"
    page.locator(".practice-dialog").get_by_role("button", name="Back to the exam").click()
    press("Pause")
    expect(page.get_by_role("heading", name="Paused")).to_be_visible()
    yield "exam paused"
    press("Submit exam")
    page.locator(".practice-dialog").get_by_role("button", name="Submit", exact=True).click()
    page.get_by_text("What this estimate is worth").click()
    page.get_by_text("By skill, weakest first").click()
    page.locator(".practice-review__row summary").first.click()
    yield "exam result"
    press("Set up another exam")
    expect(page.get_by_role("heading", name="Set up a mock exam")).to_be_visible()
    yield "exam history"
    page.goto(base + "practice/progress/")
    press("Show them")
    expect(page.locator("details", has_text="answered once")).to_have_count(1)
    page.locator("details summary", has_text="answered once").click()
    page.locator(".practice-details summary").first.click()
    yield "progress"
    press("Delete everything")
    yield "progress deletion"


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (1280, True), (390, True), (320, False)])
def test_every_state(open_page: Open, learner: See, width: int, dark: bool) -> None:
    """No axe violation, no sideways scrolling, and nothing to press is lower than 24 pixels."""
    page = open_page("", width=width, dark=dark, reduced_motion="reduce")
    axe = Axe()
    faults = []
    for state in states(page, learner(page)):
        assert page.evaluate("document.documentElement.scrollWidth") <= width, state
        if width == 320:
            continue
        part = ".practice-dialog" if page.locator(".practice-dialog").count() else "main"  # the frame around has its own test
        found = axe.run(page, context=part, options=RULES)
        faults += [f"{state}: {fault['id']}: {fault['nodes'][0]['html'][:200]}" for fault in found.response["violations"]]
        small = "button, summary, select, .practice-option, .practice-check"
        script = "(nodes) => nodes.filter((n) => n.checkVisibility() && n.getBoundingClientRect().height < 24).map((n) => n.outerHTML.slice(0, 120))"
        faults += [f"{state}: small: {each}" for each in page.locator(f".practice-app :is({small})").evaluate_all(script)]
    assert faults == []


def test_nothing_jumps(open_page: Open) -> None:
    """Practice pages and page quizzes keep the place of what the scripts put there: no layout shift worth naming."""
    page = open_page("")
    base = page.url
    for path in ("practice/", "practice/exam/", "practice/progress/", "modeling/topic/"):
        page.goto(base + path)
        page.wait_for_timeout(600)
        shift = page.evaluate(
            """() => new Promise((resolve) => {
              let sum = 0;
              const add = (list) => list.getEntries().forEach((entry) => (sum += entry.value));
              new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
              setTimeout(() => resolve(sum), 100);
            })"""
        )
        assert shift < 0.05, path


def test_motion_and_print(open_page: Open, learner: See) -> None:
    """Nothing moves for those who ask for calm, and a result prints with its questions unfolded and without buttons."""
    page = open_page("practice/exam/?exam=MLS-C01", reduced_motion="reduce")
    page.get_by_role("button", name="Start the exam").click()
    learner(page).choose()
    page.get_by_role("button", name="Submit exam").click()
    page.locator(".practice-dialog").get_by_role("button", name="Submit", exact=True).click()
    expect(page.get_by_role("heading", name="Review")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Retake what was missed")).to_be_hidden()
    assert page.locator(".practice-review__content .practice-reasons").first.evaluate("node => node.getBoundingClientRect().height") > 50
    assert page.evaluate("document.getAnimations().length") == 0
