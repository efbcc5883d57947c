// The search worker in place of Material's own, behind the same messages (material/assets/javascripts/workers/search):
//   0 setup {config, docs, options} -> 1 ready      2 query "text" -> 3 result {items, suggest}
//
// Nothing is fetched at setup. The engine and the index come with the first query that has more than nothing in it; Material asks
// for "" on every page, and `main.js` asks for " " when the search box gets the focus, so that the index is there for the first word.

let config
let engine // promise of a function from a query to its answer
let latest = 0

/** Fetch the engine and the index. A new release renames the index: an old name that is gone is looked up again. */
async function load() {
  const [{ answer }, { build }, data] = await Promise.all([import("./show.js"), import("./corpus.js"), fetchIndex(config.guide).catch(renewed)])
  const built = build(data)
  return (text) => answer(text, built)
}

async function fetchIndex(name) {
  const response = await fetch(new URL(`../../search/${name}`, self.location))
  if (!response.ok) throw new Error(`${response.status} ${name}`)
  return response.json()
}

async function renewed() {
  const response = await fetch(new URL("../../search/search_index.json", self.location), { cache: "reload" })
  config = (await response.json()).config
  return fetchIndex(config.guide)
}

function wake() {
  engine ??= load().catch((error) => {
    engine = undefined // offline, perhaps: the next key tries again
    console.warn("Search is not available:", error)
    return () => ({ items: [] })
  })
}

async function query(text) {
  const turn = ++latest
  if (text) wake()
  if (!text.trim()) {
    postMessage({ type: 3, data: { items: [] } })
    return
  }
  const data = (await engine)(text)
  if (turn === latest) postMessage({ type: 3, data })
}

addEventListener("message", ({ data: message }) => {
  if (message.type === 0) {
    config = message.data.config
    postMessage({ type: 1 })
  } else if (message.type === 2) {
    query(message.data)
  }
})
