/* Stands in for the database where nothing can be kept; same methods, gone with the page. */

export class Memory {
  #stores = { answers: new Map(), exams: new Map(), meta: new Map(), quarantine: new Map() };

  async read(name) {
    return structuredClone([...this.#stores[name].values()]);
  }

  async get(name, id) {
    return structuredClone(this.#stores[name].get(id));
  }

  async add(name, records) {
    const fresh = records.filter((record) => !this.#stores[name].has(record.id));
    for (const record of fresh) this.#stores[name].set(record.id, structuredClone(record));
    return fresh.length;
  }

  async update(name, id, change) {
    const changed = change(await this.get(name, id));
    if (changed) this.#stores[name].set(id, structuredClone(changed));
    return changed ?? this.get(name, id);
  }

  async remove(name, id) {
    this.#stores[name].delete(id);
  }

  async setAside(name, id, entry) {
    this.#stores[name].delete(id);
    this.#stores.quarantine.set(this.#stores.quarantine.size, entry);
  }

  async clear(names) {
    for (const name of names) this.#stores[name].clear();
  }
}
