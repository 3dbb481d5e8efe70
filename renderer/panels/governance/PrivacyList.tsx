import { criterionAnswer } from '../../../shared/governance/dpia-criterion.ts'
import type { PrivacyAssessment } from '../../../shared/governance/privacy-assessment.ts'
import { isPrintable } from '../../../shared/governance/laws/index.ts'
import { privacySentence } from '../../../shared/governance/words.ts'
import { todayIso } from '../../store/today.ts'
import { Badge, Segmented } from '../../ui/index.ts'
import { ElementChips } from '../ElementChips.tsx'
import { useDesign } from '../stores.ts'
import { saveWord } from './answer-edits.ts'

/** The nine criteria: which of them the drawing shows, and what people say of the others. */
export function PrivacyList({ privacy, by }: { readonly privacy: PrivacyAssessment; readonly by: string }) {
  const isConfirmed = useDesign((design) => isPrintable(design, 'gdpr.assessment'))
  return (
    <>
      <div className="panel-bar">
        <h3>{privacySentence(privacy)}</h3>
        {isConfirmed || privacy.verdict === 'noPersonalData' ? null : <Badge tone="assumed">rule not confirmed</Badge>}
      </div>
      <table className="panel-table governance-table">
        <thead>
          <tr>
            <th>Criterion</th>
            <th>Holds</th>
            <th>Why</th>
          </tr>
        </thead>
        <tbody>
          {privacy.criteria.map(({ id, title, state, from, because, elements }) => (
            <tr key={id}>
              <td>{title}</td>
              <td>
                <Segmented
                  label={`Does it hold: ${title}`}
                  value={state === 'open' ? undefined : state}
                  options={[
                    { value: 'yes', label: 'Yes' },
                    { value: 'no', label: 'No' },
                  ]}
                  clearable={from === 'person'}
                  onChange={(next) =>
                    saveWord(criterionAnswer(id), next === undefined ? undefined : next === 'yes', by, todayIso())
                  }
                />
              </td>
              <td>
                {because} {from === 'drawing' ? <Badge tone="assumed">by the drawing</Badge> : null}
                {elements.length === 0 ? null : <ElementChips ids={elements} most={4} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
