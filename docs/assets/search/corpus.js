// The corpus: what `search/sections.<hash>.json` holds, cut into words and turned round, so that a word leads to its entries.

import { isStop, letters, stem, wordsOf } from "./words.js"

export const FIELDS = { title: 0, keywords: 1, context: 2, text: 3 }
const FIELD_COUNT = 4
const HUMPS = /\b(?:[A-Z][a-z]+){3,}\b/g // InvocationsPerInstance is found by its words as well

/**
 * Build what queries are answered from.
 * @param {{pages: [address: string, title: string][], entries: Array[], aliases: [string, string, number][], pins: [string, string][]}} data
 *   entries: [page, anchor, kind, title, context, text, keywords, weight in percent]
 */
export function build(data) {
  const corpus = {
    entries: [],
    stems: new Map(), // word as written -> number of its stem
    roots: [], // number of a stem -> the stem
    postings: [], // number of a stem -> {entries: number[], counts: number[] (FIELD_COUNT for each entry)}
    uses: new Map(), // word as written -> in how many entries
    joined: new Map(), // "kmeans" -> ["k", "means"]
    lengths: new Float64Array(FIELD_COUNT),
    aliases: new Map(),
    pins: new Map(),
    longest: 1,
    pageCount: data.pages.length,
  }
  const byStem = new Map()
  const number = (word) => {
    let found = corpus.stems.get(word)
    if (found === undefined) {
      const root = stem(word)
      found = byStem.get(root)
      if (found === undefined) {
        byStem.set(root, (found = corpus.postings.length))
        corpus.postings.push({ entries: [], counts: [] })
        corpus.roots.push(root)
      }
      corpus.stems.set(word, found)
    }
    return found
  }
  corpus.number = (word) => corpus.stems.get(word) ?? byStem.get(stem(word))

  for (const [page, anchor, kind, title, context, text, keywords, weight] of data.entries) {
    const [address, pageTitle] = data.pages[page]
    const shownContext = anchor ? [pageTitle, ...context.split(" › ").filter((part) => part && part !== pageTitle)].filter((part) => part !== title) : []
    const entry = { page, address, location: anchor ? `${address}#${anchor}` : address, anchor, kind, title, pageTitle, context: shownContext, text, weight: weight / 100, prose: kind === "page" || kind === "section" }
    addEntry(corpus, entry, [title, keywords, shownContext.join(" "), text], number)
  }
  for (let field = 0; field < FIELD_COUNT; field++) corpus.lengths[field] = Math.max(1, corpus.lengths[field] / corpus.entries.length)

  for (const [from, to, percent] of data.aliases) {
    const key = phrase(from)
    const target = contentOf(wordsOf(to))
    if (!key || key === phrase(to)) continue
    if (!corpus.aliases.has(key)) corpus.aliases.set(key, [])
    corpus.aliases.get(key).push({ words: target, sure: percent / 100 })
    corpus.longest = Math.max(corpus.longest, key.split(" ").length)
  }
  for (const [name, location] of data.pins) {
    const key = phrase(name)
    if (!corpus.pins.has(key)) corpus.pins.set(key, new Set())
    corpus.pins.get(key).add(location)
  }
  corpus.vocabulary = [...corpus.stems.keys()].sort()
  corpus.letters = Int32Array.from(corpus.vocabulary, letters)
  return corpus
}

/** A phrase as the key of aliases and pins: stems in order without little words, so that "Kinesis data stream" finds "Kinesis Data Streams". */
export function phrase(text) {
  return contentOf(typeof text === "string" ? wordsOf(text) : text).map(stem).join(" ")
}

/** The words that a name is known by: not the vendor, not little words; all words where nothing else is left. */
export function contentOf(words) {
  const content = words.filter((word) => !isStop(word) && word !== "amazon" && word !== "aws")
  return content.length ? content : words
}

function addEntry(corpus, entry, fields, number) {
  const id = corpus.entries.length
  const counts = new Map()
  const used = new Set()
  entry.lengths = []
  entry.order = []
  fields.forEach((text, field) => {
    const words = wordsOf(text)
    if (field !== FIELDS.context) for (const [name] of text.matchAll(HUMPS)) words.push(...wordsOf(name.replace(/(?<=[a-z])(?=[A-Z])/g, " ")))
    entry.lengths.push(words.length)
    corpus.lengths[field] += words.length
    const stems = words.map(number)
    for (const one of stems) {
      let found = counts.get(one)
      if (!found) counts.set(one, (found = [0, 0, 0, 0]))
      found[field]++
    }
    for (const word of words) used.add(word)
    if (field === FIELDS.title) {
      entry.titleStems = stems
      entry.runs = [text, ...entry.context].map((part) => contentOf(wordsOf(part)).map(number))
      entry.titleWords = words
      const shown = wordsOf(text)
      for (let index = 0; index + 1 < shown.length; index++) join(corpus, shown[index], shown[index + 1])
    } else if (field === FIELDS.text) {
      entry.order = stems
      for (const [, one, other] of text.toLowerCase().matchAll(/([a-z0-9]+)-([a-z0-9]+)/g)) join(corpus, one, other)
    }
  })
  for (const [one, found] of counts) {
    corpus.postings[one].entries.push(id)
    corpus.postings[one].counts.push(...found)
  }
  for (const word of used) corpus.uses.set(word, (corpus.uses.get(word) ?? 0) + 1)
  corpus.entries.push(entry)
}

function join(corpus, one, other) {
  if (one.length + other.length > 4) corpus.joined.set(one + other, [one, other])
}
