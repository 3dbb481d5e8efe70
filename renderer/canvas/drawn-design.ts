import type { Boundary, Component, Design, Flow, View } from '../../shared/design/design.ts'
import { sameInOrder } from '../../shared/design/same-json.ts'
import { createRecordKeeper } from '../store/keep-equal.ts'

const onCards = ['id', 'name', 'kind', 'product', 'in', 'outOfScope'] as const

/** Of a component, what decides how it is drawn. */
export type DrawnComponent = Pick<Component, (typeof onCards)[number]>

/** Of a design, what is drawn of it: no settings, so that an edit of one leaves it the very object that it was. */
export interface DrawnDesign {
  readonly components: readonly DrawnComponent[]
  readonly boundaries: readonly Boundary[]
  readonly flows: readonly Flow[]
  readonly views: readonly View[]
}

const none: readonly never[] = []

/** What is drawn of each design that goes through it: as objects those of the last time, as far as they say the same. */
export function createDrawnKeeper(): (design: Design) => DrawnDesign {
  const keepRecord = createRecordKeeper<DrawnDesign>()
  let last: DrawnDesign = { components: none, boundaries: none, flows: none, views: none }
  return ({ components = none, boundaries = none, flows = none, views = none }) => {
    last = keepRecord({
      components: looksSame(last.components, components) ? last.components : components,
      boundaries: sameInOrder(last.boundaries, boundaries) ? last.boundaries : boundaries,
      flows: sameInOrder(last.flows, flows) ? last.flows : flows,
      views: sameInOrder(last.views, views) ? last.views : views,
    })
    return last
  }
}

function looksSame(before: readonly DrawnComponent[], now: readonly DrawnComponent[]): boolean {
  return (
    before.length === now.length &&
    now.every((one, index) => {
      const old = before[index]
      return one === old || onCards.every((field) => sameInOrder(old?.[field], one[field]))
    })
  )
}
