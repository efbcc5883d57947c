/* Progress: what was covered and how well, what to study next, the mistakes book, and the data itself. */

import { practicable, skillCode } from "./catalog.js";
import { bar, chosenExam, examSelect, table } from "./choose.js";
import { day, el, percent, plural } from "./dom.js";
import { notice } from "./notice.js";
import { dataSection } from "./progress-data.js";
import { mistakesSection } from "./progress-mistakes.js";
import { styled } from "./sheet.js";
import { loadExams, loadIndex, pageAddress } from "./site.js";
import { examStats, latestAnswers, studyNext } from "./stats.js";
import { openStore } from "./store.js";

export async function mount(root) {
  const [store, all, index] = await Promise.all([openStore(), loadExams(), loadIndex(), styled()]);
  const exams = practicable(all, index);
  const board = el("div");
  let exam = exams.length ? await chosenExam(exams, store) : null;
  let waiting = null;
  await draw(); // before it is shown, so that nothing below it jumps
  root.replaceChildren(notice(store), board, dataSection(store));
  store.watch(board, () => {
    clearTimeout(waiting); // an import tells of many changes at once
    waiting = setTimeout(draw, 100);
  });
  if (location.hash) root.querySelector(`#${CSS.escape(location.hash.slice(1))}`)?.scrollIntoView();

  async function draw() {
    if (!exam) return board.replaceChildren(el("p", {}, "There are no questions in this version of the guide yet."));
    const focused = document.activeElement?.matches(".practice-board-exam select");
    const answers = await store.answers();
    const latest = latestAnswers(answers);
    const stats = examStats(exam, index, latest);
    board.replaceChildren(
      el("div", { class: "practice-board-exam" }, examSelect(exams, exam, store, (other) => {
        exam = other;
        draw();
      })),
      totals(exam, stats, answers), next(exam, stats), byDomain(exam, stats), bySkill(exam, stats), mistakesSection(exam, index, latest));
    if (focused) board.querySelector("select").focus();
  }
}

const practice = (query) => `${pageAddress("practice/")}?${new URLSearchParams(query)}`;

function totals(exam, { all }, answers) {
  const fact = (number, words) => el("div", {}, el("dd", {}, number), el("dt", {}, words));
  return el("dl", { class: "practice-facts" },
    fact(`${all.seen} of ${all.questions}`, `questions of ${exam.code} answered at least once`),
    fact(percent(all.right, all.tested), "right, counting the newest answer to each question"),
    fact(String(answers.length), "answers in all, every exam"),
    fact(day(all.last), "last practiced"));
}

function next(exam, stats) {
  const rows = studyNext(exam, stats);
  return el("section", {}, el("h2", { id: "study-next" }, "What to study next"),
    rows.length ? el("ol", { class: "practice-next" }, rows.map((row) => el("li", {},
      el("p", {}, el("strong", {}, skillCode(row.id)), ` ${row.text} `, el("span", { class: "practice-mark" }, row.tested ? `${row.right} of ${row.tested} right` : "not practiced yet")),
      el("p", { class: "practice-links" }, row.pages.map(([title, path]) => el("a", { href: pageAddress(path) }, `Read: ${title}`)),
        row.questions ? el("a", { href: practice({ exam: exam.code, skill: row.id }) }, `Practice ${skillCode(row.id)} (${row.questions})`) : null)))) : el("p", {}, "Every skill with questions was practiced, and nothing is wrong at the moment."));
}

const share = (row) => el("span", { class: "practice-cell" }, row.tested ? `${percent(row.right, row.tested)} (${row.right} of ${row.tested})` : "–", row.tested ? bar(row.right, row.tested) : null);
const seen = (row) => el("span", { class: "practice-cell" }, `${row.seen} of ${row.questions}`, bar(row.seen, row.questions));

function byDomain(exam, stats) {
  const rows = stats.domains.map((row) => [el("a", { href: practice({ exam: exam.code, domain: row.number }) }, `${row.number} · ${row.title}`), `${row.weight} %`, seen(row), share(row), day(row.last)]);
  return el("section", {}, el("h2", { id: "domains" }, "Domains"), table(`Domains of ${exam.code}`, ["Domain", "Weight", "Covered", "Right", "Last"], rows));
}

function bySkill(exam, stats) {
  const rows = (number) => [...exam.skills.values()].filter((skill) => skill.domain === number).map((skill) => {
    const row = stats.skills.get(skill.id);
    const name = `${skillCode(skill.id)} ${skill.text}`;
    return [row.questions ? el("a", { href: practice({ exam: exam.code, skill: skill.id }) }, name) : name, seen(row), share(row), day(row.last)];
  });
  return el("section", {}, el("h2", { id: "skills" }, "Skills"), exam.domains.map(({ number, title }) =>
    el("details", { class: "practice-details" }, el("summary", {}, `${number} · ${title}`),
      table(`Skills of domain ${number}: ${plural(rows(number).length, "skill")}`, ["Skill", "Covered", "Right", "Last"], rows(number)))));
}
