import { type OpenTab, useOpenDesigns } from '../store/open-designs.ts'
import { useView } from '../store/view-store.ts'

/** The open designs that may be named: in room mode the one that is shown, for the others may be of other clients. */
export function useTabsInSight(): readonly OpenTab[] {
  const tabs = useOpenDesigns((state) => state.tabs)
  const active = useOpenDesigns((state) => state.active)
  const room = useView((view) => view.roomMode)
  return room && active !== undefined ? tabs.filter(({ id }) => id === active) : tabs
}
