// Sort by a column: by the size that the build computed (data-value), else by the words. Third press: the given order.

export function addSorting({ table, say }) {
  const body = table.tBodies[0]
  const given = [...body.rows]
  if (given.length < 3) return
  const heads = [...table.tHead.rows[0].cells]
  heads.forEach((head, column) => {
    const button = document.createElement("button")
    button.type = "button"
    button.className = "guide-sort"
    button.append(...head.childNodes)
    head.append(button)
    button.addEventListener("click", () => {
      const next = { none: "ascending", ascending: "descending", descending: "none" }[head.getAttribute("aria-sort") ?? "none"]
      heads.forEach((other) => other.removeAttribute("aria-sort"))
      if (next !== "none") head.setAttribute("aria-sort", next)
      body.append(...(next === "none" ? given : sorted(given, column, next === "descending")))
      say(next === "none" ? "Given order" : `Sorted by ${button.textContent}, ${next}`)
    })
  })
}

export function sorted(rows, column, descending) {
  const keyed = rows.map((row, index) => ({ row, index, key: keyOf(row.cells[column]) }))
  keyed.sort((a, b) => (descending ? -1 : 1) * compareKeys(a.key, b.key) || a.index - b.index)
  return keyed.map(({ row }) => row)
}

function keyOf(cell) {
  return cell.dataset.value === undefined ? cell.textContent.trim() : Number(cell.dataset.value)
}

export function compareKeys(a, b) {
  if (typeof a === "number" && typeof b === "number") return a - b
  return String(a).localeCompare(String(b), "en", { numeric: true, sensitivity: "base" })
}
