/* The result of a mock exam: estimate, domains, skills, time; then the review. */

import { catalog, skillCode } from "./catalog.js";
import { bar, table } from "./choose.js";
import { asTime, inWords } from "./clock.js";
import { button, day, el, focusOn, percent, plural, primary } from "./dom.js";
import { drill } from "./drill.js";
import { keepAnswers, missed, timeUsed } from "./exam-record.js";
import { reviewSection } from "./exam-review.js";
import { examResult, PASS_SHARE } from "./score.js";
import { loadExams, pageAddress } from "./site.js";

export async function showResult(context, record, { focus = true } = {}) {
  const { store, place } = context;
  await keepAnswers(store, record); // a page that was closed while the exam ended may not have done so
  const found = (await loadExams()).find((exam) => exam.code === record.exam);
  const skills = found ? catalog(found).skills : new Map();
  const result = examResult(record);
  const wrong = missed(record);
  const title = el("h2", {}, `Result: ${record.exam}, ${day(record.started)}`);

  const retake = () => drill(place, wrong.map((item) => item.question), {
    store, mode: "session", everywhere: true, after: () => [el("div", { class: "practice-actions" }, button("Back to the result", () => context.result(record)))],
  });
  place.replaceChildren(title, verdict(record, result),
    el("div", { class: "practice-actions" },
      wrong.length ? primary(`Retake what was missed (${wrong.length})`, retake) : null,
      button("Set up another exam", () => context.setup()), button("Print", () => print())),
    domainTable(result), skillTable(result, skills), times(record), reviewSection(record));
  if (focus) focusOn(title);
}

function verdict(record, { points, passed, right, total, all }) {
  const at = (value) => (100 * (value - 100)) / 900;
  return el("div", { class: `practice-result practice-result--${passed ? "pass" : "fail"}` },
    el("p", { class: "practice-result__points" }, el("strong", {}, String(points)), ` of 1000, estimated: ${passed ? "a pass" : "not a pass"}`),
    bar(at(points), 100, at(record.pass)),
    el("p", {}, `Pass mark ${record.pass}. ${right} of ${total} scored questions right (${percent(right, total)}); ${all.right} of all ${all.total}. ${all.answered} answered.`),
    record.reason === "time" ? el("p", {}, "The time ran out; what was answered by then counts.") : null,
    el("details", {}, el("summary", {}, "What this estimate is worth"),
      el("p", {}, `AWS does not publish its scaling; this is an estimate. It assumes that ${Math.round(100 * PASS_SHARE)} % right meets the pass mark, and draws a straight line from there down to 100 and up to 1000. AWS scales by the difficulty of the questions of each form, so the same share of right answers can give other points in the real exam. ${record.items.length - total} of these questions were not scored, as in the real exam; the review says which. Points count the whole: no domain has to be passed by itself.`)));
}

function domainTable(result) {
  const rows = result.domains.filter((domain) => domain.total).map(({ number, title, weight, right, total }) =>
    [`${number} · ${title}`, `${weight} %`, `${right} of ${total}`, el("span", { class: "practice-cell" }, percent(right, total), bar(right, total))]);
  return table("By domain (scored questions)", ["Domain", "Weight", "Right", "Share"], rows);
}

function skillTable(result, skills) {
  const rows = result.skills.map(({ id, right, total }) => {
    const skill = skills.get(id);
    const pages = (skill?.pages ?? []).map(([title, path]) => el("a", { href: pageAddress(path) }, title));
    return [`${skillCode(id)} ${skill?.text ?? ""}`, `${right} of ${total}`, el("span", { class: "practice-taught" }, pages)];
  });
  const weak = result.skills.filter(({ right, total }) => right < total).length;
  return el("details", { class: "practice-details", open: weak > 0 && weak <= 8 }, el("summary", {}, `By skill, weakest first (all questions): ${plural(weak, "skill")} with something missed`),
    table("By skill", ["Skill", "Right", "Taught in"], rows));
}

function times(record) {
  const used = timeUsed(record);
  const spent = record.items.reduce((sum, item) => sum + item.ms, 0);
  const slowest = record.items.map((item, i) => [item.ms, i]).sort((a, b) => b[0] - a[0]).slice(0, 3).filter(([ms]) => ms);
  return el("p", { class: "practice-times" },
    `Time: ${inWords(used)} of ${record.minutes} minutes, ${asTime(spent / record.items.length)} a question on average.`,
    slowest.length ? ` Longest: ${slowest.map(([ms, i]) => `question ${i + 1} (${asTime(ms)})`).join(", ")}.` : "");
}
