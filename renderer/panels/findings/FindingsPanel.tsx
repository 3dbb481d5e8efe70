import { Shield, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { nameOf } from '../../../shared/design/collections.ts'
import type { Finding, Lens } from '../../../shared/findings/finding.ts'
import { firstSight } from '../../../shared/findings/first-sight.ts'
import { Button, EmptyState, Segmented } from '../../ui/index.ts'
import { useAnalysis, useDesign } from '../stores.ts'
import { NotJudged } from '../NotJudged.tsx'
import { FindingRow } from './FindingRow.tsx'
import { groupFindings } from './group-findings.ts'
import type { GroupBy } from './group-findings.ts'

const none: readonly Finding[] = []

const words: Record<Lens, { readonly blank: string; readonly empty: string; readonly many: string }> = {
  check: {
    blank: 'Connect two components and what can go wrong with them shows here.',
    empty: 'Nothing is known to be wrong with this design.',
    many: 'findings',
  },
  threat: {
    blank: 'Connect two components and the ways to attack them show here.',
    empty: 'No way to attack this design is known.',
    many: 'threats',
  },
}

/** What is wrong, worst first: a few at first sight, the rest one press away. One cause is one line in both lenses. */
export function FindingsPanel({ lens }: { readonly lens: Lens }) {
  const analysis = useAnalysis((one) => one)
  const findings = analysis?.findings ?? none
  const design = useDesign((one) => one)
  const [all, setAll] = useState(false)
  const [by, setBy] = useState<GroupBy>('severity')
  const [treated, setTreated] = useState(false)
  // The list of findings holds threats too: one cause is one line. The list of threats holds threats alone.
  const mine = lens === 'check' ? findings : findings.filter((finding) => finding.lenses.includes(lens))
  const open = mine.filter((finding) => finding.status === 'open')
  const settled = mine.filter((finding) => finding.status !== 'open')
  if (analysis === undefined) return <NotJudged />
  const sight = firstSight(analysis)
  const listed = all ? open : lens === 'check' ? sight.findings : sight.threats
  if (mine.length === 0) {
    // A page with nothing to judge is not a design with nothing wrong.
    const judged = analysis.estimate.meaningful
    return <EmptyState icon={judged ? ShieldCheck : Shield} text={judged ? words[lens].empty : words[lens].blank} />
  }
  return (
    <div className="panel-list">
      <div className="panel-bar">
        <Segmented
          label="Group by"
          value={by}
          options={[
            { value: 'severity', label: 'By severity' },
            { value: 'element', label: 'By element' },
            { value: 'rule', label: 'By rule' },
          ]}
          onChange={(next) => setBy(next ?? by)}
        />
        <span className="panel-bar-note">
          {open.length} open{settled.length > 0 ? `, ${settled.length} treated` : ''}
        </span>
      </div>
      {groupFindings(listed, by, (id) => nameOf(design, id)).map((group) => (
        <section key={group.key} className="finding-group" aria-label={group.title}>
          {by === 'severity' ? null : <h3 className="finding-group-title">{group.title}</h3>}
          {group.findings.map((finding) => (
            <FindingRow key={finding.id} finding={finding} lens={lens} />
          ))}
        </section>
      ))}
      {open.length === 0 ? <p className="panel-empty-line">All {words[lens].many} have been treated.</p> : null}
      <div className="panel-foot">
        {open.length > listed.length ? (
          <Button tone="quiet" onClick={() => setAll(true)}>
            Show all {open.length} {words[lens].many}
          </Button>
        ) : null}
        {settled.length > 0 ? (
          <Button tone="quiet" aria-expanded={treated} onClick={() => setTreated(!treated)}>
            {treated ? 'Hide' : 'Show'} {settled.length} treated
          </Button>
        ) : null}
      </div>
      {treated ? settled.map((finding) => <FindingRow key={finding.id} finding={finding} lens={lens} />) : null}
    </div>
  )
}
