/* A mock exam as a record of the store, and the changes it goes through. Pure, but for `finish`. */

import { pauseClock, remaining, resumeClock, startClock } from "./clock.js";
import { optionOrder } from "./draw.js";
import { newId, readExam } from "./records.js";
import { isComplete, isRight } from "./score.js";

/** A new exam, its clock running. `drawn` is of drawMock, `questions` are the full ones; a vanished one is left out. */
export function createExam(exam, drawn, questions, minutes, now = Date.now()) {
  const full = new Map(questions.map((question) => [question.id, question]));
  const items = drawn.filter(({ id }) => full.has(id)).map(({ id, domain, scored }) => ({
    question: full.get(id), order: optionOrder(full.get(id)), domain, scored, value: null, flag: false, ms: 0,
  }));
  return readExam({
    id: newId(), exam: exam.code, title: exam.title, pass: exam.mock.pass, minutes, started: now, place: 0,
    ...startClock(minutes, now), finished: null, reason: "",
    domains: exam.domains.map(({ number, title, weight }) => ({ number, title, weight })), items,
  });
}

/** `ms` was spent on the question at `place`. Applied together with every other change. */
export function spend(record, place, ms) {
  record.items[place].ms += Math.max(0, Math.round(ms));
  return record;
}

export function answer(record, place, value) {
  record.items[place].value = value;
  return record;
}

export function toggleFlag(record, place) {
  record.items[place].flag = !record.items[place].flag;
  return record;
}

export const goTo = (record, place) => ({ ...record, place });
export const pause = (record, now) => ({ ...record, ...pauseClock(record, now) });
export const resume = (record, now) => ({ ...record, ...resumeClock(record, now) });

export const isAnswered = ({ question, value }) => isComplete(question, value);
export const unanswered = (record) => record.items.flatMap((item, i) => (isAnswered(item) ? [] : [i]));
export const flagged = (record) => record.items.flatMap((item, i) => (item.flag ? [i] : []));
export const missed = (record) => record.items.filter(({ question, value }) => !isRight(question, value));
export const timeUsed = (record) => record.minutes * 60_000 - record.left;

/** End the exam, once: a second tab that ends it too changes nothing. Its answers join all the others. */
export async function finish(store, id, reason, now = Date.now()) {
  const record = await store.updateExam(id, (old) => {
    if (old.finished !== null) return null;
    const left = remaining(old, now);
    return { ...old, finished: left ? now : (old.deadline ?? now), reason: left ? reason : "time", deadline: null, left };
  });
  if (record) await keepAnswers(store, record);
  return record;
}

/** The answers of a finished exam; their ids come from the exam, so writing them again adds nothing. */
export function keepAnswers(store, record) {
  return store.addAnswers(record.items.filter(isAnswered).map(({ question, value, ms }) => ({
    id: `${record.id}:${question.id}`, question: question.id, at: record.finished, right: isRight(question, value), mode: "exam", ms, skills: question.skills,
  })));
}
