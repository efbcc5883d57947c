// What one comparison table gets: sort, filter, row links, side-by-side comparison, copy.

import { addSorting } from "./sort.js"
import { addFilter } from "./filter.js"
import { addComparison } from "./compare.js"
import { addCopy } from "./copy.js"
import { addRowLinks } from "./links.js"

// A table that fits its column needs no frame of its own, so its header can stick to the window; a wider one scrolls
// sideways inside its frame.
// First all are measured, then all are marked: one layout, not one for each table.
function measure(frames) {
  const fitting = frames.map((frame) => frame.scrollWidth <= frame.clientWidth + 1)
  frames.forEach((frame, at) => {
    frame.classList.toggle("guide-table__scroll--fits", fitting[at])
    if (fitting[at] || frame.hasAttribute("tabindex")) return
    // A frame that scrolls must be reached by keyboard; the build gives this to all that it guesses to be wide.
    frame.tabIndex = 0
    frame.setAttribute("role", "region")
    frame.setAttribute("aria-label", frame.querySelector("caption")?.textContent ?? "Table")
  })
}
const resized = new ResizeObserver((entries) => measure(entries.map((entry) => entry.target)))

export function equip(block) {
  const table = block.querySelector("table")
  if (!table || "ready" in block.dataset) return
  block.dataset.ready = ""
  const frame = block.querySelector(".guide-table__scroll")
  if (frame) {
    resized.observe(frame)
    // Laid out now, see guide.css.
    frame.addEventListener("contentvisibilityautostatechange", ({ skipped }) => skipped || measure([frame]))
  }
  const bar = document.createElement("div")
  bar.className = "guide-tools guide-no-print"
  const status = document.createElement("span")
  status.className = "guide-visually-hidden"
  status.setAttribute("role", "status")
  const tools = { block, table, bar, say: (text) => (status.textContent = text) }
  addSorting(tools)
  if ("filters" in block.dataset) addFilter(tools)
  if (block.dataset.table) {
    addRowLinks(tools)
    addComparison(tools)
    addCopy(tools)
  }
  bar.append(status)
  if (bar.childElementCount > 1) block.prepend(bar)
  else block.append(status)
}
