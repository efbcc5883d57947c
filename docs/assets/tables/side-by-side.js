// Compare mode: tick two or three rows and see them side by side, differing cells marked. The address keeps the choice.

const MOST = 3

/** Compare mode for one table: `set(on)` starts and ends it, `choose(rows)` ticks rows by their names in the address. */
export function comparison({ block, table, say }) {
  const rows = [...table.tBodies[0].rows]
  const id = block.dataset.table
  const panel = document.createElement("div")
  panel.className = "guide-compare"
  panel.hidden = true
  block.querySelector(".guide-table__scroll").after(panel)
  let chosen = []

  const tick = (row, on) => {
    chosen = on ? [...chosen, row] : chosen.filter((other) => other !== row)
    const full = chosen.length >= MOST
    for (const each of rows) {
      const box = each.querySelector(".guide-tick")
      if (box) box.disabled = full && !box.checked
    }
    show(panel, table, chosen)
    remember(id, chosen)
    say(chosen.length < 2 ? `${chosen.length} row chosen, choose another` : `${chosen.length} rows side by side`)
  }
  const set = (on) => {
    block.classList.toggle("guide-table--comparing", on)
    for (const row of rows) {
      row.querySelector(".guide-tick")?.remove()
      if (!on) continue
      const box = document.createElement("input")
      box.type = "checkbox"
      box.className = "guide-tick"
      box.setAttribute("aria-label", `Compare ${nameOf(row)}`)
      box.addEventListener("change", () => tick(row, box.checked))
      row.cells[0].prepend(box)
    }
    if (!on) {
      chosen = []
      show(panel, table, chosen)
      remember(id, chosen)
    }
  }
  const choose = (names) => {
    const wanted = rows.filter((row) => names.includes(row.dataset.row)).slice(0, MOST)
    if (wanted.length < 2) return
    for (const row of wanted) {
      row.querySelector(".guide-tick").checked = true
      tick(row, true)
    }
    panel.scrollIntoView({ block: "center" })
  }
  return { set, choose }
}

function nameOf(row) {
  return (row.cells[0].querySelector(".guide-name") ?? row.cells[0]).textContent.trim()
}

function show(panel, table, chosen) {
  panel.hidden = chosen.length < 2
  panel.replaceChildren()
  if (panel.hidden) return
  const side = document.createElement("table")
  side.className = "guide-grid guide-side"
  const caption = side.createCaption()
  caption.textContent = chosen.map(nameOf).join(" vs ")
  const head = side.createTHead().insertRow()
  const corner = document.createElement("td")
  head.append(corner, ...chosen.map((row) => heading("col", nameOf(row))))
  const body = side.createTBody()
  ;[...table.tHead.rows[0].cells].slice(1).forEach((column, index) => {
    const cells = chosen.map((row) => row.cells[index + 1])
    const differ = new Set(cells.map((cell) => cell.textContent.trim())).size > 1
    const line = body.insertRow()
    if (differ) line.className = "guide-differs"
    const label = heading("row", column.textContent.trim())
    if (differ) label.append(hidden(" (differs)"))
    line.append(label, ...cells.map((cell) => {
      const copy = document.createElement("td")
      copy.append(...[...cell.childNodes].map((node) => node.cloneNode(true)))
      return copy
    }))
  })
  panel.append(side)
}

function heading(scope, text) {
  const cell = document.createElement("th")
  cell.scope = scope
  cell.textContent = text
  return cell
}

function hidden(text) {
  const span = document.createElement("span")
  span.className = "guide-visually-hidden"
  span.textContent = text
  return span
}

function remember(id, chosen) {
  const address = new URL(location.href)
  if (chosen.length > 1) address.searchParams.set("compare", `${id}:${chosen.map((row) => row.dataset.row).join(",")}`)
  else if (address.searchParams.get("compare")?.startsWith(`${id}:`)) address.searchParams.delete("compare")
  else return
  history.replaceState(history.state, "", address.href.replaceAll("%3A", ":").replaceAll("%2C", ","))
}
