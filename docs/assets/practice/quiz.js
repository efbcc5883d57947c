/* The quiz at the foot of a page: a button, and the rest when it is wanted. The static questions stay for print. */

import { el, plural, primary } from "./dom.js";

export function mount(root) {
  const articles = [...root.querySelectorAll(".guide-question")];
  const live = el("div", { class: "practice-app practice-app--quiz" });
  const load = () => import("./quiz-run.js");
  const run = async (first = 0) => {
    start.disabled = true;
    try {
      await (await load()).runQuiz(live, articles, first);
    } catch (error) {
      console.warn("practice:", error);
      live.remove();
      // the static questions show
      root.dataset.state = "failed";
    }
  };
  // the click will say if it fails
  const hurry = () => void load().catch(() => {});
  const start = primary("Start the quiz", () => run(), { onpointerenter: hurry, onfocus: hurry });
  live.append(
    el("p", {}, `${plural(articles.length, "question")} on this page, one by one, with a reason for every option. `,
      el("span", { class: "practice-keys" }, "Keys: 1–9 choose, Enter checks and goes on.")),
    el("div", { class: "practice-actions" }, start));
  root.before(live);
  const linked = articles.findIndex((article) => `#${article.id}` === location.hash); // …#q-<id> opens that question
  if (linked >= 0) run(linked);
}
