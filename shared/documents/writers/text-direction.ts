/** Hebrew, Arabic and their relatives. */
const letters = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefe'
const fromTheRight = new RegExp(`[${letters}]`)
const stretches = new RegExp(`[${letters}](?:[\\s\\d\\p{P}]*[${letters}])*|[^${letters}]+`, 'gu')

/** Whether text holds letters that are written from the right. */
export function holdsRightToLeft(text: string): boolean {
  return fromTheRight.test(text)
}

/** Whether a paragraph runs from the right: its first letter decides, as in Unicode's own rules (UAX 9, P2). */
export function runsFromTheRight(text: string): boolean {
  return fromTheRight.test(/\p{L}/u.exec(text)?.[0] ?? '')
}

/** Stretches of one direction each, in their order. */
export function stretchesOfDirection(text: string): readonly string[] {
  return text.match(stretches) ?? []
}
