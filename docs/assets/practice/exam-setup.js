/* Before a mock exam: which one, how long, what it will hold; below, the earlier ones. */

import { chosenExam, examSelect, table } from "./choose.js";
import { announce, el, focusOn, plural, primary, uid } from "./dom.js";
import { drawMock, planMock, uses } from "./draw.js";
import { createExam } from "./exam-record.js";
import { historySection } from "./exam-history.js";
import { loadQuestions } from "./site.js";

const FEWEST = 10;

export async function showSetup(context, { focus = true } = {}) {
  const { store, exams, place } = context;
  if (!exams.length) return place.replaceChildren(el("p", {}, "There are no questions in this version of the guide yet."));
  const title = el("h2", {}, "Set up a mock exam");
  const records = await store.exams();
  const body = el("div");
  const past = el("div");
  place.replaceChildren(title, body, past);
  show(await chosenExam(exams, store));
  if (focus) focusOn(title);

  function show(exam) {
    const focused = body.contains(document.activeElement);
    body.replaceChildren(setupForm(context, exam, records, show));
    past.replaceChildren(historySection(context, exam, records));
    if (focused) body.querySelector("select").focus();
  }
}

function setupForm(context, exam, records, change) {
  const { store, exams, index } = context;
  const plan = planMock(exam, index);
  const picker = examSelect(exams, exam, store, change);
  if (plan.size < FEWEST) {
    return el("div", { class: "practice-form" }, picker, el("p", {}, "The guide has too few questions for a mock of this exam yet. Practice sessions work with what is there."));
  }
  const factor = plan.size / plan.wanted;
  const minutes = exam.mock.minutes.map((real) => ({ real, given: Math.max(1, Math.round(real * factor)) }));
  const name = uid();
  const times = el("fieldset", { class: "practice-checks practice-checks--row" }, el("legend", {}, "Time"),
    minutes.map(({ real, given }, i) => el("label", { class: "practice-check" },
      el("input", { type: "radio", name, value: String(given), checked: i === 0 }),
      el("span", {}, `${given} minutes`, given === real ? null : el("small", {}, ` (${real} for the full exam)`)))));
  const used = uses(exam.code, records);
  const fresh = (domain) => plan.asked.filter((question) => !used.get(question.id)?.[0] && exam.skills.get(question.skills.find((id) => exam.skills.has(id))).domain === domain.number).length;
  const rows = plan.domains.map((domain) => [`${domain.number} · ${domain.title}`, `${domain.weight} %`, String(domain.count), String(domain.available), String(fresh(domain))]);
  const go = primary("Start the exam", start);
  const status = el("p", { class: "practice-found", role: "status" });

  async function start() {
    go.disabled = true;
    status.textContent = "Drawing the questions …";
    try {
      const drawn = drawMock(exam, index, await store.exams());
      const entries = new Map(index.map((entry) => [entry.id, entry]));
      const questions = await loadQuestions(drawn.map(({ id }) => entries.get(id)));
      const record = createExam(exam, drawn, questions, Number(times.querySelector("input:checked").value));
      await store.addExams([record]);
      await context.run(record);
    } catch (error) {
      console.warn("practice:", error);
      status.textContent = "The questions could not be loaded. Check the connection and try again.";
      announce(status.textContent);
      go.disabled = false;
    }
  }

  const empty = plan.domains.filter((domain) => !domain.available).map((domain) => domain.title);
  return el("div", { class: "practice-form" }, picker,
    el("p", {}, `${plural(plan.size, "question")}, ${plan.scored} of them scored; as in the real exam, you are not told which. Pass mark ${exam.mock.pass} of 1000.`),
    plan.size < plan.wanted ? el("p", { class: "practice-hint practice-hint--warn" }, `The real exam has ${plan.wanted} questions. The guide does not have enough in every domain yet, so this mock is shorter, with the same proportions and less time.`) : null,
    empty.length ? el("p", { class: "practice-hint practice-hint--warn" }, `No questions yet for: ${empty.join("; ")}.`) : null,
    times,
    exam.note ? el("p", { class: "practice-hint" }, exam.note) : null,
    el("details", {}, el("summary", {}, "What it will hold"), table("Questions by domain", ["Domain", "Weight", "In this mock", "In the guide", "Not in your mocks yet"], rows)),
    el("p", { class: "practice-hint" }, "The clock goes on when you close the page; press Pause to stop it (the real exam has no pause). ",
      el("span", { class: "practice-keys" }, "Keys: 1–9 choose, Enter goes to the next question.")),
    el("div", { class: "practice-actions" }, go), status);
}

