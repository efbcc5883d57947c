// What the theme's script adds without a role or a place in the tab order gets one: the buttons of code blocks, and
// frames in which a wide table scrolls sideways.

function mend() {
  for (const bar of document.querySelectorAll("nav.md-code__nav:not([role])")) {
    bar.setAttribute("role", "group") // a landmark for each code block would bury the real ones
    bar.setAttribute("aria-label", "Code block")
  }
  for (const frame of document.querySelectorAll(".md-typeset__scrollwrap:not([tabindex])")) {
    if (frame.scrollWidth <= frame.clientWidth) continue
    frame.tabIndex = 0
    frame.setAttribute("role", "region")
    frame.setAttribute("aria-label", "Table, scrolls sideways")
  }
}

let asked = false
function soon() {
  if (asked) return
  asked = true
  setTimeout(() => {
    asked = false
    mend()
  }, 50)
}

mend()
new MutationObserver(soon).observe(document.body, { childList: true, subtree: true })
addEventListener("resize", soon)
