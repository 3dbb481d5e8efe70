import type { Obligation } from '../../../shared/governance/ai-act/find-obligations.ts'
import type { GovernanceAssessment } from '../../../shared/governance/assess-governance.ts'
import { isPrintable } from '../../../shared/governance/laws/index.ts'
import { indicative, rolesSentence, tierSentence, tierWords } from '../../../shared/governance/words.ts'
import { Badge } from '../../ui/index.ts'
import type { BadgeTone } from '../../ui/index.ts'
import { useDesign } from '../stores.ts'
import { capital } from '../../../shared/design/wording.ts'

const tones: Readonly<Record<keyof typeof tierWords, BadgeTone>> = {
  open: 'unknown',
  outOfScope: 'neutral',
  minimal: 'pass',
  transparency: 'low',
  high: 'high',
  prohibited: 'critical',
}

/** What the answers come to, from when it counts, and how sure that is. */
export function ResultCard({ governance: { act, obligations } }: { readonly governance: GovernanceAssessment }) {
  const contradicted = act.questions.filter(({ contradiction }) => contradiction !== undefined).length
  return (
    <section className="governance-result" aria-label="EU AI Act, result" aria-live="polite">
      <p className="small muted">{indicative}, EU AI Act</p>
      <p className="governance-tier">
        <Badge tone={tones[act.tier]}>{tierWords[act.tier]}</Badge>
        {act.tier === 'open' ? null : act.standing === 'confirmed' ? (
          <Badge tone="pass">confirmed</Badge>
        ) : (
          <Badge tone="assumed">not confirmed</Badge>
        )}
      </p>
      <p className="small">{capital(tierSentence(act).replace('Open: ', ''))}</p>
      <p className="small">
        <span className="muted">Role: </span>
        {rolesSentence(act)}
      </p>
      <DutyDays obligations={obligations} />
      {contradicted === 0 ? null : (
        <p className="small ui-tone-atRisk">
          The drawing contradicts {contradicted === 1 ? 'one answer' : `${contradicted} answers`}.
        </p>
      )}
    </section>
  )
}

/** Duties by the day from which they apply, the earliest first. */
function DutyDays({ obligations }: { readonly obligations: readonly Obligation[] }) {
  const design = useDesign((one) => one)
  const days = [...new Set(obligations.map(({ appliesFrom }) => appliesFrom ?? ''))].toSorted((a, b) =>
    (a === '' ? '9' : a).localeCompare(b === '' ? '9' : b),
  )
  if (days.length === 0) return null
  return (
    <dl className="governance-days">
      {days.map((day) => {
        const those = obligations.filter(({ appliesFrom }) => (appliesFrom ?? '') === day)
        const isOpen = those.some(({ laws }) => laws.some((id) => !isPrintable(design, id)))
        return (
          <div key={day}>
            <dt>{day === '' ? 'date disputed' : day}</dt>
            <dd>
              {those.length} {those.length === 1 ? 'duty' : 'duties'}
              {isOpen ? <span className="faint"> · not confirmed</span> : null}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
