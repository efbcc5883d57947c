/* Progress as a file: out, and merged back in. Pure but for the store that is passed in. */

import { readAnswer, readExam } from "./records.js";

export const FORMAT = "study-guide-progress";
export const VERSION = 1;

/** What older files need before they are read, by their version; a new version adds a step here. */
const STEPS = {};

export async function exportProgress(store, now = new Date()) {
  const [answers, exams] = [await store.answers(), await store.exams()];
  return { format: FORMAT, version: VERSION, exported: now.toISOString(), answers, exams };
}

/**
 * Check a file's text: {answers, exams, refused: [reason]}. Throws an Error with a message for the reader when it is no
 * progress file at all. A damaged entry is refused by itself, the others come in.
 */
export function parseProgress(text) {
  let raw;
  try {
    raw = JSON.parse(text);
  } catch {
    throw new Error("This file is not JSON. Choose a file that “Export” made.");
  }
  if (raw?.format !== FORMAT) throw new Error("This file holds no progress of this guide. Choose a file that “Export” made.");
  if (!Number.isInteger(raw.version) || raw.version < 1) throw new Error("This file does not say which version it has.");
  if (raw.version > VERSION) throw new Error("This file comes from a newer version of the guide. Reload the page and try again.");
  for (let version = raw.version; version < VERSION; version++) raw = STEPS[version](raw);
  const refused = [];
  const entries = (name, read) => {
    if (!Array.isArray(raw[name])) throw new Error(`This file has no list of ${name}.`);
    return raw[name].flatMap((entry, i) => {
      try {
        return [read(entry)];
      } catch (error) {
        refused.push(`${name}[${i}]: ${error.message}`);
        return [];
      }
    });
  };
  return { answers: entries("answers", readAnswer), exams: entries("exams", readExam), refused };
}

/** Merge by record id: what is here stays; an exam that is unfinished here and finished in the file is replaced. */
export async function mergeProgress(store, { answers, exams }) {
  const before = new Map((await store.exams()).map((exam) => [exam.id, exam]));
  const added = { answers: await store.addAnswers(answers), exams: await store.addExams(exams) };
  for (const exam of exams.filter((each) => each.finished !== null && before.get(each.id)?.finished === null)) {
    await store.updateExam(exam.id, (old) => (old.finished === null ? exam : null));
    added.exams += 1;
  }
  return added;
}

/** Offer a value as a download. */
export function download(name, value) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(value, null, 1)], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
