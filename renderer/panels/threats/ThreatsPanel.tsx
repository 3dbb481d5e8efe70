import './threats.css'
import { Segmented } from '../../ui/index.ts'
import { NotJudged } from '../NotJudged.tsx'
import { useAnalysis, useView, viewStore } from '../stores.ts'
import { ThreatList } from './ThreatList.tsx'

const views = [{ value: 'list', label: 'List' }] as const

/** How the design is attacked: the list, the risks in their matrix, what was looked at, and where data goes. */
export function ThreatsPanel() {
  const view = useView((state) => state.threatsView)
  const isJudged = useAnalysis((analysis) => analysis !== undefined)
  if (!isJudged) return <NotJudged />
  const lead = (
    <Segmented
      label="View of the threats"
      value={view}
      options={views}
      onChange={(next) => next !== undefined && viewStore.getState().set({ threatsView: next })}
    />
  )
  return <ThreatList lead={lead} />
}
