// What Material's interface shows of a ranking: one item an entry, so that each result opens its section, and a completion.

import { rank } from "./rank.js"
import { read, reconsider } from "./query.js"
import { wordsOf } from "./words.js"

const MOST = 24
const PER_PAGE = 3
const NEAR_TOP = 10
const TEASER = 170

/** Answer a query in the shape of Material's result message: {items: [[document]], suggest: [word]}. */
export function answer(text, corpus) {
  const query = read(text, corpus)
  let ranked = rank(query, corpus)
  if (ranked.length && lackingIn(query, ranked[0].entry).length) {
    reconsider(query, corpus)
    ranked = rank(query, corpus)
  }
  const found = spread(ranked)
  const wanted = new Set([...query.terms, ...query.spans].flatMap(({ options }) => options.flatMap(({ stems }) => stems)))
  return {
    items: found.slice(0, MOST).map((result) => [documentOf(result, wanted, query, corpus)]),
    suggest: suggestionOf(query, found, corpus),
  }
}

/** Not more than a few results of one page near the top; the same text twice only once. */
function spread(results) {
  const pages = new Map()
  const top = []
  const rest = []
  for (const result of results.slice(0, MOST * 3)) {
    const count = pages.get(result.entry.page) ?? 0
    pages.set(result.entry.page, count + 1)
    if (count < PER_PAGE || top.length >= NEAR_TOP) top.push(result)
    else rest.push(result)
  }
  const first = top.slice(0, NEAR_TOP)
  return [...first, ...[...rest, ...top.slice(NEAR_TOP)].sort((one, other) => other.score - one.score)]
}

/**
 * An entry as Material's document. A section has no teaser of its own in Material's template when it stands alone, so the
 * title holds all that is shown; every text is escaped here, because Material inserts it as HTML.
 */
function documentOf({ entry, score }, wanted, query, corpus) {
  const isWanted = (word) => wanted.has(corpus.number(word.normalize("NFKC").toLowerCase()))
  const place = entry.context.join(" › ")
  const teaser = teaserOf(entry.text, isWanted)
  const missing = lackingIn(query, entry)
  const title =
    marked(entry.title, isWanted) +
    (place ? `<small class="guide-search__place">${escaped(place)}</small>` : "") +
    (teaser ? `<span class="guide-search__teaser">${teaser}</span>` : "") +
    (missing.length ? `<small class="guide-search__missing">Missing: ${missing.map(({ word }) => `<del>${escaped(word)}</del>`).join(" ")}</small>` : "")
  return { location: entry.location, title, text: "", score, terms: termsOf(entry, isWanted) }
}

/** The words to highlight on the page that a result opens, as they are written there. */
function termsOf(entry, isWanted) {
  const words = [...new Set(wordsOf(`${entry.title} ${entry.text}`))].filter((word) => word.length > 2 && isWanted(word))
  return Object.fromEntries(words.slice(0, 8).map((word) => [word, true]))
}

/** The terms that an entry does not have, in any of their forms. */
function lackingIn(query, entry) {
  const there = new Set(entry.stems)
  const has = ({ stems }) => stems.every((one) => there.has(one))
  const inSpan = (index) => query.spans.some((span) => span.from <= index && index < span.to && span.options.some(has))
  return query.terms.filter((term, index) => !term.soft && !term.options.some(has) && !inSpan(index))
}

const WORDS = /[\p{L}\p{N}]+/gu

/** The stretch of a text that has most of the wanted words, marked. */
function teaserOf(text, isWanted) {
  if (!text) return ""
  const hits = [...text.matchAll(WORDS)].filter(([word]) => isWanted(word)).map(({ index }) => index)
  let from = 0
  let most = 0
  for (const start of hits) {
    const count = new Set(hits.filter((at) => at >= start && at < start + TEASER - 40)).size
    if (count > most) {
      most = count
      from = start
    }
  }
  from = Math.max(0, from - 40)
  if (from > 0) from = text.indexOf(" ", from) + 1
  let to = Math.min(text.length, from + TEASER)
  if (to < text.length) to = Math.max(from + 1, text.lastIndexOf(" ", to))
  return (from > 0 ? "… " : "") + marked(text.slice(from, to), isWanted) + (to < text.length ? " …" : "")
}

function marked(text, isWanted) {
  let out = ""
  let end = 0
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    if (!isWanted(word)) continue
    out += `${escaped(text.slice(end, index))}<mark>${escaped(word)}</mark>`
    end = index + word.length
  }
  return (out + escaped(text.slice(end))).replace(/<\/mark>([ -])<mark>/g, "$1")
}

const escaped = (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** How the word that is being typed may end, taken from the titles of the best results. */
function suggestionOf(query, results, corpus) {
  const last = query.text.match(/[\p{L}\p{N}]+$/u)?.[0]
  if (!last || last.length < 2) return []
  const small = last.toLowerCase()
  for (const { entry } of results.slice(0, 10)) {
    const whole = entry.titleWords.find((word) => word.startsWith(small) && word !== small)
    if (whole) return [last + whole.slice(small.length)]
  }
  return []
}
