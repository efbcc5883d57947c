/* A question to answer: radio buttons, checkboxes, steps to move or pairs to choose, in a fieldset. */

import { announce, el, rich, uid } from "./dom.js";
import { wantedCount } from "./score.js";

/**
 * {node, value(), pick(n)}. `order` says how the options stand (indices of choices); `value` is what was answered
 * before, or null; `onChange(value)` is called at each change. Values are as in score.js.
 */
export function questionForm(question, order, { value = null, onChange = () => {} } = {}) {
  const make = { ordering, matching }[question.type] ?? options;
  const body = make(question, order, value, onChange);
  const stem = el("legend", { class: "practice-stem" }, rich(question.stem));
  const node = el("fieldset", { class: "practice-question" }, stem, body.node);
  if (question.scenario) {
    const scenario = el("p", { class: "practice-scenario", id: uid() }, rich(question.scenario));
    node.setAttribute("aria-describedby", scenario.id);
    return { ...body, node: el("div", {}, scenario, node) };
  }
  return { ...body, node };
}

function options(question, order, value, onChange) {
  const many = question.type === "multiple";
  const wanted = wantedCount(question);
  const name = uid();
  const inputs = order.map((index) => el("input", {
    type: many ? "checkbox" : "radio", name, value: String(index), checked: value?.includes(index) ?? false, onchange: changed,
  }));
  const read = () => order.filter((_, i) => inputs[i].checked);
  function changed({ target }) {
    if (many && read().length > wanted) {
      target.checked = false;
      announce(`Only ${wanted} can be chosen. Take one back first.`);
      return;
    }
    onChange(read().length ? read() : null);
  }
  const rows = order.map((index, i) => el("li", {},
    el("label", { class: "practice-option" }, inputs[i], el("span", { class: "practice-key", "aria-hidden": "true" }, String(i + 1)), el("span", {}, rich(question.choices[index].text)))));
  return {
    node: el("ol", { class: "practice-options", role: "list" }, rows),
    value: () => (read().length ? read() : null),
    pick(n) {
      inputs[n]?.click();
      inputs[n]?.focus();
    },
  };
}

function ordering(question, order, value, onChange) {
  let steps = value ? [...value] : [...order];
  let touched = value !== null;
  const list = el("ol", { class: "practice-steps" });
  const text = (index) => rich(question.choices[index].text);
  function move(from, by) {
    const to = from + by;
    if (to < 0 || to >= steps.length) return;
    touched = true;
    const [step] = steps.splice(from, 1);
    steps.splice(to, 0, step);
    draw();
    const row = list.children[to];
    row.querySelector(by < 0 ? ".practice-up" : ".practice-down").focus();
    announce(`Now at place ${to + 1} of ${steps.length}`);
    onChange([...steps]);
  }
  function arrow(label, i, by) {
    const end = by < 0 ? i === 0 : i === steps.length - 1;
    const name = `${label}: ${text(steps[i]).textContent}`;
    return el("button", { type: "button", class: `practice-button practice-${label.split(" ")[1]}`, "aria-label": name, title: label, "aria-disabled": end && "true", onclick: () => move(i, by) },
      el("span", { "aria-hidden": "true" }, by < 0 ? "↑" : "↓"));
  }
  function draw() {
    list.replaceChildren(...steps.map((index, i) => {
      const keys = { ArrowUp: -1, ArrowDown: 1 };
      const onkeydown = (event) => {
        if (!keys[event.key]) return;
        event.preventDefault();
        move(i, keys[event.key]);
      };
      return el("li", { onkeydown }, el("span", { class: "practice-key", "aria-hidden": "true" }, String(i + 1)), el("span", {}, text(index)),
        el("span", { class: "practice-arrows" }, arrow("Move up", i, -1), arrow("Move down", i, 1)));
    }));
  }
  draw();
  return {
    node: el("div", {}, el("p", { class: "practice-hint" }, "Move the steps with the buttons, or with ↑ and ↓ on a button."), list),
    value: () => (touched ? [...steps] : null),
    pick: (n) => list.children[n]?.querySelector("button").focus(),
  };
}

function matching(question, order, value, onChange) {
  // tells nothing
  const shown = [...question.choices.keys()].sort((a, b) => (question.choices[a].match < question.choices[b].match ? -1 : 1));
  const selects = order.map((index) => el("select", { class: "practice-select", id: uid(), onchange: () => onChange(read()) },
    el("option", { value: "-1" }, "Choose …"),
    shown.map((partner) => el("option", { value: String(partner), selected: value?.[index] === partner }, rich(question.choices[partner].match).textContent))));
  function read() {
    const found = question.choices.map(() => -1);
    order.forEach((index, i) => (found[index] = Number(selects[i].value)));
    return found.some((partner) => partner >= 0) ? found : null;
  }
  const rows = order.map((index, i) => el("li", {}, el("label", { for: selects[i].id }, rich(question.choices[index].text)), selects[i]));
  return { node: el("ul", { class: "practice-pairs", role: "list" }, rows), value: read, pick: (n) => selects[n]?.focus() };
}
