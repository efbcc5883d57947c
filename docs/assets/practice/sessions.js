/* Practice sessions: choose what, then answer one by one. */

import { domainOf, inExam, practicable, skillCode } from "./catalog.js";
import { checkboxes, checkedValues, chosenExam, examSelect, select } from "./choose.js";
import { announce, button, el, plural, primary } from "./dom.js";
import { drawSession } from "./draw.js";
import { notice } from "./notice.js";
import { styled } from "./sheet.js";
import { loadExams, loadIndex, loadQuestions, pageAddress } from "./site.js";
import { latestAnswers } from "./stats.js";
import { openStore } from "./store.js";

const LEVELS = [["1", "Recall"], ["2", "Apply"], ["3", "Weigh several constraints"]];
const SETS = [["all", "All: unseen first, then missed, then oldest"], ["unseen", "Only unseen"], ["missed", "Only my mistakes"]];
const NUMBERS = [5, 10, 20, 40];

export async function mount(root) {
  const [store, all, index] = await Promise.all([openStore(), loadExams(), loadIndex(), styled()]);
  const exams = practicable(all, index);
  const place = el("div");
  root.replaceChildren(notice(store), place);
  if (!exams.length) return place.append(el("p", {}, "There are no questions in this version of the guide yet."));
  const asked = new URLSearchParams(location.search);
  const start = { exam: await chosenExam(exams, store), skill: asked.get("skill"), domain: asked.get("domain"), set: asked.get("set") ?? "all" };
  await form(place, { store, exams, index, ...start });
}

async function form(place, { store, exams, index, exam, skill = null, domain = null, set = "all" }) {
  let first = exam.skills.has(skill) ? skill : null; // ticked once, from then on the boxes decide
  const latest = latestAnswers(await store.answers());
  const pool = inExam(exam, index);
  const choice = { set: SETS.some(([key]) => key === set) ? set : "all", number: 10 };
  const only = exam.skills.get(first)?.domain ?? Number(domain);
  const narrowed = exam.domains.some(({ number }) => number === only);
  const count = (test) => plural(pool.filter(test).length, "question");
  const asked = new Map(); // skill -> how many questions
  for (const id of pool.flatMap((question) => question.skills)) asked.set(id, (asked.get(id) ?? 0) + 1);

  const domains = checkboxes("Domains", exam.domains.map(({ number, title }) => ({
    value: String(number), label: `${number} · ${title}`, checked: !narrowed || number === only,
    note: count((question) => domainOf(exam, question) === number),
  })), refresh);
  const levels = checkboxes("Difficulty", LEVELS.map(([value, label]) => ({ value, label, checked: true, note: count((question) => String(question.difficulty) === value) })), refresh);
  const skills = el("div");
  const picker = el("details", { class: "practice-skills", open: Boolean(first) }, el("summary", {}, "Skills: all of these domains, or only some"), skills);
  picker.addEventListener("toggle", offerSkills);
  const found = el("p", { class: "practice-found", role: "status" });
  const go = primary("Start", begin);

  let offered = "";
  function offerSkills() {
    if (!picker.open && !skills.childElementCount) return; // a hundred boxes that few look at
    const numbers = new Set(checkedValues(domains).map(Number));
    if (offered === String([...numbers])) return;
    offered = String([...numbers]);
    const ticked = new Set(offered && checkedValues(skills));
    if (first) ticked.add(first);
    first = null;
    skills.replaceChildren(...exam.domains.filter((each) => numbers.has(each.number)).flatMap((each) => each.tasks).map((task) =>
      checkboxes(`${skillCode(task.id)} · ${task.title}`, task.skills
        .filter(({ id }) => asked.has(id))
        .map(({ id, text }) => ({ value: id, label: `${skillCode(id)} ${text}`, checked: ticked.has(id), note: plural(asked.get(id), "question") })), refresh)).filter((fieldset) => fieldset.querySelector("input")));
  }

  function matching() {
    const [numbers, wanted, hard] = [domains, skills, levels].map((part) => new Set(checkedValues(part)));
    return pool.filter((question) => hard.has(String(question.difficulty))
      && (wanted.size ? question.skills.some((id) => wanted.has(id)) : numbers.has(String(domainOf(exam, question))))
      && (choice.set === "all" || (choice.set === "unseen" ? !latest.has(question.id) : latest.get(question.id)?.right === false)));
  }

  function refresh() {
    offerSkills();
    const fit = matching();
    const unseen = fit.filter(({ id }) => !latest.has(id)).length;
    const missed = fit.filter(({ id }) => latest.get(id)?.right === false).length;
    found.textContent = fit.length ? `${plural(fit.length, "question")} fit: ${unseen} unseen, ${missed} missed last time.` : "No question fits. Tick more boxes.";
    go.disabled = !fit.length;
  }

  async function begin() {
    go.disabled = true;
    const drawn = drawSession(matching(), latest, choice.number);
    try {
      const [questions, { drill }] = await Promise.all([loadQuestions(drawn), import("./drill.js")]);
      drill(place, questions, { store, mode: "session", everywhere: true, after: () => after(place, { store, exams, index, exam }) });
    } catch (error) {
      console.warn("practice:", error);
      found.textContent = "The questions could not be loaded. Check the connection and try again.";
      announce(found.textContent);
      go.disabled = false;
    }
  }

  place.replaceChildren(el("div", { class: "practice-form" },
    examSelect(exams, exam, store, (other) => form(place, { store, exams, index, exam: other })),
    domains, picker, levels,
    el("div", { class: "practice-row" },
      select("Questions", SETS, choice.set, (value) => {
        choice.set = value;
        refresh();
      }),
      select("Number", NUMBERS.map((value) => [value, value]), choice.number, (value) => (choice.number = Number(value)))),
    found, el("div", { class: "practice-actions" }, go)));
  refresh();
}

function after(place, options) {
  return [el("div", { class: "practice-actions" },
    button("New session", () => form(place, options)),
    el("a", { class: "practice-button", href: `${pageAddress("practice/progress/")}?exam=${options.exam.code}` }, "Progress and what to study next"))];
}
