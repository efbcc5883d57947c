/* The review of a mock exam: each question with the own choice, the right one, all reasons, and where it is taught. */

import { asTime } from "./clock.js";
import { button, el, excerpt, rich } from "./dom.js";
import { isAnswered } from "./exam-record.js";
import { links, reasons } from "./reasons.js";
import { isRight } from "./score.js";

const FILTERS = [
  ["All", () => true],
  ["Missed", (item) => !isRight(item.question, item.value)],
  ["Right", (item) => isRight(item.question, item.value)],
  ["Unanswered", (item) => !isAnswered(item)],
  ["Flagged", (item) => item.flag],
];

export function reviewSection(record) {
  const rows = record.items.map((item, i) => [item, reviewRow(item, i)]);
  const buttons = FILTERS.map(([label, test]) => {
    const count = record.items.filter(test).length;
    return button(`${label} (${count})`, () => choose(label, test), { "aria-pressed": "false", disabled: !count });
  });
  function choose(label, test) {
    buttons.forEach((each, i) => each.setAttribute("aria-pressed", String(FILTERS[i][0] === label)));
    for (const [item, row] of rows) row.hidden = !test(item);
  }
  const all = button("Open all", () => {
    const open = rows.some(([, row]) => !row.hidden && !row.open);
    for (const [, row] of rows) row.open = open;
    all.textContent = open ? "Close all" : "Open all";
  });
  choose(...FILTERS[0]);
  return el("section", { class: "practice-review" }, el("h2", {}, "Review"),
    el("div", { class: "practice-actions", role: "group", "aria-label": "Show" }, buttons, all), rows.map(([, row]) => row));
}

function reviewRow(item, i) {
  const { question, value } = item;
  const [state, kind] = isRight(question, value) ? ["Right", "right"] : isAnswered(item) ? ["Wrong", "wrong"] : value ? ["Incomplete", "wrong"] : ["Unanswered", "wrong"];
  const facts = [state, item.flag && "flagged", !item.scored && "not scored", asTime(item.ms)].filter(Boolean).join(" · ");
  const content = el("div", { class: "practice-review__content" });
  const row = el("details", { class: `practice-review__row practice-review__row--${kind}`, ontoggle: fill },
    el("summary", {}, el("strong", {}, `${i + 1} `), el("span", { class: "practice-mark" }, facts), el("span", { class: "practice-review__stem" }, excerpt(question.stem))),
    content);
  addEventListener("beforeprint", fillForPrint);
  function fill() {
    if (content.firstChild) return;
    content.append(question.scenario ? el("p", { class: "practice-scenario" }, rich(question.scenario)) : "",
      el("p", { class: "practice-stem" }, rich(question.stem)), reasons(question, item.order, value), links(question));
  }
  function fillForPrint() {
    if (row.isConnected) fill();
    else removeEventListener("beforeprint", fillForPrint);
  }
  return row;
}
