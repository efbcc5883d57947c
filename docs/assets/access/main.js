// What the theme's script adds without a role or a place in the tab order gets it: the bars of code blocks, and frames
// in which a wide table scrolls sideways.

function mend() {
  for (const bar of document.querySelectorAll("nav.md-code__nav:not([role])")) {
    // a landmark for each code block would bury the real ones
    bar.setAttribute("role", "none")
  }
  document.querySelectorAll(".md-typeset__scrollwrap").forEach((frame, at) => {
    if (frame.hasAttribute("tabindex") || frame.scrollWidth <= frame.clientWidth) return
    const heads = [...frame.querySelectorAll("thead th")].map((head) => head.textContent.trim()).filter(Boolean)
    frame.tabIndex = 0
    frame.setAttribute("role", "region")
    frame.setAttribute("aria-label", `Table ${at + 1}, scrolls sideways: ${heads.join(", ")}`)
  })
}

// The button of the drawer stands in a label, which a pointer presses but no key.
const drawer = document.getElementById("__drawer")
const button = () => document.querySelector("[for=__drawer] [role=button]")
document.addEventListener("keydown", (event) => {
  if (!["Enter", " "].includes(event.key) || event.target !== button()) return
  event.preventDefault()
  event.target.click()
})
drawer?.addEventListener("change", () => button()?.setAttribute("aria-expanded", String(drawer.checked)))

// Scroll bars and the space around the page follow the chosen colors.
const follow = () => (document.documentElement.style.colorScheme = document.body.dataset.mdColorScheme === "slate" ? "dark" : "")
new MutationObserver(follow).observe(document.body, { attributeFilter: ["data-md-color-scheme"] })
follow()

let asked = false
function soon() {
  if (asked) return
  asked = true
  // when the layout is known anyway
  setTimeout(() => requestAnimationFrame(() => {
    asked = false
    mend()
  }), 50)
}

soon()
new MutationObserver(soon).observe(document.body, { childList: true, subtree: true })
addEventListener("resize", soon)
