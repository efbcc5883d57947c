// The ranking: every entry that has words of the query, the best first.
//
// The base is BM25F (Robertson and Zaragoza, 2009) over title, keywords, context and text. On top: entries that have all terms go
// before those that have some; titles that are what was typed, names that the guide pins to a page, and words that stand together.

import { countIn } from "./corpus.js"
import { weightOf } from "./query.js"
import { isStop } from "./words.js"

const FIELD_WEIGHTS = [6, 3, 2.2, 1, 1]
const FIELD_NORMS = [0.6, 0.3, 0.35, 0.65, 0.4]
const SATURATION = 1.4
const REFINED = 240
const SUBJECT = 0.4 // what an entry gains whose page is about the whole query
const HINT = 0.25
const ASKED = 2 // what an entry gains that is known to be asked for in these very words
const UNASKED = 0.6 // what a word of such a phrase counts that the query does not have
const PINNED = 0.6 // what the place that teaches a name gets when the name is all that was typed, as a share of the best score
const ELSEWHERE = 0.4 // what a term is worth that is not in the entry, but in the prose of its page
const EXACT = { term: 0.3, service: 0.3, row: 0.6 } // what an exact title adds; 1 for all others
const FIGURE = 1.4 // for a row, where a figure is asked for
const INTRODUCTION = 0.8 // for the top of a page, where a question is asked: a section answers it
const STATUS = 2.5 // for a service's own entry, where its status is asked for
const VERSUS = { pair: 2.2, table: 1.3 }
const FACTORS = { page: 0.8, section: 1.05, table: 0.9, row: 0.82, pair: 0.66, service: 0.9, term: 0.65 }

/** The entries for a query, as [{entry, score, matched}], best first. `matched` has the numbers of the stems that were found. */
export function rank(query, corpus) {
  const size = corpus.entries.length
  const { terms, spans } = query
  if (!terms.length) return []
  const perTerm = terms.map((term) => scoresOf(term.options, corpus, size))
  for (const span of spans) {
    const { scores } = scoresOf(span.options, corpus, size, span.to - span.from)
    for (let id = 0; id < size; id++) {
      if (!scores[id]) continue
      const share = scores[id] / (span.to - span.from)
      for (let at = span.from; at < span.to; at++) if (share > perTerm[at].scores[id]) perTerm[at].scores[id] = share
    }
  }
  const weights = terms.map((term, index) => weightOf(term) * perTerm[index].rarity)
  const whole = weights.reduce((sum, one) => sum + one, 0)
  const onPage = perTerm.map(({ scores }) => {
    const pages = new Uint8Array(corpus.pageCount)
    for (let id = 0; id < size; id++) if (scores[id] && corpus.entries[id].prose) pages[corpus.entries[id].page] = 1
    return pages
  })
  const subject = subjectsOf(perTerm, terms, corpus)
  const hinted = scoresOf(query.hints.map((one) => ({ stems: [one], sure: HINT })), corpus, size).scores
  const found = []
  for (let id = 0; id < size; id++) {
    let score = 0
    let covered = 0
    for (let index = 0; index < terms.length; index++) {
      const one = perTerm[index].scores[id]
      if (one) {
        score += one * weightOf(terms[index])
        covered += weights[index]
      } else if (onPage[index][corpus.entries[id].page]) {
        covered += weights[index] * ELSEWHERE
      }
    }
    if (!score) continue
    const entry = corpus.entries[id]
    found.push({ id, entry, score: (score + hinted[id]) * (covered / whole) ** 2 * entry.weight * FACTORS[entry.kind] * (1 + SUBJECT * subject[entry.page]) })
  }
  found.sort((one, other) => other.score - one.score || one.id - other.id)
  const pinned = pinsOf(query, corpus)
  const best = found.slice(0, REFINED)
  for (const result of best) refine(result, query, corpus, weights, pinned)
  const most = best.reduce((top, { score }) => Math.max(top, score), 0)
  for (const result of best) if (!query.status && pinned.has(result.entry.location)) result.score += PINNED * most
  return [...best.sort((one, other) => other.score - one.score || one.id - other.id), ...found.slice(REFINED)]
}

/** How much each page is about the query, from 0 to 1: by the best that it has on each term. */
function subjectsOf(perTerm, terms, corpus) {
  const sums = new Float64Array(corpus.pageCount)
  perTerm.forEach(({ scores }, index) => {
    const best = new Float64Array(corpus.pageCount)
    for (let id = 0; id < scores.length; id++) {
      const { page, weight, kind } = corpus.entries[id]
      const score = scores[id] * weight
      if (kind !== "row" && score > best[page]) best[page] = score
    }
    for (let page = 0; page < sums.length; page++) sums[page] += best[page] * weightOf(terms[index])
  })
  const most = sums.reduce((top, one) => Math.max(top, one), 1e-9)
  return sums.map((one) => (one / most) ** 2)
}

