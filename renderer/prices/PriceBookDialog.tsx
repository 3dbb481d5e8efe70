import { lazy, Suspense } from 'react'
import { useView, viewStore } from '../store/view-store.ts'
import { Dialog } from '../ui/index.ts'

const PriceBookView = lazy(async () => ({ default: (await import('./PriceBookView.tsx')).PriceBookView }))

/** The price book: what everything costs, who says so, and prices of the design's own. */
export function PriceBookDialog() {
  const open = useView((view) => view.pricesOpen)
  return (
    <Dialog
      title="Price book"
      open={open}
      onOpenChange={(next) => viewStore.getState().set({ pricesOpen: next })}
      width={1180}
    >
      {open ? (
        <Suspense fallback={<p className="muted">Opening the price book</p>}>
          <PriceBookView />
        </Suspense>
      ) : null}
    </Dialog>
  )
}
