/* Small form parts that several practice pages share. */

import { el, uid } from "./dom.js";

/** A labelled <select>; `options` are [value, label]. */
export function select(label, options, value, onchange) {
  const id = uid();
  const node = el("select", { id, class: "practice-select", onchange: () => onchange(node.value) },
    options.map(([key, text]) => el("option", { value: String(key), selected: String(key) === String(value) }, text)));
  return el("div", { class: "practice-field" }, el("label", { for: id }, label), node);
}

/** The exam that a page is about: from ?exam=, else the one chosen last, else the first that can be taken. */
export async function chosenExam(exams, store) {
  const wanted = [new URLSearchParams(location.search).get("exam"), await store.setting("exam")];
  return wanted.map((code) => exams.find((exam) => exam.code === code)).find(Boolean) ?? exams.find(({ status }) => status !== "retired") ?? exams[0];
}

export function examSelect(exams, exam, store, onchange) {
  const options = exams.map(({ code, title }) => [code, `${code} · ${title}`]);
  return select("Exam", options, exam.code, (code) => {
    store.setSetting("exam", code);
    onchange(exams.find((each) => each.code === code));
  });
}

/** Checkboxes in a fieldset; `items` are {value, label, note, checked}. */
export function checkboxes(legend, items, onchange) {
  return el("fieldset", { class: "practice-checks" }, el("legend", {}, legend),
    items.map(({ value, label, note, checked }) => el("label", { class: "practice-check" },
      el("input", { type: "checkbox", value, checked, onchange }), el("span", {}, label, note ? el("small", {}, ` ${note}`) : null))));
}

export const checkedValues = (fieldset) => [...fieldset.querySelectorAll("input:checked")].map((input) => input.value);

/** A table whose first column heads its rows; cells are texts or nodes. The roles stay when a phone shows rows as cards. */
export function table(caption, heads, rows) {
  const head = el("tr", { role: "row" }, heads.map((text) => el("th", { scope: "col", role: "columnheader" }, text)));
  const body = rows.map(([first, ...cells]) => el("tr", { role: "row" }, el("th", { scope: "row", role: "rowheader" }, first),
    cells.map((cell, i) => el("td", { role: "cell", "data-label": heads[i + 1] }, cell))));
  return el("div", { class: "practice-table" }, el("table", { class: "practice-grid", role: "table" }, el("caption", {}, caption),
    el("thead", { role: "rowgroup" }, head), el("tbody", { role: "rowgroup" }, body)));
}

/** A bar for a share, beside a number that says the same. */
export const bar = (part, whole, mark) => el("span", { class: "practice-share", "aria-hidden": "true" },
  el("span", { style: `inline-size: ${whole ? (100 * part) / whole : 0}%` }), mark ? el("i", { style: `inset-inline-start: ${mark}%` }) : null);
