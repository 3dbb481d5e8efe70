import { Position } from '@xyflow/react'
import type { Id } from '../../../shared/design/design.ts'
import type { SizedPlace } from '../../../shared/layout/places.ts'
import type { ComponentNode } from './flow-types.ts'

/** Boundaries lie under arrows, arrows under cards; a picked arrow over them, so that its ends can be taken hold of. */
export const layers = { arrow: 100, card: 200, activeArrow: 270, ghost: 300 }
/** A card that is selected lies over its neighbours, unless somebody said how it shall lie. */
const activeCard = 10
/** Cards that were moved in the stack, at most so many steps from where they were. */
const mostSteps = 45
export const noPointerEvents = { pointerEvents: 'none' } as const

/** Where arrows begin and end: one on each side, in the middle. */
export const sides = [
  { id: 'top', position: Position.Top },
  { id: 'right', position: Position.Right },
  { id: 'bottom', position: Position.Bottom },
  { id: 'left', position: Position.Left },
] as const

/** The layer of a card. `rank`: how many were put between it and an ordinary one. */
export function cardLayer(rank: number, selected: boolean): number {
  if (rank === 0) return layers.card + (selected ? activeCard : 0)
  return layers.card + Math.sign(rank) * (activeCard + Math.min(mostSteps, Math.abs(rank)))
}

export function sized(
  id: Id,
  { x, y, w, h }: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
) {
  // With size and handles given React Flow need not measure anything.
  return { id, position: { x, y }, width: w, height: h, measured: { width: w, height: h } }
}

/** One on each side, in the middle. */
export function handlesOf({ w, h }: SizedPlace): NonNullable<ComponentNode['handles']> {
  const size = { width: 1, height: 1, type: 'source' as const }
  return [
    { ...size, id: 'top', position: Position.Top, x: w / 2, y: 0 },
    { ...size, id: 'right', position: Position.Right, x: w, y: h / 2 },
    { ...size, id: 'bottom', position: Position.Bottom, x: w / 2, y: h },
    { ...size, id: 'left', position: Position.Left, x: 0, y: h / 2 },
  ]
}
