/* Building the page: elements, safe rich text, announcements. Nothing here or elsewhere writes innerHTML. */

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

const TAG = /<(\/?)(code|strong|em|sub|sup|br)>/g;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|nbsp));/gi;
const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };

function decoded(text) {
  return text.replace(ENTITY, (all, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : parseInt(hex, 16);
    return name ? NAMED[name.toLowerCase()] : code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/**
 * The build's HTML of a stem, choice or reason as nodes: text and six tags without attributes. Whatever else looks like
 * HTML is shown as the text it is, so that a question out of an imported file can do no harm. No HTML parser is involved.
 */
export function rich(html) {
  const open = [document.createDocumentFragment()];
  let at = 0;
  for (const { 0: tag, 1: end, 2: name, index } of html.matchAll(TAG)) {
    open.at(-1).append(decoded(html.slice(at, index)));
    at = index + tag.length;
    if (!end) {
      const node = open.at(-1).appendChild(document.createElement(name));
      if (name !== "br") open.push(node);
    } else if (open.length > 1 && open.at(-1).localName === name) open.pop();
  }
  open.at(-1).append(decoded(html.slice(at)));
  return open[0];
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
  // an empty moment makes a repeated text new
  setTimeout(() => (region.textContent = text), 60);
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

// toLocaleString() would do it too, and load all that a browser knows of languages: at its first call a quarter of a second on a phone
const thousands = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");
export const plural = (number, one, many = `${one}s`) => `${thousands(number)} ${number === 1 ? one : many}`;
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
