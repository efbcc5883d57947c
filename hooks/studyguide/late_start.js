// Starts the page's scripts one by one in the order in which their links stand, each in a task of its own, once the browser has shown the page.
// A page in a background tab shows nothing: there a timer starts them. The key that opens search does so before.
const waiting = [...document.querySelectorAll("link[data-late]")]
let begun = false
function next() {
  const link = waiting.shift()
  if (!link) return
  const script = document.createElement("script")
  const ours = link.rel === "modulepreload"
  if (ours) script.type = "module"
  script.src = link.href
  script.onload = script.onerror = () => setTimeout(() => {
    // The theme's script does its work when it hears this.
    if (!ours) document.dispatchEvent(new Event("DOMContentLoaded"))
    removeEventListener("keydown", search)
    // When none is left, all have run.
    link.remove()
    next()
  })
  document.body.append(script)
}
function begin() {
  if (!begun) next()
  begun = true
}
function search(event) {
  if (event.key !== "/" || event.target.matches("input, select, textarea")) return
  event.preventDefault()
  document.querySelector("[data-md-component=search-query]")?.focus()
}
addEventListener("keydown", search)
requestAnimationFrame(() => setTimeout(begin))
setTimeout(begin, 1000)
