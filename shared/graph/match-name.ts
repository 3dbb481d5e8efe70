const longestPattern = 200
const mostStars = 10

/**
 * Whether a text is as a pattern says, in which "*" stands for any run of characters; capitals do not count. Work is at
 * most the product of both lengths, whatever the pattern: there is nothing to go back to but the last star.
 */
export function matchesName(text: string, pattern: string): boolean {
  const [given, wanted] = [text.toLowerCase(), pattern.toLowerCase()]
  let [at, next] = [0, 0]
  /** Where the last star stands, and how far the text was when it took over. */
  let [star, taken] = [-1, 0]
  while (at < given.length) {
    if (wanted[next] === '*') {
      star = next
      taken = at
      next += 1
    } else if (wanted[next] === given[at]) {
      at += 1
      next += 1
    } else if (star >= 0) {
      taken += 1
      at = taken
      next = star + 1
    } else return false
  }
  while (wanted[next] === '*') next += 1
  return next === wanted.length
}

/** What makes a pattern of another language: groups or sets that repeat, ".*", classes, slashes around it. */
const foreign = /\.[*+]|[)\]}][*+?{]|\\[a-z]|^\/.*\/[a-z]*$|\(\?/iu

/** Why a pattern cannot be used, with the remedy; undefined when it can. */
export function patternFault(pattern: string): string | undefined {
  if (pattern.trim() === '') return 'The pattern is empty. Name what it is to match, or "*" for anything.'
  if (foreign.test(pattern))
    return `"${pattern.slice(0, 60)}" is a regular expression, which could run for ever. Patterns know "*" for any run of characters and nothing else.`
  if (pattern.length > longestPattern)
    return `The pattern has ${pattern.length} characters; ${longestPattern} is the limit. Shorten it with "*".`
  const stars = pattern.split('*').length - 1
  return stars > mostStars ? `The pattern has ${stars} stars; ${mostStars} is the limit. Name more of it.` : undefined
}
