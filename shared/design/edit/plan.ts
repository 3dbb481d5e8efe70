import type { Component, Design, Id, Modifiers, Plan, Settings, Step, Value } from '../design.ts'
import { type StepPath, findStep, namedSteps } from '../step-names.ts'
import { childrenOf, isCall, withChildren } from '../steps.ts'
import { updateElement } from './element.ts'
import { mapPlanSteps } from './plan-steps.ts'

/** What the inspector edits on a step; `with`, `optional` on calls, `join` on parallel, `failover` on choices. */
const modifiers = ['label', 'share', 'times', 'spread', 'atOnce', 'keeps', 'ends'] as const
const callModifiers = ['with', 'optional'] as const
export type StepModifier = (typeof modifiers)[number] | (typeof callModifiers)[number] | 'join' | 'failover'

/** Whether a field of a step says how it runs (share, times, ends and the like), not what runs. */
export function isModifier(field: string): field is StepModifier {
  return [...modifiers, ...callModifiers, 'join', 'failover'].some((name) => name === field)
}

/**
 * Where a step goes: into the list of a plan (by number, the first unless said otherwise) or inside a step by name (a
 * group's children; a call's alternative), at a position counted without the step that moves; absent: at the end.
 */
export interface StepTarget {
  readonly plan?: number
  readonly inside?: string
  readonly at?: number
}

/** Replaces the plans of a component, for instance by its kind's default plan written out; undefined leaves it to the kind. */
export function setPlans(design: Design, component: Id, plans: readonly Plan[] | undefined): Design {
  return updateElement(design, 'components', component, (box) => writePlans(box, plans))
}

/** Puts an arrow into a plan as a new step. A component without plans gets one; its other arrows are called after it. */
export function placeFlow(design: Design, component: Id, flow: Id, target: StepTarget = {}): Design {
  return updateElement(design, 'components', component, (box) => {
    const plans = box.plans && box.plans.length > 0 ? box.plans : [{ steps: [] }]
    return writePlans(box, insertStep({ ...box, plans }, { call: flow }, target))
  })
}

/** Moves a step, with all that is inside it, to another position. It never goes into itself. */
export function moveStep(design: Design, component: Id, name: string, target: StepTarget): Design {
  return updateElement(design, 'components', component, (box) => {
    const found = findStep(box, name)
    if (!found || !box.plans) return box
    const into = target.inside === undefined ? undefined : findStep(box, target.inside)
    if (target.inside !== undefined && (!into || startsWith(into.path, found.path))) return box
    const hole: Step = { call: '' }
    const emptied = { ...box, plans: replaceAt(box.plans, found.path, () => [hole]) }
    const at: StepTarget = { ...target, plan: target.plan ?? planOf(found.path) }
    const filled = insertAt(emptied.plans, into ? into.path : undefined, found.step, at, hole)
    return writePlans(
      box,
      filled.map((plan) => withoutStep(plan, hole)),
    )
  })
}

/** Takes a step out of its plan; a group that it leaves empty goes too. Its arrow becomes "not placed yet". */
export function removeStep(design: Design, component: Id, name: string): Design {
  return updateElement(design, 'components', component, (box) => {
    const found = findStep(box, name)
    if (!found || !box.plans) return box
    const hole: Step = { call: '' }
    const plans = replaceAt(box.plans, found.path, () => [hole]).map((plan) => withoutStep(plan, hole))
    const useful = plans.some((plan) => plan.steps.length > 0 || plan.on !== undefined)
    return writePlans(box, useful ? plans : undefined)
  })
}

export interface Group {
  readonly form: 'steps' | 'parallel' | 'choose'
  readonly modifiers?: Modifiers
}

/**
 * Wraps steps into a group (a sequence with `times` is a loop) where the first of them stands, in the order of the
 * plan. Steps that stand inside another of the named ones come along with it.
 */
export function wrapSteps(design: Design, component: Id, names: readonly string[], group: Group): Design {
  return updateElement(design, 'components', component, (box) => {
    const named = namedSteps(box).filter((step) => names.includes(step.name))
    const outermost = named.filter(
      (step) => !named.some((other) => other !== step && startsWith(step.path, other.path)),
    )
    const [first] = outermost
    if (!first || !box.plans) return box
    const hole: Step = { call: '' }
    const wrapped = groupOf(
      group,
      outermost.map((step) => step.step),
    )
    const holes = outermost
      .slice(1)
      .reduce<readonly Plan[]>((plans, step) => replaceAt(plans, step.path, () => [hole]), box.plans)
    const plans = replaceAt(holes, first.path, () => [wrapped]).map((plan) => withoutStep(plan, hole))
    return writePlans(box, plans)
  })
}

