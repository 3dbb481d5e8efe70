import type { Overlay } from '../heat.ts'
import { dataClassOverlay } from './data-class.ts'
import { ownerOverlay } from './owner.ts'
import { phaseOverlay } from './phase.ts'
import { riskOverlay } from './risk.ts'
import { costOverlay, timeOverlay } from './shares.ts'
import { utilisationOverlay } from './utilisation.ts'

/**
 * Everything that can lie over the canvas, in the order of the menu. To add one: a file here, a line here, and a command
 * `view.overlay-<id>` in `shared/commands/sight.ts`.
 */
export const overlays = [
  costOverlay,
  timeOverlay,
  utilisationOverlay,
  riskOverlay,
  dataClassOverlay,
  ownerOverlay,
  phaseOverlay,
] as const satisfies readonly Overlay[]

export type OverlayId = (typeof overlays)[number]['id']

/** The overlay of this name; undefined for "none" and for one that this version does not know. */
export function findOverlay(id: string | undefined): (Overlay & { readonly id: OverlayId }) | undefined {
  return overlays.find((one) => one.id === id)
}

/** What may be chosen: in front of a room no money and no verdict. */
export function offeredOverlays(roomMode: boolean): readonly (Overlay & { readonly id: OverlayId })[] {
  const all: readonly (Overlay & { readonly id: OverlayId })[] = overlays
  return roomMode ? all.filter(({ shows }) => shows === undefined) : all
}
