/**
 * Computes a formula from its text alone, as a reader with a pocket calculator would: an evaluator of its own, that
 * shares nothing with the one that made the text. A price that is not known counts nothing.
 *
 * Sums and differences, then products and quotients, then powers; each from the left. Throws on anything else.
 */
export function readFormula(text: string): number {
  const rest = { text, at: 0 }
  const value = readSum(rest)
  if (rest.at < text.length) throw new Error(`"${text.slice(rest.at)}" is left over of "${text}".`)
  return value
}

interface Rest {
  readonly text: string
  at: number
}

function readSum(rest: Rest): number {
  let value = readProduct(rest)
  for (;;) {
    if (take(rest, ' + ')) value += readProduct(rest)
    else if (take(rest, ' - ')) value -= readProduct(rest)
    else return value
  }
}

function readProduct(rest: Rest): number {
  let value = readPower(rest)
  for (;;) {
    if (take(rest, ' × ')) value *= readPower(rest)
    else if (take(rest, ' / ')) value = divide(value, readPower(rest))
    else return value
  }
}

function divide(dividend: number, divisor: number): number {
  return divisor === 0 ? 0 : dividend / divisor
}

function readPower(rest: Rest): number {
  const base = readPart(rest)
  return take(rest, ' ^ ') ? base ** readPart(rest) : base
}

function readPart(rest: Rest): number {
  if (take(rest, 'the larger of (')) return Math.max(...readList(rest))
  if (take(rest, 'the smaller of (')) return Math.min(...readList(rest))
  // What is a whole number but for the last bit of a fraction is that number.
  if (take(rest, 'rounded up (')) return Math.ceil(Number((readList(rest)[0] ?? 0).toPrecision(12)))
  if (take(rest, '(')) return readList(rest)[0] ?? 0
  return readNumber(rest)
}

function readList(rest: Rest): readonly number[] {
  const values = [readSum(rest)]
  while (take(rest, '; ')) values.push(readSum(rest))
  if (!take(rest, ')')) throw new Error(`A bracket is not closed before "${rest.text.slice(rest.at)}".`)
  return values
}

const unknownPrice = /^\$\? \([^)]*: not known\)/
const number = /^(-?)\$?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?( %)?/
/** A unit holds no spaces around its signs: "calls/month", "GB-month", "text units". */
const unit = /^ [A-Za-z]+(?:[/-][0-9A-Za-z]+)*(?: [A-Za-z]+(?:[/-][0-9A-Za-z]+)*)*/

function readNumber(rest: Rest): number {
  if (match(rest, unknownPrice)) return 0
  const found = match(rest, number)
  if (!found) throw new Error(`"${rest.text.slice(rest.at)}" is no number.`)
  const [, sign = '', whole = '', fraction = '', percent] = found
  match(rest, unit)
  const size = Number(whole.replaceAll(',', '') + fraction) / (percent === undefined ? 1 : 100)
  return sign === '-' ? -size : size
}

function take(rest: Rest, word: string): boolean {
  if (!rest.text.startsWith(word, rest.at)) return false
  rest.at += word.length
  return true
}

function match(rest: Rest, pattern: RegExp): RegExpExecArray | null {
  const found = pattern.exec(rest.text.slice(rest.at))
  if (found) rest.at += found[0].length
  return found
}
