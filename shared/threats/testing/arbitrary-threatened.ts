import { type Arbitrary, boolean, constantFrom, oneof, record, tuple, uniqueArray } from 'fast-check'
import type { Component, DataAsset, Design, Flow, Settings, Value } from '../../design/design.ts'
import { arbitraryDesign } from '../../design/testing/arbitrary-design.ts'
import { kinds } from '../../kinds/index.ts'
import type { Kind } from '../../kinds/kind.ts'
import { threatFixtures } from '../catalog/fixtures.ts'

const wanted = [
  'user',
  'client',
  'agent',
  'orchestrator',
  'llm-api',
  'llm-self-hosted',
  'ml-endpoint',
  'tool',
  'mcp-server',
  'memory',
  'vector-store',
  'object-store',
  'observability',
  'fine-tuning',
  'model-registry',
  'evaluation',
  'policy-gate',
  'guardrail',
  'external-system',
]
const pool: readonly Kind[] = kinds.filter(({ id }) => wanted.includes(id))
const topics = ['access', 'agents', 'privacy', 'retrieval', 'supply-chain', 'monitoring', 'cost']

/** What is drawn beside the shape: which kinds stand where, and which facts somebody stated. */
const choices = record({
  kinds: uniqueArray(constantFrom(...pool), { minLength: 6, maxLength: 6 }),
  /** The answer to each question in turn: nobody said, yes, no, nobody knows. */
  answers: uniqueArray(constantFrom(0, 1, 2, 3, 4, 5, 6), { minLength: 5, maxLength: 7 }),
  isComplete: boolean(),
  isDerived: boolean(),
})

/**
 * Designs in which threats are at home: the shapes of any design with the kinds, facts and data that rules ask for, or a
 * design that fails one of the rules.
 */
export const arbitraryThreatened: Arbitrary<Design> = oneof(
  tuple(arbitraryDesign, choices).map(([design, chosen]) => populate(design, chosen)),
  constantFrom(...threatFixtures.flatMap(({ fails, alsoFails = [] }) => [fails, ...alsoFails])),
)

function populate(
  design: Design,
  {
    kinds: chosen,
    answers,
    isComplete,
    isDerived,
  }: {
    readonly kinds: readonly Kind[]
    readonly answers: readonly number[]
    readonly isComplete: boolean
    readonly isDerived: boolean
  },
): Design {
  const { variants: _variants, shown: _shown, treatments: _treatments, ...base } = design
  let turn = 0
  const next = (): number => answers[(turn += 1) % answers.length] ?? 0
  const components = (base.components ?? []).map((component, index): Component => {
    const kind = chosen[index % chosen.length]
    return { ...component, kind: kind?.id ?? 'tool', settings: factsOf(kind, next) }
  })
  const data = (base.data ?? []).map((asset): DataAsset => {
    const { derivedFrom, ...own } = asset
    const writers = (['anyone', 'staff', 'customers', 'system'] as const)[next()]
    const personal = (['personal', 'none', 'special'] as const)[next()]
    const classification = (['confidential', 'public', 'internal'] as const)[next()]
    const type = (['records', 'secret', 'model'] as const)[next()]
    return {
      ...own,
      ...(isDerived && derivedFrom !== undefined ? { derivedFrom } : {}),
      ...(writers === undefined ? {} : { writers }),
      ...(personal === undefined ? {} : { personal }),
      ...(classification === undefined ? {} : { classification }),
      ...(type === undefined ? {} : { type }),
    }
  })
  const boundaries = (base.boundaries ?? []).map((each, index) => ({
    ...each,
    trust: index % 2 === 0 ? 0 : 80,
    organisation: index % 3 === 0 ? 'others' : 'client',
    network: index % 2 === 0 ? ('public' as const) : ('private' as const),
  }))
  const flows = (base.flows ?? []).map((flow): Flow => (next() === 6 ? { ...flow, mode: 'offline' } : flow))
  return {
    ...base,
    components,
    flows,
    ...(data.length === 0 ? {} : { data }),
    ...(boundaries.length === 0 ? {} : { boundaries }),
    ...(isComplete ? { context: { complete: topics } } : {}),
  }
}

function factsOf(kind: Kind | undefined, next: () => number): Settings {
  const stated = Object.entries(kind?.settings ?? {}).flatMap(
    ([name, field]): readonly (readonly [string, Value])[] => {
      if (field.fact !== true) return []
      const answer = next()
      if (answer === 3) return [[name, { unknown: true }]]
      if (answer === 0) return []
      if (field.type === 'boolean') return [[name, answer % 2 === 0]]
      const option = field.type === 'choice' ? field.options?.[answer % field.options.length]?.value : undefined
      return option === undefined ? [] : [[name, option]]
    },
  )
  return Object.fromEntries(stated)
}
