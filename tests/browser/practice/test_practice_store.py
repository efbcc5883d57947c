"""What is kept: shapes, migrations, merging, and every way in which a browser can refuse or damage it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from practice_learner import Learner, Open, evaluate

See = Callable[[Page], Learner]
TOPIC = "modeling/topic/"
ANSWER = {"id": "a1", "question": "modeling-000", "at": 1_700_000_000_000, "right": True, "mode": "quiz", "ms": 5, "skills": ["MLS-C01/3.1.a"]}
NO_DATABASE = "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('denied', 'SecurityError'); } });"
RAW = """
      const { DATABASE } = await load("store");
      const raw = (version, work, upgrade) => new Promise((resolve, reject) => {
        const request = indexedDB.open(DATABASE, version);
        request.onupgradeneeded = () => upgrade?.(request.result);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => { const result = work?.(request.result); request.result.close(); resolve(result); };
      });
      const put = (store, ...records) => raw(undefined, (db) => {
        const transaction = db.transaction(store, "readwrite");
        for (const record of records) transaction.objectStore(store).put(record);
        return new Promise((resolve) => (transaction.oncomplete = resolve));
      });
"""


def test_a_database_of_the_first_layout_is_brought_up_to_date(open_page: Open) -> None:
    """Records of the first version stay readable; a step that fails leaves everything as it was."""
    page = open_page("exams/")
    found = evaluate(
        page,
        "database",
        RAW + """
      await raw(1, (db) => db.transaction("answers", "readwrite").objectStore("answers").put(arg), m.MIGRATIONS[0]);
      const broken = await m.openDatabase(DATABASE, { steps: [m.MIGRATIONS[0], () => { throw new Error("no"); }] }).then(() => "opened", () => "refused");
      const { Store } = await load("store");
      const store = await Store.open();
      return { broken, kept: store.kept, answers: await store.answers(), aside: await store.quarantine() }""",
        ANSWER,
    )
    assert found == {"broken": "refused", "kept": True, "answers": [ANSWER], "aside": []}


def test_a_migration_step_can_change_records(open_page: Open) -> None:
    """A later layout is one more step; it sees the records and the transaction."""
    page = open_page("exams/")
    ids = evaluate(
        page,
        "database",
        """
      const first = await m.openDatabase("trial", {});
      await first.add("answers", [arg]);
      const step = (db, transaction) => {
        const store = transaction.objectStore("answers");
        store.openCursor().onsuccess = ({ target: { result: cursor } }) => {
          if (!cursor) return;
          cursor.update({ ...cursor.value, ms: 99 });
          cursor.continue();
        };
      };
      const next = await m.openDatabase("trial", { steps: [...m.MIGRATIONS, step] });
      return (await next.read("answers")).map(({ id, ms }) => [id, ms])""",
        ANSWER,
    )
    assert ids == [["a1", 99]]


@pytest.mark.parametrize(
    "change",
    [
        {"id": 5},
        {"id": "../x"},
        {"question": "__proto__"},
        {"question": "<b>"},
        {"at": "now"},
        {"at": -1},
        {"at": 1e300},
        {"right": 1},
        {"mode": "cheat"},
        {"ms": None},
        {"skills": "MLS-C01/1.1"},
        {"skills": ["javascript:x"]},
        {"skills": ["MLS-C01/1.1.a"] * 61},
    ],
)
def test_damaged_answers_are_refused(anywhere: Page, change: dict[str, Any]) -> None:
    """Every field is checked, and the message names it."""
    message = evaluate(anywhere, "records", "try { return m.readAnswer(arg) && ''; } catch (error) { return error.message; }", ANSWER | change)
    assert next(iter(change)) in message


def test_unknown_fields_are_dropped_and_good_exams_pass(anywhere: Page) -> None:
    """What the reader returns has the known fields only."""
    found = evaluate(
        anywhere,
        "records",
        """
      const { createExam } = await load("exam-record");
      const { catalog } = await load("catalog");
      const site = await load("site");
      const [exam] = (await site.loadExams()).map(catalog);
      const entries = (await site.loadIndex()).slice(0, 40);
      const record = createExam(exam, entries.map(({ id }) => ({ id, domain: 1, scored: true })), await site.loadQuestions(entries), 10, 5000);
      const bad = (change) => { try { m.readExam(change(structuredClone(record))); return ""; } catch (error) { return error.message; } };
      const same = JSON.stringify(m.readExam(record)) === JSON.stringify(record);
      return { extra: Object.keys(m.readAnswer({ ...arg, extra: 1 })), items: record.items.length, same,
        bad: [bad((r) => ({ ...r, items: [] })), bad((r) => ({ ...r, left: 5 })), bad((r) => { r.items[0].order = [0, 0, 1, 2]; return r; }),
          bad((r) => { r.items[0].value = [9]; return r; }), bad((r) => { r.items[0].question.source = "javascript:x"; return r; }),
          bad((r) => { r.items[0].question.teaches = "//evil.example/"; return r; })] }""",
        ANSWER,
    )
    assert set(found["extra"]) == set(ANSWER) and found["items"] == 40 and found["same"]
    wanted = ["items is empty", "the clock", "order", "value", "source", "teaches"]
    assert [needle in message for needle, message in zip(wanted, found["bad"], strict=True)] == [True] * 6


def test_merging_a_file(open_page: Open) -> None:
    """By id: twice the same adds nothing, a finished exam replaces its unfinished self and not the other way, bad entries are refused alone."""
    page = open_page("exams/")
    found = evaluate(
        page,
        "transfer",
        """
      const { Store } = await load("store");
      const { createExam } = await load("exam-record");
      const { catalog } = await load("catalog");
      const site = await load("site");
      const [exam] = (await site.loadExams()).map(catalog);
      const entries = (await site.loadIndex()).slice(0, 5);
      const running = createExam(exam, entries.map(({ id }) => ({ id, domain: 1, scored: true })), await site.loadQuestions(entries), 10, 5000);
      const done = { ...running, deadline: null, left: 1000, finished: 9000, reason: "submitted" };
      const file = (exams) => JSON.stringify({ format: m.FORMAT, version: 1, answers: [arg, { ...arg, id: "a2" }, { ...arg, id: "a3", right: "yes" }], exams });
      const store = await Store.open("merge");
      const merge = async (exams) => { const parsed = m.parseProgress(file(exams)); return [await m.mergeProgress(store, parsed), parsed.refused.length]; };
      const steps = [await merge([running]), await merge([running]), await merge([done]), await merge([done]), await merge([running])];
      const refuse = (text) => { try { m.parseProgress(text); return ""; } catch (error) { return error.message; } };
      const [newer, empty] = [99, 1].map((version) => JSON.stringify({ format: m.FORMAT, version }));
      return { steps, kept: store.kept, finished: (await store.exams()).map((each) => each.finished), answers: (await store.answers()).length,
        refused: [refuse("nonsense"), refuse("{}"), refuse(newer), refuse(empty), refuse("null")] }""",
        ANSWER,
    )
    counts = [(added["answers"], added["exams"], refused) for added, refused in found["steps"]]
    assert counts == [(2, 1, 1), (0, 0, 1), (0, 1, 1), (0, 0, 1), (0, 0, 1)]
    assert found["kept"] and found["finished"] == [9000] and found["answers"] == 2
    assert all(found["refused"]) and "newer version" in found["refused"][2]


def test_export_delete_import(open_page: Open, learner: See, tmp_path: Path) -> None:
    """Everything comes back from the file; importing again adds nothing."""
    page = open_page("practice/?exam=MLS-C01")
    someone = learner(page)
    page.get_by_label("Number").select_option("5")
    page.get_by_role("checkbox", name="Recall").uncheck()
    page.get_by_role("button", name="Start", exact=True).click()
    for i in range(5):
        if someone.question()["type"] in ("single", "multiple"):
            someone.choose(well=i % 2 == 0)
        elif someone.question()["type"] == "ordering":
            page.get_by_role("button", name="Move down").first.click()
        else:
            for select in page.locator(".practice-pairs select").all():
                select.select_option(index=1)
        page.get_by_role("button", name="Check the answer").click()
        page.locator(".practice-card .practice-button--primary").click()
    before = sorted(someone.records("answers"), key=lambda record: record["id"])
    assert len(before) == 5
    page.goto(page.url.replace("practice/", "practice/progress/").partition("?")[0] + "?exam=MLS-C01")
    expect(page.locator(".practice-facts")).to_contain_text("5 of 327")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export to a file").click()
    file = tmp_path / "progress.json"
    download.value.save_as(file)
    assert len(json.loads(file.read_text())["answers"]) == 5
    page.get_by_role("button", name="Delete everything").click()
    page.locator(".practice-dialog").get_by_role("button", name="Cancel").click()
    assert len(someone.records("answers")) == 5
    page.get_by_role("button", name="Delete everything").click()
    page.locator(".practice-dialog").get_by_role("button", name="Delete everything").click()
    expect(page.locator(".practice-facts")).to_contain_text("0 of 327")
    for added in (5, 0):
        page.locator("input[type=file]").set_input_files(file)
        expect(page.locator(".practice-said")).to_contain_text(f"Imported {added} new answers and 0 new mock exams; {5 - added} were here already.")
    expect(page.locator(".practice-facts")).to_contain_text("5 of 327")
    assert sorted(someone.records("answers"), key=lambda record: record["id"]) == before


def test_a_hostile_file_is_only_text(open_page: Open, tmp_path: Path) -> None:
    """An imported exam with scripts in its texts shows words; nothing of it runs."""
    page = open_page("practice/exam/")
    record = evaluate(
        page,
        "exam-record",
        """
      const { catalog } = await load("catalog");
      const site = await load("site");
      const [exam] = (await site.loadExams()).map(catalog);
      const entries = (await site.loadIndex()).slice(0, 3);
      const record = m.createExam(exam, entries.map(({ id }) => ({ id, domain: 1, scored: true })), await site.loadQuestions(entries), 10, 5000);
      return { ...record, deadline: null, left: 1000, finished: 9000, reason: "submitted" }""",
    )
    attack = '<img src=x onerror="window.harm=1"><script>window.harm=1</script><b>bold</b>'
    record["title"] = attack
    record["domains"][0]["title"] = attack
    for item in record["items"]:
        item["question"] |= {"stem": attack, "scenario": attack, "title": attack}
        item["question"]["choices"][0] |= {"text": attack, "why": attack}
    file = tmp_path / "hostile.json"
    file.write_text(json.dumps({"format": "study-guide-progress", "version": 1, "answers": [{"id": attack}], "exams": [record]}))
    page.goto(page.url.replace("exam/", "progress/"))
    page.locator("input[type=file]").set_input_files(file)
    expect(page.locator(".practice-said")).to_contain_text("1 entry could not be read")
    page.goto(page.url.replace("progress/", f"exam/?result={record['id']}"))
    page.get_by_role("button", name="Open all").click()
    expect(page.locator(".practice-review .practice-stem").first).to_have_text(attack)
    page.wait_for_timeout(200)
    assert page.evaluate("window.harm") is None
    assert page.locator(".practice-app img, .practice-app script").count() == 0


def test_damaged_records_are_set_aside(open_page: Open) -> None:
    """Counted, downloadable, and the rest works; vanished questions and skills keep their history and break nothing."""
    page = open_page("practice/progress/?exam=MLS-C01")
    expect(page.locator(".practice-facts")).to_be_visible()
    evaluate(
        page,
        "store",
        RAW + """
      const gone = { ...arg, id: "a9", question: "vanished-question", skills: ["MLS-C01/9.9.z", "MLS-C01/3.1.a"] };
      await put("answers", arg, gone, { id: "bad", question: { evil: true } }, { id: "worse" });
      await put("exams", { id: "exam", items: "none" });""",
        ANSWER,
    )
    page.reload()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("damaged records were found")
    expect(page.locator(".practice-facts")).to_contain_text("1 of 327")
    expect(page.locator(".practice-facts")).to_contain_text("2answers in all")
    page.goto(page.url.replace("progress/", "exam/"))
    expect(page.get_by_role("heading", name="Set up a mock exam")).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("3 damaged records were found")
    page.goto(page.url.replace("exam/", "progress/"))
    with page.expect_download() as download:
        page.get_by_role("button", name="Download what was set aside").click()
    aside = json.loads(Path(download.value.path()).read_text())
    assert sorted(entry["record"]["id"] for entry in aside) == ["bad", "exam", "worse"]
    assert all(entry["reason"] and entry["found"] for entry in aside)
    page.get_by_role("button", name="Delete what was set aside").click()
    expect(page.get_by_role("alert")).to_be_hidden()


def test_two_tabs_do_not_overwrite_each_other(open_page: Open, learner: See) -> None:
    """Both answer at once, both answers stay, and an open dashboard counts along."""
    one = open_page(TOPIC)
    two, board = one.context.new_page(), one.context.new_page()
    two.goto(one.url)
    board.goto(one.url.replace(TOPIC, "practice/progress/"))
    expect(board.locator(".practice-facts")).to_contain_text("0 of 327")
    for page in (one, two):
        page.get_by_role("button", name="Start the quiz").click()
    for page in (one, two):
        learner(page).choose()
    for page in (one, two):
        page.get_by_role("button", name="Check the answer").dispatch_event("click")
    expect(board.locator(".practice-facts")).to_contain_text("2answers in all")
    expect(board.locator(".practice-facts")).to_contain_text("1 of 327")
    expect(one.locator(".practice-verdict")).to_have_text("Right.")
    assert len(learner(two).records("answers")) == 2


def test_storage_switched_off(open_page: Open, learner: See) -> None:
    """A clear message; quiz, exam and progress work until the page is closed, also over instant navigation."""
    page = open_page("")
    page.context.add_init_script(NO_DATABASE)
    page.goto(page.url + TOPIC)
    page.get_by_role("button", name="Start the quiz").click()
    expect(page.get_by_role("alert")).to_contain_text("does not let the site keep anything")
    learner(page).choose()
    page.get_by_role("button", name="Check the answer").click()
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Progress")
    expect(page.locator(".practice-facts")).to_contain_text("1 of 327")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export to a file").click()
    assert len(json.loads(Path(download.value.path()).read_text())["answers"]) == 1


def test_storage_that_fills_up(open_page: Open, learner: See) -> None:
    """The answer that did not fit is not lost: the page goes on in memory, says so, and exports old and new answers."""
    page = open_page(TOPIC)
    page.get_by_role("button", name="Start the quiz").click()
    learner(page).choose()
    page.get_by_role("button", name="Check the answer").click()
    expect(page.get_by_role("button", name="Next question")).to_be_visible()
    page.evaluate("void (IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); })")
    page.get_by_role("button", name="Next question").click()
    learner(page).choose(well=False)
    page.get_by_role("button", name="Check the answer").click()
    expect(page.get_by_role("alert")).to_contain_text("storage is full")
    assert sorted(record["right"] for record in learner(page).records("answers")) == [False, True]


def test_a_newer_database_is_left_alone(open_page: Open) -> None:
    """An old page in an old tab neither reads nor damages what a newer version wrote; it asks to be reloaded."""
    page = open_page("exams/")
    evaluate(page, "database", RAW + "await raw(99, null, (db) => db.createObjectStore('answers', { keyPath: 'id' }));")
    page.goto(page.url.replace("exams/", "practice/"))
    expect(page.get_by_role("alert")).to_contain_text("newer version")


def test_a_newer_page_in_another_tab_takes_over(open_page: Open, learner: See) -> None:
    """When another tab brings the database to a newer layout, this one lets go, keeps what it knows, and says so."""
    page = open_page(TOPIC)
    page.get_by_role("button", name="Start the quiz").click()
    learner(page).choose()
    page.get_by_role("button", name="Check the answer").click()
    expect(page.get_by_role("button", name="Next question")).to_be_visible()
    other = page.context.new_page()
    other.goto(page.url.replace(TOPIC, "exams/"))
    evaluate(other, "database", RAW + "await raw(99, null, () => {});")
    expect(page.get_by_role("alert")).to_contain_text("updated in another tab")
    assert len(learner(page).records("answers")) == 1
