import type { PackageParts } from '../writers/ooxml/lint-package.ts'

type Scalar = number | string | boolean
type Value = Scalar | readonly Scalar[]

/** Reads the cells of a workbook again and computes its formulas, by the file alone: no number of the writer is trusted. */
export function openSheets(parts: PackageParts): {
  readonly at: (sheet: string, cell: string) => Scalar
  readonly set: (sheet: string, cell: string, value: number) => void
} {
  const sheets = new Map<string, Map<string, { value: Scalar; formula?: string }>>()
  const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(([, name = '']) =>
    plain(name),
  )
  for (const [index, name] of names.entries()) {
    const cells = new Map<string, { value: Scalar; formula?: string }>()
    const xml = parts.get(`xl/worksheets/sheet${index + 1}.xml`) ?? ''
    for (const [, cell = '', , body = ''] of xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const text = /<t[^>]*>([^<]*)<\/t>/.exec(body)?.[1]
      const formula = /<f>([^<]*)<\/f>/.exec(body)?.[1]
      const value = text === undefined ? Number(/<v>([^<]*)<\/v>/.exec(body)?.[1] ?? 0) : plain(text)
      cells.set(cell, {
        value: body === '' ? '' : value,
        ...(formula === undefined ? {} : { formula: plain(formula) }),
      })
    }
    sheets.set(name, cells)
  }
  const computed = new Map<string, Scalar>()
  const at = (sheet: string, cell: string): Scalar => {
    const found = sheets.get(sheet)?.get(cell)
    if (found === undefined) return ''
    if (found.formula === undefined) return found.value
    const known = computed.get(`${sheet}!${cell}`)
    if (known !== undefined) return known
    const value = scalar(compute(found.formula, sheet, at))
    computed.set(`${sheet}!${cell}`, value)
    return value
  }
  const set = (sheet: string, cell: string, value: number): void => {
    computed.clear()
    sheets.get(sheet)?.set(cell, { value })
  }
  return { at, set }
}

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
const scalar = (value: Value): Scalar =>
  Array.isArray(value) ? ((value as readonly Scalar[])[0] ?? 0) : (value as Scalar)
const list = (value: Value): readonly Scalar[] =>
  Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar]
const number = (value: Value): number => Number(scalar(value))
const numbers = (value: Value): readonly number[] => list(value).filter((each) => typeof each === 'number')

const functions: Readonly<Record<string, (given: readonly Value[]) => Value>> = {
  SUM: (given) => given.flatMap(numbers).reduce((sum, each) => sum + each, 0),
  MIN: (given) => Math.min(...given.flatMap(numbers)),
  MAX: (given) => Math.max(...given.flatMap(numbers)),
  COLUMNS: ([range = []]) => list(range).length,
  INDEX: ([range = [], , column = 1]) => list(range)[number(column) - 1] ?? 0,
  MATCH: ([wanted = 0, range = []]) => list(range).filter((each) => Number(each) <= number(wanted)).length,
  EXACT: ([one = '', other = '']) => list(one).map((each) => each === scalar(other)),
  SUMPRODUCT: ([first = [], ...rest]) =>
    list(first).reduce<number>(
      (sum, each, index) =>
        sum + rest.reduce<number>((product, other) => product * Number(list(other)[index] ?? 0), Number(each)),
      0,
    ),
  SUMIFS: ([sums = [], ...conditions]) =>
    list(sums).reduce<number>((sum, each, index) => {
      const pairs = conditions.flatMap((range, turn) =>
        turn % 2 === 0 ? [[list(range)[index], scalar(conditions[turn + 1] ?? '')]] : [],
      )
      return pairs.every(([cell, wanted]) => cell === wanted) ? sum + Number(each) : sum
    }, 0),
}

const token =
  /\s*('(?:[^']|'')+'!\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?|\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?(?![A-Z(])|[A-Z]+(?=\()|"[^"]*"|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[-+*/(),=])/y

function compute(formula: string, sheet: string, at: (sheet: string, cell: string) => Scalar): Value {
  const tokens: string[] = []
  token.lastIndex = 0
  while (token.lastIndex < formula.length) {
    const found = token.exec(formula)
    if (found?.[1] === undefined) throw new Error(`The formula "${formula}" cannot be read.`)
    tokens.push(found[1])
  }
  let next = 0
  const take = (): string => tokens[next++] ?? ''
  const each = (one: Value, other: Value, operate: (a: Scalar, b: Scalar) => Scalar): Value => {
    if (!Array.isArray(one) && !Array.isArray(other)) return operate(one as Scalar, other as Scalar)
    const length = Math.max(list(one).length, list(other).length)
    return Array.from({ length }, (_, index) =>
      operate(list(one)[Array.isArray(one) ? index : 0] ?? 0, list(other)[Array.isArray(other) ? index : 0] ?? 0),
    )
  }
  const chain = (inner: () => Value, signs: Readonly<Record<string, (a: Scalar, b: Scalar) => Scalar>>): Value => {
    let value = inner()
    for (let sign = signs[tokens[next] ?? '']; sign !== undefined; sign = signs[tokens[next] ?? '']) {
      next += 1
      value = each(value, inner(), sign)
    }
    return value
  }
  const comparison = (): Value => chain(sum, { '=': (a, b) => a === b })
  const sum = (): Value =>
    chain(product, { '+': (a, b) => Number(a) + Number(b), '-': (a, b) => Number(a) - Number(b) })
  const product = (): Value =>
    chain(factor, { '*': (a, b) => Number(a) * Number(b), '/': (a, b) => Number(a) / Number(b) })
  const factor = (): Value => {
    const word = take()
    if (word === '-') return each(0, factor(), (_, b) => -Number(b))
    if (word === '(') {
      const value = comparison()
      next += 1
      return value
    }
    if (word.startsWith('"')) return word.slice(1, -1)
    if (/^\d/.test(word)) return Number(word)
    const operation = functions[word]
    if (operation !== undefined) {
      const given: Value[] = []
      next += 1
      while (tokens[next] !== ')') {
        given.push(comparison())
        if (tokens[next] === ',') next += 1
      }
      next += 1
      return operation(given)
    }
    return reference(word.replaceAll('$', ''), sheet, at)
  }
  return comparison()
}

function reference(word: string, own: string, at: (sheet: string, cell: string) => Scalar): Value {
  const [, quoted, range = word] = /^'((?:[^']|'')+)'!(.*)$/.exec(word) ?? []
  const sheet = quoted === undefined ? own : quoted.replaceAll("''", "'")
  const [from = '', to] = range.split(':')
  if (to === undefined) return at(sheet, from)
  const [start, end] = [from, to].map((cell) => /^([A-Z]+)(\d+)$/.exec(cell))
  const columnOf = (letters: string): number =>
    Array.from(letters).reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0)
  const nameOf = (column: number): string =>
    column <= 26
      ? String.fromCharCode(64 + column)
      : `${nameOf(Math.floor((column - 1) / 26))}${nameOf(((column - 1) % 26) + 1)}`
  const cells: Scalar[] = []
  for (let row = Number(start?.[2]); row <= Number(end?.[2]); row += 1)
    for (let column = columnOf(start?.[1] ?? 'A'); column <= columnOf(end?.[1] ?? 'A'); column += 1)
      cells.push(at(sheet, `${nameOf(column)}${row}`))
  return cells
}
