/*
 * The kept store. IndexedDB and not localStorage, because
 * - a transaction spans tabs: two tabs that answer at the same time both keep their answer, where two tabs that each
 *   write back one localStorage text would overwrite each other;
 * - each record is written by itself, so one damaged record costs one record;
 * - its quota is a share of the disk and not 5 MB, and it does not block the page;
 * - it has versions: a change of layout is a step in MIGRATIONS, run once, all or nothing.
 *
 * `answers` is append-only. `exams` changes through `update` alone, which reads and writes in one transaction.
 */

/** One step per layout, oldest first; never change a step that was published, add one. */
export const MIGRATIONS = [
  function records(db) {
    db.createObjectStore("answers", { keyPath: "id" });
    db.createObjectStore("exams", { keyPath: "id" });
    db.createObjectStore("meta", { keyPath: "id" });
  },
  function quarantine(db) {
    db.createObjectStore("quarantine", { autoIncrement: true });
  },
];

const settled = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const finished = (transaction) => new Promise((resolve, reject) => {
  transaction.oncomplete = () => resolve();
  transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error("aborted"));
});

/** Open the database, bringing an older layout up to date; `onClose` is called when another tab needs a newer one. */
export function openDatabase(name, { steps = MIGRATIONS, onClose = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, steps.length); // throws, or fails, where storage is switched off
    request.onupgradeneeded = ({ oldVersion }) => {
      try {
        for (const step of steps.slice(oldVersion)) step(request.result, request.transaction);
      } catch (error) {
        reject(error);
        request.transaction.abort(); // back to the old layout
      }
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => setTimeout(() => reject(new Error("blocked by another tab")), 3000);
    request.onsuccess = () => {
      const db = request.result;
      db.onversionchange = () => {
        onClose(); // may still begin to read
        db.close();
      };
      resolve(new Database(db));
    };
  });
}

export class Database {
  #db;

  constructor(db) {
    this.#db = db;
  }

  async read(name) {
    return settled(this.#db.transaction(name).objectStore(name).getAll());
  }

  async get(name, id) {
    return settled(this.#db.transaction(name).objectStore(name).get(id));
  }

  /** Add the records whose ids are not there yet, all or none; returns how many were new. */
  async add(name, records) {
    return this.#write([name], async (transaction) => {
      const store = transaction.objectStore(name);
      let added = 0;
      for (const record of records) {
        if ((await settled(store.count(record.id))) > 0) continue;
        store.add(record);
        added += 1;
      }
      return added;
    });
  }

  /** Replace a record by change(record) in one transaction; null leaves it as it is. Returns what is there now. */
  async update(name, id, change) {
    return this.#write([name], async (transaction) => {
      const store = transaction.objectStore(name);
      const old = await settled(store.get(id));
      const changed = change(old);
      if (changed) store.put(changed);
      return changed ?? old;
    });
  }

  async remove(name, id) {
    return this.#write([name], (transaction) => transaction.objectStore(name).delete(id) && undefined);
  }

  /** Move a record that cannot be read out of the way; another tab may have done so already. */
  async setAside(name, id, entry) {
    return this.#write([name, "quarantine"], async (transaction) => {
      const store = transaction.objectStore(name);
      if ((await settled(store.get(id))) === undefined) return;
      transaction.objectStore("quarantine").add(entry);
      store.delete(id);
    });
  }

  async clear(names) {
    return this.#write(names, (transaction) => names.forEach((name) => transaction.objectStore(name).clear()));
  }

  async #write(names, work) {
    const transaction = this.#db.transaction(names, "readwrite");
    const end = finished(transaction);
    end.catch(() => {}); // awaited below
    try {
      const result = await work(transaction);
      await end;
      return result;
    } catch (error) {
      try {
        transaction.abort();
      } catch {
        // it has ended already
      }
      throw transaction.error ?? error;
    }
  }
}
