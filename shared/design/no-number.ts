import type { Design } from './design.ts'
import type { Problem } from './problem.ts'

/** A design without numbers that are none, and where they stood. */
export interface OnlyNumbers {
  readonly design: Design
  readonly problems: readonly Problem[]
}

/**
 * E13: takes NaN and infinite numbers out of a design that was handed over as an object, wherever they stand: a number
 * that somebody computed wrongly must not spread into every result. What stands in its place is "unknown"; a band or a
 * list that holds one is left out. Text never holds them: JSON has no word for them. A design without any is returned as
 * it is; parts that were looked at before are not looked at again.
 */
export function leaveOutNoNumbers(design: Design): OnlyNumbers {
  const problems: Problem[] = []
  const cleaned = cleanRecord(design, '', undefined, problems)
  return { design: cleaned as Design, problems }
}

/** Places and sizes are no part of any result. */
const untouched: ReadonlySet<string> = new Set(['views'])
/** Fields that take a number and nothing else: left out. */
const plain: ReadonlySet<string> = new Set(['low', 'high', 'join'])
/** Holds no such number anywhere; designs share what an edit leaves alone. */
const clean = new WeakSet<object>()

interface Owner {
  readonly id: string
  readonly name: string
}

function cleanRecord(record: object, path: string, around: Owner | undefined, problems: Problem[]): object {
  if (clean.has(record)) return record
  const owner = ownerOf(record) ?? around
  const before = problems.length
  const entries = Object.entries(record).flatMap(([key, value]): readonly (readonly [string, unknown])[] => {
    if (path === '' && untouched.has(key)) return [[key, value]]
    const at = path === '' ? key : `${path}.${key}`
    if (isNoNumber(value)) {
      problems.push(problemAt(at, key, value, owner))
      return plain.has(key) ? [] : [[key, { unknown: true }]]
    }
    if (Array.isArray(value)) {
      const wrong = value.find(isNoNumber)
      if (wrong !== undefined) {
        problems.push(problemAt(at, key, wrong, owner))
        return []
      }
      return [[key, cleanList(value, at, owner, problems)]]
    }
    return [[key, typeof value === 'object' && value !== null ? cleanRecord(value, at, owner, problems) : value]]
  })
  if (problems.length === before) {
    clean.add(record)
    return record
  }
  const made = Object.fromEntries(entries)
  // A stated value that is none is unknown altogether: its band and source are of nothing.
  const { value } = made as { readonly value?: unknown }
  return isNoNumber((record as { readonly value?: unknown }).value) && value !== undefined ? { unknown: true } : made
}

function cleanList(list: readonly unknown[], path: string, owner: Owner | undefined, problems: Problem[]): unknown {
  if (clean.has(list)) return list
  const before = problems.length
  const made = list.map((each, index) =>
    typeof each === 'object' && each !== null ? cleanRecord(each, `${path}[${index}]`, owner, problems) : each,
  )
  if (problems.length > before) return made
  clean.add(list)
  return list
}

function isNoNumber(value: unknown): value is number {
  return typeof value === 'number' && !Number.isFinite(value)
}

function ownerOf(record: object): Owner | undefined {
  const { id, name } = record as { readonly id?: unknown; readonly name?: unknown }
  return typeof id === 'string' ? { id, name: typeof name === 'string' ? name : id } : undefined
}

function problemAt(path: string, key: string, value: number, owner: Owner | undefined): Problem {
  const field = key === 'value' ? path.replace(/\.value$/, '').replace(/^.*[.\]]/, '') : key
  const what = Number.isNaN(value) ? 'is no number' : 'has no end'
  return {
    code: 'E13',
    level: 'error',
    sentence: `${owner === undefined ? '' : `"${owner.name}": `}"${field}" ${what} (${value}), so it counts as unknown. Write a number, or say that nobody knows it.`,
    path,
    ...(owner === undefined ? {} : { element: owner.id }),
  }
}
