import { takenIds } from '../design/collections.ts'
import type { Patch } from '../design/design.ts'
import type { Finding, Remedy } from '../findings/finding.ts'
import { type Gate, placeGateBefore } from '../findings/place-gate.ts'
import type { Graph } from '../graph/graph.ts'
import { findControl } from './controls.ts'

/** What placing the remedy of a finding does to the design. */
export interface Placement {
  readonly patch: Patch
  /** On the drawing, or as a commitment that stands where the remedy would go. */
  readonly as: 'box' | 'commitment'
}

/** Controls that run are boxes; what each promises is what makes it hold. */
const boxes: Readonly<Record<string, Gate>> = {
  'approve-each-action': { kind: 'human-approval', name: 'Approve the action', settings: { shows: 'exactAction' } },
  'policy-gate': { kind: 'policy-gate', name: 'Policy gate', settings: { perAction: true, failsOpen: false } },
  'injection-filter': { kind: 'guardrail', name: 'Injection filter', settings: { checks: ['injection'] } },
  'content-filter': { kind: 'guardrail', name: 'Content filter', settings: { checks: ['content'] } },
}

/**
 * What placing the cheapest break of a finding does: the repair that its rule knows; else the box that the control is, put
 * before the call that it would stand on; else a control in place there. Undefined where there is nothing to place.
 */
export function placementOf(graph: Graph, { remedy, quickFix }: Finding): Placement | undefined {
  if (remedy === undefined) return undefined
  if (quickFix !== undefined) return { patch: quickFix.patch, as: 'box' }
  const patch = boxBefore(graph, remedy)
  return patch === undefined ? { patch: commitmentAt(graph, remedy), as: 'commitment' } : { patch, as: 'box' }
}

function boxBefore(graph: Graph, { control, at }: Remedy): Patch | undefined {
  const gate = boxes[control]
  const flow = graph.flow(at)
  const callee = flow === undefined ? undefined : graph.component(flow.callee)
  if (gate === undefined || flow === undefined || callee === undefined) return undefined
  return placeGateBefore(graph, [flow], gate, callee)
}

function commitmentAt({ design }: Graph, { control, at }: Remedy): Patch {
  const taken = takenIds(design)
  const base = `k-${control}`.slice(0, 56)
  let id = base
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`
  const name = findControl(control)?.title ?? control
  return { controls: { [id]: { type: control, name, on: [at], status: 'inPlace' } } }
}
