import type { z } from 'zod'
import type { Design } from './design.ts'
import type { Problem } from './problem.ts'
import { type Segments, parsePath, printPath, valueAt, withPlaces } from './json-path.ts'
import { designSchema } from './schema.ts'
import { capital, describeValue, elementIdOf, ownerOf } from './wording.ts'

/** Collections whose elements must have a name. */
const named: ReadonlySet<unknown> = new Set([
  'boundaries',
  'components',
  'data',
  'identities',
  'actions',
  'workloads',
  'variants',
  'decisions',
  'views',
])

/** What a required word says when the file says nothing usable: the element stays on the canvas. */
const stopgaps: readonly { readonly fits: (at: Segments) => boolean; readonly value: string | number }[] = [
  { fits: (at) => at.length === 3 && at[2] === 'name' && named.has(at[0]), value: 'Unnamed' },
  { fits: (at) => at.length === 3 && at[0] === 'components' && at[2] === 'kind', value: 'unknown' },
  { fits: (at) => at.length === 1 && at[0] === 'name', value: 'Untitled' },
  { fits: (at) => at.length === 1 && at[0] === 'id', value: 'design' },
  { fits: (at) => at.length === 1 && at[0] === 'version', value: 1 },
]

/**
 * Finds what does not have the shape of a design, and leaves exactly that out: the field where it may be absent, else
 * the smallest thing around it that may. Answers the design that remains, and one problem
 * for each place. Null, and numbers that are none, are invariant E13; every other wrong type is reported as 'file'.
 */
export function refuseMisshapen(document: Readonly<Record<string, unknown>>): {
  readonly design: Design
  readonly problems: readonly Problem[]
  /** Where a place of the design is in the document that was read: items that were left out move those after them. */
  readonly originalPath: (path: string) => string
} {
  const first = designSchema.safeParse(document)
  if (first.success) return { design: asDesign(document), problems: [], originalPath: (path) => path }
  const issues = first.error.issues.map((issue) => deepest(document, issue, []))
  const problems = issues.map((issue) => problemOf(document, issue))
  const passes = [placesToMend(document, issues)]
  let next: unknown = withPlaces(document, passes[0] ?? [])
  // Leaving something out can leave its owner without what it needs; then the owner goes, and so on up.
  for (let depth = 0; depth < 100; depth += 1) {
    const again = designSchema.safeParse(next)
    if (again.success) {
      return { design: asDesign(next), problems, originalPath: (path) => throughPasses(path, passes) }
    }
    const places = placesToMend(
      next,
      again.error.issues.map((issue) => deepest(next, issue, [])),
    )
    next = withPlaces(next, places)
    passes.push(places)
  }
  throw new Error('A document stays misshapen however much of it is left out.')
}

/** The schema only looks and never rewrites, so a document that it accepts is the design, key order and all. */
function asDesign(document: unknown): Design {
  return document as Design
}

interface Misfit {
  readonly at: Segments
  readonly expected: string
}

/** Of a value that fits none of several forms, the complaint about the form that it comes nearest to. */
function deepest(document: unknown, issue: z.core.$ZodIssue, above: Segments): Misfit {
  const at: Segments = [...above, ...keysOf(issue)]
  if (issue.code !== 'invalid_union') return { at, expected: issue.message }
  const inner = issue.errors
    .filter((errors) => errors.every((error) => error.path.length > 0))
    .filter((errors) => errors.some((error) => valueAt(document, [...at, ...keysOf(error)]) !== undefined))
    .toSorted((left, right) => left.length - right.length)
  const nearest = inner[0]?.[0]
  return nearest ? deepest(document, nearest, at) : { at, expected: issue.message }
}

function keysOf(issue: z.core.$ZodIssue): Segments {
  return issue.path.filter((key) => typeof key !== 'symbol')
}

function placesToMend(document: unknown, misfits: readonly Misfit[]): { at: Segments; value?: unknown }[] {
  return misfits.map(({ at }) => {
    const stopgap = stopgaps.find((candidate) => candidate.fits(at))
    if (stopgap) return { at, value: stopgap.value }
    // A field that is not there at all cannot be left out: its owner is what goes.
    return { at: valueAt(document, at) === undefined && at.length > 0 ? at.slice(0, -1) : at }
  })
}

/** A path as it was before items were left out, the last pass first. */
function throughPasses(path: string, passes: readonly (readonly { at: Segments; value?: unknown }[])[]): string {
  let segments = [...parsePath(path)]
  for (const places of passes.toReversed()) {
    const gone = places
      .filter((place) => place.value === undefined && typeof place.at.at(-1) === 'number')
      .map((place) => place.at)
    segments = segments.map((key, index) => {
      if (typeof key !== 'number') return key
      const siblings = gone.filter(
        (at) => at.length === index + 1 && at.slice(0, -1).every((part, depth) => part === segments[depth]),
      )
      const positions = new Set(siblings.map((at) => Number(at.at(-1))))
      return [...positions]
        .toSorted((left, right) => left - right)
        .reduce((at, left) => (left <= at ? at + 1 : at), key)
    })
  }
  return printPath(segments)
}

function problemOf(document: unknown, { at, expected }: Misfit): Problem {
  const value = valueAt(document, at)
  const field = at.findLast((key) => typeof key === 'string') ?? 'document'
  const owner = ownerOf(document, at)
  const whole = at.length === 2 && owner !== undefined
  const subject = whole ? capital(owner) : owner === undefined ? `"${field}"` : `"${field}" of ${owner}`
  const element = elementIdOf(document, at)
  return {
    code: value === null ? 'E13' : 'file',
    level: 'error',
    sentence: `${sentenceFor(subject, value, expected)} ${consequence(at)}`,
    path: printPath(at),
    ...(element === undefined ? {} : { element }),
  }
}

function sentenceFor(subject: string, value: unknown, expected: string): string {
  if (value === null) return `${subject} is null. Leave it out, or write {"unknown": true}.`
  if (value === undefined) return `${subject} is missing; it takes ${expected}.`
  return `${subject} is ${describeValue(value)}; it takes ${expected}.`
}

function consequence(at: Segments): string {
  const stopgap = stopgaps.find((candidate) => candidate.fits(at))
  return stopgap ? `It opens as ${JSON.stringify(stopgap.value)}.` : 'It is left out until that is mended.'
}
