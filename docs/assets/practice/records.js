/*
 * The shape of everything that is kept. Each reader takes an unknown value (from the browser's store, which anything may
 * have damaged, or from a file that somebody imports) and returns a clean copy with the known fields only, or throws an
 * Error that says what is wrong. Texts stay texts: whatever they hold, rich() in dom.js shows no more than code and bold.
 */

const ID = /^[a-z0-9][a-z0-9-]{0,99}$/;
const RECORD = /^[a-z0-9][a-z0-9:-]{0,160}$/;
const EXAM = /^[A-Z0-9-]{3,12}$/;
const SKILL = /^[A-Z0-9-]{3,12}\/[0-9a-z.]{1,12}$/;
const ADDRESS = /^[a-z0-9/-]*(#[a-z0-9_-]*)?$/;
const TYPES = ["single", "multiple", "ordering", "matching"];
const MODES = ["quiz", "session", "exam"];
// the last moment that a Date can hold
const LATEST = 8.64e15;

function need(condition, what) {
  if (!condition) throw new Error(what);
}

function object(raw, name) {
  need(raw !== null && typeof raw === "object" && !Array.isArray(raw), `${name} is no object`);
  return raw;
}

function text(raw, name, { pattern, max = 5000 } = {}) {
  need(typeof raw === "string" && raw.length <= max, `${name} is no text of at most ${max} characters`);
  need(!pattern || pattern.test(raw), `${name} has a form that is not known`);
  return raw;
}

function number(raw, name, { min = 0, max = LATEST } = {}) {
  need(Number.isFinite(raw) && raw >= min && raw <= max, `${name} is no number from ${min} to ${max}`);
  return raw;
}

function list(raw, name, read, max = 50) {
  need(Array.isArray(raw) && raw.length <= max, `${name} is no list of at most ${max}`);
  return raw.map((each, i) => read(each, `${name}[${i}]`));
}

function oneOf(raw, name, known) {
  need(known.includes(raw), `${name} is not one of: ${known.join(", ")}`);
  return raw;
}

function flag(raw, name) {
  need(typeof raw === "boolean", `${name} is neither true nor false`);
  return raw;
}

/** {id, question, at, right, mode, ms, skills}: one answer, never changed after it was written. */
export function readAnswer(raw) {
  object(raw, "the answer");
  return {
    id: text(raw.id, "id", { pattern: RECORD }),
    question: text(raw.question, "question", { pattern: ID }),
    at: number(raw.at, "at", { min: 1 }),
    right: flag(raw.right, "right"),
    mode: oneOf(raw.mode, "mode", MODES),
    ms: number(raw.ms, "ms"),
    skills: list(raw.skills, "skills", (each, name) => text(each, name, { pattern: SKILL }), 60),
  };
}

function readChoice(raw, name) {
  object(raw, name);
  const choice = { text: text(raw.text, `${name}.text`), why: text(raw.why, `${name}.why`) };
  if (raw.correct) choice.correct = flag(raw.correct, `${name}.correct`);
  if (raw.match) choice.match = text(raw.match, `${name}.match`);
  return choice;
}

/** A question as the build publishes it. */
export function readQuestion(raw, name = "question") {
  object(raw, name);
  const choices = list(raw.choices, `${name}.choices`, readChoice, 9);
  need(choices.length >= 2, `${name}.choices has fewer than two`);
  return {
    id: text(raw.id, `${name}.id`, { pattern: ID }),
    type: oneOf(raw.type, `${name}.type`, TYPES),
    skills: list(raw.skills, `${name}.skills`, (each, at) => text(each, at, { pattern: SKILL }), 60),
    difficulty: number(raw.difficulty, `${name}.difficulty`, { min: 1, max: 3 }),
    stem: text(raw.stem, `${name}.stem`),
    scenario: text(raw.scenario ?? "", `${name}.scenario`),
    choices,
    teaches: text(raw.teaches, `${name}.teaches`, { pattern: ADDRESS, max: 300 }),
    title: text(raw.title, `${name}.title`, { max: 300 }),
    source: text(raw.source, `${name}.source`, { pattern: /^https:\/\/\S+$/, max: 500 }),
    checked: text(raw.checked, `${name}.checked`, { pattern: /^\d{4}-\d\d-\d\d$/ }),
  };
}

function readItem(raw, name) {
  object(raw, name);
  const question = readQuestion(raw.question, `${name}.question`);
  const index = (min) => (each, at) => {
    need(Number.isInteger(each), `${at} is no whole number`);
    return number(each, at, { min, max: question.choices.length - 1 });
  };
  const order = list(raw.order, `${name}.order`, index(0), 9);
  need(order.length === question.choices.length && new Set(order).size === order.length, `${name}.order does not name each choice once`);
  return {
    question, order,
    domain: number(raw.domain, `${name}.domain`, { max: 20 }),
    scored: flag(raw.scored, `${name}.scored`),
    value: raw.value === null ? null : list(raw.value, `${name}.value`, index(-1), 9),
    flag: flag(raw.flag, `${name}.flag`),
    ms: number(raw.ms, `${name}.ms`),
  };
}

function readDomain(raw, name) {
  object(raw, name);
  return {
    number: number(raw.number, `${name}.number`, { max: 20 }),
    title: text(raw.title, `${name}.title`, { max: 200 }),
    weight: number(raw.weight, `${name}.weight`, { max: 100 }),
  };
}

/** A mock exam with its questions in full, so that it survives whatever a new version of the site does to them. */
export function readExam(raw) {
  object(raw, "the exam");
  const items = list(raw.items, "items", readItem, 200);
  need(items.length, "items is empty");
  const orNull = (value, name) => (value === null ? null : number(value, name));
  const exam = {
    id: text(raw.id, "id", { pattern: RECORD }),
    exam: text(raw.exam, "exam", { pattern: EXAM }),
    title: text(raw.title, "title", { max: 200 }),
    pass: number(raw.pass, "pass", { min: 101, max: 999 }),
    minutes: number(raw.minutes, "minutes", { min: 1, max: 600 }),
    started: number(raw.started, "started", { min: 1 }),
    place: number(raw.place, "place", { max: items.length - 1 }),
    deadline: orNull(raw.deadline, "deadline"),
    left: orNull(raw.left, "left"),
    finished: orNull(raw.finished, "finished"),
    reason: oneOf(raw.reason, "reason", ["", "submitted", "time"]),
    domains: list(raw.domains, "domains", readDomain, 20),
    items,
  };
  need((exam.deadline === null) !== (exam.left === null), "the clock is neither running nor paused");
  return exam;
}

/** An id that no other tab or device will make. */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export const newAnswer = (question, right, mode, ms, now = Date.now()) =>
  readAnswer({ id: newId(), question: question.id, at: now, right, mode, ms: Math.max(0, Math.round(ms)), skills: question.skills });
