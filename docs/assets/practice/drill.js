/* Questions one by one, with the reasons right after each answer: page quizzes, sessions, retakes. */

import { announce, button, el, excerpt, focusOn, plural, primary, words } from "./dom.js";
import { optionOrder } from "./draw.js";
import { listen } from "./keys.js";
import { questionForm } from "./question.js";
import { links, reasons } from "./reasons.js";
import { newAnswer } from "./records.js";
import { isComplete, isRight, wantedCount } from "./score.js";

const COUNTS = ["no", "one", "two", "three", "four"];

/**
 * Ask `questions` inside `root`. Every answer goes to `store` with `mode`. `after(results)` returns more nodes for the
 * summary at the end: buttons, hints. `heading` is the tag of the question's heading; `everywhere` as in keys.js.
 */
export function drill(root, questions, { store, mode, after = () => [], heading = "h2", everywhere = false, focusFirst = true }) {
  const results = [];
  const card = el("div", { class: "practice-card", role: "group", "aria-label": "Practice question" });
  root.replaceChildren(card);
  let act = () => {};
  let form = null;
  listen(card, { pick: (n) => form?.pick(n), confirm: () => act(), everywhere });
  show(0, focusFirst);

  function show(at, focus = true) {
    const question = questions[at];
    const order = optionOrder(question);
    const since = Date.now();
    const title = el(heading, { class: "practice-count" }, `Question ${at + 1} of ${questions.length}`);
    const hint = el("p", { class: "practice-hint practice-hint--warn", hidden: true });
    const slot = el("div", { class: "practice-verdict-slot" });
    const next = at + 1 < questions.length ? ["Next question", () => show(at + 1)] : ["See the result", summary];
    const actions = el("div", { class: "practice-actions" }, primary("Check the answer", check));
    form = questionForm(question, order, { onChange: () => (hint.hidden = true) });
    act = check;
    const bar = el("progress", { class: "practice-bar", max: questions.length, value: at, "aria-label": "Answered" });
    card.replaceChildren(el("div", { class: "practice-head" }, title, bar), slot, form.node, hint, actions);
    if (focus) focusOn(title);

    function check() {
      const value = form.value();
      if (!isComplete(question, value)) {
        hint.textContent = demand(question);
        hint.hidden = false;
        announce(hint.textContent);
        return;
      }
      const right = isRight(question, value);
      results.push({ question, right });
      store.addAnswers([newAnswer(question, right, mode, Date.now() - since)]);
      const verdict = el("p", { class: `practice-verdict practice-verdict--${right ? "right" : "wrong"}` }, right ? "Right." : "Not right.");
      const stem = el("div", { class: "practice-stem" }, [...card.querySelector(".practice-stem").cloneNode(true).childNodes]);
      const scenario = card.querySelector(".practice-scenario");
      form.node.replaceWith(el("div", {}, scenario, stem, verdict, reasons(question, order, value), links(question)));
      form = null;
      bar.value = at + 1;
      act = next[1];
      actions.replaceChildren(primary(...next));
      hint.remove();
      focusOn(verdict, { scroll: false });
      const { top, bottom } = card.getBoundingClientRect();
      if (top < 50 || bottom > innerHeight) card.scrollIntoView({ block: "start" }); // question and reasons in one view
      announce(right ? "Right. Reasons follow." : `Not right. ${answerInWords(question)} Reasons follow.`);
    }
  }

  function summary() {
    const right = results.filter((result) => result.right).length;
    const missed = results.filter((result) => !result.right).map((result) => result.question);
    const title = el(heading, { class: "practice-count" }, `${right} of ${results.length} right`);
    form = null;
    act = () => {};
    card.replaceChildren(title,
      missed.length ? el("div", {}, el("p", {}, missed.length === 1 ? "Read up on the one you missed:" : `Read up on the ${missed.length} you missed:`), el("ul", {}, missed.map(missedRow))) : el("p", {}, "Nothing missed."),
      ...after(results),
      el("div", { class: "practice-actions" },
        missed.length ? primary(`Try the missed ${missed.length === 1 ? "one" : missed.length} again`, () => again(missed)) : null,
        button("Start over", () => again(questions))));
    focusOn(title);
    announce(`${plural(right, "answer")} of ${results.length} right.`);
  }

  function again(list) {
    drill(root, list, { store, mode, after, heading, everywhere });
  }
}

function missedRow(question) {
  const node = el("li", {}, `${excerpt(question.stem)} `);
  const link = links(question).firstElementChild;
  if (link) node.append(link);
  return node;
}

function demand(question) {
  if (question.type === "ordering") return "Put the steps in order first.";
  if (question.type === "matching") return "Choose a partner for each first.";
  const wanted = wantedCount(question);
  return `Choose ${COUNTS[wanted] ?? wanted} ${wanted === 1 ? "answer" : "answers"} first.`;
}

function answerInWords(question) {
  if (question.type === "ordering") return "The right order is shown.";
  if (question.type === "matching") return "The right pairs are shown.";
  const right = question.choices.filter((choice) => choice.correct).map((choice) => words(choice.text));
  return `Right: ${right.join("; ")}.`;
}
