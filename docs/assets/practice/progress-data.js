/* The learner's data: where it is, out as a file, in from a file, set aside, deleted. */

import { announce, ask, button, day, el, plural, primary } from "./dom.js";
import { download, exportProgress, mergeProgress, parseProgress } from "./transfer.js";

const LARGEST = 60 * 1024 * 1024;

export function dataSection(store) {
  const said = el("div", { class: "practice-said", role: "status" });
  const aside = el("div");
  const file = el("input", { type: "file", accept: ".json,application/json", class: "guide-visually-hidden", tabindex: "-1", "aria-hidden": "true", onchange: take });
  const actions = el("div", { class: "practice-actions" },
    primary("Export to a file", out), button("Import from a file", () => file.click()), file, button("Delete everything", reset));
  const section = el("section", { class: "practice-data" }, el("h2", { id: "data" }, "Your data"),
    el("p", {}, store.kept
      ? "Everything stays in this browser; nothing is sent anywhere. Clearing the browser's site data deletes it, and some browsers do so by themselves for sites not visited for a while (Safari: 7 days of use without a visit). Export it now and then."
      : "Nothing is kept at the moment: the message above says why. An export still works."),
    actions, said, aside);
  const say = (...nodes) => {
    said.replaceChildren(...nodes.map((node) => (typeof node === "string" ? el("p", {}, node) : node)));
  };
  showAside();
  offerPersistence();
  store.watch(section, showAside);
  return section;

  /** Browsers may clear a site's data when the disk fills up, unless they agreed not to. */
  async function offerPersistence() {
    if (!store.kept || !navigator.storage?.persist || (await navigator.storage.persisted())) return;
    const offer = button("Ask the browser to keep it", async () => {
      const agreed = await navigator.storage.persist();
      offer.hidden = agreed;
      say(agreed ? "The browser agreed: it will not clear your progress by itself." : "The browser did not agree. It may once you use the guide more, or have a bookmark to it.");
    });
    actions.append(offer);
  }

  async function out() {
    const data = await exportProgress(store);
    download(`study-guide-progress-${day(Date.now())}.json`, data);
    say(`Exported ${plural(data.answers.length, "answer")} and ${plural(data.exams.length, "mock exam")}.`);
  }

  async function take() {
    const [chosen] = file.files;
    file.value = "";
    if (!chosen) return;
    try {
      if (chosen.size > LARGEST) throw new Error("This file is larger than any export of this guide can be.");
      const found = parseProgress(await chosen.text());
      const added = await mergeProgress(store, found);
      const lines = [`Imported ${plural(added.answers, "new answer")} and ${plural(added.exams, "new mock exam")}; ${found.answers.length + found.exams.length - added.answers - added.exams} were here already.`];
      if (found.refused.length) lines.push(refusedList(found.refused));
      say(...lines);
    } catch (error) {
      say(error.message);
    }
  }

  async function reset() {
    const chosen = await ask("Delete everything?", el("p", {}, "All answers, mock exams, and records set aside, in this browser. This cannot be undone, unless you exported them before."),
      [["delete", "Delete everything", "danger"], ["export", "Export first"], ["", "Cancel"]]);
    if (chosen === "export") {
      await out();
      return reset();
    }
    if (chosen !== "delete") return;
    await store.reset();
    say("Everything was deleted.");
    announce("Everything was deleted.");
  }

  async function showAside() {
    const records = await store.quarantine();
    if (!records.length) return aside.replaceChildren();
    aside.replaceChildren(el("h3", {}, "Set aside"),
      el("p", {}, `${plural(records.length, "record")} in this browser's storage could not be read, and ${records.length === 1 ? "was" : "were"} set aside. Everything else works. Download them if you want to look, or report them.`),
      el("div", { class: "practice-actions" },
        button("Download what was set aside", () => download("study-guide-set-aside.json", records)), button("Delete what was set aside", () => store.forgetQuarantine())));
  }
}

function refusedList(refused) {
  return el("details", {}, el("summary", {}, `${plural(refused.length, "entry", "entries")} could not be read and ${refused.length === 1 ? "was" : "were"} left out`),
    el("ul", {}, refused.slice(0, 50).map((line) => el("li", {}, line)), refused.length > 50 ? el("li", {}, `and ${refused.length - 50} more`) : null));
}
