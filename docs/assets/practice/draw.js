/* Which questions to ask. Pure; `random` is Math.random unless a test brings its own. */

import { domainOf, inExam } from "./catalog.js";

export function shuffled(list, random = Math.random) {
  const copy = [...list];
  for (let last = copy.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [copy[last], copy[other]] = [copy[other], copy[last]];
  }
  return copy;
}

/** Split `total` by weight in whole numbers (largest remainder; on a tie the earlier one gets it). */
export function shares(weights, total) {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (sum ? (total * weight) / sum : 0));
  const whole = exact.map(Math.floor);
  const rest = total - whole.reduce((a, b) => a + b, 0);
  const order = exact.map((value, i) => [value - whole[i], i]).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (const [, i] of order.slice(0, sum ? rest : 0)) whole[i] += 1;
  return whole;
}

/**
 * What a mock exam would hold: {size, wanted, scored, domains: [{number, title, weight, count, scored, available}]}.
 * The largest size up to the real one that keeps the domains' proportions; a domain without questions is left out.
 */
export function planMock(exam, index) {
  const asked = inExam(exam, index).filter((question) => exam.types.includes(question.type));
  const domains = exam.domains.map(({ number, title, weight }) => ({
    number, title, weight, count: 0, scored: 0, available: asked.filter((question) => domainOf(exam, question) === number).length,
  }));
  const open = domains.filter((domain) => domain.available);
  const weights = open.map((domain) => domain.weight);
  let size = exam.mock.questions;
  while (size > 0 && shares(weights, size).some((count, i) => count > open[i].available)) size -= 1;
  if (!open.length) size = 0;
  const scored = Math.round((size * exam.mock.scored) / exam.mock.questions);
  const counts = shares(weights, size);
  const counted = shares(weights, scored);
  open.forEach((domain, i) => Object.assign(domain, { count: counts[i], scored: Math.min(counted[i], counts[i]) }));
  return { size, wanted: exam.mock.questions, scored: open.reduce((sum, domain) => sum + domain.scored, 0), domains, asked };
}

/** How often each question stood in earlier mocks: Map(id -> [in this exam, in any]). */
export function uses(code, records) {
  const found = new Map();
  for (const record of records) {
    for (const { question } of record.items) {
      const [same, any] = found.get(question.id) ?? [0, 0];
      found.set(question.id, [same + (record.exam === code), any + 1]);
    }
  }
  return found;
}

/**
 * Draw a mock exam: [{id, domain, scored}] in the order of asking. Questions of earlier mocks of this exam come back
 * only when a domain is used up, those used least first; questions met in other exams' mocks come after unmet ones.
 */
export function drawMock(exam, index, records = [], random = Math.random) {
  const plan = planMock(exam, index);
  const used = uses(exam.code, records);
  const rank = ({ id }) => used.get(id) ?? [0, 0];
  const drawn = plan.domains.flatMap((domain) => {
    const pool = shuffled(plan.asked.filter((question) => domainOf(exam, question) === domain.number), random);
    pool.sort((a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1]);
    const taken = shuffled(pool.slice(0, domain.count), random); // shuffled again: the scored ones are the first few
    return taken.map((question, i) => ({ id: question.id, case: question.case, domain: domain.number, scored: i < domain.scored }));
  });
  return together(shuffled(drawn, random)).map(({ id, domain, scored }) => ({ id, domain, scored }));
}

/** Questions on the same scenario stand one after the other. */
function together(list) {
  return list.flatMap((item, i) => {
    if (!item.case) return [item];
    if (list.findIndex((other) => other.case === item.case) < i) return [];
    return list.filter((other) => other.case === item.case);
  });
}

/** A session: unseen first, then missed, then the longest ago. `latest` is of stats.js. */
export function drawSession(pool, latest, number, random = Math.random) {
  const rank = ({ id }) => (latest.has(id) ? (latest.get(id).right ? 2 : 1) : 0);
  const list = shuffled(pool, random);
  list.sort((a, b) => rank(a) - rank(b) || (rank(a) && latest.get(a.id).at - latest.get(b.id).at));
  return list.slice(0, number);
}

/** The order in which a question's options stand this time; steps to be ordered never start out in the right order. */
export function optionOrder(question, random = Math.random) {
  const indices = question.choices.map((_, i) => i);
  let order = shuffled(indices, random);
  if (question.type === "ordering" && order.every((value, i) => value === i)) order = [...order.slice(1), order[0]];
  return order;
}
