// A filter box over long tables (and choices such as category and status), and one over the list of all tables.

export function addFilter({ block, table, bar, say }) {
  const rows = [...table.tBodies[0].rows]
  const name = table.caption?.textContent ?? "this table"
  const box = input(`Filter ${name}`)
  const choices = (block.dataset.filters ?? "").split(" ").filter(Boolean).map((key) => choice(key, rows))
  const apply = () => {
    const words = fold(box.value).split(/\s+/).filter(Boolean)
    let shown = 0
    for (const row of rows) {
      const text = fold(row.textContent)
      const fits = words.every((word) => text.includes(word)) && choices.every((each) => !each.value || row.dataset[each.name] === each.value)
      row.hidden = !fits
      shown += fits
    }
    say(`${shown} of ${rows.length} rows`)
  }
  for (const control of [box, ...choices]) control.addEventListener("input", apply)
  bar.append(box, ...choices)
}

export function addDirectoryFilter(root) {
  const lists = [...root.querySelectorAll(".guide-table-list")]
  lists.forEach((list) => (list.dataset.ready = ""))
  const box = input("Filter by title, row or cell")
  const status = document.createElement("p")
  status.setAttribute("role", "status")
  const bar = document.createElement("div")
  bar.className = "guide-tools guide-tools--wide"
  bar.append(box, status)
  lists[0].previousElementSibling.before(bar)
  let cells = null
  const apply = () => {
    const words = fold(box.value).split(/\s+/).filter(Boolean)
    let shown = 0
    for (const list of lists) {
      let here = 0
      for (const item of list.children) {
        const text = fold(item.textContent + " " + (cells?.get(item.dataset.table) ?? ""))
        item.hidden = !words.every((word) => text.includes(word))
        here += !item.hidden
      }
      list.hidden = list.previousElementSibling.hidden = !here
      shown += here
    }
    status.textContent = words.length ? `${shown} tables` : ""
  }
  box.addEventListener("input", apply)
  box.addEventListener("focus", async () => {
    const answer = await fetch(new URL("../../data/comparisons.json", import.meta.url))
    const tables = answer.ok ? await answer.json() : []
    cells = new Map(tables.map((table) => [table.id, table.rows.map((row) => Object.values(row).join(" ")).join(" ")]))
    apply()
  }, { once: true })
}

function input(label) {
  const box = document.createElement("input")
  box.type = "search"
  box.className = "guide-filter"
  box.placeholder = label.startsWith("Filter by") ? label : "Filter rows"
  box.setAttribute("aria-label", label)
  return box
}

function choice(key, rows) {
  const select = document.createElement("select")
  select.name = key
  select.className = "guide-filter"
  select.setAttribute("aria-label", key)
  select.append(new Option(`Any ${key}`, ""))
  for (const value of [...new Set(rows.map((row) => row.dataset[key]))].sort()) select.append(new Option(value, value))
  return select
}

export const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
