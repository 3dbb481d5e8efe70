import { type Segments, parsePath, printPath } from './json-path.ts'

/** Something in the text that JSON.parse would hide (a doubled key) or refuse without saying where (NaN). */
export interface TextRemark {
  readonly type: 'doubled' | 'notANumber' | 'forbiddenKey'
  readonly path: string
  readonly line: number
  /** What was written. */
  readonly word: string
  /** The line of the first of two equal keys. */
  readonly firstLine?: number
}

export type JsonText =
  | { readonly ok: true; readonly value: unknown; readonly remarks: readonly TextRemark[] }
  | {
      readonly ok: false
      readonly line: number
      /** 1-based, in UTF-16 units. */
      readonly column: number
      readonly path: string
      readonly sentence: string
      readonly cutOff: boolean
    }

/** Places whose lines are wanted, as a tree. */
interface Wanted {
  readonly below: Map<string | number, Wanted>
  offset?: number
}

const maximumDepth = 300

class Refused extends Error {
  readonly offset: number
  readonly cutOff: boolean
  constructor(message: string, offset: number, cutOff = false) {
    super(message)
    this.offset = offset
    this.cutOff = cutOff
  }
}

/**
 * Reads JSON and remembers what other readers lose: keys written twice (the last one counts, as everywhere), and NaN
 * and Infinity, which are left out. A text that is not JSON is answered with the line and what was expected there.
 */
export function readJson(text: string): JsonText {
  const reader = new Reader(text)
  try {
    return { ok: true, value: reader.readAll(), remarks: reader.remarks }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return {
      ok: false,
      line: lineAt(text, error.offset),
      column: error.offset - text.lastIndexOf('\n', error.offset - 1),
      path: printPath(reader.path),
      sentence: error.message,
      cutOff: error.cutOff,
    }
  }
}

/** The lines of some JSON paths in a text; a path that is not in it gets the line of the nearest thing around it. */
export function linesOf(text: string, paths: readonly string[]): ReadonlyMap<string, number> {
  const wanted: Wanted = { below: new Map() }
  for (const path of paths) {
    let node = wanted
    for (const key of parsePath(path)) {
      const next = node.below.get(key) ?? { below: new Map<string | number, Wanted>() }
      node.below.set(key, next)
      node = next
    }
  }
  try {
    new Reader(text).readAll(wanted)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
  return new Map(paths.map((path) => [path, lineAt(text, nearestOffset(wanted, parsePath(path)))]))
}

function nearestOffset(wanted: Wanted, segments: Segments): number {
  let offset = wanted.offset ?? 0
  let node: Wanted | undefined = wanted
  for (const key of segments) {
    node = node?.below.get(key)
    offset = node?.offset ?? offset
  }
  return offset
}

/** The 1-based line of a position. */
function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1
  return line
}

/** A recursive-descent reader of RFC 8259 that knows where it is. */
class Reader {
  readonly remarks: TextRemark[] = []
  readonly path: (string | number)[] = []
  private readonly text: string
  private at = 0

  constructor(text: string) {
    // A byte order mark is no part of JSON, yet editors write it.
    this.text = text
    if (text.startsWith('\uFEFF')) this.at = 1
  }

  readAll(wanted?: Wanted): unknown {
    const value = this.readValue(wanted)
    this.skipSpace()
    if (this.at < this.text.length)
      throw new Refused(`nothing may follow the end, but there is ${this.found()}`, this.at)
    return value
  }

  private readValue(wanted: Wanted | undefined): unknown {
    this.skipSpace()
    if (wanted) wanted.offset ??= this.at
    const character = this.text[this.at]
    if (character === '{') return this.readObject(wanted)
    if (character === '[') return this.readArray(wanted)
    if (character === '"') return this.readString()
    if (character === '-' || (character !== undefined && character >= '0' && character <= '9')) return this.readNumber()
    return this.readWord()
  }

