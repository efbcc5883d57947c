// Has the guide kept on the device (see sw.js), and says when a newer version of it is ready. It never reloads by itself.

import { themed } from "../theme.js"

const WORKER = new URL("../../sw.js", import.meta.url)
const HOUR = 3_600_000

async function start() {
  const container = navigator.serviceWorker
  const ask = () => container.controller?.postMessage("newer?")
  container.addEventListener("message", ({ data }) => data === "newer" && offer())
  container.addEventListener("controllerchange", ask)
  ask()
  // the reader wants few bytes
  if (!container.controller && navigator.connection?.saveData) return
  let registration
  try {
    registration = await container.register(WORKER, { updateViaCache: "none" })
  } catch {
    // storage is switched off, or sw.js is not there: the guide is read online
    return
  }
  let checked = Date.now()
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - checked < HOUR) return
    checked = Date.now()
    // no network now
    registration.update().catch(() => {})
  })
}

function offer() {
  if (document.querySelector(".guide-update")) return
  const bar = document.createElement("div")
  bar.className = "guide-update guide-no-print"
  bar.setAttribute("role", "status")
  document.body.append(bar)
  const button = (label, press) => {
    const made = document.createElement("button")
    made.type = "button"
    made.textContent = label
    made.addEventListener("click", press)
    return made
  }
  setTimeout(() => bar.append("A new version of this guide is ready. ", button("Reload", () => location.reload()), button("Later", () => (bar.hidden = true))), 100)
}

// The reader comes first: the download of all other pages waits until this one is loaded, the theme has its script, and nothing else is to do.
const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(start)
if ("serviceWorker" in navigator && location.protocol.startsWith("http")) {
  themed(() => (document.readyState === "complete" ? whenIdle() : addEventListener("load", whenIdle)))
}
