/* What the reader must know about where progress is kept. Nothing is shown while all is well. */

import { el } from "./dom.js";
import { pageAddress } from "./site.js";

const WORDS = {
  unavailable: "This browser does not let the site keep anything (private window, blocked site data, or storage switched off). You can practice, but your answers are gone when you close or reload this page. To keep them, export them on the progress page before you leave.",
  newer: "This browser holds progress from a newer version of the guide than this page. Reload the page. Until then, answers are not kept; the older ones are safe.",
  full: "The browser's storage is full. From now on your answers are not kept. Export your progress before you leave this page, then free some space.",
  failed: "The browser's storage stopped working. From now on your answers are not kept. Export your progress before you leave this page, then reload it.",
  outdated: "The guide was updated in another tab. Reload this page: until then, new answers are not kept.",
};

/** A box that shows itself when something is wrong, now or later. */
export function notice(store) {
  const box = el("div", { class: "practice-notice", role: "alert", hidden: true });
  async function refresh() {
    const aside = (await store.quarantine()).length;
    const lines = [WORDS[store.trouble], aside && `${aside} damaged ${aside === 1 ? "record was" : "records were"} found in this browser's storage and set aside.`].filter(Boolean);
    const progress = el("a", { href: pageAddress("practice/progress/#data") }, "Progress: export, download, reset");
    box.replaceChildren(...lines.map((line) => el("p", {}, line)), lines.length ? el("p", {}, progress) : "");
    box.hidden = !lines.length;
  }
  refresh();
  store.watch(box, refresh);
  return box;
}
