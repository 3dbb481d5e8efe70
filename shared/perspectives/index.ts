import { dataFlow } from './data-flow.ts'
import { deployment } from './deployment.ts'
import { everything } from './everything.ts'
import { neighbours, secondNeighbours } from './neighbours.ts'
import { oneAction } from './one-action.ts'
import type { Perspective } from './perspective.ts'

export type { Look, Perspective, Shape } from './perspective.ts'
export { bySensitivity, classifications, classWords } from './classification.ts'
export { drawnIds, drawnPart, hiddenCount } from './drawn-part.ts'

/**
 * Every way to look at a design, in the order of the menu. To add one: a file here, a line here, and a command
 * `view.<id>` in `shared/commands/sight.ts`.
 */
export const perspectives = [
  everything,
  dataFlow,
  oneAction,
  deployment,
  neighbours,
  secondNeighbours,
] as const satisfies readonly Perspective[]

export type PerspectiveId = (typeof perspectives)[number]['id']

/** The perspective of this name; a file may name one that this version does not know, which then shows everything. */
export function findPerspective(id: string | undefined): Perspective & { readonly id: PerspectiveId } {
  return perspectives.find((one) => one.id === id) ?? everything
}
