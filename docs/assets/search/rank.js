// The ranking: every entry that has words of the query, the best first.
//
// The base is BM25F (Robertson and Zaragoza, 2009) over title, keywords, context and text. On top: entries that have all terms go
// before those that have some; titles that are what was typed, names that the guide pins to a page, and words that stand together.

import { weightOf } from "./query.js"
import { isStop } from "./words.js"

const FIELD_WEIGHTS = [6, 2, 2.2, 1]
const FIELD_NORMS = [0.35, 0.3, 0.35, 0.65]
const SATURATION = 1.4
const REFINED = 240

/** The entries for a query, as [{entry, score, matched}], best first. `matched` has the numbers of the stems that were found. */
export function rank(query, corpus) {
  const size = corpus.entries.length
  const { terms, spans } = query
  if (!terms.length) return []
  const perTerm = terms.map((term) => scoresOf(term.options, corpus, size))
  const covers = terms.map(() => new Map())
  for (const span of spans) {
    const { scores } = scoresOf(span.options, corpus, size)
    for (let id = 0; id < size; id++) {
      if (!scores[id]) continue
      const share = scores[id] / (span.to - span.from)
      for (let at = span.from; at < span.to; at++) if (share > perTerm[at].scores[id]) perTerm[at].scores[id] = share
    }
    for (let at = span.from; at < span.to; at++) covers[at].set(span, true)
  }
  const weights = terms.map((term, index) => weightOf(term) * perTerm[index].rarity)
  const whole = weights.reduce((sum, one) => sum + one, 0)
  const found = []
  for (let id = 0; id < size; id++) {
    let score = 0
    let covered = 0
    for (let index = 0; index < terms.length; index++) {
      const one = perTerm[index].scores[id]
      if (!one) continue
      score += one * weightOf(terms[index])
      covered += weights[index]
    }
    if (score) found.push({ id, entry: corpus.entries[id], score: score * (covered / whole) ** 3 * corpus.entries[id].weight })
  }
  found.sort((one, other) => other.score - one.score || one.id - other.id)
  const pinned = pinsOf(query, corpus)
  const best = found.slice(0, REFINED)
  for (const result of best) refine(result, query, corpus, weights, pinned)
  return [...best.sort((one, other) => other.score - one.score || one.id - other.id), ...found.slice(REFINED)]
}

/** How well each entry answers one term: the best of its options. `rarity` is that of the term's surest option. */
function scoresOf(options, corpus, size) {
  const scores = new Float64Array(size)
  let rarity = Math.log(1 + size)
  let surest = 0
  for (const { stems, sure } of options) {
    const sum = new Float64Array(size)
    const have = new Uint8Array(size)
    let rare = 0
    for (const one of new Set(stems)) {
      const { entries, counts } = corpus.postings[one]
      const idf = Math.log(1 + (size - entries.length + 0.5) / (entries.length + 0.5))
      rare = Math.max(rare, idf)
      for (let index = 0; index < entries.length; index++) {
        const id = entries[index]
        const { lengths } = corpus.entries[id]
        let count = 0
        for (let field = 0; field < FIELD_WEIGHTS.length; field++) {
          const times = counts[index * FIELD_WEIGHTS.length + field]
          if (!times) continue
          const norm = 1 - FIELD_NORMS[field] + (FIELD_NORMS[field] * lengths[field]) / corpus.lengths[field]
          count += (FIELD_WEIGHTS[field] * times) / norm
        }
        sum[id] += (idf * count) / (SATURATION + count)
        have[id]++
      }
    }
    const all = new Set(stems).size
    for (let id = 0; id < size; id++) if (have[id] === all && sum[id] * sure > scores[id]) scores[id] = sum[id] * sure
    if (sure > surest) {
      surest = sure
      rarity = rare
    }
  }
  return { scores, rarity }
}

function pinsOf(query, corpus) {
  const found = new Set()
  for (const key of query.keys) for (const location of corpus.pins.get(key) ?? []) found.add(location)
  return found
}

/** Raise an entry whose title, place or wording says that it is what was asked for. */
function refine(result, query, corpus, weights, pinned) {
  const { entry } = result
  const title = new Set(entry.titleStems)
  const place = new Set([...entry.titleStems, ...entry.context.flatMap((part) => stemsOf(part, corpus))])
  const inTitle = shareOf(query, weights, title)
  const inPlace = shareOf(query, weights, place)
  const titleUsed = usedOf(query, entry, corpus)
  let factor = 1 + 0.9 * inTitle.share * titleUsed + 0.5 * inTitle.share ** 2 + 0.5 * inPlace.share ** 2
  if (inTitle.share > 0.99 && titleUsed > 0.99) factor += entry.kind === "term" || entry.kind === "service" ? 0.3 : 1
  if (pinned.has(entry.location)) factor += 1.2
  else if (pinned.has(entry.address)) factor += entry.anchor ? 0.25 : 1
  factor += 0.6 * nearness(query, entry)
  if (query.versus && (entry.kind === "pair" || entry.kind === "table")) factor *= inPlace.share > 0.8 ? 1.3 : 1
  result.score *= factor
}

const stemsOf = (text, corpus) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.map((word) => corpus.number(word)) ?? []

/** How much of the query's weight a set of stems answers. */
function shareOf(query, weights, stems) {
  const has = ({ stems: all }) => all.every((one) => stems.has(one))
  let covered = 0
  let whole = 0
  query.terms.forEach((term, index) => {
    whole += weights[index]
    const sure = Math.max(0, ...term.options.filter(has).map((option) => option.sure), ...query.spans.filter((span) => span.from <= index && index < span.to).flatMap((span) => span.options.filter(has).map((option) => option.sure)))
    covered += weights[index] * sure
  })
  return { share: whole ? covered / whole : 0 }
}

/** How much of an entry's title the query names: 1 when the title has no other word of weight. */
function usedOf(query, entry, corpus) {
  const asked = new Set([...query.terms, ...query.spans].flatMap(({ options }) => options.flatMap(({ stems }) => stems)))
  const words = entry.titleWords.map((word, index) => ({ word, one: entry.titleStems[index] })).filter(({ word }) => !isStop(word) && word !== "amazon" && word !== "aws")
  if (!words.length) return 0
  return words.filter(({ one }) => asked.has(one)).length / words.length
}

/** Whether the hard terms stand together in the text: 1 in one phrase, falling with the size of the smallest window. */
function nearness(query, entry) {
  const hard = query.terms.filter(({ soft, options }) => !soft && options.length)
  if (hard.length < 2) return 0
  const sets = hard.map(({ options }) => new Set(options.filter(({ stems }) => stems.length === 1).map(({ stems }) => stems[0])))
  const { order } = entry
  const last = new Array(sets.length).fill(-1)
  let least = Infinity
  for (let at = 0; at < order.length; at++) {
    let hit = false
    for (let index = 0; index < sets.length; index++) {
      if (sets[index].has(order[at])) {
        last[index] = at
        hit = true
      }
    }
    if (hit && last.every((place) => place >= 0)) least = Math.min(least, at - Math.min(...last) + 1)
  }
  return least === Infinity ? 0 : Math.min(1, sets.length / least) ** 0.7
}
