/*
 * Keeps the whole guide on the reader's device. The build replaces the two marks below and writes this as sw.js.
 *
 * - A version is installed completely, each file checked against its content hash, before any page is answered from it;
 *   a download that breaks off goes on at the next visit, and until then the version before stays.
 * - A page is served to the end by the version that loaded it, even while newer pages stand beside it: what an open mock
 *   exam still fetches fits the page. A version goes when no open page uses it.
 * - Nothing here touches IndexedDB or localStorage, where progress is kept.
 */

const VERSION = "@version"
const FILES = new Map(Object.entries("@files")) // address below the scope -> content hash

const SCOPE = self.registration.scope
const PREFIX = `guide ${SCOPE} ` // caches belong to an origin, which may hold other sites
const NAME = PREFIX + VERSION
const NOTES = `${PREFIX}notes`
const MINUTE = 60_000

self.addEventListener("install", (event) => event.waitUntil(install()))
self.addEventListener("activate", (event) => event.waitUntil(activate()))
self.addEventListener("fetch", (event) => {
  const { request } = event
  if (request.method !== "GET" || !request.url.startsWith(SCOPE)) return
  const path = request.url.slice(SCOPE.length).replace(/[?#].*$/s, "").replace(/(^|\/)index\.html$/, "$1")
  event.respondWith(request.mode === "navigate" ? page(event, path) : part(event, path))
})
self.addEventListener("message", (event) => event.waitUntil(tellWhetherNewer(event.source)))

/* Install: all files, from an older version where they did not change, else from the network. */

async function install() {
  const cache = await caches.open(NAME)
  const present = new Set((await cache.keys()).map((request) => request.url))
  const older = await Promise.all((await versions()).filter((version) => version !== VERSION).map((version) => caches.open(PREFIX + version)))
  const missing = [...FILES].filter(([path]) => !present.has(at(path)))
  try {
    await Promise.all(Array.from({ length: 6 }, async () => {
      for (let next = missing.shift(); next; next = missing.shift()) await cache.put(at(next[0]), await whole(next, older))
    }))
  } catch (error) {
    missing.length = 0 // the other five stop as well
    if (error.name === "QuotaExceededError") await caches.delete(NAME)
    throw error
  }
  await self.skipWaiting()
}

async function whole([path, hash], older) {
  for (const cache of older) {
    const copy = await cache.match(at(path))
    if (copy?.headers.get("x-content-hash") === hash) return copy
  }
  const answer = await fetch(at(path), { cache: "no-cache" })
  const body = await answer.arrayBuffer()
  if ((await hashOf(body)) !== hash) throw new Error(`${path} (${answer.status}) is not the file of version ${VERSION}`)
  return new Response(body, { headers: { "content-type": answer.headers.get("content-type") ?? "", "x-content-hash": hash } })
}

async function hashOf(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body)).slice(0, 12)
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_")
}

/* Activate: from now on new pages get this version; those that are open keep theirs. */

async function activate() {
  const before = await read("active")
  for (const client of await self.clients.matchAll({ type: "window", includeUncontrolled: true })) {
    if (!(await read(client.id))) await note(client.id, before?.version ?? VERSION)
  }
  await note("active", VERSION)
  if (!before) await self.clients.claim()
  await tidy()
}

/* Answer. */

async function page(event, path) {
  if (event.resultingClientId) event.waitUntil(note(event.resultingClientId, VERSION).then(tidy))
  const answer = await kept(VERSION, path)
  if (answer) return answer
  if (FILES.has(`${path}/`)) return Response.redirect(at(`${path}/`) + new URL(event.request.url).search)
  try {
    return await fetch(event.request)
  } catch {
    const missing = await kept(VERSION, "404.html")
    return missing ? new Response(missing.body, { status: 404, headers: missing.headers }) : Response.error()
  }
}

async function part(event, path) {
  const version = (await read(event.clientId))?.version ?? VERSION
  if (event.resultingClientId) event.waitUntil(note(event.resultingClientId, version)) // a worker of that page
  return (await kept(version, path)) ?? fetch(event.request)
}

async function kept(version, path) {
  return (await caches.has(PREFIX + version)) ? (await caches.open(PREFIX + version)).match(at(path)) : undefined
}

/* Notes: which open page uses which version. A worker may be stopped at any time, so they are kept in a cache. */

const notes = new Map()

async function note(name, version) {
  notes.set(name, { version, time: Date.now() })
  await (await caches.open(NOTES)).put(at(`?${name}`), new Response(JSON.stringify(notes.get(name))))
}

async function read(name) {
  if (!name) return undefined
  if (!notes.has(name)) {
    const found = await (await caches.open(NOTES)).match(at(`?${name}`))
    if (found) notes.set(name, await found.json())
  }
  return notes.get(name)
}

async function tidy() {
  const store = await caches.open(NOTES)
  const used = new Set([VERSION])
  for (const request of await store.keys()) {
    const name = new URL(request.url).search.slice(1)
    const { version, time } = await (await store.match(request)).json()
    if (name === "active") continue
    if ((await self.clients.get(name)) || Date.now() - time < MINUTE) used.add(version)
    else {
      notes.delete(name)
      await store.delete(request)
    }
  }
  const { installing, waiting } = self.registration
  if (installing || waiting) return // the cache of the next version may be half full
  for (const version of await versions()) if (!used.has(version)) await caches.delete(PREFIX + version)
}

async function tellWhetherNewer(client) {
  const own = await read(client?.id)
  if (own && own.version !== VERSION) client.postMessage("newer")
}

async function versions() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NOTES).map((name) => name.slice(PREFIX.length))
}

function at(path) {
  return new URL(path, SCOPE).href
}
