/* What the build published: exams, the index of questions, the questions themselves. */

// This file is <site>/assets/practice/site.js, wherever the site lives.
export const BASE = new URL("../../", import.meta.url);

const loaded = new Map();

function json(path) {
  if (!loaded.has(path)) {
    const promise = fetch(new URL(path, BASE)).then((response) => {
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response.json();
    });
    promise.catch(() => loaded.delete(path)); // so that a later try fetches again
    loaded.set(path, promise);
  }
  return loaded.get(path);
}

export const loadExams = () => json("data/exams.json");

/** Every question without its texts: {id, type, skills, difficulty, case, bank}. */
export const loadIndex = () => json("data/questions/index.json");

/** The full questions for entries of the index, in their order. One that just vanished in a new version is left out. */
export async function loadQuestions(entries) {
  const banks = [...new Set(entries.map((entry) => entry.bank))];
  const lists = await Promise.all(banks.map((bank) => json(`data/questions/${bank}.json`)));
  const byId = new Map(lists.flat().map((question) => [question.id, question]));
  return entries.map((entry) => byId.get(entry.id)).filter(Boolean);
}

export const pageAddress = (path) => new URL(path, BASE).href;

/** Where to report a question, or null when the site names no repository. */
export function reportAddress(questionId) {
  const repository = document.querySelector('meta[name="guide:repository"]')?.content.replace(/\/+$/, "");
  if (!repository?.startsWith("https://")) return null;
  return `${repository}/issues/new?${new URLSearchParams({ template: "question.yml", question: questionId })}`;
}