/** How well each entry answers one term: the best of its options. `rarity` is that of the term's surest option. */
function scoresOf(options, corpus, size, instead = 1) {
  const scores = new Float64Array(size)
  let rarity = Math.log(1 + size)
  let surest = 0
  for (const { stems, sure } of options) {
    const sum = new Float64Array(size)
    const have = new Uint8Array(size)
    let rare = 0
    for (const one of new Set(stems)) {
      const { entries, counts } = corpus.postings[one]
      const idf = corpus.rarity(one)
      rare = Math.max(rare, idf)
      for (let index = 0; index < entries.length; index++) {
        const id = entries[index]
        const { lengths } = corpus.entries[id]
        let count = 0
        for (let field = 0; field < FIELD_WEIGHTS.length; field++) {
          const times = countIn(counts[index], field)
          if (!times) continue
          const norm = 1 - FIELD_NORMS[field] + (FIELD_NORMS[field] * lengths[field]) / corpus.lengths[field]
          count += (FIELD_WEIGHTS[field] * times) / norm
        }
        sum[id] += (idf * count) / (SATURATION + count)
        have[id]++
      }
    }
    const all = new Set(stems).size
    const worth = sure * (instead / Math.max(instead, all)) ** 0.3 // a long name for a short one must not count for more
    for (let id = 0; id < size; id++) if (have[id] === all && sum[id] * worth > scores[id]) scores[id] = sum[id] * worth
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
  const inTitle = shareOf(query, weights, entry.runs.slice(0, 1))
  const inPlace = shareOf(query, weights, entry.runs)
  const titleUsed = usedOf(query, entry, corpus)
  let factor = 1 + 1.1 * inTitle.share * titleUsed + 0.3 * inTitle.share ** 2 + 0.5 * inPlace.share ** 2
  if (inTitle.share > 0.8 && titleUsed > 0.99) factor += (EXACT[entry.kind] ?? 1) * inTitle.share
  if (!query.status && pinned.has(entry.address)) factor += inTitle.share
  factor += 0.6 * nearness(query, entry)
  factor += ASKED * askedAs(query, weights, entry, corpus) ** 2
  if (query.versus && inPlace.share > 0.7) factor *= VERSUS[entry.kind] ?? 1
  if (query.figure && entry.kind === "row") factor *= FIGURE
  if (query.asking && entry.kind === "page") factor *= INTRODUCTION
  if (query.status && entry.kind === "service" && inTitle.share > 0.5) factor *= STATUS
  result.score *= factor
}

/** How much of the query's weight some runs of words answer; several words count where they stand together. */
function shareOf(query, weights, runs) {
  const has = ({ stems }) => runs.some((run) => contains(run, stems))
  const best = (options) => options.reduce((most, option) => (option.sure > most && has(option) ? option.sure : most), 0)
  const inSpans = query.spans.map((span) => ({ ...span, sure: best(span.options) }))
  let covered = 0
  let whole = 0
  query.terms.forEach((term, index) => {
    const sure = inSpans.reduce((most, span) => (span.from <= index && index < span.to ? Math.max(most, span.sure) : most), best(term.options))
    covered += weights[index] * sure
    whole += weights[index]
  })
  return { share: whole ? covered / whole : 0 }
}

function contains(run, stems) {
  if (stems.length === 1) return run.includes(stems[0])
  for (let at = run.indexOf(stems[0]); at >= 0; at = run.indexOf(stems[0], at + 1)) if (stems.every((one, index) => run[at + index] === one)) return true
  return false
}

/** How much of an entry's title the query names: 1 when the title has no other word of weight. */
function usedOf(query, entry, corpus) {
  const asked = new Set([...query.terms, ...query.spans].flatMap(({ options }) => options.flatMap(({ stems }) => stems)))
  const words = entry.titleWords.map((word, index) => ({ word, one: entry.titleStems[index] })).filter(({ word }) => !isStop(word) && word !== "amazon" && word !== "aws")
  if (!words.length) return 0
  return words.filter(({ one }) => asked.has(one)).length / words.length
}

/** How near the query comes to one of the phrases in which the entry is known to be asked for: 1 when the words are the same. */
function askedAs(query, weights, entry, corpus) {
  let most = 0
  for (const phrase of entry.asks) {
    const left = new Set(phrase)
    let shared = 0
    let whole = 0
    query.terms.forEach((term, index) => {
      let sure = 0
      const take = ({ stems, sure: one }) => {
        if (!stems.every((stem) => phrase.includes(stem))) return
        if (one > sure) sure = one
        for (const stem of stems) left.delete(stem)
      }
      term.options.forEach(take)
      for (const span of query.spans) if (span.from <= index && index < span.to) span.options.forEach(take)
      shared += weights[index] * sure
      whole += weights[index]
    })
    if (!shared) continue
    for (const stem of left) whole += UNASKED * corpus.rarity(stem)
    most = Math.max(most, shared / whole)
  }
  return most
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
