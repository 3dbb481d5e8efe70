import type { AnyCollection, ElementOf } from './collections.ts'
import type { Component, Id, Plan } from './design.ts'
import { childPath } from './json-path.ts'
import { isPlainObject } from './same-json.ts'
import { isCall, mapPlanCalls, walkSteps } from './steps.ts'

type Target = AnyCollection | 'any'

/**
 * One place in an element where an id of another element is written.
 *
 * `lost` says what an edit does when that other element goes: the 'entry' is left out (an item, a key or the field);
 * the 'owner' (the element, or the list item around the id) makes no sense without it and goes too; or the id 'stays',
 * because dropping it would silently change what a person asked for or signed.
 */
export interface Slot {
  readonly path: string
  readonly to: readonly Target[]
  readonly lost: 'entry' | 'owner' | 'stays'
}

const entry = (path: string, ...to: Target[]): Slot => ({ path, to, lost: 'entry' })
const owner = (path: string, ...to: Target[]): Slot => ({ path, to, lost: 'owner' })
const stays = (path: string, ...to: Target[]): Slot => ({ path, to, lost: 'stays' })

/** Where ids are written, by collection. `[]` is each item of a list, `{}` each key of a record; steps come on top. */
export const slots: Readonly<Record<AnyCollection, readonly Slot[]>> = {
  boundaries: [entry('in', 'boundaries')],
  components: [
    entry('in', 'boundaries'),
    entry('holds[]', 'data'),
    entry('as', 'identities'),
    entry('plans[].on[]', 'flows', 'actions'),
  ],
  flows: [
    owner('from', 'components'),
    owner('to', 'components'),
    entry('request.data[]', 'data'),
    entry('response.data[]', 'data'),
    entry('as', 'identities'),
    entry('toAll[]', 'boundaries'),
  ],
  data: [entry('derivedFrom[]', 'data')],
  identities: [owner('grants[].on', 'components', 'data')],
  controls: [entry('on[]', 'any'), entry('by', 'components')],
  actions: [owner('starts', 'flows', 'components'), stays('answeredBy', 'flows')],
  workloads: [entry('mix{}', 'actions')],
  requirements: [stays('on[]', 'any'), stays('during[]', 'variants'), entry('against[]', 'requirements')],
  variants: [entry('of', 'variants')],
  decisions: [
    entry('about[]', 'any'),
    entry('drivers[]', 'requirements'),
    entry('options[].variant', 'variants'),
    entry('supersedes', 'decisions'),
  ],
  treatments: [
    stays('on[]', 'any'),
    stays('variant', 'variants'),
    entry('controls[]', 'controls'),
    entry('decision', 'decisions'),
  ],
  risks: [entry('about[]', 'any'), entry('cell.on', 'any')],
  assumptions: [entry('about[]', 'any'), entry('cell.on', 'any')],
  questions: [owner('about.on', 'any')],
  parked: [entry('about[]', 'any')],
  workItems: [entry('phase', 'variants'), entry('about[]', 'any'), entry('after[]', 'workItems')],
  reviews: [],
  baselines: [entry('conditions[].about[]', 'any')],
  views: [
    entry('variant', 'variants'),
    entry('about[]', 'any'),
    entry('only[]', 'any'),
    entry('hide[]', 'any'),
    entry('slides[].focus[]', 'any'),
    entry('places{}', 'components', 'boundaries'),
    entry('routes{}', 'flows'),
  ],
}

/** The steps of a plan name arrows. */
const stepSlot: Slot = entry('plans[].steps', 'flows')
/** A stated value may rest on an assumption, a decision or a question. */
const becauseSlot: Slot = entry('because', 'assumptions', 'decisions', 'questions')

/** Lists that must be there, even when nothing is left in them. */
const requiredLists: ReadonlySet<string> = new Set(['on', 'focus', 'options', 'steps'])

/** Answers the id to write instead (the same one to leave it), or undefined to lose it as its slot says. */
export type MapReference = (id: Id, slot: Slot) => Id | undefined

/**
 * Rewrites every reference of an element. Answers the same object when nothing changed, and undefined when the element
 * lost what it cannot be without (an arrow its end).
 */
export function mapReferences<C extends AnyCollection>(
  collection: C,
  element: ElementOf<C>,
  map: MapReference,
): ElementOf<C> | undefined {
  let next: unknown = element
  for (const slot of slots[collection]) {
    if (slot.path === 'plans[].on[]') continue
    next = mapAt(next, partsOf(slot.path), slot, map)
    if (next === undefined) return undefined
  }
  if (collection === 'components') next = mapPlans(next as Component, map)
  return mapBecause(next, map) as ElementOf<C>
}

interface Reference {
  readonly id: Id
  readonly path: string
  readonly slot: Slot
}

/** By the element itself: it never changes, an edit makes another one. */
const known = new WeakMap<object, { readonly as: AnyCollection; readonly references: readonly Reference[] }>()

/** Every reference of an element with its JSON path below the element. */
export function referencesOf<C extends AnyCollection>(collection: C, element: ElementOf<C>): readonly Reference[] {
  const read = known.get(element)
  if (read?.as === collection) return read.references
  const references = readReferences(collection, element)
  known.set(element, { as: collection, references })
  return references
}