/** Puts the children of a group in its place; the group's own modifiers go with it. */
export function unwrapGroup(design: Design, component: Id, name: string): Design {
  return updateElement(design, 'components', component, (box) => {
    const found = findStep(box, name)
    if (!found || !box.plans || isCall(found.step)) return box
    return writePlans(box, replaceAt(box.plans, found.path, childrenOf))
  })
}

/** Writes one modifier of a step, found by its name; undefined takes it away. */
export function setStepModifier(
  design: Design,
  component: Id,
  name: string,
  modifier: StepModifier,
  value: Value | Settings | undefined,
): Design {
  return updateElement(design, 'components', component, (box) => {
    const found = findStep(box, name)
    if (!found || !box.plans) return box
    const { [modifier]: old, ...rest } = found.step as Step & Partial<Record<StepModifier, unknown>>
    if (old === value) return box
    const next = (value === undefined ? rest : { ...found.step, [modifier]: value }) as Step
    return writePlans(
      box,
      replaceAt(box.plans, found.path, () => [next]),
    )
  })
}

/** Adds a plan of its own for some incoming arrows or actions; other plans no longer answer those. */
export function addPlan(design: Design, component: Id, plan: Plan): Design {
  return updateElement(design, 'components', component, (box) => {
    const taken = new Set(plan.on)
    const others = (box.plans ?? []).flatMap((old): Plan[] => {
      if (!old.on) return plan.on ? [old] : []
      const on = old.on.filter((id) => !taken.has(id))
      if (on.length === old.on.length) return [old]
      return on.length > 0 ? [{ ...old, on }] : []
    })
    return writePlans(box, [...others, plan])
  })
}

function groupOf(group: Group, children: readonly Step[]): Step {
  const own = group.modifiers ?? {}
  if (group.form === 'steps') return { ...own, steps: children }
  return group.form === 'parallel' ? { ...own, parallel: children } : { ...own, choose: children }
}

function writePlans(box: Component, plans: readonly Plan[] | undefined): Component {
  if (plans) return { ...box, plans }
  const { plans: _kindDecides, ...rest } = box
  return rest
}

function insertStep(box: Component, step: Step, target: StepTarget): readonly Plan[] {
  const plans = box.plans ?? []
  if (target.inside === undefined) return insertAt(plans, undefined, step, target)
  const into = findStep(box, target.inside)
  return into ? insertAt(plans, into.path, step, target) : plans
}

function insertAt(
  plans: readonly Plan[],
  into: StepPath | undefined,
  step: Step,
  target: StepTarget,
  hole?: Step,
): readonly Plan[] {
  const at = target.at ?? Infinity
  if (into) {
    return replaceAt(plans, into, (group) => [
      isCall(group)
        ? { ...group, orElse: insertInto(group.orElse ?? [], step, at, hole) }
        : withChildren(group, insertInto(childrenOf(group), step, at, hole)),
    ])
  }
  const number = Math.min(target.plan ?? 0, plans.length - 1)
  return plans.map((plan, index) =>
    index === number ? { ...plan, steps: insertInto(plan.steps, step, at, hole) } : plan,
  )
}

function insertInto(steps: readonly Step[], step: Step, at: number, hole: Step | undefined): readonly Step[] {
  let position = 0
  for (let count = 0; position < steps.length && count < at; position += 1) if (steps[position] !== hole) count += 1
  return steps.toSpliced(position, 0, step)
}

function replaceAt(plans: readonly Plan[], path: StepPath, change: (step: Step) => readonly Step[]): readonly Plan[] {
  const [number, ...rest] = path
  return plans.map((plan, index) => (index === number ? { ...plan, steps: replaceIn(plan.steps, rest, change) } : plan))
}

function replaceIn(steps: readonly Step[], path: StepPath, change: (step: Step) => readonly Step[]): readonly Step[] {
  const [index, ...rest] = path
  return steps.flatMap((step, position) => {
    if (position !== index) return [step]
    if (rest.length === 0) return change(step)
    if (rest[0] === 'orElse') {
      return isCall(step) ? [{ ...step, orElse: replaceIn(step.orElse ?? [], rest.slice(1), change) }] : [step]
    }
    return [withChildren(step, replaceIn(childrenOf(step), rest, change))]
  })
}

function withoutStep(plan: Plan, hole: Step): Plan {
  const steps = mapPlanSteps(plan.steps, (step) => (step === hole ? undefined : step))
  return steps === plan.steps ? plan : { ...plan, steps }
}

function planOf(path: StepPath): number {
  return typeof path[0] === 'number' ? path[0] : 0
}

function startsWith(path: StepPath, start: StepPath): boolean {
  return start.every((part, index) => path[index] === part)
}
