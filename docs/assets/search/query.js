// A query: what was typed, as terms that each know which words of the corpus would do for them.

import { contentOf, phrase } from "./corpus.js"
import { isAsking, isSoft, isStop, letters, slips, stem, unlike, wordsOf } from "./words.js"

const SOFT_WEIGHT = 0.2
const LOOSE = 0.75 // another name that is less sure than this counts less where the typed one is not rare
const RARE = 12
const LOOKALIKES = 6
const COMPLETIONS = 24

/** What a way of asking hints at: words that help an entry which has them, and that none must have. */
const HINTS = [
  [/\bhow (many|much)\b/, "size number count limit"],
  [/\bhow (long|fast)\b/, "duration timeout retention latency"],
  [/\bhow (big|large)\b/, "size limit maximum"],
  [/\bwhy\b|\b(fix|error|fails?|failed|failing|stuck|slow)\b/, "symptom cause troubleshoot remedy"],
  [/\bwhen (to|should|do|would)\b|\bwhich\b/, "choose compare"],
]
const STATUS = /\b(still|available|open to|deprecated|discontinued|retired|clos(ed|ing)|ended|dead|sunset|alternatives?|replac\w+|successor|renamed|(old|new) name|happened|instead)\b/
const ASKING = /^(how|why|what|when|which|where|can|does?|is|are|should) \S+ \S+ \S/
const FIGURE = /\b(max|maximum|min|minimum|limits?|quotas?|size|how (many|much|long|big|large)|timeout|default|retention)\b/

/**
 * Read a query. Returns its terms in order, each
 *   {word, soft, options: [{stems: number[], sure}]}   options: any of these does for the word; more than one stem: all of them
 * the spans [{from, to, options}] where several words together are another name for something, and the phrase's `keys` for pins.
 */
export function read(text, corpus) {
  const typed = wordsOf(text)
  const open = /[\p{L}\p{N}]$/u.test(text) // the last word may be unfinished
  let words = typed.filter((word) => !isStop(word) || word.length > 3 && typed.length === 1)
  if (!words.length) words = typed
  const asks = (word, index) => isSoft(word) || (index === 0 && word === typed[0] && isAsking(word))
  const hard = words.filter((word, index) => !asks(word, index))
  const terms = words.map((word, index) => ({
    word,
    soft: hard.length > 0 && asks(word, index),
    options: optionsOf(word, corpus, open && index === words.length - 1 && typed[typed.length - 1] === word),
  }))
  const spans = [...joinedUp(terms, corpus), ...otherNames(terms, corpus)]
  const small = text.toLowerCase()
  const hints = HINTS.flatMap(([pattern, found]) => (pattern.test(small) ? found.split(" ") : []))
  return {
    text,
    typed,
    terms,
    spans,
    hints: hints.map((word) => corpus.number(word)).filter((one) => one !== undefined),
    keys: keysOf(terms, corpus),
    versus: /\b(vs|versus|or|between|compare[ds]?|difference)\b/.test(small),
    asking: ASKING.test(small),
    status: STATUS.test(small),
    figure: FIGURE.test(small),
  }
}

export const weightOf = (term) => (term.soft ? SOFT_WEIGHT : 1)

/** What stands for one word: itself, its forms, what it may become when typed to the end, and what it may be a slip of. */
function optionsOf(word, corpus, unfinished) {
  const options = new Map()
  const add = (stems, sure) => {
    const key = stems.join(" ")
    if ((options.get(key)?.sure ?? 0) < sure) options.set(key, { stems, sure })
  }
  const known = corpus.number(word)
  if (known !== undefined) add([known], 1)
  const parts = corpus.joined.get(word)
  const exact = corpus.words.has(word)
  if (parts) add(parts.map(corpus.number), exact ? 0.6 : 0.95)
  if (word.length > 1 && (unfinished || (known === undefined && word.length > 2))) {
    const found = completions(word, corpus)
    for (const whole of found) add([corpus.number(whole)], (exact ? 0.5 : 0.9) * (word.length < 3 ? 0.8 : 1) * (0.75 + 0.25 * (word.length / whole.length)))
  }
  if (known === undefined && !parts && word.length > 3) for (const { stems, sure } of slipsOf(word, corpus)) add(stems, sure)
  return [...options.values()]
}

/** A word that exists may still be a slip ("principle" for "principal"): take in what else each could be, for when no result has all. */
export function reconsider(query, corpus) {
  for (const term of query.terms) if (!term.soft) for (const { stems, sure } of slipsOf(term.word, corpus)) term.options.push({ stems, sure: sure * 0.7 })
}

const slipsOf = (word, corpus) => (word.length > 3 ? lookalikes(word, corpus).map(({ like, sure }) => ({ stems: like.map(corpus.number), sure })) : [])

function completions(start, corpus) {
  const { vocabulary } = corpus
  let low = 0
  let high = vocabulary.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (vocabulary[middle] < start) low = middle + 1
    else high = middle
  }
  const found = []
  for (; low < vocabulary.length && vocabulary[low].startsWith(start); low++) if (vocabulary[low] !== start) found.push(vocabulary[low])
  return found.sort((one, other) => corpus.usesOf(other) - corpus.usesOf(one)).slice(0, COMPLETIONS)
}

