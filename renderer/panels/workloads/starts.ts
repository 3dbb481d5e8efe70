import { nameOf } from '../../../shared/design/collections.ts'
import type { Component, Design, Flow } from '../../../shared/design/design.ts'
import { findKind } from '../../../shared/kinds/index.ts'

/** Where an action can start: an arrow out of an actor first, then any component. */
export function startsOf(design: Design, flows: readonly Flow[], components: readonly Component[]) {
  const actors = new Set(
    components.filter((one) => findKind(one.kind).traits.includes('starts-requests')).map((one) => one.id),
  )
  return [
    ...flows
      .filter((flow) => actors.has(flow.from))
      .map((flow) => ({ value: flow.id, label: nameOf(design, flow.id) })),
    ...components.filter((one) => !actors.has(one.id)).map((one) => ({ value: one.id, label: one.name })),
  ]
}
