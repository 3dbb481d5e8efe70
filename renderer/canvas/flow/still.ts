import { createContext, useContext } from 'react'
import type { Id } from '../../../shared/design/design.ts'
import { type Shares, useShares } from '../../analysis/shares.ts'
import { useDesignState } from '../../store/design-store.ts'
import { useView } from '../../store/view-store.ts'

/** True within a drawing that is only looked at, beside the one that is worked on. */
export const StillDrawing = createContext(false)

/** Whether the name of this element is being typed here; the drawing beside it may show the same element. */
export function useRenaming(id: Id): boolean {
  const still = useContext(StillDrawing)
  return useView((view) => view.renaming === id) && !still
}

/** Whether the pointer is on this element, here where it can be worked on. */
export function usePointedAt(id: Id): boolean {
  const still = useContext(StillDrawing)
  const readOnly = useDesignState((state) => state.readOnly)
  return useView((view) => view.hovered === id) && !still && !readOnly
}

/** What a card says of its part of cost and time: nothing in a drawing that is only looked at, and nothing in a room. */
export function useWornShares(id: Id): Shares | undefined {
  const still = useContext(StillDrawing)
  const room = useView((view) => view.roomMode)
  const shares = useShares(id)
  return still || room ? undefined : shares
}
