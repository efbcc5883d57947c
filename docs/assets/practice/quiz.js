/* The quiz at the foot of a page: reads the static questions, which stay for print, and asks them one by one. */

import { drill } from "./drill.js";
import { el, primary, plural } from "./dom.js";
import { notice } from "./notice.js";
import { openStore } from "./store.js";

export async function mount(root) {
  const articles = [...root.querySelectorAll(".guide-question")];
  const questions = articles.map(read);
  const store = await openStore();
  const live = el("div", { class: "practice-app practice-app--quiz" });
  const place = el("div");
  root.before(live);
  live.append(notice(store), place);
  place.append(
    el("p", {}, `${plural(questions.length, "question")} on this page, one by one, with a reason for every option. Keys: 1–9 choose, Enter checks and goes on.`),
    el("div", { class: "practice-actions" }, primary("Start the quiz", () => drill(place, questions, { store, mode: "quiz", heading: "h3" }))));
  goTo(articles, questions, place, store);
}

/** A link to one question (…#q-id) opens that question. */
function goTo(articles, questions, place, store) {
  const at = articles.findIndex((article) => `#${article.id}` === location.hash);
  if (at >= 0) drill(place, [questions[at], ...questions.filter((_, i) => i !== at)], { store, mode: "quiz", heading: "h3" });
}

/** The question that a static article shows (hooks/studyguide/question_html.py), in the form of the published data. */
function read(article) {
  const html = (parent, selector) => parent.querySelector(selector)?.innerHTML ?? "";
  const { question: id, type, skills, teaches } = article.dataset;
  const answers = [...article.querySelectorAll("details > ul > li, details > ol > li")];
  const shown = [...article.querySelectorAll(".guide-question__choices > li")];
  const own = type === "single" || type === "multiple"; // their answers stand in the order of the choices
  return {
    id, type, teaches,
    title: document.querySelector("h1")?.firstChild?.textContent.trim() ?? "",
    skills: skills.split(" ").filter(Boolean),
    stem: html(article, ".guide-question__stem"),
    scenario: html(article, ".guide-question__case"),
    choices: answers.map((answer, i) => ({
      text: own ? shown[i].innerHTML : html(answer, ".guide-question__text"),
      why: html(answer, ".guide-question__why"),
      correct: answer.hasAttribute("data-correct"),
      match: html(answer, ".guide-question__match"),
    })),
  };
}
