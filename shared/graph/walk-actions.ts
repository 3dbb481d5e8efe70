import type { Id } from '../design/design.ts'
import { bare, joinAlternatives, type Parcels, sameCarrying } from './carrying.ts'
import type { Graph } from './graph.ts'
import { findHeld, findPending, type Stores } from './store-contents.ts'
import type { Walk } from './travel.ts'
import { walkAction } from './walk-lineage.ts'

const maximumTurns = 12

/** What was written to each store. */
type Contents = ReadonlyMap<Id, Parcels>

/**
 * The walks of all actions, sorted by action. What is written to a store comes back in every later run, so actions are
 * walked again until the contents no longer change: each only while a store that it asks has changed, as the same
 * contents lead to the same walk.
 */
export function walkActions(graph: Graph): readonly Walk[] {
  const pending = findPending(graph)
  const held = findHeld(graph)
  const actions = [...graph.actions].toSorted((a, b) => (a.action < b.action ? -1 : 1))
  let contents: Contents = new Map()
  let changed: ReadonlySet<Id> = new Set()
  let walks: readonly Walk[] = []
  for (let turn = 1; turn <= maximumTurns; turn += 1) {
    const stores: Stores = { written: contents, pending, held }
    const isOld = isOutdatedBy(changed)
    walks = actions.map((action, index) => {
      const last = walks[index]
      return last === undefined || isOld(last) ? walkAction(graph, stores, action) : last
    })
    const written = joinContents(walks.map((walk) => walk.written))
    // In the last turns contents only grow, so that a design whose stores feed one another still settles.
    const next = turn < maximumTurns / 2 ? written : joinContents([contents, written])
    changed = changedStores(contents, next)
    if (changed.size === 0) break
    contents = next
  }
  return walks
}

function isOutdatedBy(changed: ReadonlySet<Id>): (walk: Walk) => boolean {
  return ({ read }) => [...read].some((store) => changed.has(store))
}

function changedStores(before: Contents, now: Contents): ReadonlySet<Id> {
  const stores = new Set([...before.keys(), ...now.keys()])
  return new Set([...stores].filter((store) => !isSame(before.get(store), now.get(store))))
}

function isSame(a: Parcels | undefined, b: Parcels | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return sameCarrying(bare(a), bare(b))
}

function joinContents(all: readonly Contents[]): Contents {
  const joined = new Map<Id, Parcels>()
  for (const contents of all) {
    for (const [store, parcels] of contents) {
      const other = joined.get(store)
      joined.set(store, other === undefined ? parcels : joinParcels(other, parcels))
    }
  }
  return joined
}

/** What stood in a store, or what was brought there instead. */
function joinParcels(a: Parcels, b: Parcels): Parcels {
  return joinAlternatives(bare(a), bare(b)).parcels
}
