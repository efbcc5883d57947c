// A filter box over long tables, and choices such as category and status.

export function addFilter({ block, table, bar, say }) {
  const rows = [...table.tBodies[0].rows]
  const name = table.caption?.textContent ?? "this table"
  const box = input(`Filter ${name}`)
  const choices = block.dataset.filters.split(" ").filter(Boolean).map((key) => choice(key, rows))
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

export function input(label, placeholder = "Filter rows") {
  const box = document.createElement("input")
  box.type = "search"
  box.className = "guide-filter"
  box.placeholder = placeholder
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
