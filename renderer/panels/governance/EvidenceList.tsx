import type { EvidenceState } from '../../../shared/governance/evidence/evidence.ts'
import { evidenceAnswer, notApplicable } from '../../../shared/governance/evidence/gather.ts'
import { evidenceWords } from '../../../shared/governance/words.ts'
import { known } from '../../../shared/design/value.ts'
import { todayIso } from '../../store/today.ts'
import { Badge, TextField } from '../../ui/index.ts'
import type { BadgeTone } from '../../ui/index.ts'
import { ElementChips } from '../ElementChips.tsx'
import { saveWord } from './answer-edits.ts'
import { SetAside } from './SetAside.tsx'

export const evidenceTones: Readonly<Record<EvidenceState['status'], BadgeTone>> = {
  automatic: 'pass',
  typed: 'assumed',
  missing: 'unknown',
  notApplicable: 'neutral',
}

/** Every kind of evidence: what the drawing shows of it, and where a person says it is kept. */
export function EvidenceList({ evidence, by }: { readonly evidence: readonly EvidenceState[]; readonly by: string }) {
  return (
    <table className="panel-table governance-table">
      <thead>
        <tr>
          <th>Evidence</th>
          <th>Status</th>
          <th>What shows it, or what is missing</th>
          <th>Kept at</th>
          <th aria-label="Set aside" />
        </tr>
      </thead>
      <tbody>
        {evidence.map(({ id, title, status, says, elements, answer }) => {
          const value = known(answer?.value)
          const isAside = value === notApplicable
          return (
            <tr key={id}>
              <td>{title}</td>
              <td>
                <Badge tone={evidenceTones[status]}>{evidenceWords[status].toLowerCase()}</Badge>
              </td>
              <td>
                {says} {elements.length === 0 ? null : <ElementChips ids={elements} most={3} />}
              </td>
              <td className="governance-input">
                <TextField
                  aria-label={`Where it is kept: ${title}`}
                  value={typeof value === 'string' && !isAside ? value : ''}
                  placeholder="Link or place"
                  onCommit={(text) =>
                    saveWord(evidenceAnswer(id), text.trim() === '' ? undefined : text.trim(), by, todayIso())
                  }
                />
              </td>
              <td>
                <SetAside answerKey={evidenceAnswer(id)} title={title} aside={isAside} by={by} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
