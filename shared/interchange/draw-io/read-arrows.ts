import type { Component, Flow } from '../../design/design.ts'
import type { Point } from '../../layout/box.ts'
import { distanceTo } from '../../layout/box.ts'
import { cardHeight, cardWidth } from '../../layout/card.ts'
import type { Assembly, ReadView } from '../assembly.ts'
import { tell } from '../assembly.ts'
import type { Arrow, Drawing, Shape } from './drawing.ts'
import { ownOf, type ReadShapes } from './read-shapes.ts'
import type { Roles } from './roles.ts'

/** So far from a shape an end that is joined to nothing still means it. */
const reach = 24
/** A bend so near a card could not be told from its border. */
const clearance = 8

/** Arrows between components become arrows of the design; every other one is listed, with what its end is joined to. */
export function readArrows(drawing: Drawing, roles: Roles, read: ReadShapes, assembly: Assembly, view: ReadView): void {
  const byForeign = new Map(drawing.shapes.toReversed().map((shape) => [shape.cell.foreign, shape]))
  const endAt = (foreign: string | undefined, at: Point | undefined): End => {
    const shape = byForeign.get(foreign ?? '')
    if (shape !== undefined) return joinedEnd(shape, roles, read)
    if (drawing.byForeign.has(foreign ?? '')) return { why: 'is joined to an arrow or to what is hidden' }
    const near = at === undefined ? undefined : nearest(at, read)
    return near === undefined ? { why: 'is joined to nothing' } : { component: near, isNear: true }
  }
  for (const arrow of drawing.arrows) {
    const ends = [endAt(arrow.cell.source, arrow.from), endAt(arrow.cell.target, arrow.to)] as const
    const reversed = isReversed(arrow)
    const [from, to] = reversed ? [ends[1], ends[0]] : ends
    if ('why' in from || 'why' in to) assembly.leftOut.push(lostArrow(arrow, from, to))
    else {
      const flow = putArrow(arrow, from, to, assembly)
      const points = reversed ? arrow.bends.toReversed() : arrow.bends
      if (flow !== undefined) keepBends(flow, points, read.spread, view)
    }
  }
}

interface FoundEnd {
  readonly component: Component
  readonly isNear?: true
}
type End = FoundEnd | { readonly why: string }

function joinedEnd(shape: Shape, { owner }: Roles, { components, boundaries }: ReadShapes): End {
  const whole = owner.get(shape) ?? shape
  const component = components.get(whole)
  if (component !== undefined) return { component }
  const boundary = boundaries.get(whole)
  if (boundary !== undefined) return { why: `is joined to the boundary "${boundary.name}", and arrows join components` }
  return { why: 'is joined to a text or a frame without a name' }
}

function nearest(at: Point, { components }: ReadShapes): Component | undefined {
  const near = [...components]
    .map(([shape, component]) => ({ component, far: distanceTo(shape, at) }))
    .filter(({ far }) => far <= reach)
  return near.toSorted((one, other) => one.far - other.far)[0]?.component
}

function headsOf({ cell: { style } }: Arrow): { readonly start: boolean; readonly end: boolean } {
  return { start: (style.get('startArrow') ?? 'none') !== 'none', end: style.get('endArrow') !== 'none' }
}

/** A head at its start alone: it leads to where it was begun. */
function isReversed(arrow: Arrow): boolean {
  const { start, end } = headsOf(arrow)
  return start && !end
}

function putArrow(arrow: Arrow, from: FoundEnd, to: FoundEnd, assembly: Assembly): Flow | undefined {
  const name = arrow.text.slice(0, 200)
  const [start, end] = [from.component, to.component]
  if (start.id === end.id) {
    assembly.leftOut.push(
      `The arrow ${calledOr(name, `of "${start.name}"`)} was left out: it leads to where it starts.`,
    )
    return undefined
  }
  const flow: Flow = {
    id: assembly.ids.give(undefined, arrow.cell.foreign, 'flow'),
    ...(name === '' ? {} : { name }),
    from: start.id,
    to: end.id,
    ...ownOf(arrow.cell.own),
  }
  assembly.flows.push(flow)
  const called = name === '' ? `${start.name} to ${end.name}` : name
  const heads = headsOf(arrow)
  const [confidence, why] =
    from.isNear === true || to.isNear === true
      ? (['guess', 'An end is joined to nothing; it is drawn close to this element.'] as const)
      : heads.start && heads.end
        ? ([
            'likely',
            'It has heads at both ends: it is read as a call with its answer, in the direction it was drawn.',
          ] as const)
        : heads.start || heads.end
          ? (['certain', 'It is drawn as an arrow.'] as const)
          : (['guess', 'It is a line without heads: it is read in the direction it was drawn.'] as const)
  tell(assembly, 'flows', { id: flow.id, name: called }, 'Arrow', confidence, why)
  return flow
}

/** The bends move apart as the cards do. One that a card now covers, which is larger than its shape was, is dropped. */
function keepBends({ id }: Flow, bends: readonly Point[], spread: number, { places, routes }: ReadView): void {
  const cards = Object.values(places).filter(({ w }) => w === undefined)
  const points = bends
    .map(([x, y]): Point => [Math.round(x * spread), Math.round(y * spread)])
    .filter((point) => !cards.some(({ x, y }) => distanceTo({ x, y, w: cardWidth, h: cardHeight }, point) < clearance))
  if (points.length > 0 && routes !== undefined) routes[id] = { points }
}

function lostArrow(arrow: Arrow, from: End, to: End): string {
  const joined = [from, to].find((end) => 'component' in end)
  const other = joined === from ? `from "${joined.component.name}"` : joined && `to "${joined.component.name}"`
  const which = 'why' in from && 'why' in to && from.why === to.why ? `each end ${from.why}` : whichEnd(from, to)
  return `The arrow ${calledOr(arrow.text, other ?? 'without a name')} was left out: ${which}.`
}

function whichEnd(from: End, to: End): string {
  const parts = ['why' in from ? `its start ${from.why}` : '', 'why' in to ? `its end ${to.why}` : '']
  return parts.filter((part) => part !== '').join(', and ')
}

function calledOr(name: string, otherwise: string): string {
  return name === '' ? otherwise : `"${name.slice(0, 200)}"`
}
