// A filter box over the list of all tables. What the tables hold is fetched when the box is used.

import { fold, input } from "./filter.js"

const LABEL = "Filter by title, row or cell"

export function addDirectoryFilter(root) {
  const lists = [...root.querySelectorAll(".guide-table-list")]
  lists.forEach((list) => (list.dataset.ready = ""))
  const box = input(LABEL, LABEL)
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
