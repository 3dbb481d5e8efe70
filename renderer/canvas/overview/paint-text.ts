/** Shortened names by font, width and name: measuring text is what costs. */
const shortened = new Map<string, readonly string[]>()
const mostRemembered = 20_000

/** A name in at most `lines` lines of a width; the last one ends in an ellipsis when there is more. Nothing when not even a few letters fit. */
export function linesOf(
  context: CanvasRenderingContext2D,
  name: string,
  width: number,
  lines: number,
): readonly string[] {
  const room = Math.floor(width / 4) * 4
  const key = `${context.font} ${room} ${lines} ${name}`
  const known = shortened.get(key)
  if (known !== undefined) return known
  if (shortened.size > mostRemembered) shortened.clear()
  const broken = breakLines(context, name.slice(0, 200), room, lines)
  shortened.set(key, broken)
  return broken
}

const leastLetters = 3

function breakLines(context: CanvasRenderingContext2D, name: string, room: number, most: number): readonly string[] {
  const fits = (text: string): boolean => context.measureText(text).width <= room
  if (fits(name)) return [name]
  const lines: string[] = []
  let rest = name
  while (lines.length < most - 1) {
    const words = rest.split(' ')
    let taken = 0
    while (taken < words.length && fits(words.slice(0, taken + 1).join(' '))) taken += 1
    if (taken === 0 || taken === words.length) break
    lines.push(words.slice(0, taken).join(' '))
    rest = words.slice(taken).join(' ')
  }
  if (fits(rest)) return [...lines, rest]
  let [fitting, tooLong] = [0, rest.length]
  while (tooLong - fitting > 1) {
    const middle = (fitting + tooLong) >> 1
    if (fits(`${rest.slice(0, middle)}…`)) fitting = middle
    else tooLong = middle
  }
  if (fitting < leastLetters) return lines
  return [...lines, `${rest.slice(0, fitting).trimEnd()}…`]
}