function readReferences<C extends AnyCollection>(collection: C, element: ElementOf<C>): readonly Reference[] {
  const found: Reference[] = []
  for (const slot of slots[collection]) {
    collectAt(element, partsOf(slot.path), '', (id, path) => found.push({ id, path, slot }))
  }
  if (collection === 'components') {
    ;((element as Component).plans ?? []).forEach((plan, index) => {
      walkSteps(plan.steps, (step, path) => {
        if (isCall(step)) found.push({ id: step.call, path: `plans[${index}].steps${path}.call`, slot: stepSlot })
      })
    })
  }
  collectBecause(element, '', (id, path) => found.push({ id, path, slot: becauseSlot }))
  return found
}

/**
 * Plans with their triggers and steps rewritten. A plan that loses its last trigger becomes the plan for everything
 * else, so that the work in it is not lost; unless there is such a plan already.
 */
function mapPlans(component: Component, map: MapReference): Component {
  if (!component.plans) return component
  const slot = slots.components.find((candidate) => candidate.path === 'plans[].on[]') ?? stepSlot
  let changed = false
  let hasRest = component.plans.some((plan) => plan.on === undefined)
  const triggered = component.plans.flatMap((plan): Plan[] => {
    if (!plan.on) return [plan]
    const on = mapList(plan.on, (id) => map(id, slot))
    if (on === plan.on) return [plan]
    changed = true
    if (on.length > 0) return [{ ...plan, on }]
    if (hasRest) return []
    hasRest = true
    const { on: _gone, ...rest } = plan
    return [rest]
  })
  const plans = mapPlanCalls(changed ? triggered : component.plans, (flow) => map(flow, stepSlot))
  if (plans === component.plans) return component
  const useful = plans.filter((plan) => plan.steps.length > 0 || plan.on !== undefined)
  if (useful.length > 0) return { ...component, plans: useful }
  const { plans: _gone, ...rest } = component
  return rest
}

type Part = string
const partsOf = (path: string): readonly Part[] => path.replaceAll('[]', '.[]').replaceAll('{}', '.{}').split('.')

function mapAt(value: unknown, parts: readonly Part[], slot: Slot, map: MapReference): unknown {
  const [part, ...rest] = parts
  if (part === undefined) return typeof value === 'string' && value !== 'caller' ? map(value, slot) : value
  if (part === '[]') {
    return Array.isArray(value) ? mapList(value, (item: unknown) => mapAt(item, rest, slot, map)) : value
  }
  if (!isPlainObject(value)) return value
  if (part === '{}') return mapKeys(value, (key) => map(key, slot))
  const old = value[part]
  if (old === undefined) return value
  const next = mapAt(old, rest, slot, map)
  if (next === old) return value
  const emptied = Array.isArray(next) && next.length === 0 && !requiredLists.has(part)
  if (next !== undefined && !emptied) return { ...value, [part]: next }
  if (next === undefined && slot.lost === 'owner' && isLastName(rest)) return undefined
  const { [part]: _gone, ...others } = value
  return others
}

/** Whether the id stands right here, so that its loss takes the object around it along. */
function isLastName(rest: readonly Part[]): boolean {
  return rest.length === 0
}

function mapList<T>(list: readonly T[], map: (item: T) => T | undefined): readonly T[] {
  const next = list.map(map)
  return next.every((item, index) => item === list[index]) ? list : next.filter((item) => item !== undefined)
}

function mapKeys(record: Readonly<Record<string, unknown>>, map: (key: string) => string | undefined): unknown {
  const keys = Object.keys(record)
  const next = keys.map(map)
  if (next.every((key, index) => key === keys[index])) return record
  return Object.fromEntries(
    next.flatMap((key, index) => (key === undefined ? [] : [[key, record[keys[index] ?? key]] as const])),
  )
}

function mapBecause(value: unknown, map: MapReference): unknown {
  if (Array.isArray(value)) return mapList<unknown>(value, (item) => mapBecause(item, map))
  if (!isPlainObject(value)) return value
  let next: Record<string, unknown> | undefined
  for (const [key, old] of Object.entries(value)) {
    if (key === 'x') continue
    const reference = key === 'because' && 'value' in value && typeof old === 'string'
    const mapped = reference ? map(old, becauseSlot) : mapBecause(old, map)
    if (mapped === old) continue
    next ??= { ...value }
    if (mapped === undefined) delete next[key]
    else next[key] = mapped
  }
  return next ?? value
}

function collectAt(value: unknown, parts: readonly Part[], path: string, add: (id: Id, path: string) => void): void {
  const [part, ...rest] = parts
  if (part === undefined) {
    if (typeof value === 'string' && value !== 'caller') add(value, path)
  } else if (part === '[]') {
    if (Array.isArray(value))
      value.forEach((item: unknown, index) => collectAt(item, rest, childPath(path, index), add))
  } else if (isPlainObject(value)) {
    if (part === '{}') for (const key of Object.keys(value)) add(key, childPath(path, key))
    else collectAt(value[part], rest, childPath(path, part), add)
  }
}

function collectBecause(value: unknown, path: string, add: (id: Id, path: string) => void): void {
  if (Array.isArray(value)) value.forEach((item: unknown, index) => collectBecause(item, childPath(path, index), add))
  if (!isPlainObject(value)) return
  for (const key of Object.keys(value)) {
    const child = value[key]
    if (key === 'x') continue
    if (key === 'because' && 'value' in value && typeof child === 'string') add(child, childPath(path, key))
    else if (typeof child === 'object') collectBecause(child, childPath(path, key), add)
  }
}
