/* Makes the guide work from a folder. Browsers load no modules, JSON and workers from file://, but they do load scripts. */
(() => {
  const ROOT = new URL("../", document.currentScript.src)
  const makers = new Map(), modules = new Map(), files = new Map(), asked = new Map()

  window.guideModule = (path, maker) => makers.set(path, maker)
  window.guideFile = (path, value) => files.set(path, value)
  window.guideStart = (paths) => {
    const start = () => paths.forEach((path) => need(path))
    document.readyState === "loading" ? addEventListener("DOMContentLoaded", start) : start()
  }

  function need(path, scope = { self: window, postMessage: window.postMessage.bind(window), addEventListener: window.addEventListener.bind(window) }) {
    if (modules.has(path)) return modules.get(path)
    const exports = {}
    modules.set(path, exports)
    const url = new URL(path, ROOT).href
    const later = async (target) => need(new URL(target, url).href.slice(ROOT.href.length))
    makers.get(path)(exports, (target) => need(target), later, { url }, scope.self, scope.postMessage, scope.addEventListener)
    return exports
  }

  // JSON: each file that scripts fetch stands as a script beside itself.
  const fetchBefore = window.fetch
  window.fetch = async (target, options) => {
    const { href } = new URL(target, document.baseURI)
    if (!href.startsWith(ROOT.href)) return fetchBefore(target, options)
    const path = href.slice(ROOT.href.length).replace(/[?#].*/, "")
    if (!asked.has(path)) asked.set(path, new Promise((resolve, reject) => {
      const script = document.createElement("script")
      script.src = new URL(`${path}.js`, ROOT)
      script.onload = resolve
      script.onerror = () => reject(new TypeError(`no ${path}`))
      document.head.append(script)
    }))
    await asked.get(path)
    return new Response(JSON.stringify(files.get(path)), { headers: { "content-type": "application/json" } })
  }

  // The search worker: on the page itself, behind the same messages.
  window.Worker = class extends EventTarget {
    #inside = new EventTarget()
    constructor(address) {
      super()
      const { href } = new URL(address, document.baseURI)
      const tell = (to, data) => setTimeout(() => to.dispatchEvent(new MessageEvent("message", { data })))
      this.postMessage = (data) => tell(this.#inside, data)
      need(href.slice(ROOT.href.length), {
        self: { location: new URL(href) },
        postMessage: (data) => tell(this, data),
        addEventListener: (...all) => this.#inside.addEventListener(...all),
      })
    }
    terminate() {}
  }

  // Links that scripts make lead to folders.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]")
    if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html"
  }, true)
})()
