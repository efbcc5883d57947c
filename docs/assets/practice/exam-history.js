/* Earlier mock exams: a small chart and a table that says the same. */

import { table } from "./choose.js";
import { inWords } from "./clock.js";
import { button, day, el, percent, svg } from "./dom.js";
import { timeUsed } from "./exam-record.js";
import { examResult } from "./score.js";

export function historySection(context, exam, records) {
  const past = records.filter((record) => record.exam === exam.code && record.finished !== null);
  if (!past.length) return el("p", { class: "practice-hint" }, `No mock of ${exam.code} finished yet.`);
  const results = past.map(examResult);
  const rows = past.map((record, i) => [
    day(record.started), `${results[i].points} (${results[i].passed ? "pass" : "no pass"})`, `${results[i].right} of ${results[i].total}, ${percent(results[i].right, results[i].total)}`,
    inWords(timeUsed(record)), button("Review", () => context.result(record), { "aria-label": `Review the exam of ${day(record.started)}, ${results[i].points} points` })]);
  return el("section", {}, el("h2", {}, `Your mocks of ${exam.code}`),
    past.length > 1 ? chart(results.map((result) => result.points), exam.mock.pass) : null,
    table(`Finished mocks of ${exam.code}`, ["Day", "Estimate", "Scored right", "Time", "Review"], rows.reverse()));
}

/** Points of each exam from left to right, with the pass mark as a line. */
function chart(points, pass) {
  const [width, height, left, right] = [420, 150, 38, 8];
  const y = (value) => 12 + ((1000 - value) / 900) * (height - 30);
  const x = (i) => left + 12 + (points.length > 1 ? (i * (width - left - right - 24)) / (points.length - 1) : 0);
  const label = (text, at, props = {}) => {
    const node = svg("text", { x: left - 6, y: at + 4, "text-anchor": "end", ...props });
    node.textContent = text;
    return node;
  };
  const text = `Estimated points of ${points.length} mock exams, oldest first: ${points.join(", ")}. The pass mark is ${pass}.`;
  return el("figure", { class: "practice-chart" },
    svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": text },
      ...[100, 1000].flatMap((value) => [svg("line", { x1: left, x2: width - right, y1: y(value), y2: y(value), class: "practice-chart__axis" }), label(value, y(value))]),
      svg("line", { x1: left, x2: width - right, y1: y(pass), y2: y(pass), class: "practice-chart__pass" }), label(pass, y(pass)),
      svg("polyline", { points: points.map((value, i) => `${x(i)},${y(value)}`).join(" "), class: "practice-chart__line" }),
      ...points.map((value, i) => svg("circle", { cx: x(i), cy: y(value), r: 4, class: "practice-chart__dot" }))),
    el("figcaption", {}, `Estimated points, oldest left; the dashed line is the pass mark, ${pass}.`));
}