/** Words of the corpus that a slip or two lead to; the nearest only, common ones first. */
function lookalikes(word, corpus) {
  if (!corpus.lookalikes.has(word)) corpus.lookalikes.set(word, seek(word, corpus))
  return corpus.lookalikes.get(word)
}

function seek(word, corpus) {
  const most = word.length > 7 ? 2 : 1
  const bits = letters(word)
  const found = []
  const consider = (other, like, uses) => {
    const count = slips(word, other, most)
    if (count > most) return
    const first = word[0] === other[0] ? 1 : 0.8
    found.push({ count, like, sure: (count === 1 ? 0.85 : 0.65) * first * (0.85 + 0.15 * Math.min(1, uses / 20)) })
  }
  for (let index = 0; index < corpus.vocabulary.length; index++) {
    const other = corpus.vocabulary[index]
    if (other.length < 4 || other === word || Math.abs(other.length - word.length) > most || /\d/.test(other)) continue
    if (unlike(bits, corpus.letters[index]) <= 2 * most) consider(other, [other], corpus.usesOf(other))
  }
  for (const { whole, parts, bits: other } of corpus.compounds) {
    if (Math.abs(whole.length - word.length) <= most && unlike(bits, other) <= 2 * most) consider(whole, parts, 3)
  }
  if (!found.length && word.length > 5) {
    for (let cut = 3; cut <= word.length - 3; cut++) {
      const parts = [word.slice(0, cut), word.slice(cut)]
      if (parts.every((part) => corpus.words.has(part))) found.push({ count: 1, like: parts, sure: 0.7 })
    }
    // A slip in an unfinished word: "regulraiza" is on the way to "regularization".
    if (!found.length) {
      for (let index = 0; index < corpus.vocabulary.length; index++) {
        const other = corpus.vocabulary[index]
        if (other.length > word.length && other[0] === word[0] && slips(word, other.slice(0, word.length), 1) === 1) found.push({ count: 2, like: [other], sure: 0.6 })
      }
    }
  }
  const least = Math.min(...found.map(({ count }) => count))
  return found
    .filter(({ count }) => count === least)
    .sort((one, other) => other.sure - one.sure)
    .slice(0, LOOKALIKES)
}

/** Runs of words that are another name of something: "kinesis data analytics" -> "managed service for apache flink". */
function otherNames(terms, corpus) {
  const spans = []
  for (let from = 0; from < terms.length; from++) {
    for (let to = Math.min(terms.length, from + corpus.longest); to > from; to--) {
      const typed = terms.slice(from, to)
      const literal = Math.min(...typed.map(({ word }) => corpus.usesOf(word)))
      for (const key of readings(typed, corpus)) {
        const options = (corpus.aliases.get(key) ?? []).map(({ words, sure }) => ({
          stems: words.map(corpus.number),
          sure: sure >= LOOSE || literal < RARE ? sure : sure * 0.6,
        }))
        const usable = options.filter(({ stems }) => stems.every((one) => one !== undefined))
        if (usable.length) spans.push({ from, to, options: usable })
      }
    }
  }
  return spans
}

/**
 * The keys that some words can be looked up under: as typed, with a slip mended ("kinessis data analytics"), and, where the whole is
 * a name then, with a word that exists taken for a slip ("principle component analysis").
 */
function readings(terms, corpus) {
  const keys = [phrase(terms.map(({ word }) => word))]
  if (terms.length === 1 && terms[0].word.length < 6) return keys
  const mended = terms.map(({ word, options }) => (corpus.number(word) !== undefined || !options.length ? stem(word) : corpus.roots[options[0].stems[0]]))
  keys.push(mended.join(" "))
  if (terms.length > 1 && !keys.some((key) => corpus.aliases.has(key) || corpus.pins.has(key))) {
    terms.forEach(({ word }, at) => {
      for (const { like } of word.length > 5 ? lookalikes(word, corpus) : []) keys.push(mended.map((root, index) => (index === at ? like.map(stem).join(" ") : root)).join(" "))
    })
  }
  return new Set(keys)
}

/** Neighbors that the corpus writes as one word: "sage maker", "hyper parameter". What the halves alone may be slips of is dropped. */
function joinedUp(terms, corpus) {
  const spans = []
  for (let from = 0; from + 1 < terms.length; from++) {
    const halves = terms.slice(from, from + 2)
    const whole = halves.map(({ word }) => word).join("")
    if (whole.length < 5) continue
    const strange = !halves.every(({ word }) => corpus.words.has(word))
    const known = corpus.number(whole)
    const near = strange || whole.length > 8 ? slipsOf(whole, corpus).filter(({ sure }) => strange || sure > 0.8) : []
    const options = known !== undefined ? [{ stems: [known], sure: 0.95 }] : near
    if (!options.length) continue
    if (strange && known !== undefined) for (const half of halves) half.options = []
    spans.push({ from, to: from + 2, options })
  }
  return spans
}

/** What a query may be pinned under: all of its words, and all but the soft ones. */
function keysOf(terms, corpus) {
  const hard = terms.filter(({ soft }) => !soft)
  return new Set([terms, hard].filter(({ length }) => length).flatMap((some) => [...readings(some, corpus)]))
}
