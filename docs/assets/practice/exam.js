/* The mock exam page: set one up, go on with a running one, or show a result. */

import { practicable } from "./catalog.js";
import { isPaused, remaining } from "./clock.js";
import { el } from "./dom.js";
import { finish } from "./exam-record.js";
import { notice } from "./notice.js";
import { styled } from "./sheet.js";
import { loadExams, loadIndex } from "./site.js";
import { openStore } from "./store.js";

export async function mount(root) {
  const [store, all, index] = await Promise.all([openStore(), loadExams(), loadIndex(), styled()]);
  const place = el("div");
  root.replaceChildren(notice(store), place);
  const context = { store, index, exams: practicable(all, index).filter((exam) => exam.mock), place, setup, run, result };

  /** Where the address says: ?result=<id> shows that result again after a reload. */
  const wanted = new URLSearchParams(location.search).get("result");
  const records = await store.exams();
  const running = records.find((record) => record.finished === null);
  const shown = records.find((record) => record.id === wanted && record.finished !== null);
  if (shown) return result(shown, { focus: false });
  if (!running) return setup({ focus: false });
  if (remaining(running, Date.now()) === 0) return result(await finish(store, running.id, "time"));
  return run(running, { focus: !isPaused(running) });

  async function setup(options) {
    address(null);
    await (await import("./exam-setup.js")).showSetup(context, options);
  }

  async function run(record, options) {
    address(null);
    await (await import("./exam-run.js")).showRun(context, record, options);
  }

  async function result(record, options) {
    address(record.id);
    await (await import("./exam-result.js")).showResult(context, record, options);
  }
}

function address(id) {
  const url = new URL(location.href);
  if (id) url.searchParams.set("result", id);
  else url.searchParams.delete("result");
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}
