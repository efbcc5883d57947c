/* An answered question: every option with its mark and reason, and where it is taught. */

import { el, rich } from "./dom.js";
import { pageAddress, reportAddress } from "./site.js";

/** The options in the order in which they stood; `value` is what was chosen, or null. */
export function reasons(question, order, value) {
  if (question.type === "ordering") return orderReasons(question, value);
  if (question.type === "matching") return pairReasons(question, order, value);
  return el("ul", { class: "practice-reasons", role: "list" }, order.map((index) => {
    const choice = question.choices[index];
    const mine = value?.includes(index) ?? false;
    const words = [choice.correct ? "Right answer" : mine ? "Wrong" : "", mine ? "your choice" : ""].filter(Boolean).join(" · ");
    return row(choice.correct, mine, words, rich(choice.text), choice.why);
  }));
}

function orderReasons(question, value) {
  return el("ol", { class: "practice-reasons", role: "list" }, question.choices.map((choice, i) => {
    const mine = value ? value.indexOf(i) : -1;
    const right = mine === i;
    const words = right ? `Place ${i + 1}, as you put it` : mine < 0 ? `Place ${i + 1}` : `Wrong · belongs at place ${i + 1}, you put it at place ${mine + 1}`;
    return row(right || mine < 0, mine >= 0, words, rich(choice.text), choice.why);
  }));
}

function pairReasons(question, order, value) {
  return el("ul", { class: "practice-reasons", role: "list" }, order.map((index) => {
    const choice = question.choices[index];
    const mine = value?.[index] ?? -1;
    const right = mine === index;
    const words = right ? "Right pair" : mine < 0 ? "Right pair · you chose none" : ["Wrong · you chose ", rich(question.choices[mine].match), "; right:"];
    return row(right || mine < 0, mine >= 0, words, [rich(choice.text), " → ", el("strong", {}, rich(choice.match))], choice.why);
  }));
}

function row(right, mine, mark, text, why) {
  const kind = right ? "right" : mine ? "wrong" : "other";
  return el("li", { class: `practice-reason practice-reason--${kind}` },
    mark.length ? el("p", { class: "practice-mark" }, mark) : null,
    el("p", { class: "practice-reason__text" }, text),
    el("p", { class: "practice-reason__why" }, rich(why)));
}

/** Links below an answered question: the teaching heading, the source, the report form. */
export function links(question) {
  const report = reportAddress(question.id);
  return el("p", { class: "practice-links" },
    question.teaches && el("a", { href: pageAddress(question.teaches) }, `Taught in: ${question.title}`),
    question.source && el("a", { href: question.source, rel: "noopener" }, `Source, checked ${question.checked}`),
    report && el("a", { href: report, rel: "noopener" }, "Report a problem with this question"));
}
