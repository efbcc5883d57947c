// What the page does for search beside Material: wakes the worker at the first use, hears pasted and spoken text, and says what to
// do when nothing was found. Without this script search still works; it loads its index at the first key.

import { themed } from "../theme.js"

const root = new URL("../../", import.meta.url)
const NEXT_STEPS = [
  ["services/", "All services, with former names and abbreviations"],
  ["glossary/", "Glossary"],
  ["compare/", "All comparison tables"],
  ["exams/", "Exams and their outlines"],
]

const input = document.querySelector("[data-md-component=search-query]")
const result = document.querySelector("[data-md-component=search-result]")
if (input && result) themed(attend)

function attend() {
  const meta = result.firstElementChild
  const list = result.lastElementChild
  const texts = JSON.parse(document.getElementById("__config").textContent).translations
  const keyup = () => input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))

  // What the interface says when the worker is there and nothing was asked.
  const waits = () => meta.textContent === texts["search.result.placeholder"]

  // Material asks its worker when the value has changed: a blank for a moment wakes ours, see worker.js. What is asked before the
  // worker has said that it is there is lost.
  let woken = false
  const wake = () => {
    const wanted = document.activeElement === input && !input.value
    if (woken || !wanted || !waits()) return
    woken = true
    input.value = " "
    keyup()
    input.value = ""
    keyup()
  }
  input.addEventListener("focus", wake)
  // typed before this script came
  if (input.value) keyup()

  // Material listens to keys only, and text may be pasted, dropped or spoken.
  input.addEventListener("input", () => {
    keyup()
    if (input.value.trim() && waits()) meta.textContent = "Searching …"
  })

  const help = nextSteps()
  result.after(help)
  wake()
  new MutationObserver(() => {
    wake()
    help.hidden = !(input.value.trim() && meta.textContent === texts["search.result.none"] && !list.childElementCount)
  }).observe(result, { childList: true, characterData: true, subtree: true })
}

/** What stands below "No matching documents". */
function nextSteps() {
  const box = document.createElement("div")
  box.className = "guide-search__help md-typeset"
  box.hidden = true
  const text = document.createElement("p")
  text.textContent = "Slips, former names and abbreviations are understood; the words themselves may not be in the guide. Try fewer or other words, or look here:"
  const links = document.createElement("ul")
  for (const [path, label] of NEXT_STEPS) {
    const link = document.createElement("a")
    link.href = new URL(path, root)
    link.textContent = label
    const item = document.createElement("li")
    item.append(link)
    links.append(item)
  }
  box.append(text, links)
  return box
}
