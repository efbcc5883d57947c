// The button that starts compare mode, which `side-by-side.js` holds. An address that names rows starts it at once.

export function addComparison(tools) {
  const { block, table, bar } = tools
  const rows = [...table.tBodies[0].rows]
  if (rows.length < 2) return
  const button = document.createElement("button")
  button.type = "button"
  button.className = "guide-tool"
  button.textContent = "Compare rows"
  button.setAttribute("aria-pressed", "false")
  bar.append(button)

  let mode
  const toggle = async (wanted = []) => {
    mode ??= import("./side-by-side.js").then(({ comparison }) => comparison(tools))
    mode.catch(() => (mode = undefined)) // no network: the next press tries again
    const { set, choose } = await mode
    const on = button.getAttribute("aria-pressed") !== "true"
    button.setAttribute("aria-pressed", String(on))
    set(on)
    choose(wanted)
  }
  button.addEventListener("click", () => toggle())

  const [askedTable, askedRows = ""] = (new URLSearchParams(location.search).get("compare") ?? "").split(":")
  const asked = askedRows.split(",")
  if (askedTable === block.dataset.table && rows.filter((row) => asked.includes(row.dataset.row)).length > 1) toggle(asked)
}
