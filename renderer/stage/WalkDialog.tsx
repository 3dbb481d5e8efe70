import './stage.css'
import { lazy, Suspense } from 'react'
import { useView, viewStore } from '../store/view-store.ts'
import { Dialog } from '../ui/index.ts'

// Reads the design as the engines do: it comes when somebody asks for a walk.
const WalkList = lazy(async () => ({ default: (await import('./WalkList.tsx')).WalkList }))

/** Which walk to show: the own pictures, or the way of an action through the drawing. */
export function WalkDialog() {
  const open = useView((view) => view.walksOpen)
  const close = (): void => viewStore.getState().set({ walksOpen: false })
  return (
    <Dialog title="Walkthrough" open={open} onOpenChange={(next) => (next ? undefined : close())}>
      <Suspense>
        <WalkList onChosen={close} />
      </Suspense>
    </Dialog>
  )
}
