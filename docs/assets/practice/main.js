/* The only practice script that every page loads: it looks for places to fill and fetches what they need. */

import { eachPage } from "../theme.js";

const PLACES = {
  ".guide-quiz": "./quiz.js",
  "[data-practice=sessions]": "./sessions.js",
  "[data-practice=exam]": "./exam.js",
  "[data-practice=progress]": "./progress.js",
};

function fill(which = "*") {
  for (const [selector, module] of Object.entries(PLACES)) {
    for (const root of document.querySelectorAll(`${selector}:not([data-state])`)) {
      if (!root.matches(which)) continue;
      // so that a second call finds nothing left to do
      root.dataset.state = "loading";
      import(module)
        .then(({ mount }) => mount(root))
        .then(() => (root.dataset.state = "ready"))
        .catch((error) => complain(root, error));
    }
  }
}

function complain(root, error) {
  // a static quiz shows again, see practice.css
  root.dataset.state = "failed";
  console.warn("practice:", error);
  if (!root.dataset.practice) return;
  const note = document.createElement("p");
  note.className = "practice-notice";
  note.setAttribute("role", "alert");
  note.textContent = "This part could not be loaded. Check the connection and reload the page; what you answered so far is kept.";
  root.replaceChildren(note);
}

// An app is what its page is for; a quiz waits until the reader does something.
fill("[data-practice]");
eachPage(fill);
