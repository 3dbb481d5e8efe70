import { confirmationOf, lawAnswer, laws } from '../../../shared/governance/laws/index.ts'
import { todayIso } from '../../store/today.ts'
import { Badge, Button } from '../../ui/index.ts'
import { useDesign } from '../stores.ts'
import { saveWord } from './answer-edits.ts'

/** Legal facts with their sources. One that nobody read at its source leaves in no document before a person confirms it. */
export function LawList({ by }: { readonly by: string }) {
  const design = useDesign((one) => one)
  return (
    <>
      <div className="panel-bar">
        <p className="muted small">
          None of these was read in the act itself. Read it at its source and confirm it with your name; until then no
          document prints it.
        </p>
      </div>
      <table className="panel-table governance-table">
        <thead>
          <tr>
            <th>Provision</th>
            <th>What it says</th>
            <th>Applies from</th>
            <th>Source</th>
            <th>Standing</th>
          </tr>
        </thead>
        <tbody>
          {laws.map((law) => {
            const word = confirmationOf(design, law.id)
            return (
              <tr key={law.id}>
                <td>
                  {law.title}, {law.provision}
                </td>
                <td>
                  {law.says} {law.doubt === undefined ? null : <span className="faint small">{law.doubt}</span>}
                </td>
                <td className="nowrap">{law.appliesFrom ?? <span className="faint">none</span>}</td>
                <td className="governance-source small" title={law.source.url}>
                  {law.source.url.replace('https://', '')}
                </td>
                <td className="nowrap">
                  {word !== undefined ? (
                    <>
                      <Badge tone="pass">
                        {word.by}, {word.date}
                      </Badge>
                      <Button
                        tone="quiet"
                        aria-label={`Take back: ${law.title} ${law.provision}`}
                        onClick={() => saveWord(lawAnswer(law.id), undefined, by, todayIso())}
                      >
                        Take back
                      </Button>
                    </>
                  ) : law.readAtSource ? (
                    <Badge tone="pass">read {law.checkedOn}</Badge>
                  ) : (
                    <>
                      <Badge tone="assumed">not confirmed</Badge>
                      <Button
                        tone="quiet"
                        aria-label={`Confirm: ${law.title} ${law.provision}`}
                        disabled={by.trim() === ''}
                        title={by.trim() === '' ? 'Say first who answers, at the left' : 'I have read it at its source'}
                        onClick={() => saveWord(lawAnswer(law.id), true, by, todayIso())}
                      >
                        Confirm
                      </Button>
                    </>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
