/* Progress, as the practice pages see it: kept in the browser where possible, in memory otherwise, and nothing is lost silently. */

import { openDatabase } from "./database.js";
import { Memory } from "./memory.js";
import { newId, readAnswer, readExam } from "./records.js";
import { BASE } from "./site.js";

const READERS = { answers: readAnswer, exams: readExam };
const ALL = ["answers", "exams", "meta", "quarantine"];

/** Sites of one origin (user.github.io/…) do not share progress. */
export const DATABASE = `study-guide ${BASE.pathname}`;

export class Store {
  #backend;
  #channel;
  // settles when what was kept has been copied to memory
  #falling = null;
  #listeners = new Set();
  /** "" while everything is kept; otherwise why not: "unavailable", "newer", "full", "failed" or "outdated". */
  trouble = "";
  /** Whether what is answered now outlives the page. */
  kept = true;

  static async open(name = DATABASE) {
    const store = new Store();
    try {
      store.#backend = await openDatabase(name, { onClose: () => store.#fall("outdated") });
    } catch (error) {
      store.#backend = new Memory();
      store.kept = false;
      store.trouble = error?.name === "VersionError" ? "newer" : "unavailable";
    }
    if (store.kept && "BroadcastChannel" in window) {
      store.#channel = new BroadcastChannel(name);
      store.#channel.onmessage = () => store.#tell(false);
    }
    return store;
  }

  /** Call listener(here) when something changed, in this tab or in another, for as long as `node` is on the page. */
  watch(node, listener) {
    this.#listeners.add({ node, listener });
  }

  answers = () => this.#readAll("answers");
  exams = async () => (await this.#readAll("exams")).sort((a, b) => a.started - b.started);
  addAnswers = (records) => this.#write((backend) => backend.add("answers", records.map(readAnswer)));
  addExams = (records) => this.#write((backend) => backend.add("exams", records.map(readExam)));
  removeExam = (id) => this.#write((backend) => backend.remove("exams", id));
  /** change(record) returns the new record, or null to leave it; returns what is there afterwards, or null. */
  updateExam = async (id, change) =>
    (await this.#write((backend) => backend.update("exams", id, (old) => (old ? change(old) : null)))) ?? null;

  async exam(id) {
    const raw = await this.#try((backend) => backend.get("exams", id));
    return raw === undefined ? null : ((await this.#checked("exams", [raw]))[0] ?? null);
  }

  async setting(id) {
    const value = (await this.#try((backend) => backend.get("meta", id)))?.value;
    return typeof value === "string" ? value : "";
  }

  setSetting = (id, value) => this.#try((backend) => backend.update("meta", id, () => ({ id, value })));
  quarantine = () => this.#try((backend) => backend.read("quarantine"));
  forgetQuarantine = () => this.#write((backend) => backend.clear(["quarantine"]));
  reset = () => this.#write((backend) => backend.clear(ALL));

  #readAll = async (name) => this.#checked(name, await this.#try((backend) => backend.read(name)));

  /** The readable ones; the others move to the quarantine, where the progress page counts and offers them. */
  async #checked(name, raws) {
    const good = [];
    let bad = 0;
    for (const raw of raws) {
      try {
        good.push(READERS[name](raw));
      } catch (error) {
        bad += 1;
        const entry = { store: name, reason: error.message, found: new Date().toISOString(), record: raw };
        await this.#try((backend) => backend.setAside(name, raw?.id, entry));
      }
    }
    if (bad) this.#tell();
    return good;
  }

  async #write(work) {
    const result = await this.#try(work);
    this.#channel?.postMessage("changed");
    this.#tell();
    return result;
  }

  async #try(work) {
    await this.#falling;
    try {
      return await work(this.#backend);
    } catch (error) {
      if (this.kept) this.#fall(error?.name === "QuotaExceededError" ? "full" : "failed");
      else if (!this.#falling) throw error;
      await this.#falling;
      return work(this.#backend);
    }
  }

  /** Go on in memory with all that can still be read. */
  #fall(trouble) {
    if (!this.kept) return;
    this.kept = false;
    this.trouble = trouble;
    const [old, memory] = [this.#backend, new Memory()];
    this.#backend = memory;
    // all begun now: the database may be about to close
    const reads = ALL.map((name) => old.read(name).catch(() => []));
    this.#falling = Promise.all(reads)
      .then((lists) => Promise.all(lists.map((records, i) => memory.add(ALL[i], records.map((record) => ({ id: newId(), ...record }))))))
      .then(() => this.#tell());
  }

  #tell(here = true) {
    for (const entry of [...this.#listeners]) {
      if (entry.node.isConnected) entry.listener(here);
      // instant navigation took its page away
      else this.#listeners.delete(entry);
    }
  }
}

let opened;

/** The one store of this tab. */
export const openStore = () => (opened ??= Store.open());
