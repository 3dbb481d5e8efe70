import type { Component, Design, Flow, Id, Settings } from '../design.ts'
import { isCall, mapPlanCalls, walkSteps } from '../steps.ts'
import { addElement, updateElement } from './element.ts'
import { forgetRoute } from './place.ts'
import { mapPlanSteps } from './plan-steps.ts'

/** The component that makes the call, as far as the arrow itself says: its tail, or its head when it pulls. */
function callerOf(flow: Flow): Id {
  return flow.pull === true ? flow.to : flow.from
}

/** The component that answers, as far as the arrow itself says. */
function calleeOf(flow: Flow): Id {
  return flow.pull === true ? flow.from : flow.to
}

/**
 * Moves one or both ends of an arrow. Its id stays, and with it name, requirements and treatments; call fields that the
 * new callee does not know are kept. With a new caller the steps leave the old caller's plans, and the arrow is "not
 * placed yet" at the new one.
 */
export function reconnectFlow(design: Design, id: Id, ends: { readonly from?: Id; readonly to?: Id }): Design {
  const old = design.flows?.find((flow) => flow.id === id)
  if (!old) return design
  const next: Flow = { ...old, ...ends }
  if (next.from === old.from && next.to === old.to) return design
  const moved = updateElement(forgetRoute(design, id), 'flows', id, () => next)
  return settleEnds(moved, old, next)
}

/**
 * Turns an arrow around: what it asked becomes what it answers. With `keepCaller` only the drawing turns: `pull` flips,
 * so the same component goes on calling, and its plans stay.
 */
export function reverseFlow(design: Design, id: Id, { keepCaller = false } = {}): Design {
  const old = design.flows?.find((flow) => flow.id === id)
  if (!old) return design
  const { request, response, pull, ...rest } = old
  const turned: Flow = { ...rest, from: old.to, to: old.from }
  const next: Flow = keepCaller
    ? // The cargo belongs to the call, not to the drawing.
      {
        ...turned,
        ...(pull === true ? {} : { pull: true }),
        ...(request ? { request } : {}),
        ...(response ? { response } : {}),
      }
    : {
        ...turned,
        ...(pull === undefined ? {} : { pull }),
        ...(response ? { request: response } : {}),
        ...(request ? { response: request } : {}),
      }
  const moved = updateElement(forgetRoute(design, id), 'flows', id, () => next)
  return settleEnds(moved, old, next)
}

/** Plans follow the arrow's new ends: only its caller may list it as a step, only its callee may answer it. */
function settleEnds(design: Design, old: Flow, next: Flow): Design {
  let settled = design
  if (callerOf(old) !== callerOf(next)) {
    settled = updateElement(settled, 'components', callerOf(old), (component) => withoutSteps(component, old.id))
  }
  if (calleeOf(old) !== calleeOf(next)) {
    settled = updateElement(settled, 'components', calleeOf(old), (component) => withoutTrigger(component, old.id))
  }
  return settled
}

/** A component whose plans no longer call an arrow; without a step left, its kind's own plan holds again. */
function withoutSteps(component: Component, flow: Id): Component {
  if (!component.plans) return component
  const plans = mapPlanCalls(component.plans, (id) => (id === flow ? undefined : id))
  if (plans === component.plans) return component
  if (plans.some((plan) => plan.steps.length > 0 || plan.on !== undefined)) return { ...component, plans }
  const { plans: _none, ...rest } = component
  return rest
}

function withoutTrigger(component: Component, flow: Id): Component {
  const { plans, ...rest } = component
  if (!plans?.some((plan) => plan.on?.includes(flow))) return component
  const hasRest = plans.some((plan) => plan.on === undefined)
  const next = plans.flatMap((plan) => {
    if (!plan.on?.includes(flow)) return [plan]
    const on = plan.on.filter((id) => id !== flow)
    if (on.length > 0) return [{ ...plan, on }]
    const { on: _gone, ...others } = plan
    return hasRest ? [] : [others]
  })
  return next.length > 0 ? { ...rest, plans: next } : rest
}

/**
 * Puts a new component on an arrow: A to B becomes A to N to B. The caller's half keeps the id, so its plan step,
 * treatments and requirements stay with the caller. What is said in the callee's language (`call`, a step's `with`,
 * the response, the access, the copies) moves to the new half; timeout and retries stay with the caller. Identity and
 * encryption of the new half are unknown: they are never copied.
 *
 * @param component the new box, its boundary already chosen
 * @param half the id of the new half
 * @param pull whether the callee's end is the tail, when kinds say so and the arrow does not
 */
export function insertOnFlow(design: Design, id: Id, component: Component, half: Id, pull?: boolean): Design {
  const old = design.flows?.find((flow) => flow.id === id)
  if (!old) return design
  const pulls = old.pull ?? pull ?? false
  const { call, response, does, toAll, ...kept } = old
  const caller = pulls ? old.to : old.from
  const { found, plans } = takeWith(design, caller, id)
  const asked: Settings | undefined = call || found ? { ...call, ...found } : undefined
  const callerHalf: Flow = pulls ? { ...kept, from: component.id } : { ...kept, to: component.id }
  const newHalf: Flow = {
    id: half,
    from: pulls ? old.from : component.id,
    to: pulls ? component.id : old.to,
    ...(old.pull === undefined ? {} : { pull: old.pull }),
    // A stream and a mere lineage run through both halves; waiting or not is between caller and newcomer.
    ...(old.mode === 'stream' || old.mode === 'offline' ? { mode: old.mode } : {}),
    ...(asked ? { call: asked } : {}),
    ...(response ? { response } : {}),
    ...(does ? { does } : {}),
    ...(toAll ? { toAll } : {}),
  }
  let next = addElement(forgetRoute(design, id), 'components', component)
  next = updateElement(next, 'flows', id, () => callerHalf)
  next = addElement(next, 'flows', newHalf)
  if (plans) next = updateElement(next, 'components', caller, (box) => ({ ...box, plans }))
  const callee = pulls ? old.from : old.to
  return updateElement(next, 'components', callee, (box) => renameTrigger(box, id, half))
}

/** The first `with` that the caller's steps say about an arrow, and the plans without it. */
function takeWith(design: Design, caller: Id, flow: Id): { found?: Settings; plans?: Component['plans'] } {
  const plans = design.components?.find((component) => component.id === caller)?.plans
  if (!plans) return {}
  let found: Settings | undefined
  for (const plan of plans) {
    walkSteps(plan.steps, (step) => {
      if (isCall(step) && step.call === flow && step.with) found ??= step.with
    })
  }
  if (!found) return {}
  const without = plans.map((plan) => ({
    ...plan,
    steps: mapPlanSteps(plan.steps, (step) => {
      if (!isCall(step) || step.call !== flow || !step.with) return step
      const { with: _moved, ...rest } = step
      return rest
    }),
  }))
  return { found, plans: without }
}

/** The callee's plans answer the half that now reaches it. */
function renameTrigger(component: Component, old: Id, half: Id): Component {
  if (!component.plans?.some((plan) => plan.on?.includes(old))) return component
  const plans = component.plans.map((plan) =>
    plan.on?.includes(old) ? { ...plan, on: plan.on.map((id) => (id === old ? half : id)) } : plan,
  )
  return { ...component, plans }
}
