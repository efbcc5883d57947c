// What the theme's script gives. Under late_start.js it runs when the reader first does something, after ours.

/** Calls when the theme has done its work for the page: now, or as soon as it has. */
export function themed(call) {
  if (window.document$ || !document.querySelector("link[data-late]")) call()
  else document.addEventListener("guide:theme", call, { once: true })
}

/** Calls then, and again for each page that instant navigation brings. */
export function eachPage(call) {
  themed(() => (window.document$ ? window.document$.subscribe(() => call()) : call()))
}
