// A link to each row, shown on hover and focus.

export function addRowLinks({ table }) {
  for (const row of table.tBodies[0].rows) {
    if (!row.id) continue
    const head = row.cells[0]
    const name = document.createElement("span")
    name.className = "guide-name"
    name.append(...head.childNodes)
    const link = document.createElement("a")
    link.className = "guide-row-link guide-no-print"
    link.href = `#${row.id}`
    link.textContent = "#"
    link.setAttribute("aria-label", `Link to the row ${name.textContent.trim()}`)
    head.append(name, " ", link)
  }
}
