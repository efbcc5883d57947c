// The corpus: what `search/sections.<hash>.json` holds, cut into words and turned round, so that a word leads to its entries.

import { isSoft, isStop, letters, stem, wordsOf } from "./words.js"

export const FIELDS = { title: 0, keywords: 1, context: 2, text: 3, asked: 4 }
const FIELD_COUNT = 5
const BITS = 6 // of a count in each field
const MOST = 2 ** BITS - 1
const HUMPS = /\b(?:[A-Z][a-z]+){3,}\b/g // InvocationsPerInstance is found by its words as well

/**
 * Build what queries are answered from.
 * @param {{pages: [address: string, title: string][], entries: Array[], aliases: [string, string, number][], pins: [string, string][]}} data
 *   entries: [page, anchor, kind, title, context, text, keywords, asked, weight in percent, asks]: `asked` are words of questions, `asks` whole phrases
 */
export function build(data) {
  const corpus = {
    entries: [],
    words: new Map(), // word as written -> {number of its stem, uses: how often it stands somewhere}
    roots: [], // number of a stem -> the stem
    postings: [], // number of a stem -> {entries: number[], counts: number[]}, see `countIn`
    joined: new Map(), // "kmeans" -> ["k", "means"]
    lengths: new Float64Array(FIELD_COUNT),
    aliases: new Map(),
    pins: new Map(),
    longest: 1,
    runs: new Map(),
    lookalikes: new Map(), // what `query.js` has found for a word before
    pageCount: data.pages.length,
  }
  const byStem = new Map()
  const scratch = []
  const number = (word) => {
    const known = corpus.words.get(word)
    if (known) {
      known.uses++
      return known.number
    }
    const root = stem(word)
    let found = byStem.get(root)
    if (found === undefined) {
      byStem.set(root, (found = corpus.postings.length))
      corpus.postings.push({ entries: [], counts: [] })
      corpus.roots.push(root)
    }
    corpus.words.set(word, { number: found, uses: 1 })
    return found
  }
  corpus.number = (word) => corpus.words.get(word)?.number ?? byStem.get(stem(word))
  corpus.rarity = (one) => {
    const count = corpus.postings[one].entries.length
    return Math.log(1 + (corpus.entries.length - count + 0.5) / (count + 0.5))
  }
  corpus.usesOf = (word) => corpus.words.get(word)?.uses ?? 0

  for (const [page, anchor, kind, title, context, text, keywords, asked, weight, asks] of data.entries) {
    const [address, pageTitle] = data.pages[page]
    const shownContext = anchor ? [pageTitle, ...context.split(" › ").filter((part) => part && part !== pageTitle)].filter((part) => part !== title) : []
    const entry = { page, address, location: anchor ? `${address}#${anchor}` : address, anchor, kind, title, pageTitle, context: shownContext, text, weight: weight / 100, prose: kind === "page" || kind === "section" }
    addEntry(corpus, entry, [title, keywords, shownContext.join(" "), text, [asked, ...asks].join(" ")], number, scratch)
    entry.asks = asks.map((one) => [...new Set(subjectOf(contentOf(wordsOf(one))).map(corpus.number))])
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
  corpus.vocabulary = [...corpus.words.keys()].sort()
  corpus.letters = Int32Array.from(corpus.vocabulary, letters)
  corpus.compounds = [...corpus.joined].map(([whole, parts]) => ({ whole, parts, bits: letters(whole) }))
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

/** The words of a phrase without those that only ask, where others are left. */
function subjectOf(words) {
  const subject = words.filter((word) => !isSoft(word))
  return subject.length ? subject : words
}

function addEntry(corpus, entry, fields, number, scratch) {
  const id = corpus.entries.length
  const met = []
  entry.lengths = []
  fields.forEach((text, field) => {
    const words = wordsOf(text)
    if (field === FIELDS.title) entry.titleWords = words.slice()
    if (field === FIELDS.title || field === FIELDS.text) for (const [name] of text.matchAll(HUMPS)) words.push(...humpsOf(name))
    entry.lengths.push(words.length)
    corpus.lengths[field] += words.length
    const stems = words.map(number)
    for (const one of stems) {
      if (!scratch[one]) met.push(one)
      if (((scratch[one] ?? 0) >> (field * BITS)) % (MOST + 1) < MOST) scratch[one] = (scratch[one] ?? 0) + (1 << (field * BITS))
    }
    if (field === FIELDS.title) {
      entry.titleStems = stems
      for (let index = 0; index + 1 < entry.titleWords.length; index++) join(corpus, entry.titleWords[index], entry.titleWords[index + 1])
    } else if (field === FIELDS.text) {
      entry.order = Int32Array.from(stems)
      joinHyphenated(corpus, text)
    }
  })
  entry.runs = [entry.title, ...entry.context].map((part) => runOf(corpus, part, number))
  entry.stems = Int32Array.from(met)
  for (const one of met) {
    corpus.postings[one].entries.push(id)
    corpus.postings[one].counts.push(scratch[one])
    scratch[one] = 0
  }
  corpus.entries.push(entry)
}

const humpsOf = (name) => wordsOf(name.replace("SageMaker", "Sagemaker").replace(/(?<=[a-z])(?=[A-Z])/g, " "))

/** How often a word stands in a field, out of the number that holds all fields. */
export const countIn = (counts, field) => (counts >> (field * BITS)) & MOST

function joinHyphenated(corpus, text) {
  const isLetter = (at) => /[A-Za-z0-9]/.test(text[at] ?? "")
  for (let at = text.indexOf("-"); at >= 0; at = text.indexOf("-", at + 1)) {
    let from = at
    let to = at + 1
    while (isLetter(from - 1)) from--
    while (isLetter(to)) to++
    if (from < at && to > at + 1) join(corpus, text.slice(from, at).toLowerCase(), text.slice(at + 1, to).toLowerCase())
  }
}

/** The stems of a title or of what an entry stands in, without little words; many entries stand in the same. */
function runOf(corpus, text, number) {
  let found = corpus.runs.get(text)
  if (!found) corpus.runs.set(text, (found = contentOf(wordsOf(text)).map(number)))
  return found
}

function join(corpus, one, other) {
  if (one.length + other.length > 3) corpus.joined.set(one + other, [one, other])
}
