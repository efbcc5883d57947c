/* Building the page: elements, safe rich text, announcements. Nothing here or elsewhere uses innerHTML. */

const PROPERTIES = new Set(["checked", "value", "selected", "disabled", "open", "hidden", "indeterminate"]);

/** el("button", {class: "x", onclick: go}, "Text", child, null): null, false and undefined are left out. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "style") node.style.cssText = value;
    else if (PROPERTIES.has(key)) node[key] = value;
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false));
  return node;
}

export function svg(tag, props = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(props)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

const KEPT = new Set(["CODE", "STRONG", "EM", "SUB", "SUP", "BR"]);

/**
 * The build's HTML of a stem, choice or reason as nodes. It is parsed in a document that runs nothing, and only text and
 * six harmless tags are copied from it, without attributes: a question out of an imported file can do no more than that.
 */
export function rich(html) {
  const target = document.createDocumentFragment();
  copy(new DOMParser().parseFromString(html, "text/html").body, target);
  return target;
}

function copy(from, to) {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) to.append(child.data);
    else if (child.nodeType === Node.ELEMENT_NODE) {
      const kept = KEPT.has(child.tagName) ? to.appendChild(document.createElement(child.tagName)) : to;
      copy(child, kept);
    }
  }
}

/** The words of the build's HTML. */
export const words = (html) => rich(html).textContent;

export function excerpt(html, length = 110) {
  const text = words(html).trim();
  return text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/, "")} …`;
}

let region;

/** Say something to screen readers, politely; it waits its turn behind what the focus makes them say. */
export function announce(text) {
  if (!region?.isConnected) {
    region = el("div", { class: "guide-visually-hidden", role: "status", "aria-live": "polite", id: "practice-announcements" });
    document.body.append(region);
  }
  region.textContent = "";
  setTimeout(() => (region.textContent = text), 60); // an empty moment makes a repeated text new
}

/** Move the focus to a heading or other text, and bring it into view below the header. */
export function focusOn(node, { scroll = true } = {}) {
  node.tabIndex = -1;
  node.focus({ preventScroll: true });
  if (!scroll) return;
  const { top, bottom } = node.getBoundingClientRect();
  if (top < 110 || bottom > innerHeight - 40) node.scrollIntoView({ block: "start" });
}

export const button = (label, onclick, props = {}) => el("button", { type: "button", class: "practice-button", onclick, ...props }, label);
export const primary = (label, onclick, props = {}) => button(label, onclick, { class: "practice-button practice-button--primary", ...props });

export const plural = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
export const percent = (right, total) => (total ? `${Math.round((100 * right) / total)} %` : "–");
export const day = (ms) => (ms ? new Date(ms).toISOString().slice(0, 10) : "–");

let serial = 0;
export const uid = () => `practice-${(serial += 1)}`;

/** Ask in a modal dialog; resolves to the value of the chosen button, "" when it is closed otherwise. */
export function ask(title, content, choices) {
  return new Promise((resolve) => {
    const id = uid();
    const dialog = el("dialog", { class: "practice-dialog md-typeset", "aria-labelledby": id },
      el("h2", { id }, title), content,
      el("div", { class: "practice-actions" }, choices.map(([value, label, kind = ""]) =>
        el("button", { type: "button", class: `practice-button ${kind && `practice-button--${kind}`}`, onclick: () => dialog.close(value) }, label))));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
