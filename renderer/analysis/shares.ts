import { useStore } from 'zustand'
import type { Id } from '../../shared/design/design.ts'
import { createKeeper } from '../store/keep-equal.ts'
import { analysisStore } from './analysis-store.ts'
import type { ShownAnalysis } from './pack-numbers.ts'

/** What a component has of the whole, from 0 to 1; absent where it is too little to be worth a badge. */
export interface Shares {
  /** Of the design's cost per month. */
  readonly costShare?: number
  /** Of the main action's mean time. */
  readonly timeShare?: number
}

const leastShare = 0.05

/** The shares of every component that has one worth showing. */
export function sharesOf({ estimate }: Pick<ShownAnalysis, 'estimate'>): ReadonlyMap<Id, Shares> {
  const all = new Map<Id, Shares>()
  if (!estimate.meaningful) return all
  for (const { component, costShare = 0, timeShare = 0 } of estimate.components) {
    const shares = {
      ...(costShare < leastShare ? {} : { costShare: asShown(costShare) }),
      ...(timeShare < leastShare ? {} : { timeShare: asShown(timeShare) }),
    }
    if (Object.keys(shares).length > 0) all.set(component, shares)
  }
  return all
}

/** In whole per cents, so that a card is drawn again when it would look different and not before. */
function asShown(share: number): number {
  return Math.round(share * 100) / 100
}

const keep = createKeeper<Id, Shares>()
let lastAnalysis: ShownAnalysis | undefined
let lastShares: ReadonlyMap<Id, Shares> = new Map()

function currentShares(analysis: ShownAnalysis | undefined): ReadonlyMap<Id, Shares> {
  if (analysis === lastAnalysis) return lastShares
  lastAnalysis = analysis
  lastShares = keep(analysis === undefined ? new Map() : sharesOf(analysis))
  return lastShares
}

/** The shares of one component. They change with most edits: a card reads its own, and the drawing is not built again. */
export function useShares(id: Id): Shares | undefined {
  return useStore(analysisStore, ({ analysis }) => currentShares(analysis).get(id))
}
