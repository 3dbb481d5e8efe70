import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Condition } from './condition.ts'
import { nestingFault } from './condition-nesting.ts'
import { parseCondition, printCondition } from './condition-text.ts'
import { conditionFault, conditionFields, kindIds, traits } from './condition-words.ts'
import { type Answer, decideCondition } from './decide-condition.ts'
import { design, graph, read } from './testing/conditions.ts'

const leaf = fc.oneof(
  fc.constantFrom(...kindIds).map((kind): Condition => ({ kind })),
  fc.array(fc.constantFrom(...kindIds), { minLength: 1, maxLength: 3 }).map((kind): Condition => ({ kind })),
  fc.constantFrom(...traits).map((trait): Condition => ({ trait: trait as 'passive' })),
  fc.string({ minLength: 1 }).map((name): Condition => ({ name })),
  fc.constantFrom('true', '5', 'and', 'in', 'a b', 'stated', '"', '\\', '*x*').map((tag): Condition => ({ tag })),
  fc.string({ minLength: 1 }).map((product): Condition => ({ product })),
  fc.constantFrom('trust', 'organisation', 'region', 'network').map((crosses): Condition => ({ crosses })),
  fc
    .constantFrom('trust', 'timeoutMs', 'settings.retentionDays')
    .map((field): Condition => ({ field, is: '<', value: 3 })),
  fc.constantFrom(...conditionFields).map((field): Condition => ({ field, is: 'stated' })),
  fc
    .tuple(fc.constantFrom('region', 'label', 'owner', 'in', 'kind', 'odd name', 'facts.x'), scalar())
    .map(([field, value]): Condition => ({ field, is: typeof value === 'object' ? 'in' : '=', value })),
)

function scalar() {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((each) => !Object.is(each, -0))
  return fc.oneof(
    fc.string(),
    fc.boolean(),
    number,
    fc.array(fc.string(), { minLength: 1 }),
    fc.array(number, { minLength: 1 }),
  )
}

const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map((any): Condition => ({ any })),
    tie('tree').map((not): Condition => ({ not })),
    tie('tree').map((inside): Condition => ({ inside })),
    tie('tree').map((data): Condition => ({ data })),
    tie('tree').map((from): Condition => ({ from })),
    tie('tree').map((to): Condition => ({ to })),
  ),
}))

const ids = [
  ...(design.components ?? []),
  ...(design.flows ?? []),
  ...(design.data ?? []),
  ...(design.boundaries ?? []),
]

const element = fc.constantFrom(...ids.map(({ id }) => id))

describe('laws', () => {
  const is = (condition: Condition, on: string): Answer => decideCondition(condition, on, graph).is
  const rank = { no: 0, unknown: 1, yes: 2 } as const
  const least = (...all: readonly Answer[]): Answer => all.reduce((a, b) => (rank[a] <= rank[b] ? a : b))
  const most = (...all: readonly Answer[]): Answer => all.reduce((a, b) => (rank[a] >= rank[b] ? a : b))
  const turned = { no: 'yes', unknown: 'unknown', yes: 'no' } as const

  it('"all" is the weakest of its parts, "any" the strongest, "not" turns round', () => {
    fc.assert(
      fc.property(tree, tree, element, (a, b, on) => {
        expect(is({ all: [a, b] }, on)).toBe(least(is(a, on), is(b, on)))
        expect(is({ any: [a, b] }, on)).toBe(most(is(a, on), is(b, on)))
        expect(is({ not: a }, on)).toBe(turned[is(a, on)])
        const deMorgan: Condition = { any: [{ not: a }, { not: b }] }
        expect(decideCondition({ not: { all: [a, b] } }, on, graph)).toEqual(decideCondition(deMorgan, on, graph))
      }),
      { numRuns: 300 },
    )
  })

  it('whatever it asks about is in the design', () => {
    fc.assert(
      fc.property(tree, element, (condition, on) => {
        for (const { on: asked } of decideCondition(condition, on, graph).asks)
          expect(ids.map(({ id }) => id)).toContain(asked)
      }),
      { numRuns: 300 },
    )
  })

  it('what is printed is read as the same', () => {
    fc.assert(
      fc.property(tree, (condition) => {
        const isSound = (each: Condition): boolean =>
          conditionFault(each) === undefined &&
          Object.values(each)
            .flat()
            .every((part) => typeof part !== 'object' || isSound(part as Condition))
        const parsed = parseCondition(printCondition(condition))
        if (nestingFault(condition) === undefined && isSound(condition)) expect(parsed).toEqual({ ok: true, condition })
        // What this version does not know is refused with a place in the text, never thrown.
        else expect(parsed.ok || (parsed.at >= 0 && parsed.sentence.length > 10)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('any text is read or refused, never thrown', () => {
    const signs = fc.constantFrom(
      'kind',
      '=',
      '&',
      '|',
      '(',
      ')',
      '!',
      'in',
      '[',
      ']',
      ',',
      '"',
      '<',
      'trust',
      '5',
      ' ',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(signs).map((all) => all.join(' ')),
        ),
        (text) => {
          const parsed = parseCondition(text)
          if (!parsed.ok) expect(parsed.at).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })
})

describe('what cannot be read is refused with its place and the remedy', () => {
  test.each<[string, number, RegExp]>([
    ['', 0, /kind = llm-api/u],
    ['kind = lm-api', 0, /Did you mean "llm-api"/u],
    ['trait = store-data', 0, /Did you mean "stores-data"/u],
    ['kind = llm-api & retentionDays < 5', 17, /Did you mean "settings.retentionDays"/u],
    ['kind = llm-api kind = agent', 15, /Join two conditions/u],
    ['kind = llm-api &', 16, /missing at the end/u],
    ['(kind = llm-api', 15, /Add "\)"/u],
    ['kind < agent', 5, /compared by =/u],
    ['kind agent', 5, /comparison/u],
    ['name = "App', 7, /closing quote/u],
    ['name = "(a+)+$"', 0, /run for ever/u],
    ['tag = a*b*c*d*e*f*g*h*i*j*k*l', 0, /10 is the limit/u],
    ['trust < high', 0, /has no order/u],
    ['settings.encryptedAtRest = 5', 0, /can never hold/u],
    ['region in eu-west-1', 0, /needs a list/u],
    ['region in [eu-west-1', 20, /Add "\]"/u],
    ['crosses legal', 0, /Known are: trust/u],
    [`${'!('.repeat(11)}kind = agent${')'.repeat(11)}`, 0, /more than 10 deep/u],
    ['in in in in trust < 5', 0, /4 boundaries out/u],
  ])('%s at %i', (text, at, sentence) => {
    const parsed = parseCondition(text)
    expect(parsed).toMatchObject({ ok: false, at })
    expect(parsed.ok ? '' : parsed.sentence).toMatch(sentence)
  })

  it('reads words for signs, and "&" before "|"', () => {
    expect(read('not kind = agent and tag = a or tag = b')).toEqual({
      any: [{ all: [{ not: { kind: 'agent' } }, { tag: 'a' }] }, { tag: 'b' }],
    })
    expect(printCondition(read('kind = llm-api & (in trust < 50 | !(tag = a & tag = b))'))).toBe(
      'kind = llm-api & (in trust < 50 | !(tag = a & tag = b))',
    )
  })
})
