/* Right or wrong, and what a mock exam amounts to. Pure. A value is an array of choice indices, or null. */

export const PASS_SHARE = 0.72;

/** How many options to choose. */
export const wantedCount = (question) => question.choices.filter((choice) => choice.correct).length;

/** Whether a value is complete: as many choices as asked for, every pair made, every step placed. */
export function isComplete(question, value) {
  if (!Array.isArray(value)) return false;
  if (question.type === "single" || question.type === "multiple") return value.length === wantedCount(question);
  return value.length === question.choices.length && value.every((index) => index >= 0);
}

/** All or nothing, as in the real exams: single and multiple match the right set, steps and pairs are all in place. */
export function isRight(question, value) {
  if (!isComplete(question, value)) return false;
  if (question.type === "single" || question.type === "multiple") return value.every((index) => question.choices[index]?.correct);
  return value.every((index, i) => index === i);
}

/**
 * A share of right answers as points from 100 to 1000. AWS does not publish its scaling. Assumed here: two straight
 * lines that meet at the pass mark for 72 % right. Below 72 % the result never rounds up to the pass mark.
 */
export function scaled(share, pass) {
  if (share >= PASS_SHARE) return Math.round(pass + ((1000 - pass) * (share - PASS_SHARE)) / (1 - PASS_SHARE));
  return Math.min(pass - 1, Math.round(100 + ((pass - 100) * share) / PASS_SHARE));
}

const count = (items) => ({ total: items.length, right: items.filter(({ question, value }) => isRight(question, value)).length });

/** The result of an exam record: points and domains from the scored questions, skills from all of them. */
export function examResult(record) {
  const scored = record.items.filter((item) => item.scored);
  const { right, total } = count(scored);
  const points = scaled(total ? right / total : 0, record.pass);
  const skills = new Map();
  for (const item of record.items) {
    for (const skill of item.question.skills.filter((id) => id.startsWith(`${record.exam}/`))) {
      skills.set(skill, [...(skills.get(skill) ?? []), item]);
    }
  }
  return {
    right, total, points, passed: points >= record.pass,
    all: { ...count(record.items), answered: record.items.filter(({ question, value }) => isComplete(question, value)).length },
    domains: record.domains.map((domain) => ({ ...domain, ...count(scored.filter((item) => item.domain === domain.number)) })),
    skills: [...skills].map(([id, items]) => ({ id, ...count(items) })).sort((a, b) => a.right / a.total - b.right / b.total || b.total - a.total || (a.id < b.id ? -1 : 1)),
    ms: record.items.reduce((sum, item) => sum + item.ms, 0),
  };
}
