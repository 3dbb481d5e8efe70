import './governance.css'
import { Tabs } from 'radix-ui'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { GovernanceAssessment } from '../../../shared/governance/assess-governance.ts'
import { laws, isPrintable } from '../../../shared/governance/laws/index.ts'
import { FieldRow, TextField } from '../../ui/index.ts'
import { NotJudged } from '../NotJudged.tsx'
import { useDesign } from '../stores.ts'
import { useAnsweringName } from './answering-name.ts'
import { ControlTable } from './ControlTable.tsx'
import { DutyTable } from './DutyTable.tsx'
import { EvidenceList } from './EvidenceList.tsx'
import { InventoryTable } from './InventoryTable.tsx'
import { LawList } from './LawList.tsx'
import { PrivacyList } from './PrivacyList.tsx'
import { Questionnaire } from './Questionnaire.tsx'
import { ReadinessList } from './ReadinessList.tsx'
import { RegisterTable } from './RegisterTable.tsx'
import { ResultCard } from './ResultCard.tsx'
import { useGovernance } from './use-governance.ts'

interface Part {
  readonly id: string
  readonly label: string
  readonly note: string
  readonly show: () => ReactNode
}

/** Tier, duties, evidence, third parties, models and readiness: what the drawing and people say, side by side. */
export function GovernancePanel() {
  const governance = useGovernance()
  const [by, setBy] = useAnsweringName()
  const open = useDesign((design) => laws.filter(({ id }) => !isPrintable(design, id)).length)
  const [part, setPart] = useState('questions')
  if (governance === undefined) return <NotJudged />
  const parts = partsOf(governance, by, open)
  return (
    <Tabs.Root className="governance" orientation="vertical" value={part} onValueChange={setPart}>
      <div className="governance-side">
        <ResultCard governance={governance} />
        <Tabs.List className="governance-nav" aria-label="Parts of governance">
          {parts.map(({ id, label, note }) => (
            <Tabs.Trigger key={id} value={id} className="governance-tab">
              <span>{label}</span>
              <span className="faint small">{note}</span>
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <FieldRow label="Answered by" wide>
          {(id) => <TextField id={id} value={by} placeholder="Your name" onCommit={setBy} />}
        </FieldRow>
      </div>
      {parts.map(({ id, show }) => (
        <Tabs.Content key={id} value={id} className="governance-body">
          {show()}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  )
}

function partsOf(governance: GovernanceAssessment, by: string, openLaws: number): readonly Part[] {
  const { act, obligations, controls, evidence, privacy, register, inventory, readiness } = governance
  const asked = act.questions.filter(({ matters, from }) => matters && from !== 'person').length
  const shown = evidence.filter(({ status }) => status !== 'missing').length
  const done = readiness.filter(({ state }) => state === 'done').length
  const ready = readiness.filter(({ state }) => state !== 'notApplicable').length
  return [
    {
      id: 'questions',
      label: 'Questions',
      note: asked === 0 ? 'answered' : `${asked} open`,
      show: () => <Questionnaire act={act} by={by} />,
    },
    {
      id: 'duties',
      label: 'Duties',
      note: String(obligations.length),
      show: () => <DutyTable governance={governance} />,
    },
    {
      id: 'evidence',
      label: 'Evidence',
      note: `${shown} of ${evidence.length}`,
      show: () => <EvidenceList evidence={evidence} by={by} />,
    },
    {
      id: 'controls',
      label: 'Controls',
      note: String(controls.filter(({ applies }) => applies === 'yes').length),
      show: () => <ControlTable governance={governance} by={by} />,
    },
    {
      id: 'privacy',
      label: 'Privacy assessment',
      note: privacy.verdict === 'noPersonalData' ? 'no people' : `${privacy.met} of 9`,
      show: () => <PrivacyList privacy={privacy} by={by} />,
    },
    {
      id: 'register',
      label: 'Third parties',
      note: String(register.rows.length),
      show: () => <RegisterTable register={register} by={by} />,
    },
    {
      id: 'inventory',
      label: 'Models',
      note: String(inventory.length),
      show: () => <InventoryTable inventory={inventory} />,
    },
    {
      id: 'readiness',
      label: 'Readiness',
      note: `${done} of ${ready}`,
      show: () => <ReadinessList readiness={readiness} by={by} />,
    },
    {
      id: 'laws',
      label: 'Legal facts',
      note: openLaws === 0 ? 'confirmed' : `${openLaws} open`,
      show: () => <LawList by={by} />,
    },
  ]
}
