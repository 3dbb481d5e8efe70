import { X } from 'lucide-react'
import { useState } from 'react'
import type { Treatment } from '../../../shared/design/design.ts'
import { findControl } from '../../../shared/threats/controls.ts'
import { Button, Choice, DateField, IconButton, TextField, useFocusHandover } from '../../ui/index.ts'
import { ApprovalFields } from '../ApprovalFields.tsx'
import { FormGap } from '../FormGap.tsx'
import { editDesign, useDesign } from '../stores.ts'
import { bulkGap, emptyBulk, type BulkDraft, withBulk } from './bulk-draft.ts'
import { ControlChoice } from './ControlChoice.tsx'
import type { Subject } from './threat-draft.ts'
import { isResponse, responseOptions } from './responses.ts'

interface SelectionBarProps {
  readonly subjects: readonly Subject[]
  readonly onDone: () => void
}

/** The same said of several threats at once: one gesture, one step to take back. */
export function SelectionBar({ subjects, onDone }: SelectionBarProps) {
  const [bulk, setBulk] = useState<BulkDraft>(emptyBulk)
  const [tried, setTried] = useState(false)
  const controls = useDesign((design) => design.controls)
  const set = (part: Partial<BulkDraft>) => setBulk((before) => ({ ...before, ...part }))
  const gap = bulkGap(bulk)
  const form = useFocusHandover<HTMLFormElement>(listBelow)
  const count = `${subjects.length} ${subjects.length === 1 ? 'threat' : 'threats'}`
  const apply = () => {
    if (gap !== undefined) {
      setTried(true)
      return
    }
    editDesign(`Decide about ${count}`, (design) => withBulk(design, subjects, bulk))
    onDone()
  }
  return (
    <form
      ref={form}
      className="threat-bulk"
      aria-label="Decide about the chosen threats"
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <div className="threat-bulk-line">
        <span className="strong">{count} chosen</span>
        <Choice
          label="Response"
          className="threat-bulk-response"
          value={bulk.response}
          placeholder="Response"
          clearLabel="As it is"
          options={responseOptions}
          onClear={() => set({ response: undefined })}
          onChange={(response) => isResponse(response) && set({ response })}
        />
        <TextField aria-label="Owner" placeholder="Owner" value={bulk.owner} onCommit={(owner) => set({ owner })} />
        <span className="treatment-until">
          <span className="muted">Due</span>
          <DateField aria-label="Due" value={bulk.due} onCommit={(due) => set({ due })} />
        </span>
        {decides(bulk.response) ? null : (
          <ControlChoice
            label="One control for all"
            shown={controlName(bulk.control, controls)}
            rule={undefined}
            taken={[]}
            onChoose={(control) => set({ control })}
            onClear={() => set({ control: undefined })}
          />
        )}
        <Button tone="primary" onMouseDown={(event) => event.currentTarget.focus()} onClick={apply}>
          Record for {subjects.length}
        </Button>
        <IconButton label="Choose none" icon={X} onClick={onDone} />
      </div>
      {decides(bulk.response) ? (
        <div className="threat-bulk-line">
          <TextField
            aria-label="Reason"
            className="threat-bulk-reason"
            placeholder="Why this is the right decision"
            value={bulk.reason}
            onCommit={(reason) => set({ reason })}
          />
          <ApprovalFields approver={bulk.approver} until={bulk.until} onChange={set} />
        </div>
      ) : null}
      <FormGap words={tried ? gap : undefined} />
    </form>
  )
}

/** Where the chosen threats stand: the keyboard goes on there. */
function listBelow(form: HTMLElement): Element | null | undefined {
  return form.parentElement?.querySelector('.finding-list')
}

/** Whether it takes a reason of its own: what is not mitigated has no control that says why. */
function decides(response: Treatment['response'] | undefined): boolean {
  return response !== undefined && response !== 'mitigate'
}

function controlName(
  control: string | undefined,
  controls: readonly { readonly id: string; readonly type: string; readonly name?: string }[] | undefined,
): string | undefined {
  if (control === undefined) return undefined
  if (control.startsWith('new:')) return findControl(control.slice(4))?.title
  const found = controls?.find(({ id }) => id === control)
  return found?.name ?? found?.type
}
