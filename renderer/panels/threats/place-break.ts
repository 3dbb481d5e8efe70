import { readGraph } from '../../../shared/analyse.ts'
import { applyPatch } from '../../../shared/design/patch.ts'
import type { Finding } from '../../../shared/findings/finding.ts'
import { placementOf } from '../../../shared/threats/place-control.ts'
import { showToast } from '../../ui/index.ts'
import { analysisStore, designStore, editDesign, tellStep, viewStore } from '../stores.ts'

/** Places the cheapest break of a threat, as one step to take back; what was drawn for it is selected. */
export function placeBreak(finding: Finding): void {
  const { remedy } = finding
  if (remedy === undefined) return
  const before = new Set(designStore.getState().design.components?.map(({ id }) => id))
  const placed = editDesign(`Place ${remedy.title}`, (design) => {
    const placement = placementOf(readGraph(design), finding)
    return placement === undefined ? design : applyPatch(design, placement.patch)
  })
  if (!placed) return
  viewStore.getState().highlight(undefined)
  const drawn = (designStore.getState().design.components ?? []).flatMap(({ id }) => (before.has(id) ? [] : id))
  if (drawn.length > 0) viewStore.getState().select(drawn)
  tellStep(`Placed: ${remedy.title}.`)
}

/** Places what would break the threat that the canvas shows. */
export function placeShownBreak(): void {
  const shown = viewStore.getState().highlighted
  const finding = analysisStore.getState().analysis?.findings.find(({ id }) => id === shown?.id)
  if (finding?.remedy === undefined || finding.status !== 'open')
    showToast('Show an open threat on the canvas first: its cheapest break can then be placed.')
  else placeBreak(finding)
}
