import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import type { Design } from './design/design.ts'
import { leaveOutNoNumbers } from './design/no-number.ts'

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const template = read('resources/templates/customer-support-agent.lintel.json') as Design
const knowledge = { prices: read('resources/prices/price-book.json') as object, today: '2026-11-21' }

/** Paths of all numbers that a result may depend on. */
function numberPaths(
  value: unknown,
  path: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] {
  if (typeof value === 'number') return [path]
  if (Array.isArray(value)) return value.flatMap((each, index) => numberPaths(each, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) =>
    path.length === 0 && ['views', 'version'].includes(key) ? [] : numberPaths(each, [...path, key]),
  )
}

function withAt(design: Design, path: readonly (string | number)[], number: number): Design {
  const copy = structuredClone(design)
  const last = path.at(-1) ?? ''
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], copy)
  ;(parent as Record<string | number, unknown>)[last] = number
  return copy
}

function everyNumber(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(everyNumber)
}

describe('a number that is none', () => {
  it('is caught wherever it stands, named with its place, and the rest is computed in real numbers', () => {
    const paths = numberPaths(template)
    expect(paths.length).toBeGreaterThan(60)
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
        (path, wrong) => {
          const { problems, estimate } = analyse(withAt(template, path, wrong), knowledge)
          const found = problems.filter(({ code }) => code === 'E13')
          expect(found).toHaveLength(1)
          expect(found[0]?.sentence).toMatch(/(is no number|has no end) .*counts as unknown/)
          expect(everyNumber(estimate).every((number) => Number.isFinite(number))).toBe(true)
        },
      ),
      { seed: 20261121, numRuns: 40 },
    )
  })
  it('says of which element and field it is', () => {
    const wrong = withAt(template, ['components', 2, 'settings', 'maxUsd'], Number.NaN)
    expect(leaveOutNoNumbers(wrong).problems).toEqual([
      {
        code: 'E13',
        level: 'error',
        sentence:
          '"Support agent": "maxUsd" is no number (NaN), so it counts as unknown. Write a number, or say that nobody knows it.',
        path: 'components[2].settings.maxUsd',
        element: 'agent',
      },
    ])
  })
  it('makes a stated value unknown altogether, and a band without one end', () => {
    const { design } = leaveOutNoNumbers({
      ...template,
      assumptions: [],
      components: [
        {
          id: 'a',
          name: 'A',
          kind: 'service',
          settings: { p50Ms: { value: Number.NaN, low: 1, high: 2 }, p95Ms: { value: 3, low: Number.NaN, high: 4 } },
        },
      ],
    })
    expect(design.components?.[0]?.settings).toEqual({ p50Ms: { unknown: true }, p95Ms: { value: 3, high: 4 } })
  })
  it('leaves a design of numbers as it is: the same object', () => {
    const { design, problems } = leaveOutNoNumbers(template)
    expect(design).toBe(template)
    expect(problems).toEqual([])
  })
  it('in a price book is refused by row and column', () => {
    const book = structuredClone(knowledge.prices) as { columns: string[]; rows: unknown[][] }
    const usd = book.columns.indexOf('usd')
    const asked = book.rows.filter((row) => row[0] === 'llm.input' && row[1] === 'anthropic/claude-sonnet-4-6')
    expect(asked.length).toBeGreaterThan(0)
    for (const [wrong, word] of [
      [Number.NaN, 'NaN'],
      [Number.POSITIVE_INFINITY, 'Infinity'],
    ] as const) {
      for (const row of asked) row[usd] = wrong
      expect(() => analyse(template, { ...knowledge, prices: structuredClone(book) })).toThrow(
        new RegExp(
          String.raw`Row \d+ \("llm.input" of "anthropic/claude-sonnet-4-6"\): usd is ${word}. Write a number.`,
        ),
      )
    }
  })
})
