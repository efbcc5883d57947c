/* The mistakes book: questions whose newest answer was wrong. A question leaves it when it is answered right. */

import { button, day, el, excerpt, plural, rich } from "./dom.js";
import { links, reasons } from "./reasons.js";
import { inExam } from "./catalog.js";
import { loadQuestions, pageAddress } from "./site.js";
import { mistakes } from "./stats.js";

const SHOWN = 20;

export function mistakesSection(exam, index, latest) {
  const wrong = mistakes(inExam(exam, index), latest);
  const list = el("div");
  const section = el("section", {}, el("h2", { id: "mistakes" }, "Mistakes book"));
  if (!wrong.length) {
    section.append(el("p", {}, `No question of ${exam.code} was answered wrong last time.`));
    return section;
  }
  const show = button("Show them", () => fill(0));
  section.append(
    el("p", {}, `${plural(wrong.length, "question")} answered wrong last time. A question leaves this list when you answer it right.`),
    el("div", { class: "practice-actions" },
      el("a", { class: "practice-button practice-button--primary", href: `${pageAddress("practice/")}?${new URLSearchParams({ exam: exam.code, set: "missed" })}` }, "Practice my mistakes"), show),
    list);
  return section;

  async function fill(from) {
    show.disabled = true;
    try {
      const questions = await loadQuestions(wrong.slice(from, from + SHOWN));
      const rows = questions.map((question) => row(question, latest.get(question.id)));
      list.append(...rows);
      show.hidden = true;
      if (from + SHOWN < wrong.length) {
        const more = button("Show more", () => {
          more.remove();
          fill(from + SHOWN);
        });
        list.append(more);
      }
      rows[0]?.querySelector("summary").focus();
    } catch (error) {
      console.warn("practice:", error);
      show.disabled = false;
      show.textContent = "Could not be loaded. Try again";
    }
  }
}

function row(question, answer) {
  return el("details", { class: "practice-review__row practice-review__row--wrong" },
    el("summary", {}, el("span", { class: "practice-mark" }, `${day(answer.at)} · answered ${answer.times === 1 ? "once" : `${answer.times} times`}`), el("span", { class: "practice-review__stem" }, excerpt(question.stem))),
    el("div", { class: "practice-review__content" },
      question.scenario ? el("p", { class: "practice-scenario" }, rich(question.scenario)) : null,
      el("p", { class: "practice-stem" }, rich(question.stem)), reasons(question, [...question.choices.keys()], null), links(question)));
}
