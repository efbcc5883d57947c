/* The style sheet of what runs. Pages that are only read do not fetch it; those of an app name it themselves, see main.html. */

let link = document.querySelector("link[rel=stylesheet][href*='css/practice.css']");

/** Resolves when the sheet applies, or did not come: then what runs is plain, but runs. */
export function styled() {
  if (link?.isConnected && (link.done || link.sheet)) return link.done;
  link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL("../css/practice.css", import.meta.url).href;
  link.done = new Promise((resolve) => (link.onload = link.onerror = resolve));
  document.head.append(link);
  return link.done;
}
