import './export.css'
import { useEffect, useState } from 'react'
import { brandStore } from '../store/brand-store.ts'
import { designStore } from '../store/design-store.ts'
import { priceStore } from '../store/price-store.ts'
import { standardsStore } from '../store/standards-store.ts'
import { BrandForm } from './BrandForm.tsx'
import { DocumentList } from './DocumentList.tsx'
import { ExportForm } from './ExportForm.tsx'
import { exportStore, leaveExport, make, makeIfChanged } from './export-store.ts'
import { PreviewPane } from './PreviewPane.tsx'

/** Documents on the left, what comes out in the middle, what it asks and leaves out on the right. */
export function ExportScreen() {
  const [isBranding, setBranding] = useState(false)
  useEffect(() => {
    if (exportStore.getState().phase === 'idle') make()
    // Nothing is shown beside a design, a price or a look that has changed since.
    const stops = [designStore, priceStore, standardsStore, brandStore].map((store) => store.subscribe(makeIfChanged))
    return () => {
      for (const stop of stops) stop()
      leaveExport()
    }
  }, [])
  return (
    <div className="export">
      <DocumentList />
      <PreviewPane />
      {isBranding ? <BrandForm onClose={() => setBranding(false)} /> : <ExportForm onBrand={() => setBranding(true)} />}
    </div>
  )
}
