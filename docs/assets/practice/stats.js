/* What the answers say. Pure. `answers` are records of the store, `index` lists today's questions. */

import { domainOf, inExam } from "./catalog.js";

/** The newest answer to each question: Map(id -> {right, at, skills, times}). Questions that vanished are in it too. */
export function latestAnswers(answers) {
  const latest = new Map();
  for (const { question, right, at, skills } of answers) {
    const known = latest.get(question);
    const times = (known?.times ?? 0) + 1;
    if (!known || at >= known.at) latest.set(question, { right, at, skills, times });
    else known.times = times;
  }
  return latest;
}

const empty = (all) => ({ questions: all, seen: 0, tested: 0, right: 0, last: 0 });

function tally(questions, ids, latest) {
  const found = empty(questions.length);
  const known = new Set(questions.map((question) => question.id));
  for (const id of ids) {
    const answer = latest.get(id);
    if (!answer) continue;
    found.tested += 1;
    found.seen += known.has(id);
    found.right += answer.right;
    found.last = Math.max(found.last, answer.at);
  }
  return found;
}

/**
 * Coverage, accuracy and last day per domain and per skill: {all, domains: [...], skills: Map(id -> ...)}.
 * Coverage counts today's questions. Accuracy is that of the newest answer to each question, vanished ones included:
 * the skill was tested, whatever became of the question.
 */
export function examStats(exam, index, latest) {
  const asked = inExam(exam, index);
  const today = new Set(index.map((question) => question.id));
  const gone = [...latest].filter(([id]) => !today.has(id)).map(([id, answer]) => ({ id, skills: answer.skills }));
  const tested = [...asked, ...inExam(exam, gone)];
  const ids = (test) => tested.filter(test).map((question) => question.id);
  const skills = new Map();
  for (const id of exam.skills.keys()) {
    const test = (question) => question.skills.includes(id);
    skills.set(id, { id, ...tally(asked.filter(test), ids(test), latest) });
  }
  const domains = exam.domains.map(({ number, title, weight }) => {
    const test = (question) => domainOf(exam, question) === number;
    return { number, title, weight, ...tally(asked.filter(test), ids(test), latest) };
  });
  return { all: tally(asked, ids(() => true), latest), domains, skills };
}

/** Questions of this exam whose newest answer was wrong, latest first. */
export function mistakes(questions, latest) {
  return questions.filter(({ id }) => latest.get(id)?.right === false).sort((a, b) => latest.get(b.id).at - latest.get(a.id).at);
}

/**
 * What to study next: skills with wrong answers, weakest first; then skills not tested yet, heaviest domain first.
 * Strength is (right + 1) / (tested + 2), so that one wrong answer weighs less than five.
 */
export function studyNext(exam, stats, number = 5) {
  const weight = new Map(exam.domains.map((domain) => [domain.number, domain.weight]));
  const rows = [...stats.skills.values()].map((row) => ({ ...row, ...exam.skills.get(row.id), strength: (row.right + 1) / (row.tested + 2) }));
  const heavy = (a, b) => weight.get(b.domain) - weight.get(a.domain);
  const weak = rows.filter((row) => row.right < row.tested).sort((a, b) => a.strength - b.strength || heavy(a, b));
  const untested = rows.filter((row) => !row.tested && row.questions).sort(heavy);
  return [...weak, ...untested].slice(0, number);
}
