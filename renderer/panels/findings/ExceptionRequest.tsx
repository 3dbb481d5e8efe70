import { FileSignature } from 'lucide-react'
import { useState } from 'react'
import type { Finding } from '../../../shared/findings/finding.ts'
import { draftException } from '../../../shared/standards/exception.ts'
import { useStandards } from '../../store/standards-store.ts'
import { todayIso } from '../../store/today.ts'
import { Button } from '../../ui/index.ts'
import { TreatmentForm } from '../TreatmentForm.tsx'
import { treat } from './treat.ts'

interface ExceptionRequestProps {
  readonly finding: Finding
  readonly onClosed: () => void
}

/** For a finding that deviates from the standards of the house: a request, filled in as far as they can fill it. */
export function ExceptionRequest({ finding, onClosed }: ExceptionRequestProps) {
  const standards = useStandards((each) => each)
  const [asking, setAsking] = useState(false)
  const draft = standards === undefined ? undefined : draftException(finding, standards, todayIso())
  if (draft === undefined) return null
  if (!asking) {
    return (
      <Button tone="quiet" icon={FileSignature} onClick={() => setAsking(true)}>
        Ask for an exception...
      </Button>
    )
  }
  return (
    <div className="finding-exception">
      <TreatmentForm
        acceptOnly
        label={`Exception for ${finding.title}`}
        word="Record as granted"
        filledIn={{
          reason: draft.reason,
          owner: draft.owner ?? '',
          approver: draft.approver ?? '',
          until: draft.until ?? '',
        }}
        onRecord={(granted) => treat(finding, granted)}
        onClose={() => {
          setAsking(false)
          onClosed()
        }}
      />
      <Button tone="quiet" icon={FileSignature} onClick={() => void writeRequest(finding.id)}>
        Write the request to be signed...
      </Button>
    </div>
  )
}

async function writeRequest(finding: string): Promise<void> {
  const { exportDocument } = await import('../../export/export-document.ts')
  await exportDocument('exception-request', 'html', finding)
}
