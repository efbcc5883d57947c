// Makes the comparison tables of a page usable. Everything is added to what the build wrote; without this script nothing is lost
// but comfort. The reader comes first: tables that are near the screen get their tools at once, the others when nothing else is to do.

import { eachPage } from "../theme.js"

const idle = window.requestIdleCallback ?? ((call) => setTimeout(call, 200))

export async function enhance(root = document) {
  const waiting = new Set(root.querySelectorAll(".guide-table:not([data-ready])"))
  if (root.querySelector(".guide-table-list:not([data-ready])")) import("./directory.js").then(({ addDirectoryFilter }) => addDirectoryFilter(root))
  if (!waiting.size) return
  const take = async (block) => {
    watch.unobserve(block)
    waiting.delete(block)
    const { equip } = await import("./equip.js")
    equip(block)
  }
  const watch = new IntersectionObserver((entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && take(target)), { rootMargin: "100%" })
  waiting.forEach((block) => watch.observe(block))
  const rest = async () => {
    // a folded one comes near when it is opened
    const block = [...waiting].find((each) => !each.closest("details:not([open])"))
    // none left, or the reader is on another page
    if (!block?.isConnected) return
    await take(block)
    idle(rest)
  }
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve, { once: true }))
  idle(rest)
}

eachPage(enhance)
