import { useDesign } from '../panels/stores.ts'
import { typographic } from '../../shared/design/typographic.ts'
import { nameOf } from '../../shared/design/collections.ts'
import type { Finding } from '../../shared/findings/finding.ts'
import { rules } from '../../shared/rules.ts'
import { Break } from '../panels/threats/Break.tsx'
import { responseOptions } from '../panels/threats/responses.ts'
import { draftOf, emptyDraft } from '../panels/threats/threat-draft.ts'
import { ThreatForm } from '../panels/threats/ThreatForm.tsx'
import { subjectOf, treatmentFor } from '../panels/threats/threat-lines.ts'
import { Button, SeverityMark } from '../ui/index.ts'
import type { Writing } from './threat-walk.ts'

interface ThreatStationProps {
  readonly finding: Finding
  readonly writing: Writing
  readonly onWrite: (writing: Writing) => void
  readonly onDone: () => void
}

/** One threat for the room: what can happen, by which way, and what would break it. */
export function ThreatStation({ finding, writing, onWrite, onDone }: ThreatStationProps) {
  const design = useDesign((one) => one)
  const treatment = treatmentFor(design, finding)
  const boxes = (finding.path ?? []).filter((id) => design.flows?.some((flow) => flow.id === id) !== true)
  const start = treatment === undefined ? emptyDraft : draftOf(treatment)
  return (
    <>
      <p className="question-room-topic threat-room-topic">
        <SeverityMark severity={finding.severity} word size={16} />
        {boxes.length < 2 ? null : <span>{boxes.map((id) => nameOf(design, id)).join(' → ')}</span>}
      </p>
      <h3 className="question-room-text">{finding.title}</h3>
      <p className="threat-room-problem">{typographic(finding.problem)}</p>
      {writing === undefined ? (
        <>
          <p className="question-room-why">{typographic(finding.why)}</p>
          <div className="question-room-answers">
            {finding.remedy === undefined ? null : <Break finding={finding} remedy={finding.remedy} />}
            <div className="question-answers">
              {responseOptions
                .filter(({ value }) => value !== 'dispute')
                .map(({ value, label }) => (
                  <Button key={value} large onClick={() => onWrite(value)}>
                    {label}
                  </Button>
                ))}
            </div>
          </div>
        </>
      ) : (
        <div className="threat-room-form">
          <ThreatForm
            key={writing}
            subject={subjectOf(finding)}
            rule={rules.find(({ id }) => id === finding.rule)}
            start={writing === 'threat' || writing === 'none' ? start : { ...start, response: writing }}
            onRecorded={onDone}
            onClose={() => onWrite(undefined)}
          />
        </div>
      )}
    </>
  )
}
