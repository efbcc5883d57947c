/* The keyboard in a running quiz or exam: 1–9 choose, Enter goes on. */

/**
 * Listen until `root` leaves the page. With `everywhere`, keys count too while nothing has the focus; a quiz at the foot
 * of a page listens only while the focus is in it.
 */
export function listen(root, { pick, confirm, everywhere = false }) {
  function onKey(event) {
    if (!root.isConnected) return document.removeEventListener("keydown", onKey);
    const { target, key } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (!root.contains(target) && !(everywhere && target === document.body)) return;
    if (/^[1-9]$/.test(key) && target.tagName !== "SELECT") {
      event.preventDefault();
      pick(Number(key) - 1);
    } else if (key === "Enter" && !target.closest("a, button, summary, select")) {
      event.preventDefault();
      confirm();
    } else if (["p", "n", ",", "."].includes(key)) {
      event.stopPropagation(); // Material would go to the previous or next page
    }
  }
  document.addEventListener("keydown", onKey);
}
