import type {
  Action,
  Boundary,
  Component,
  DataAsset,
  Design,
  Flow,
  Id,
  Requirement,
  Step,
} from '../../design/design.ts'
import { collections } from '../../design/collections.ts'

/**
 * Small designs for rules. Ids carry a letter and a hyphen ("c-agent"), names do not, so that a test can see an id
 * where a name belongs.
 */
function named(id: Id): string {
  const words = id.slice(id.indexOf('-') + 1).replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function box(id: Id, kind: string, more: Partial<Component> = {}): Component {
  return { id, name: named(id), kind, ...more }
}
/** An arrow "a-x-y" from "c-x" to "c-y". */
export function arrow(from: Id, to: Id, more: Partial<Flow> = {}): Flow {
  return { id: `a-${from.slice(2)}-${to.slice(2)}`, from, to, ...more }
}
export function data(id: Id, more: Partial<DataAsset> = {}): DataAsset {
  return { id, name: named(id), ...more }
}
export function area(id: Id, more: Partial<Boundary> = {}): Boundary {
  return { id, name: named(id), ...more }
}
export function plan(...steps: readonly Step[]): Pick<Component, 'plans'> {
  return { plans: [{ steps }] }
}
export function call(flow: Id, more: Partial<Extract<Step, { call: Id }>> = {}): Step {
  return { call: flow, ...more }
}
export function action(id: Id, starts: Id, more: Partial<Action> = {}): Action {
  return { id, name: named(id), starts, ...more }
}
export function requirement(id: Id, more: Omit<Requirement, 'id' | 'priority'> & Partial<Requirement>): Requirement {
  return { id, name: named(id), priority: 'must', ...more }
}

export function miniDesign(parts: Partial<Design>): Design {
  return { format: 'lintel/design', version: 1, id: 'x-design', name: 'Mini', ...parts }
}

/** The design with more boxes and arrows. */
export function grown(design: Design, components: readonly Component[], flows: readonly Flow[] = []): Design {
  return {
    ...design,
    components: [...(design.components ?? []), ...components],
    flows: [...(design.flows ?? []), ...flows],
  }
}

type Changed = Readonly<Record<string, unknown>>

/** The design with one element changed (records merge by name, undefined removes a field) or removed (null). */
export function edited(design: Design, on: Id, change: Changed | null): Design {
  if (on === design.id) return mergeInto(design, change ?? {}) as Design
  const lists = collections.map((collection) => {
    const elements: readonly { readonly id: Id }[] = design[collection] ?? []
    const kept = elements.flatMap((each) =>
      each.id !== on ? [each] : change === null ? [] : [mergeInto(each, change)],
    )
    return [collection, kept] as const
  })
  const without = { ...design, ...Object.fromEntries(lists.filter(([, elements]) => elements.length > 0)) }
  for (const [collection, elements] of lists) if (elements.length === 0) delete without[collection]
  return change === null ? dropDangling(without, on) : without
}

function mergeInto(element: object, change: Changed): object {
  const merged: Record<string, unknown> = { ...element }
  for (const [field, value] of Object.entries(change)) {
    const before = merged[field]
    if (value === undefined) delete merged[field]
    else merged[field] = isRecord(before) && isRecord(value) && !('value' in value) ? { ...before, ...value } : value
  }
  return merged
}
function isRecord(value: unknown): value is Changed {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A removed box takes its arrows with it, and arrows their steps. */
function dropDangling(design: Design, gone: Id): Design {
  const flows = (design.flows ?? []).filter((flow) => flow.from !== gone && flow.to !== gone)
  const ids = new Set(flows.map((flow) => flow.id))
  const prune = (steps: readonly Step[]): readonly Step[] =>
    steps.flatMap((step): readonly Step[] => {
      if ('call' in step) return ids.has(step.call) ? [step] : []
      if ('steps' in step) return [{ ...step, steps: prune(step.steps) }]
      if ('parallel' in step) return [{ ...step, parallel: prune(step.parallel) }]
      return [{ ...step, choose: prune(step.choose) }]
    })
  const components = (design.components ?? []).map((component) =>
    component.plans === undefined
      ? component
      : { ...component, plans: component.plans.map((each) => ({ ...each, steps: prune(each.steps) })) },
  )
  return { ...design, flows, components }
}

/** What a rule's fixture file exports, one for each of its rules. */
export interface RuleFixture {
  readonly rule: string
  readonly fails: Design
  readonly passes: Design
  /** More designs in which it is found, and in which it is not: one for every part of its condition that could be turned round. */
  readonly alsoFails?: readonly Design[]
  readonly alsoPasses?: readonly Design[]
  /** Designs in which it leaves people alone: no open finding, and no question either. */
  readonly quiet?: readonly Design[]
  /** What its findings say, for branches that change words, weight or way alone: parts of what `printFindings` prints. */
  readonly says?: readonly (readonly [design: Design, ...words: readonly string[]])[]
  /** The same for what is found when another rule looks at the design as well: one cause is one line. */
  readonly beside?: readonly (readonly [design: Design, other: string, ...words: readonly string[]])[]
  /** All that it asks about a design, each in part of the question's text: no more questions, and no fewer. */
  readonly asks?: readonly (readonly [design: Design, ...texts: readonly string[]])[]
  /** Editing or removing this one element, which the finding names, makes the finding go. */
  readonly repair: { readonly on: Id; readonly change: Changed | null }
  /**
   * Hiding this fact turns the finding into a question: of the rule itself, or of the rule `by`, which asks for both.
   * Absent for a rule that hangs on what is drawn alone.
   */
  readonly unknown?: { readonly on: Id; readonly change: Changed; readonly by?: string }
}
