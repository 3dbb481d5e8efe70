const mostNamed = 3

/** What to do about arrows that the numbers read as answers, so many of them, when one is none. */
export function howToCallBack(count: number): string {
  return `If ${count === 1 ? 'it' : 'one of them'} is a call, make it asynchronous.`
}

/**
 * What the numbers make of arrows that lead back to somebody who is still waiting, in sentences for whoever reads them;
 * `names` are those of the arrows, at least one.
 */
export function readAsAnswersWords(names: readonly string[]): string {
  const quoted = names.slice(0, mostNamed).map((name) => `"${name}"`)
  const rest = names.length - quoted.length
  const listed = rest > 0 ? [...quoted, `${rest} more`] : quoted
  const last = listed.at(-1) ?? ''
  if (listed.length === 1) {
    return `${last} leads back to who is still waiting and counts as the answer, not as a call: it takes no time and costs nothing. ${howToCallBack(1)}`
  }
  return `${listed.slice(0, -1).join(', ')} and ${last} lead back to who is still waiting and count as answers, not as calls: they take no time and cost nothing. ${howToCallBack(names.length)}`
}
