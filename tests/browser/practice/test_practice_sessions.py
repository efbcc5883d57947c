"""Practice sessions: what is asked follows the choices, the history and the address."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect
from practice_learner import Learner, Open, evaluate

See = Callable[[Page], Learner]
RECORD = """
      const { newAnswer } = await load("records");
      const store = await m.openStore();
      const { loadIndex } = await load("site");
      const index = await loadIndex();
      await store.addAnswers(arg.map(([id, right, at]) => newAnswer(index.find((each) => each.id === id), right, "quiz", 1000, at)));"""


def found(page: Page) -> str:
    """What the form says about the questions that fit."""
    return page.locator(".practice-found").inner_text()


def test_choices_narrow_the_questions(open_page: Open) -> None:
    """Exam, domains, skills and difficulty, each counted."""
    page = open_page("practice/?exam=MLS-C01")
    assert found(page) == "327 questions fit: 327 unseen, 0 missed last time."
    for name in ("1 · Data Engineering", "2 · Exploratory Data Analysis", "4 · Machine Learning Implementation and Operations"):
        page.get_by_role("checkbox", name=name).uncheck()
    assert found(page).startswith("115 questions fit")
    page.get_by_text("Skills: all of these domains, or only some").click()
    page.get_by_role("checkbox", name="3.1.a").check()
    assert found(page).startswith("29 questions fit")
    page.get_by_role("checkbox", name="Recall").uncheck()
    page.get_by_role("checkbox", name="Apply").uncheck()
    assert found(page).startswith("9 questions fit")
    page.get_by_role("checkbox", name="Weigh").uncheck()
    assert found(page) == "No question fits. Tick more boxes."
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_disabled()
    page.get_by_label("Exam", exact=True).select_option("AIF-C01")
    expect(page.locator(".practice-found")).to_contain_text("20 questions fit")
    page.goto(page.url.partition("?")[0])
    expect(page.get_by_label("Exam", exact=True)).to_have_value("AIF-C01")


def test_the_first_choice_is_an_exam_that_can_be_taken(open_page: Open) -> None:
    """Who has chosen nothing yet is offered an exam that is not retired; the retired one stays in the list."""
    page = open_page("practice/")
    exam = page.get_by_label("Exam", exact=True)
    expect(exam).to_have_value("MLA-C02")
    exam.select_option("MLS-C01")
    expect(exam).to_have_value("MLS-C01")


def test_unseen_then_missed_then_oldest(open_page: Open, learner: See) -> None:
    """A session of 40 out of 20 questions asks each once, in that order; mistakes can be asked alone."""
    page = open_page("practice/?exam=AIF-C01")
    history = [[f"generative-ai-{i:03}", i % 3 != 0, 1_700_000_000_000 + i * 1000] for i in range(18)]
    evaluate(page, "store", RECORD, history)
    page.reload()
    expect(page.locator(".practice-found")).to_have_text("20 questions fit: 2 unseen, 6 missed last time.")
    page.get_by_label("Number").select_option("40")
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator(".practice-count")).to_have_text("Question 1 of 20")
    assert learner(page).question()["id"] in ("generative-ai-018", "generative-ai-019")
    page.goto(page.url + "&set=missed")
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator(".practice-count")).to_have_text("Question 1 of 6")
    assert learner(page).question()["id"] == "generative-ai-000"


def test_links_choose_a_skill(open_page: Open) -> None:
    """The progress page links to a session for one skill; an unknown one changes nothing."""
    page = open_page("practice/?exam=MLS-C01&skill=MLS-C01/3.2.a")
    assert found(page).startswith("29 questions fit")
    expect(page.get_by_role("checkbox", name="3.2.a")).to_be_checked()
    page.goto(page.url.partition("?")[0] + "?exam=NOPE&skill=%3Cb%3E&domain=99&set=x")
    assert found(page).startswith("327 questions fit")


def test_keys_work_without_focus(open_page: Open) -> None:
    """On the session page the keyboard answers even after a click beside the question."""
    page = open_page("practice/?exam=MLS-C01")
    page.get_by_label("Number").select_option("5")
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator(".practice-count")).to_be_focused()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("n")
    expect(page.locator(".practice-count")).to_have_text("Question 1 of 5")
    for key in ("1", "2", "Enter"):
        page.keyboard.press(key)
    expect(page.locator(".practice-verdict, .practice-pairs, .practice-steps").first).to_be_visible()


def test_questions_that_do_not_arrive(open_page: Open) -> None:
    """The form stays, says so, and a second try works."""
    page = open_page("practice/?exam=AIF-C01")
    page.route("**/questions/generative-ai.json", lambda route: route.fulfill(status=200, body="oops"))
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator(".practice-found")).to_have_text("The questions could not be loaded. Check the connection and try again.")
    page.unroute("**/questions/generative-ai.json")
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator(".practice-count")).to_have_text("Question 1 of 10")


def test_what_to_study_next(open_page: Open, learner: See) -> None:
    """The dashboard counts by domain and skill, names the weakest skills with pages and a session, and keeps the mistakes book."""
    page = open_page("practice/progress/?exam=MLS-C01")
    wrong = [[f"modeling-{i:03}", False, 1_700_000_000_000 + i] for i in (1, 5, 9)]
    evaluate(page, "store", RECORD, [*wrong, ["modeling-000", True, 1_700_000_000_000], ["data-engineering-000", False, 1_700_000_000_000]])
    expect(page.locator(".practice-facts")).to_contain_text("5 of 327")
    first = page.locator(".practice-next > li").first
    expect(first).to_contain_text("3.2.a")
    expect(first).to_contain_text("0 of 3 right")
    topic = page.url.partition("?")[0].replace("practice/progress/", "modeling/topic/")
    expect(first.get_by_role("link", name="Read: Modeling")).to_have_attribute("href", topic)
    row = page.get_by_role("row", name="3 · Modeling")
    expect(row).to_contain_text("4 of 115")
    expect(row).to_contain_text("25 % (1 of 4)")
    expect(row).to_contain_text("2023-11-14")
    expect(page.get_by_text("4 questions answered wrong last time")).to_be_visible()
    page.get_by_role("button", name="Show them").click()
    expect(page.locator("details", has_text="answered once")).to_have_count(4)
    first.get_by_role("link", name="Practice 3.2.a (29)").click()
    expect(page.locator(".practice-found")).to_have_text("29 questions fit: 26 unseen, 3 missed last time.")
    page.go_back()
    page.get_by_role("link", name="Practice my mistakes").click()
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator(".practice-count")).to_have_text("Question 1 of 4")
    learner(page).choose()
    page.get_by_role("button", name="Check the answer").click()
    page.go_back()
    expect(page.get_by_text("3 questions answered wrong last time")).to_be_visible()
