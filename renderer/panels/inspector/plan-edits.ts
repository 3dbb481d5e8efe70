import type { CallStep, Component, Design, Flow, Id, Plan, Step } from '../../../shared/design/design.ts'
import { calledFlows, childrenOf, withChildren } from '../../../shared/design/steps.ts'
import { findKind } from '../../../shared/kinds/index.ts'

/** Where a step stands: the plan, then the child at each level. */
export type StepPath = readonly number[]

/** Arrows by which a component calls others: those it draws out, and those into it that pull. Offline ones are never called. */
export function callsOf(design: Design, component: Id): readonly Flow[] {
  const kindOf = (id: Id) => findKind(design.components?.find((one) => one.id === id)?.kind ?? '')
  return (design.flows ?? []).filter((flow) => {
    const tail = kindOf(flow.from).traits
    const pulls = flow.pull ?? (tail.includes('passive') && !tail.includes('delivers'))
    const mode = flow.mode ?? kindOf(pulls ? flow.from : flow.to).mode
    return (pulls ? flow.to : flow.from) === component && mode !== 'offline'
  })
}

/** The component on the other side of a call. */
export function calleeOf(flow: Flow, caller: Id): Id {
  return flow.from === caller ? flow.to : flow.from
}

/** Arrows that no step mentions: called at the end, in the usual order, until somebody places them. */
export function unplacedCalls(component: Component, calls: readonly Flow[]): readonly Flow[] {
  const placed = calledFlows(component.plans)
  return calls.filter((flow) => !placed.has(flow.id))
}

/** The usual order: by the place of the kind that is called, ties by id. */
export function usualOrder(design: Design, component: Id, calls: readonly Flow[]): readonly Flow[] {
  const place = (flow: Flow) => {
    const callee = calleeOf(flow, component)
    return findKind(design.components?.find((one) => one.id === callee)?.kind ?? '').place
  }
  return calls.toSorted((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1))
}

/** Changes the step at a path; undefined takes it out. */
export function changeStep(component: Component, path: StepPath, change: (step: Step) => Step | undefined): Component {
  const [planIndex = 0, ...rest] = path
  const plans = (component.plans ?? []).map((plan, index) =>
    index === planIndex ? { ...plan, steps: changeIn(plan.steps, rest, change) } : plan,
  )
  return { ...component, plans }
}

function changeIn(steps: readonly Step[], path: StepPath, change: (step: Step) => Step | undefined): readonly Step[] {
  const [index, ...rest] = path
  return steps.flatMap((step, position) => {
    if (position !== index) return [step]
    const next = rest.length === 0 ? change(step) : withChildren(step, changeIn(childrenOf(step), rest, change))
    return next === undefined ? [] : [next]
  })
}

/** Moves a step before or after its neighbour. */
export function moveStep(component: Component, path: StepPath, by: -1 | 1): Component {
  const [planIndex = 0, ...rest] = path
  const last = rest.at(-1) ?? 0
  const move = (steps: readonly Step[]): readonly Step[] => {
    const target = last + by
    const moved = steps[last]
    if (moved === undefined || target < 0 || target >= steps.length) return steps
    const others = steps.filter((_, index) => index !== last)
    return [...others.slice(0, target), moved, ...others.slice(target)]
  }
  const inside = (steps: readonly Step[], levels: StepPath): readonly Step[] => {
    const [index, ...deeper] = levels
    if (index === undefined || levels.length === 1) return move(steps)
    return steps.map((step, position) =>
      position === index ? withChildren(step, inside(childrenOf(step), deeper)) : step,
    )
  }
  const plans = (component.plans ?? []).map((plan, index) =>
    index === planIndex ? { ...plan, steps: inside(plan.steps, rest) } : plan,
  )
  return { ...component, plans }
}

/** Puts calls at the end of the plan without conditions, which is made when there is none. */
export function placeCalls(component: Component, flows: readonly Id[]): Component {
  const steps = flows.map((call): CallStep => ({ call }))
  const plans = component.plans ?? []
  const target = Math.max(
    0,
    plans.findIndex((plan) => plan.on === undefined),
  )
  if (plans.length === 0) return { ...component, plans: [{ steps }] }
  return {
    ...component,
    plans: plans.map((plan, index): Plan => (index === target ? { ...plan, steps: [...plan.steps, ...steps] } : plan)),
  }
}

/** Every place where a plan of the component calls along an arrow. */
export function pathsOfCall(
  component: Component,
  flow: Id,
): readonly { readonly path: StepPath; readonly step: CallStep }[] {
  const found: { path: StepPath; step: CallStep }[] = []
  const walk = (steps: readonly Step[], path: StepPath) =>
    steps.forEach((step, index) => {
      const here = [...path, index]
      if ('call' in step && step.call === flow) found.push({ path: here, step })
      walk(childrenOf(step), here)
    })
  ;(component.plans ?? []).forEach((plan, index) => walk(plan.steps, [index]))
  return found
}
