import type { ReactNode } from 'react'
import { lazy, Suspense } from 'react'
import { useCompared } from './compare-store.ts'
import './compare.css'

// Nobody waits for it who only draws.
const CompareBar = lazy(async () => ({ default: (await import('./CompareBar.tsx')).CompareBar }))
const ComparePane = lazy(async () => ({ default: (await import('./ComparePane.tsx')).ComparePane }))

/** The canvas, and beside it another drawing while two are compared. The canvas stays mounted. */
export function CompareSplit({ children }: { readonly children: ReactNode }) {
  const compared = useCompared()
  return (
    <>
      {compared === undefined ? null : (
        <Suspense>
          <CompareBar compared={compared} />
        </Suspense>
      )}
      <div className="split-panes">
        {children}
        {compared === undefined ? null : (
          <Suspense>
            <ComparePane compared={compared} />
          </Suspense>
        )}
      </div>
    </>
  )
}
