import './threats.css'
import './threat-views.css'
import type { ReactNode } from 'react'
import { useEffect } from 'react'
import type { ThreatsView } from '../../store/view-parts.ts'
import { Segmented } from '../../ui/index.ts'
import { NotJudged } from '../NotJudged.tsx'
import { useAnalysis, useView, viewStore } from '../stores.ts'
import { CoverageView } from './CoverageView.tsx'
import { DataTraceView } from './DataTraceView.tsx'
import { MatrixView } from './MatrixView.tsx'
import { ThreatList } from './ThreatList.tsx'

const views = [
  { value: 'list', label: 'List' },
  { value: 'matrix', label: 'Risk matrix' },
  { value: 'coverage', label: 'Coverage' },
  { value: 'data', label: 'Data trace' },
] as const satisfies readonly { readonly value: ThreatsView; readonly label: string }[]

const contents: Readonly<Record<ThreatsView, (lead: ReactNode) => ReactNode>> = {
  list: (lead) => <ThreatList lead={lead} />,
  matrix: (lead) => <MatrixView lead={lead} />,
  coverage: (lead) => <CoverageView lead={lead} />,
  data: (lead) => <DataTraceView lead={lead} />,
}

/** How the design is attacked: the list, the risks in their matrix, what was looked at, and where data goes. */
export function ThreatsPanel() {
  // What was stored by a newer version may name a view that there is not.
  const stored = useView((state) => state.threatsView)
  const view = views.find(({ value }) => value === stored)?.value ?? 'list'
  const isJudged = useAnalysis((analysis) => analysis !== undefined)
  useEffect(() => () => viewStore.getState().set({ writingThreat: undefined }), [])
  if (!isJudged) return <NotJudged />
  return contents[view](
    <Segmented
      label="View of the threats"
      className="threat-views"
      value={view}
      options={views}
      onChange={(next) => next !== undefined && viewStore.getState().set({ threatsView: next })}
    />,
  )
}
