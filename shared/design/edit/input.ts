import { findElement, takenIds } from '../collections.ts'
import type { Design, Id, PriceOverride, Step, Value, Workload } from '../design.ts'
import { isPlainObject } from '../same-json.ts'
import { known } from '../value.ts'
import { namedSteps } from '../step-names.ts'
import { setField, setSetting } from './element.ts'
import { newId } from './new-id.ts'
import { isModifier, setStepModifier } from './plan.ts'

/** An input of the estimate as the ledger names it: a field of an element, or a price of the book. */
export interface InputPlace {
  readonly on?: Id
  readonly field?: string
  /** The price's key in the book ('llm.input:openai/gpt-4.1'). */
  readonly item?: string
}

/** A new value, or undefined to take the stated one away. `random` gives the id of a new price override. */
export type StateInput = (design: Design, value: Value<number> | undefined, random: () => number) => Design

const flowNumbers: ReadonlySet<string> = new Set(['timeoutMs', 'retries', 'backoffMs', 'hedgeAfterMs'])
const arrivalNumbers: ReadonlySet<string> = new Set([
  'rate',
  'peakFactor',
  'growthPerMonth',
  'users',
  'thinkTimeS',
  'items',
  'withinHours',
])

/**
 * Where an input is stated in the document: the edit that writes it there, or undefined where it has no field of its own
 * (it then is only shown). Settings go to the box, what a call asks to its arrow, shares and turns to the step, traffic
 * to the workload, prices to the design's own prices.
 */
export function inputEdit(design: Design, { on, field, item }: InputPlace): StateInput | undefined {
  if (item !== undefined) return (now, value, random) => statePrice(now, item, value, random)
  if (on === undefined || field === undefined) return undefined
  const found = findElement(design, on)
  if (!found) return undefined
  const { collection } = found
  if (collection === 'components') return (now, value) => setSetting(now, on, 'settings', field, value)
  if (collection === 'flows') return flowEdit(design, on, field)
  if (collection === 'workloads') return workloadEdit(design, on, field)
  if (collection !== 'actions' || field === 'workload') return undefined
  return (now, value) => setSetting(now, on, 'input', field, value)
}

function flowEdit(design: Design, flow: Id, field: string): StateInput | undefined {
  if (flowNumbers.has(field)) return (now, value) => setField(now, flow, field, value)
  const steps = stepsOf(design, flow)
  if (isModifier(field)) {
    const [only] = steps
    // A modifier belongs to one step; the kind's own plan has none to write to.
    return only === undefined || steps.length > 1
      ? undefined
      : (now, value) => setStepModifier(now, only.component, only.name, field, value)
  }
  // What a step says of its own goes before what the arrow says; the inspector shows both.
  const overridden = steps.some(({ step }) => 'call' in step && step.with?.[field] !== undefined)
  return overridden ? undefined : (now, value) => setSetting(now, flow, 'call', field, value)
}

function stepsOf(
  design: Design,
  flow: Id,
): readonly { readonly component: Id; readonly name: string; readonly step: Step }[] {
  return (design.components ?? []).flatMap((component) =>
    namedSteps(component)
      .filter(({ step }) => 'call' in step && step.call === flow)
      .map(({ name, step }) => ({ component: component.id, name, step })),
  )
}

function workloadEdit(design: Design, id: Id, field: string): StateInput | undefined {
  const workload = (design.workloads ?? []).find((each): each is Workload => each.id === id)
  if (!workload) return undefined
  const [action, ...others] = Object.keys(workload.mix)
  if (field === 'mix') {
    // With several actions the share alone does not say whose it is.
    return action === undefined || others.length > 0
      ? undefined
      : (now, value) => setSetting(now, id, 'mix', action, value)
  }
  if (!arrivalNumbers.has(field)) return undefined
  // Rate, people and items are what a workload is: they are replaced, never taken away.
  const isNeeded = field === 'rate' || field === 'users' || field === 'items' || field === 'thinkTimeS'
  return (now, value) => (value === undefined && isNeeded ? now : setField(now, id, `arrivals.${field}`, value))
}

/** The design's own price for an item, instead of the book's; taking it away leaves a discount in force. */
function statePrice(design: Design, item: string, usd: Value<number> | undefined, random: () => number): Design {
  const prices = design.prices ?? []
  const own = prices.find((each) => each.item === item)
  if (usd === undefined && own === undefined) return design
  const { usd: _before, ...rest } = own ?? { id: newId('price', takenIds(design), random), item }
  const next: PriceOverride | undefined =
    usd !== undefined ? { ...rest, usd } : known(rest.discount) === undefined ? undefined : rest
  const others = prices.filter((each) => each !== own)
  const all = own === undefined ? prices : prices.map((each) => (each === own ? (next ?? each) : each))
  const kept = next === undefined ? others : own === undefined ? [...all, next] : all
  if (kept.length > 0) return { ...design, prices: kept }
  const { prices: _gone, ...without } = design
  return without
}

/** What the document says at an input's place; undefined while nobody has said anything there. */
export function inputValue(design: Design, { on, field, item }: InputPlace): Value | undefined {
  if (item !== undefined) return design.prices?.find((each) => each.item === item)?.usd
  if (on === undefined || field === undefined) return undefined
  const found = findElement(design, on)
  if (!found) return undefined
  const { collection, element } = found
  const records: Readonly<Partial<Record<typeof collection, string>>> = {
    components: 'settings',
    flows: 'call',
    actions: 'input',
    workloads: 'arrivals',
  }
  const record = records[collection]
  if (record === undefined) return undefined
  if (collection === 'flows' && isModifier(field)) return valueIn(stepsOf(design, on)[0]?.step, field)
  if (collection === 'flows' && flowNumbers.has(field)) return valueIn(element, field)
  const values = new Map<string, unknown>(Object.entries(element)).get(record)
  if (collection !== 'workloads' || field !== 'mix') return valueIn(values, field)
  const { mix = {} } = (design.workloads ?? []).find((workload) => workload.id === on) ?? {}
  return Object.values(mix)[0]
}

/** What stands under a name of an element or of one of its records; the schema has made sure that it is a value. */
function valueIn(owner: unknown, name: string): Value | undefined {
  return isPlainObject(owner) ? (owner[name] as Value | undefined) : undefined
}
