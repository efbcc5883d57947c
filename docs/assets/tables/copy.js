// Copy a table as Markdown, as it is shown: sorted and filtered.

export function addCopy({ table, bar, say }) {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "guide-tool"
  button.textContent = "Copy as Markdown"
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(markdown(table))
      button.textContent = "Copied"
    } catch {
      button.textContent = "Could not copy"
    }
    say(button.textContent)
    setTimeout(() => (button.textContent = "Copy as Markdown"), 2000)
  })
  bar.append(button)
}

export function markdown(table) {
  const line = (row) => "| " + [...row.cells].map(wordsOf).join(" | ") + " |"
  const head = table.tHead.rows[0]
  const rows = [...table.tBodies[0].rows].filter((row) => !row.hidden)
  return [line(head), "|" + " --- |".repeat(head.cells.length), ...rows.map(line)].join("\n") + "\n"
}

function wordsOf(cell) {
  const copy = cell.cloneNode(true)
  copy.querySelectorAll(".guide-row-link, .guide-tick").forEach((node) => node.remove())
  return copy.textContent.trim().replace(/\s+/g, " ").replaceAll("|", "\\|")
}
