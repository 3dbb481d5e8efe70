import type { Cursor } from './cursor.ts'
import { take, takeUntil } from './cursor.ts'

/** How an arrow is drawn between two nodes. */
export interface Line {
  /** As it is written, with its quotes. */
  readonly label?: string
  /** `forward`: a head at its end; `both`: at both ends; `none`: a line; `hidden`: it only pushes nodes apart. */
  readonly heads: 'forward' | 'both' | 'none' | 'hidden'
  /** Its own id, by which its looks are named. */
  readonly id?: string
}

const ownId = /([\p{L}\p{N}_-]+)@(?=[<xo]?(?:--|==|-\.|~~~))/uy
/** `-->`, `---`, `==>`, `-.->`, `--o`, `<-->`, `~~~`: with any length. */
const wholeLine = /([<xo])?(?:(?:--+([-xo>])|==+([=xo>]))|-?\.+-([xo>])?|(~~~+))/y
/** The first half of an arrow with its text in the middle: `-- text -->`. */
const firstHalf = /([<xo])?(--|==|-\.)\s*/y
const secondHalves: Readonly<Record<string, RegExp>> = {
  '--': /--+([-xo>])/g,
  '==': /==+([=xo>])/g,
  // From the first dot of several: to begin at each would take long where there are very many.
  '-.': /(?<!\.)\.+-([xo>])?/g,
}

/** The arrow that is drawn here; undefined when there is none. */
export function takeLine(cursor: Cursor): Line | undefined {
  const id = take(cursor, ownId)?.[1]
  const line = takeWhole(cursor) ?? takeHalves(cursor)
  return line === undefined || id === undefined ? line : { ...line, id }
}

function takeWhole(cursor: Cursor): Line | undefined {
  const found = take(cursor, wholeLine)
  if (found === undefined) return undefined
  const [, start, thin, thick, dotted, hidden] = found
  const heads = hidden === undefined ? headsOf(start, thin ?? thick ?? dotted) : 'hidden'
  take(cursor, /\s*/y)
  if (take(cursor, /\|/y) === undefined) return { heads }
  const label = takeUntil(cursor, ['|'])
  return label === undefined ? undefined : { heads, label }
}

function takeHalves(cursor: Cursor): Line | undefined {
  const found = take(cursor, firstHalf)
  const second = secondHalves[found?.[2] ?? '']
  if (found === undefined || second === undefined) return undefined
  second.lastIndex = cursor.at
  const end = second.exec(cursor.text)
  if (end === null) return undefined
  const label = cursor.text.slice(cursor.at, end.index)
  cursor.at = second.lastIndex
  return { heads: headsOf(found[1], end[1]), label }
}

/** Circles and crosses are heads as well; a line has none. */
function headsOf(start: string | undefined, end: string | undefined): 'forward' | 'both' | 'none' {
  if (end === undefined || end === '-' || end === '=') return 'none'
  return start === undefined ? 'forward' : 'both'
}
