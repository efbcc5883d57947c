// Starts the page's scripts one by one in the order in which their links stand, each in a task of its own, once the browser has shown the page.
// A page in a background tab shows nothing: there a timer starts them.
const waiting = [...document.querySelectorAll("link[data-late]")]
let begun = false
function next() {
  const link = waiting.shift()
  if (!link) return
  const script = document.createElement("script")
  if (link.rel === "modulepreload") script.type = "module"
  script.src = link.href
  script.onload = script.onerror = () => setTimeout(next)
  document.body.append(script)
}
function begin() {
  if (!begun) next()
  begun = true
}
requestAnimationFrame(() => setTimeout(begin))
setTimeout(begin, 1000)
