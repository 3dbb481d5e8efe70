import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Design } from '../design/design.ts'
import { kinds } from '../kinds/index.ts'
import { products } from '../kinds/products/index.ts'
import { buildGraph } from './build-graph.ts'
import type { Condition } from './condition.ts'
import { nestingFault } from './condition-nesting.ts'
import { parseCondition, printCondition } from './condition-text.ts'
import { conditionFault, conditionFields, kindIds, traits } from './condition-words.ts'
import { type Answer, decideCondition } from './decide-condition.ts'
import { matchesName, patternFault } from './match-name.ts'

const design: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'x-design',
  name: 'Mini',
  boundaries: [
    { id: 'b-net', name: 'Internet', trust: 10 },
    { id: 'b-ours', name: 'Platform', trust: 80, region: 'eu-west-1', organisation: 'client' },
    { id: 'b-cell', name: 'Cell', in: 'b-ours' },
    { id: 'b-vendor', name: 'Vendor' },
  ],
  components: [
    { id: 'c-user', name: 'Customer', kind: 'user', in: 'b-net' },
    { id: 'c-app', name: 'App', kind: 'orchestrator', in: 'b-ours', tags: ['pci', 'core'], owner: 'Team A' },
    { id: 'c-model', name: 'Model', kind: 'llm-api', in: 'b-vendor', product: 'openai/gpt-4.1' },
    { id: 'c-other', name: 'Other model', kind: 'llm-api', in: 'b-vendor' },
    {
      id: 'c-store',
      name: 'Store',
      kind: 'vector-store',
      in: 'b-cell',
      holds: ['d-chunks'],
      settings: { retentionDays: 30, encryptedAtRest: true },
    },
    { id: 'c-lost', name: 'Lost', kind: 'tool' },
    { id: 'c-files', name: 'Files', kind: 'object-store', in: 'b-cell' },
  ],
  flows: [
    { id: 'a-ask', from: 'c-user', to: 'c-app', encrypted: true, request: { data: ['d-question'] } },
    { id: 'a-model', from: 'c-app', to: 'c-model' },
    { id: 'a-search', from: 'c-app', to: 'c-store', timeoutMs: 500, response: { data: ['d-chunks'] } },
  ],
  data: [
    { id: 'd-question', name: 'Question', classification: 'internal' },
    { id: 'd-files', name: 'Contracts', classification: 'restricted' },
    { id: 'd-chunks', name: 'Chunks', derivedFrom: ['d-files'] },
    { id: 'd-both', name: 'Both', derivedFrom: ['d-question', 'd-files'] },
    { id: 'd-mixed', name: 'Mixed', derivedFrom: ['d-files', 'd-log'] },
    { id: 'd-log', name: 'Log', facts: { retentionDays: 400 } },
  ],
}
const graph = buildGraph(design, kinds, products)
const read = (text: string): Condition => {
  const parsed = parseCondition(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.sentence}`)
  return parsed.condition
}
const ask = (text: string, on: string) => decideCondition(read(text), on, graph)

describe('a condition asked of an element', () => {
  test.each<[string, string, Answer]>([
    ['kind = llm-api', 'c-model', 'yes'],
    ['kind = llm-*', 'c-model', 'yes'],
    ['kind in [agent, orchestrator]', 'c-model', 'no'],
    ['kind != llm-api', 'c-app', 'yes'],
    ['kind = llm-api', 'a-model', 'no'],
    ['trait = stores-data', 'c-store', 'yes'],
    ['trait = stores-data', 'c-app', 'no'],
    ['product = "openai/*"', 'c-model', 'yes'],
    ['product = OpenAI', 'c-model', 'yes'],
    ['product = anthropic*', 'c-model', 'no'],
    ['product = anthropic*', 'c-other', 'unknown'],
    ['product = anthropic*', 'c-user', 'no'],
    ['name = other*', 'c-other', 'yes'],
    ['name = "App to *"', 'a-model', 'yes'],
    ['tag = PCI', 'c-app', 'yes'],
    ['tag = pci', 'c-user', 'no'],
    ['in trust < 50', 'c-user', 'yes'],
    ['in trust < 50', 'c-app', 'no'],
    ['in trust < 50', 'c-store', 'no'],
    ['in trust < 50', 'c-model', 'unknown'],
    ['in name = platform', 'c-store', 'yes'],
    ['in name = platform', 'a-search', 'yes'],
    ['in name = platform', 'a-ask', 'no'],
    ['in name = platform', 'd-chunks', 'yes'],
    ['trust >= 80', 'c-store', 'yes'],
    ['region in [eu-west-1, eu-central-1]', 'c-app', 'yes'],
    ['region = us-*', 'b-cell', 'no'],
    ['data classification = restricted', 'c-store', 'yes'],
    ['data classification >= confidential', 'a-search', 'yes'],
    ['data classification >= confidential', 'a-ask', 'no'],
    ['data classification >= confidential', 'a-model', 'unknown'],
    ['data classification >= confidential', 'c-files', 'unknown'],
    ['data classification >= confidential', 'c-app', 'no'],
    ['data name = nothing', 'c-files', 'no'],
    ['from kind = user', 'a-ask', 'yes'],
    ['to trait = generates-text', 'a-model', 'yes'],
    ['to trait = generates-text', 'c-model', 'no'],
    ['crosses trust', 'a-ask', 'yes'],
    ['crosses trust', 'a-search', 'no'],
    ['crosses trust', 'a-model', 'unknown'],
    ['crosses trust', 'c-app', 'no'],
    ['settings.retentionDays <= 30', 'c-store', 'yes'],
    ['settings.retentionDays > 30', 'c-store', 'no'],
    ['settings.encryptedAtRest = true', 'c-files', 'unknown'],
    ['encrypted = true', 'a-ask', 'yes'],
    ['encrypted = true', 'a-model', 'unknown'],
    ['does has read', 'a-search', 'yes'],
    ['owner stated', 'c-app', 'yes'],
    ['owner stated', 'c-store', 'no'],
    ['timeoutMs != 500', 'a-search', 'no'],
    ['classification = restricted', 'd-chunks', 'yes'],
    ['classification = restricted', 'd-both', 'yes'],
    ['classification = restricted', 'd-mixed', 'unknown'],
    ['facts.retentionDays < 365', 'd-log', 'no'],
    ['classification = public', 'd-log', 'unknown'],
    ['kind = llm-api & product = anthropic*', 'c-app', 'no'],
    ['kind = llm-api | product = anthropic*', 'c-other', 'yes'],
    ['!(encrypted = true)', 'a-model', 'unknown'],
    ['kind = llm-api', 'no-such-thing', 'no'],
  ])('%s of %s: %s', (text, on, expected) => {
    expect(ask(text, on).is).toBe(expected)
  })

  it('names the facts that an unknown hangs on, where they are to be stated', () => {
    expect(ask('encrypted = true', 'a-model').asks).toEqual([{ on: 'a-model', field: 'encrypted' }])
    expect(ask('in trust < 50', 'c-model').asks).toEqual([{ on: 'b-vendor', field: 'trust' }])
    expect(ask('crosses region', 'a-ask').asks).toEqual([{ on: 'b-net', field: 'region' }])
    expect(ask('product = x | encrypted = true', 'c-other').asks).toEqual([])
    expect(ask('trust < 50', 'c-lost').asks).toEqual([{ on: 'c-lost', field: 'in' }])
    expect(ask('owner stated', 'c-store')).toEqual({ is: 'no', asks: [{ on: 'c-store', field: 'owner' }] })
  })

  it('asks nobody for what an element cannot say', () => {
    expect(ask('settings.retentionDays < 5', 'c-user')).toEqual({ is: 'unknown', asks: [] })
    expect(ask('encrypted = true', 'c-app')).toEqual({ is: 'unknown', asks: [] })
  })

  it('reads what a product is known for, and not what was assumed of it', () => {
    const factOf = (assumed: boolean) => {
      for (const { id, kinds: own, facts } of products)
        for (const [name, { value, assumed: isAssumed = false }] of Object.entries(facts))
          if (typeof value === 'number' && isAssumed === assumed) return { id, kind: own[0] ?? '', name, value }
      throw new Error('no such product')
    }
    const answer = (assumed: boolean) => {
      const { id, kind, name, value } = factOf(assumed)
      const one = { ...design, components: [{ id: 'c-one', name: 'One', kind, product: id }], flows: [] }
      const condition: Condition = { field: `settings.${name}`, is: '=', value }
      return decideCondition(condition, 'c-one', buildGraph(one, kinds, products)).is
    }
    expect(answer(false)).toBe('yes')
    expect(answer(true)).toBe('unknown')
  })

  it('asks nothing that a firm part has decided', () => {
    expect(ask('kind = llm-api & encrypted = true', 'a-model')).toEqual({ is: 'no', asks: [] })
    expect(ask('owner stated & kind = agent', 'c-store')).toEqual({ is: 'no', asks: [] })
  })
})

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

describe('a pattern', () => {
  it('matches as its meaning says', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', '*')), fc.array(fc.constantFrom('a', 'b')), (pattern, text) => {
        const expression = new RegExp(`^${pattern.map((sign) => (sign === '*' ? '.*' : sign)).join('')}$`, 'u')
        if (pattern.filter((sign) => sign === '*').length <= 4)
          expect(matchesName(text.join(''), pattern.join(''))).toBe(expression.test(text.join('')))
      }),
    )
  })

  it('that would send a backtracking matcher round for ever is answered', () => {
    expect(matchesName('a'.repeat(20_000), `${'*a'.repeat(10)}b`)).toBe(false)
    expect(patternFault('.*')).toMatch(/regular expression/u)
    expect(patternFault('Claude (EU) 4.1*')).toBeUndefined()
  })
})
