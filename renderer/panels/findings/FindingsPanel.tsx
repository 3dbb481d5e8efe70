import { BookOpen, Download, Shield, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { nameOf } from '../../../shared/design/collections.ts'
import type { Finding } from '../../../shared/findings/finding.ts'
import { firstSight } from '../../../shared/findings/first-sight.ts'
import { linesOf } from '../../../shared/findings/lines.ts'
import { useNotUsefulCount } from '../../store/not-useful.ts'
import { useKept } from '../../store/use-kept.ts'
import { Button, EmptyState } from '../../ui/index.ts'
import { NotJudged } from '../NotJudged.tsx'
import { useAnalysis, useDesign, viewStore } from '../stores.ts'
import { exportNotUseful } from './export-not-useful.ts'
import { FindingRow } from './FindingRow.tsx'
import { type Filter, FindingsBar } from './FindingsBar.tsx'
import { filterLines, type GroupBy, groupLines } from './group-findings.ts'
import { LineRow } from './LineRow.tsx'
import { useAttention } from './use-attention.ts'
import { useHeldLines } from './use-held-lines.ts'
import { walkLines } from './walk-lines.ts'

const none: readonly Finding[] = []
const everything: Filter = { topic: undefined, words: '' }

/** What is wrong, worst first: a few at first sight, the rest one press away. The list holds threats too: one cause is one line. */
export function FindingsPanel() {
  const analysis = useAnalysis((one) => one)
  const findings = analysis?.findings ?? none
  const design = useDesign((one) => one)
  const [all, setAll] = useState(false)
  const [by, setBy] = useState<GroupBy>('fix')
  const [filter, setFilter] = useState(everything)
  const [treated, setTreated] = useState(false)
  // While somebody points at the list or walks through it, no line moves.
  const { attended, listeners } = useAttention()
  const open = findings.filter((finding) => finding.status === 'open')
  const settled = findings.filter((finding) => finding.status !== 'open')
  const lines = linesOf(open)
  const sight = analysis === undefined ? undefined : firstSight(analysis)
  const isFiltered = filter.topic !== undefined || filter.words !== ''
  const first = sight?.findings ?? []
  const listed = useHeldLines(all || isFiltered ? lines : first, attended)
  const marked = useNotUsefulCount()
  const topics = useKept([...new Set(open.map(({ topic }) => topic))])
  if (analysis === undefined) return <NotJudged />
  if (findings.length === 0 && listed.length === 0) {
    // A page with nothing to judge is not a design with nothing wrong.
    const judged = analysis.estimate.meaningful
    return (
      <EmptyState
        icon={judged ? ShieldCheck : Shield}
        text={
          judged
            ? 'Nothing is known to be wrong with this design.'
            : 'Connect two components and what can go wrong with them shows here.'
        }
      />
    )
  }
  const shown = isFiltered ? filterLines(listed, filter) : listed
  return (
    <div className="panel-list" role="presentation" {...listeners} onKeyDown={walkLines}>
      <FindingsBar
        by={by}
        onGroup={setBy}
        filter={filter}
        onFilter={setFilter}
        topics={topics}
        note={noteOf(open.length, lines.length, settled.length)}
      />
      <section className="finding-list" tabIndex={-1} aria-label="Open findings">
        {groupLines(shown, by, (id) => nameOf(design, id)).map((group) => (
          <section key={group.key} className="finding-group" aria-label={group.title}>
            {group.title === undefined ? null : <h3 className="finding-group-title">{group.title}</h3>}
            {group.lines.map((line) => (
              <LineRow key={line.id} line={line} />
            ))}
          </section>
        ))}
      </section>
      {isFiltered && shown.length === 0 ? <p className="panel-empty-line">Nothing in this list fits.</p> : null}
      {open.length === 0 ? <p className="panel-empty-line">All findings have been treated.</p> : null}
      <div className="panel-foot">
        {lines.length > listed.length ? (
          <Button tone="quiet" onClick={() => setAll(true)}>
            Show all {lines.length} findings
          </Button>
        ) : null}
        {settled.length > 0 ? (
          <Button tone="quiet" aria-expanded={treated} onClick={() => setTreated(!treated)}>
            {treated ? 'Hide' : 'Show'} {settled.length} treated
          </Button>
        ) : null}
        {marked > 0 ? (
          <Button tone="quiet" icon={Download} onClick={() => void exportNotUseful()}>
            Export what was not useful ({marked})
          </Button>
        ) : null}
        <Button tone="quiet" icon={BookOpen} onClick={() => viewStore.getState().set({ standardsOpen: true })}>
          Rules and standards
        </Button>
      </div>
      {treated ? settled.map((finding) => <FindingRow key={finding.id} finding={finding} />) : null}
    </div>
  )
}

function noteOf(open: number, lines: number, settled: number): string {
  const places = open > lines ? ` in ${open} places` : ''
  return `${lines} open${places}${settled > 0 ? `, ${settled} treated` : ''}`
}