  private readObject(wanted: Wanted | undefined): unknown {
    const entries: [string, unknown][] = []
    const keys = new Map<string, number>()
    this.at += 1
    this.enter()
    this.skipSpace()
    if (this.take('}')) return {}
    for (;;) {
      this.skipSpace()
      const start = this.at
      if (this.text[this.at] !== '"') this.refuse('a name in double quotes')
      const key = this.readString()
      this.skipSpace()
      if (!this.take(':')) this.refuse(`a colon after "${key}"`)
      this.path.push(key)
      const below = wanted?.below.get(key)
      if (below) below.offset = start
      const value = this.readValue(below)
      if (value !== undefined) this.keep(entries, keys, key, value, start)
      this.path.pop()
      this.skipSpace()
      if (this.take('}')) break
      if (!this.take(',')) this.refuse('a comma or "}"')
      this.skipSpace()
      if (this.text[this.at] === '}') throw new Refused('there is a comma too many before "}"', this.at)
    }
    return Object.fromEntries(entries)
  }

  private keep(
    entries: [string, unknown][],
    keys: Map<string, number>,
    key: string,
    value: unknown,
    start: number,
  ): void {
    if (key === '__proto__') {
      this.remarks.push({ type: 'forbiddenKey', path: printPath(this.path), line: lineAt(this.text, start), word: key })
      return
    }
    const first = keys.get(key)
    if (first !== undefined) {
      const path = printPath(this.path)
      const firstLine = lineAt(this.text, first)
      this.remarks.push({ type: 'doubled', path, line: lineAt(this.text, start), word: key, firstLine })
    }
    keys.set(key, start)
    entries.push([key, value])
  }

  private readArray(wanted: Wanted | undefined): unknown {
    const items: unknown[] = []
    this.at += 1
    this.enter()
    this.skipSpace()
    if (this.take(']')) return items
    for (;;) {
      this.path.push(items.length)
      const value = this.readValue(wanted?.below.get(items.length))
      this.path.pop()
      if (value !== undefined) items.push(value)
      this.skipSpace()
      if (this.take(']')) return items
      if (!this.take(',')) this.refuse('a comma or "]"')
      this.skipSpace()
      if (this.text[this.at] === ']') throw new Refused('there is a comma too many before "]"', this.at)
    }
  }

  private enter(): void {
    if (this.path.length >= maximumDepth) throw new Refused(`it is nested more than ${maximumDepth} deep`, this.at)
  }

  private readString(): string {
    const start = this.at
    for (this.at += 1; ; this.at += 1) {
      const code = this.text.charCodeAt(this.at)
      if (Number.isNaN(code)) throw new Refused('it ends in the middle of a text', this.at, true)
      if (code === 0x22) break
      if (code === 0x5c) this.at += 1
      else if (code < 0x20) throw new Refused('a text in quotes is broken over two lines', start)
    }
    this.at += 1
    const raw = this.text.slice(start, this.at)
    if (!raw.includes('\\')) return raw.slice(1, -1)
    try {
      return String(JSON.parse(raw))
    } catch {
      throw new Refused(`a backslash in the text ${raw.slice(0, 40)} is not followed by a known letter`, start)
    }
  }

  private readNumber(): unknown {
    const start = this.at
    if (this.text.startsWith('-Infinity', start)) return this.notANumber('-Infinity')
    const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
    number.lastIndex = start
    const [word] = number.exec(this.text) ?? []
    if (word === undefined) this.refuse('a number')
    const value = Number(word)
    if (!Number.isFinite(value)) return this.notANumber(word)
    this.at += word.length
    return value
  }

  private readWord(): unknown {
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length
        return value
      }
    }
    for (const word of ['NaN', 'Infinity', 'undefined'])
      if (this.text.startsWith(word, this.at)) return this.notANumber(word)
    return this.refuse('a value')
  }

  private notANumber(word: string): undefined {
    this.remarks.push({ type: 'notANumber', path: printPath(this.path), line: lineAt(this.text, this.at), word })
    this.at += word.length
    return undefined
  }

  private skipSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at)
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
      this.at += 1
    }
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false
    this.at += 1
    return true
  }

  private refuse(expected: string): never {
    if (this.at >= this.text.length) throw new Refused('it ends too early', this.at, true)
    if (this.text.startsWith('//', this.at) || this.text.startsWith('/*', this.at)) {
      throw new Refused('JSON has no comments; put the words into "notes"', this.at)
    }
    throw new Refused(`expected ${expected}, found ${this.found()}`, this.at)
  }

  private found(): string {
    return JSON.stringify(/^\S{0,20}/.exec(this.text.slice(this.at, this.at + 20))?.[0] ?? '')
  }
}
