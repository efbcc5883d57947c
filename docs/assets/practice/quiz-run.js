/* A running page quiz: reads the static questions and asks them one by one. */

import { drill } from "./drill.js";
import { el } from "./dom.js";
import { notice } from "./notice.js";
import { styled } from "./sheet.js";
import { openStore } from "./store.js";

export async function runQuiz(live, articles, first) {
  const questions = articles.map(read);
  const [store] = await Promise.all([openStore(), styled()]);
  const place = el("div");
  live.replaceChildren(notice(store), place);
  drill(place, [...questions.slice(first), ...questions.slice(0, first)], { store, mode: "quiz", heading: "h3" });
}

const KEPT = new Set(["code", "strong", "em", "sub", "sup"]);

/** What a node of the page holds, as the simple HTML that rich() reads: an <abbr> or a link becomes its words. */
function simple(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const inner = [...node.childNodes].map(simple).join("");
  return KEPT.has(node.localName) ? `<${node.localName}>${inner}</${node.localName}>` : inner;
}

/** The question that a static article shows (hooks/studyguide/question_html.py), in the form of the published data. */
function read(article) {
  const html = (parent, selector) => [...(parent.querySelector(selector)?.childNodes ?? [])].map(simple).join("");
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
      text: own ? simple(shown[i]) : html(answer, ".guide-question__text"),
      why: html(answer, ".guide-question__why"),
      correct: answer.hasAttribute("data-correct"),
      match: html(answer, ".guide-question__match"),
    })),
  };
}
