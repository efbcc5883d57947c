// Words: how text is cut, how forms of one word become one stem, and how far two spellings are apart.

/** Words that carry no meaning in a query. They are indexed, so that "k means" or "it" in a phrase still count where nothing else is typed. */
const STOP = new Set(
  ("a an and are as at be been being but by can could did do does doing for from get gets give had has have having how i if in into is it its just let " +
    "like me my of on or our please s should so some t than that the their them then there these they this to was we were what whats when where whether " +
    "which while who whom whose why will with would you your vs versus between difference differences differ compare compared comparison about").split(" "),
)

/** Words of questions that help a little where a text has them, and that no result must have. */
const SOFT = new Set(
  ("fix solve handle avoid prevent reduce improve use used using uses work works working mean means meaning definition define " +
    "choose choosing pick best better good bad right wrong way ways need needs needed want possible available still now today current currently latest new old " +
    "happen happened happens get got make makes making much many long big small example examples tutorial guide help learn aws amazon service services " +
    "name names called renamed replaced replace replacement successor alternative alternatives instead deprecated discontinued retired closed ended dead " +
    "read reads give gives keep add adds run runs running go goes know known put set turn change changes stop start starts look looks lose losing move moving convert " +
    "converts come comes become becomes reach reached protect against protecting own several without during into before after again only really exactly " +
    "simple easy easily quick quickly correct correctly properly always never often happen try trying learned actually vs please thing things list types type kinds kind overview basics introduction intro tell show find versus").split(" "),
)

/** Words that ask when they come first, and are a subject anywhere else: "explain dropout", "explain a prediction". */
const ASKING = new Set("explain compare describe summarize".split(" "))

export const isAsking = (word) => ASKING.has(word)
export const isStop = (word) => STOP.has(word)
export const isSoft = (word) => SOFT.has(word)

const WORD = /[\p{L}\p{N}]+/gu
const PLAIN_WORD = /[a-z0-9]+/g
const NOT_PLAIN = /[^\x00-\x7f]/

/** The words of a text in small letters; compatibility forms (R², ﬁ) become plain ones. */
export function wordsOf(text) {
  if (!NOT_PLAIN.test(text)) return text.toLowerCase().match(PLAIN_WORD) ?? [] // four times as fast, and most text is plain
  return text.normalize("NFKC").toLowerCase().match(WORD) ?? []
}

const BRITISH = [
  [/isation(s?)$/, "ization$1"],
  [/is(e|es|ed|er|ers|ing)$/, "iz$1"],
  [/ys(e|es|ed|er|ing)$/, "yz$1"],
  [/our(s|ed|ing|al|ite|ites)?$/, "or$1"],
  [/([aeiou])ll(ed|ing|er|ers)$/, "$1l$2"],
  [/tre(s?)$/, "ter$1"],
  [/ogue(s?)$/, "og$1"],
  [/ence$/, "ense"],
]
const VOWEL = /[aeiouy]/

/**
 * The stem of a word: plural, -ing, -ed, -ation, -er and British endings fall away, so that "normalising", "normalized" and
 * "normalization" are one. Words with a digit and short ones stay as they are.
 */
export function stem(word) {
  if (word.length < 4 || /\d/.test(word)) return word
  let found = word
  if (found.length > 5) for (const [from, to] of BRITISH) found = found.replace(from, to)
  if (/(ss|us|is|as|os)$/.test(found)) return found.length > 6 ? suffix(found) : found
  found = found.replace(/(ss|sh|ch|x|z)es$/, "$1").replace(/ies$/, "y").replace(/(?<!s)s$/, "")
  return suffix(found)
}

function suffix(word) {
  let found = word
  for (const [ending, least, put] of [
    ["ability", 5, ""],
    ["ibility", 5, ""],
    ["ization", 3, "iz"],
    ["izing", 3, "iz"],
    ["ized", 3, "iz"],
    ["izer", 3, "iz"],
    ["ize", 3, "iz"],
    ["ification", 4, "if"],
    ["ifier", 4, "if"],
    ["ifying", 4, "if"],
    ["ified", 4, "if"],
    ["ify", 4, "if"],
    ["ation", 4, "at"],
    ["ating", 4, "at"],
    ["ated", 4, "at"],
    ["ator", 4, "at"],
    ["ate", 4, "at"],
    ["able", 5, ""],
    ["ment", 5, ""],
    ["ness", 5, ""],
    ["ption", 3, "pt"],
    ["ction", 3, "ct"],
    ["ssion", 3, "ss"],
    ["ution", 4, "ut"],
    ["ing", 3, ""],
    ["ed", 3, ""],
    ["er", 5, ""],
    ["est", 4, ""],
    ["ly", 5, ""],
  ]) {
    if (!found.endsWith(ending)) continue
    const rest = found.slice(0, found.length - ending.length)
    if (rest.length < least || !VOWEL.test(rest)) continue
    found = rest + put
    if (!put && /([bdfglmnprt])\1$/.test(found) && found.length > 4) found = found.slice(0, -1)
    break
  }
  if (found.endsWith("e") && found.length > 4) found = found.slice(0, -1)
  if (found.endsWith("y") && found.length > 4) found = found.slice(0, -1) + "i"
  return found
}

/** How many slips lead from one spelling to the other (Damerau: a swap of neighbors is one slip); `most + 1` when more than `most`. */
export function slips(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1]
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, before[j - 2] + 1)
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    before = last
    last = row
  }
  return last[other.length]
}

/** The letters of a word as bits: two words that differ in many bits cannot be a slip or two apart. */
export function letters(word) {
  let bits = 0
  for (let index = 0; index < word.length; index++) bits |= 1 << (word.charCodeAt(index) % 31)
  return bits
}

/** How many bits two sets of letters do not share. */
export function unlike(one, other) {
  let bits = one ^ other
  let count = 0
  while (bits) {
    bits &= bits - 1
    count++
  }
  return count
}
