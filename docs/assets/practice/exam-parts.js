/* Parts of the running exam: the timer and the answer sheet. */

import { asTime, inWords } from "./clock.js";
import { announce, el } from "./dom.js";
import { isAnswered } from "./exam-record.js";

const SAID = [30, 10, 5, 1].map((minutes) => minutes * 60_000);

/** Shows what `left()` returns until `view` leaves the page; calls `onEnd` at zero. Announces the last stretches. */
export function timer(left, onEnd, view) {
  const face = el("span", { class: "practice-timer__face" });
  const node = el("p", { class: "practice-timer", role: "timer", "aria-live": "off" }, el("span", { class: "guide-visually-hidden" }, "Time left: "), face);
  let before = left();
  const ticking = setInterval(tick, 250);
  tick();
  function tick() {
    const now = left();
    if (face.textContent !== asTime(now)) face.textContent = asTime(now);
    node.classList.toggle("practice-timer--short", now <= SAID[2]);
    const said = SAID.findLast((mark) => before > mark && now <= mark);
    if (said && now > 0) announce(`${inWords(said)} left.`);
    before = now;
    if (now === 0) {
      clearInterval(ticking);
      if (view.isConnected) setTimeout(onEnd);
    } else if (!view.isConnected) clearInterval(ticking); // instant navigation took it away; a later visit looks at the deadline
  }
  return { node, words: () => inWords(left()), stop: () => clearInterval(ticking) };
}
/** A grid of numbers to jump by: what is answered, flagged, and where one is. */
export function answerSheet(record, jump) {
  const cells = record.items.map((_, i) => el("button", { type: "button", onclick: () => jump(i) }, String(i + 1)));
  const summary = el("p", { class: "practice-sheet__sum" });
  const node = el("nav", { class: "practice-sheet", "aria-label": "Answer sheet" },
    el("h3", {}, "Answer sheet"), summary, el("ol", { role: "list" }, cells.map((cell) => el("li", {}, cell))),
    el("p", { class: "practice-sheet__key" }, el("span", { class: "is-answered" }, "answered"), el("span", { class: "is-flagged" }, "flagged")));
  function update(now, place) {
    now.items.forEach((item, i) => {
      const [done, flag] = [isAnswered(item), item.flag];
      cells[i].className = [done && "is-answered", flag && "is-flagged"].filter(Boolean).join(" ");
      cells[i].setAttribute("aria-label", [`Question ${i + 1}`, done ? "answered" : item.value ? "incomplete" : "unanswered", flag && "flagged"].filter(Boolean).join(", "));
      if (i === place) cells[i].setAttribute("aria-current", "step");
      else cells[i].removeAttribute("aria-current");
    });
    summary.textContent = `${now.items.filter(isAnswered).length} of ${now.items.length} answered`;
  }
  return { node, update };
}
