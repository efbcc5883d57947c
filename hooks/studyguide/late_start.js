// Starts the page's scripts in the order in which their links stand, each in a task of its own: ours once the browser has shown the page,
// the theme's when the reader does something for the first time or has read for some seconds. What the reader did is shown first.
const SIGNS = ["scroll", "pointermove", "click", "keydown", "focusin"]
const MOMENT = 5000
const links = [...document.querySelectorAll("link[data-late]")]
const ours = (link) => link.rel === "modulepreload"

function start(waiting) {
  const link = waiting.shift()
  if (!link) return
  const module = ours(link)
  const script = document.createElement("script")
  if (module) script.type = "module"
  script.src = link.href
  // The theme sets all addresses again, and links with one would fetch again.
  link.removeAttribute("rel")
  link.removeAttribute("href")
  script.onload = script.onerror = () => setTimeout(() => {
    // The theme's script does its work when it hears the first, what of ours builds on it when it hears the second.
    if (!module) ["DOMContentLoaded", "guide:theme"].forEach((name) => document.dispatchEvent(new Event(name)))
    // When none has it, all have run. To take the links out would have the browser look at the whole page again.
    link.removeAttribute("data-late")
    start(waiting)
  })
  document.head.append(script)
}

function once(waiting) {
  let begun = false
  return () => {
    if (!begun) start(waiting)
    begun = true
  }
}

function shown(call) {
  requestAnimationFrame(() => setTimeout(call))
  // A page in a background tab shows nothing.
  setTimeout(call, 1000)
}

// What opens search, as long as the theme does not hear it.
function search(event) {
  const slash = event.key === "/" && !event.target.closest?.("input, select, textarea")
  if (slash) event.preventDefault()
  if (slash || event.target.closest?.("header [for=__search]")) document.querySelector("[data-md-component=search-query]")?.focus()
}

const theme = once(links.filter((link) => !ours(link)))
const sign = () => {
  SIGNS.forEach((name) => removeEventListener(name, sign, true))
  shown(theme)
}
SIGNS.forEach((name) => addEventListener(name, sign, { capture: true, passive: true }))
const opens = ["keydown", "click"]
opens.forEach((name) => addEventListener(name, search))
document.addEventListener("guide:theme", () => opens.forEach((name) => removeEventListener(name, search)), { once: true })
shown(once(links.filter(ours)))
setTimeout(theme, MOMENT)
if (location.hash || location.search) sign()
