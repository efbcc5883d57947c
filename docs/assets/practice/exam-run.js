/* A running mock exam: clock, question, flags, answer sheet. Every change is written at once, so a reload loses nothing. */

import { isPaused, remaining } from "./clock.js";
import { announce, ask, button, el, focusOn, plural, primary } from "./dom.js";
import { answer, finish, flagged, goTo, pause, resume, spend, toggleFlag, unanswered } from "./exam-record.js";
import { answerSheet, timer } from "./exam-parts.js";
import { listen } from "./keys.js";
import { questionForm } from "./question.js";

export async function showRun(context, first, { focus = true } = {}) {
  const { store, place: root } = context;
  let record = first;
  let at = record.place;
  let since = Date.now();
  let pending = 0;
  let form = null;
  let over = false;
  let refresh = () => {};

  const view = el("div", { class: "practice-exam" });
  root.replaceChildren(view);
  listen(view, { pick: (n) => form?.pick(n), confirm: () => form && step(1), everywhere: true });
  store.watch(view, (here) => !here && !pending && follow());
  document.addEventListener("visibilitychange", keepTime);
  addEventListener("beforeunload", warn);
  const clock = timer(() => remaining(record, Date.now()), () => end("time"), view);
  draw(focus);

  /** Apply a change together with the time spent on the question in view. */
  async function write(change = (old) => old) {
    const [place, now] = [at, Date.now()];
    const ms = isPaused(record) ? 0 : now - since;
    since = now;
    pending += 1;
    const written = await store.updateExam(record.id, (old) => (old.finished === null ? change(spend(old, place, ms)) : null));
    pending -= 1;
    if (!written || written.finished !== null) return leave(written);
    record = written;
  }

  function draw(withFocus = true) {
    if (over) return;
    form = null;
    if (isPaused(record)) return drawPause(withFocus);
    const place = at; // of this form, wherever the reader is by the time a write happens
    const item = record.items[place];
    const title = el("h2", { class: "practice-count" }, `Question ${at + 1} of ${record.items.length}`);
    const flag = button("", () => write((old) => toggleFlag(old, place)).then(update), { class: "practice-button practice-flag" });
    const sheet = answerSheet(record, jump);
    form = questionForm(item.question, item.order, { value: item.value, onChange: (value) => write((old) => answer(old, place, value)).then(update) });
    view.replaceChildren(
      el("div", { class: "practice-exam__bar" }, clock.node,
        el("div", { class: "practice-actions" }, button("Pause", () => write((old) => pause(old, Date.now())).then(draw)), button("Submit exam", submit))),
      el("div", { class: "practice-exam__main" },
        el("div", { class: "practice-card" }, el("div", { class: "practice-head" }, title, flag), form.node,
          el("div", { class: "practice-actions" },
            button("Previous", () => step(-1), { disabled: at === 0 }),
            at + 1 < record.items.length ? primary("Next", () => step(1)) : primary("Review and submit", submit))),
        sheet.node));
    refresh = update;
    update();
    if (withFocus) focusOn(title);

    function update() {
      if (over || !flag.isConnected) return;
      const on = record.items[place].flag;
      flag.replaceChildren(el("span", { "aria-hidden": "true" }, on ? "⚑" : "⚐"), "Flag");
      flag.setAttribute("aria-pressed", String(on));
      sheet.update(record, at);
    }
  }

  function drawPause(withFocus) {
    const title = el("h2", {}, "Paused");
    const left = unanswered(record).length;
    view.replaceChildren(el("div", { class: "practice-card" }, title,
      el("p", {}, `${record.exam} mock exam. ${clock.words()} left, ${plural(record.items.length - left, "question")} answered, ${left} to go.`),
      el("div", { class: "practice-actions" },
        primary("Go on", () => write((old) => resume(old, Date.now())).then(() => {
          since = Date.now();
          draw();
        })),
        button("Submit exam", submit), button("Discard this exam", discard))));
    if (withFocus) focusOn(title);
  }

  async function jump(to) {
    if (to < 0 || to >= record.items.length) return;
    const saved = write((old) => goTo(old, to));
    at = to;
    await saved;
    draw();
  }

  const step = (by) => (at + by < record.items.length ? jump(at + by) : submit());

  async function submit() {
    await write();
    if (over) return;
    const [open, marked] = [unanswered(record), flagged(record)];
    const numbers = (list) => list.map((i) => i + 1).join(", ");
    const content = [
      open.length ? el("p", {}, el("strong", {}, `${plural(open.length, "question")} unanswered or incomplete: `), numbers(open), ". They count as wrong.") : el("p", {}, "Every question is answered."),
      marked.length ? el("p", {}, `Flagged: ${numbers(marked)}.`) : null,
      el("p", {}, `${clock.words()} left.`)].filter(Boolean);
    const chosen = await ask("Submit the exam?", content, [
      ["submit", "Submit", "primary"], ...(open.length ? [["open", "Go to the first unanswered"]] : []), ["", "Back to the exam"]]);
    if (over) return;
    if (chosen === "submit") await end("submitted");
    else if (chosen === "open") await (isPaused(record) ? write((old) => resume(old, Date.now())).then(() => jump(open[0])) : jump(open[0]));
  }

  async function discard() {
    const chosen = await ask("Discard this exam?", el("p", {}, "Its answers are not counted anywhere, and it does not appear among your results."), [["discard", "Discard", "danger"], ["", "Keep it"]]);
    if (chosen !== "discard") return;
    stop();
    await store.removeExam(record.id);
    await context.setup();
  }

  async function end(reason) {
    if (over) return;
    if (reason === "submitted") await write();
    if (over) return;
    stop();
    document.querySelector("dialog.practice-dialog[open]")?.close("");
    const done = await finish(store, record.id, reason);
    if (done?.reason === "time") announce("The time is over. The exam was submitted.");
    await (done ? context.result(done) : context.setup());
  }

  /** Another tab ended or discarded the exam. */
  async function leave(written) {
    if (over) return;
    stop();
    await (written ? context.result(written) : context.setup());
  }

  /** Another tab changed something: show it, but leave a question alone whose answer is the same. */
  async function follow() {
    const now = await store.exam(record.id);
    if (over || pending) return;
    if (!now || now.finished !== null) return leave(now);
    const same = isPaused(now) === isPaused(record) && JSON.stringify(now.items[at].value) === JSON.stringify(record.items[at].value);
    record = now;
    if (same) refresh();
    else draw(false);
  }

  function keepTime() {
    if (!view.isConnected) return stop();
    if (document.visibilityState === "hidden") write();
  }

  function warn(event) {
    if (!view.isConnected) return stop();
    if (!store.kept) event.preventDefault(); // only here would closing the page lose the exam
  }

  function stop() {
    over = true;
    form = null;
    clock.stop();
    document.removeEventListener("visibilitychange", keepTime);
    removeEventListener("beforeunload", warn);
  }
}
