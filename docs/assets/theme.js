// The theme's script runs after ours when late_start.js starts both.

/** Calls when the theme has done its work for the page: now, or as soon as it has. */
export function themed(call) {
  if (window.document$) call()
  else document.addEventListener("guide:theme", call, { once: true })
}

/** Calls for the page that stands here, then for each that instant navigation brings. */
export function eachPage(call) {
  let here = true
  call()
  // the theme tells of the page that stands here too
  themed(() => window.document$?.subscribe(() => (here ? (here = false) : call())))
}
