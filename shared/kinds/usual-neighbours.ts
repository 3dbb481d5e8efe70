import type { Kind } from './kind.ts'
import type { Trait } from './trait.ts'

/** What a component is on a drawing in the first place: the first of these that its kind has, as many do several things. */
const roles = [
  'human-gate',
  'person',
  'client',
  'entry',
  'fronts-models',
  'plans-actions',
  'ingests',
  'splits-documents',
  'external-tools',
  'runs-actions',
  'orchestrates',
  'generates-text',
  'embeds',
  'ranks',
  'filters-content',
  'authenticates',
  'observes',
  'caches',
  'memory',
  'answers-search',
  'versions-models',
  'versions-prompts',
  'keeps-secrets',
  'delivers',
  'evaluates',
  'trains',
  'releases',
  'stores-data',
] as const satisfies readonly Trait[]
type Role = (typeof roles)[number]

/** What a role usually calls, the likeliest first: the arrows of common reference architectures. */
const usuallyCalls: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  'human-gate': ['person', 'runs-actions', 'stores-data'],
  person: ['client', 'entry'],
  client: ['entry', 'plans-actions', 'orchestrates', 'authenticates'],
  entry: ['plans-actions', 'orchestrates', 'authenticates', 'fronts-models', 'filters-content', 'entry'],
  'fronts-models': ['generates-text', 'embeds', 'caches', 'observes'],
  'plans-actions': [
    'generates-text',
    'runs-actions',
    'external-tools',
    'memory',
    'answers-search',
    'human-gate',
    'filters-content',
    'fronts-models',
  ],
  ingests: ['splits-documents', 'embeds', 'answers-search', 'filters-content', 'stores-data'],
  'splits-documents': ['embeds', 'answers-search', 'stores-data'],
  'external-tools': ['runs-actions', 'stores-data'],
  'runs-actions': ['stores-data', 'entry', 'human-gate'],
  orchestrates: [
    'generates-text',
    'answers-search',
    'filters-content',
    'stores-data',
    'embeds',
    'ranks',
    'plans-actions',
    'caches',
    'fronts-models',
  ],
  embeds: ['answers-search'],
  delivers: ['orchestrates', 'ingests', 'plans-actions'],
  trains: ['versions-models', 'evaluates', 'stores-data'],
  evaluates: ['generates-text', 'stores-data', 'observes'],
  releases: ['versions-models', 'versions-prompts', 'evaluates'],
}

type Traits = Pick<Kind, 'traits'>

function roleOf({ traits }: Traits): Role | undefined {
  return roles.find((role) => traits.includes(role))
}

/**
 * How likely an arrow leads from one kind to another, by what such components usually call: 0 where nothing speaks for
 * it, else up to 1. No arrow is forbidden by it; a list puts the likely ones first.
 */
export function usualness(from: Traits, to: Traits): number {
  const [caller, callee] = [roleOf(from), roleOf(to)]
  if (caller === undefined || callee === undefined) return 0
  const place = usuallyCalls[caller]?.indexOf(callee) ?? -1
  return place < 0 ? 0 : 1 / (1 + place)
}

/** The ends of a new arrow, or of the two that a newcomer between them would have. */
export interface Neighbours {
  /** What leads to the newcomer. */
  readonly from?: Traits | undefined
  /** What the newcomer leads to. */
  readonly to?: Traits | undefined
}

/** What usually stands there, the likeliest first and in the order given among equals; between two it fits to both. */
export function usualBetween<Newcomer extends Traits>(
  kinds: readonly Newcomer[],
  { from, to }: Neighbours,
): readonly Newcomer[] {
  const scored = kinds.map((kind) => ({
    kind,
    scores: [
      ...(from === undefined ? [] : [usualness(from, kind)]),
      ...(to === undefined ? [] : [usualness(kind, to)]),
    ],
  }))
  return scored
    .filter(({ scores }) => scores.length > 0 && scores.every((score) => score > 0))
    .toSorted((a, b) => sum(b.scores) - sum(a.scores))
    .map(({ kind }) => kind)
}

function sum(scores: readonly number[]): number {
  return scores.reduce((total, score) => total + score, 0)
}
