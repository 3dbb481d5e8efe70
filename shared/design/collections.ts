import type { Collection, Design, Element, Id } from './design.ts'

/** Collections of the model, in the order of the file: a variant can patch these. */
export const modelCollections = [
  'boundaries',
  'components',
  'flows',
  'data',
  'identities',
  'controls',
  'actions',
  'workloads',
  'requirements',
] as const satisfies readonly Collection[]

/** Collections of the file that are about the model: judgement, options, pictures. */
export const recordCollections = [
  'variants',
  'decisions',
  'treatments',
  'risks',
  'assumptions',
  'questions',
  'parked',
  'workItems',
  'reviews',
  'baselines',
  'views',
] as const

export const collections = [...modelCollections, ...recordCollections] as const
export type AnyCollection = (typeof collections)[number]

/** The type of an element of a collection. */
export type ElementOf<C extends AnyCollection> = NonNullable<Design[C]>[number]

/** What an element of a collection is called in a sentence. */
export const nouns: Readonly<Record<AnyCollection, string>> = {
  boundaries: 'boundary',
  components: 'component',
  flows: 'arrow',
  data: 'data asset',
  identities: 'identity',
  controls: 'control',
  actions: 'action',
  workloads: 'workload',
  requirements: 'requirement',
  variants: 'variant',
  decisions: 'decision',
  treatments: 'treatment',
  risks: 'risk',
  assumptions: 'assumption',
  questions: 'question',
  parked: 'parked item',
  workItems: 'work item',
  reviews: 'review',
  baselines: 'baseline',
  views: 'view',
}

/** Fields without which an element of a model collection says nothing; a change that lacks them cannot add one. */
export const requiredFields: Readonly<Record<Collection, readonly string[]>> = {
  boundaries: ['name'],
  components: ['name', 'kind'],
  flows: ['from', 'to'],
  data: ['name'],
  identities: ['name', 'type'],
  controls: ['type', 'on', 'status'],
  actions: ['name', 'starts'],
  workloads: ['name', 'mix', 'arrivals'],
  requirements: ['metric', 'is', 'target', 'priority'],
}

/** The element with this id and the collection it is in; elements that only a variant adds are not in the base. */
export function findElement(
  design: Design,
  id: Id,
): { readonly collection: AnyCollection; readonly element: Element } | undefined {
  for (const collection of collections) {
    const element = design[collection]?.find((candidate: Element) => candidate.id === id)
    if (element) return { collection, element }
  }
  return undefined
}

/** Every id that is used in the file, those that only a variant's changes mention included. */
export function takenIds(design: Design): ReadonlySet<Id> {
  const taken = new Set<Id>([design.id])
  for (const collection of collections) {
    for (const element of design[collection] ?? []) taken.add(element.id)
  }
  for (const decision of design.decisions ?? []) for (const option of decision.options) taken.add(option.id)
  for (const { conditions } of design.baselines ?? []) for (const { id } of conditions ?? []) taken.add(id)
  for (const price of design.prices ?? []) taken.add(price.id)
  for (const measure of design.framing?.measures ?? []) taken.add(measure.id)
  for (const answer of design.framing?.answers ?? []) taken.add(answer.id)
  for (const variant of design.variants ?? []) {
    for (const collection of modelCollections) {
      for (const id of Object.keys(variant.changes[collection] ?? {})) taken.add(id)
    }
  }
  return taken
}

/** The name to show for an element: an arrow without one reads "A to B". Never an id, unless nothing else is known. */
export function nameOf(design: Design, id: Id): string {
  if (id === design.id) return design.name
  const found = findElement(design, id)
  if (!found) return conditionText(design, id) ?? id
  if (found.element.name !== undefined && found.element.name !== '') return found.element.name
  const flow = found.collection === 'flows' ? design.flows?.find((candidate) => candidate.id === id) : undefined
  if (flow) return `${componentName(design, flow.from)} to ${componentName(design, flow.to)}`
  return id
}

/** A condition of a board stands inside its baseline, and is called by what it asks. */
function conditionText(design: Design, id: Id): string | undefined {
  const conditions = (design.baselines ?? []).flatMap((baseline) => baseline.conditions ?? [])
  return conditions.find((condition) => condition.id === id)?.text
}

function componentName(design: Design, id: Id): string {
  return design.components?.find((component) => component.id === id)?.name ?? id
}
