import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Link, Requirement } from '../../../shared/design/design.ts'
import { Button, DateField, IconButton, LinkButton, Popover, TextField } from '../../ui/index.ts'
import { todayIso } from '../edits.ts'
import {
  draftOf,
  editRequirement,
  evidenceGap,
  linkOf,
  readingOf,
  requirementTitle,
  withEvidence,
  type EvidenceDraft,
} from './requirement-edits.ts'

const none: readonly Link[] = []

/** What was measured on the running system: the verdict of a quality that no drawing can tell. */
export function EvidencePopover({ requirement }: { readonly requirement: Requirement }) {
  const evidence = requirement.evidence ?? none
  const set = (label: string, position: number, link: Link | undefined) =>
    editRequirement(requirement.id, label, (one) => withEvidence(one, position, link))
  return (
    <Popover
      label={`Evidence for ${requirementTitle(requirement)}`}
      width={460}
      align="start"
      trigger={
        <LinkButton className="small">
          {evidence.length === 0 ? 'Add evidence...' : `Evidence (${evidence.length})...`}
        </LinkButton>
      }
    >
      <div className="popover-form">
        <p className="strong">Evidence for “{requirementTitle(requirement)}”</p>
        <p className="muted small">
          The newest result with a date counts. Its title states the value: “Judged on 200 questions: 0.93”.
        </p>
        {evidence.map((link, position) => (
          <fieldset key={`evidence ${position}`} className="evidence" aria-label={link.title}>
            <EvidenceFields
              draft={draftOf(link)}
              onChange={(part) => {
                const next = linkOf({ ...draftOf(link), ...part })
                if (next.title !== '') set('Change the evidence', position, next)
              }}
            />
            <div className="evidence-foot">
              <span className="muted small">{readingOf(link, evidence)}</span>
              <IconButton
                label={`Remove ${link.title}`}
                icon={Trash2}
                onClick={() => set('Remove the evidence', position, undefined)}
              />
            </div>
          </fieldset>
        ))}
        <NewEvidence onAdd={(link) => set('Add evidence', evidence.length, link)} />
      </div>
    </Popover>
  )
}

function NewEvidence({ onAdd }: { readonly onAdd: (link: Link) => void }) {
  const blank: EvidenceDraft = { title: '', date: todayIso(), by: '', url: '' }
  const [draft, setDraft] = useState(blank)
  const [tried, setTried] = useState(false)
  const gap = evidenceGap(draft)
  const add = () => {
    setTried(gap !== undefined)
    if (gap !== undefined) return
    onAdd(linkOf(draft))
    setDraft(blank)
  }
  return (
    <fieldset className="evidence" aria-label="New evidence">
      <EvidenceFields draft={draft} onChange={(part) => setDraft((before) => ({ ...before, ...part }))} />
      <div className="evidence-foot">
        {tried && gap !== undefined ? (
          <p role="alert" className="form-gap small">
            {gap}
          </p>
        ) : (
          <span />
        )}
        <Button icon={Plus} onMouseDown={(event) => event.currentTarget.focus()} onClick={add}>
          Add
        </Button>
      </div>
    </fieldset>
  )
}

interface EvidenceFieldsProps {
  readonly draft: EvidenceDraft
  readonly onChange: (part: Partial<EvidenceDraft>) => void
}

function EvidenceFields({ draft, onChange }: EvidenceFieldsProps) {
  return (
    <>
      <TextField
        aria-label="Result"
        placeholder="What was measured, and the value"
        value={draft.title}
        onCommit={(title) => onChange({ title })}
      />
      <div className="evidence-line">
        <DateField aria-label="Measured on" value={draft.date} onCommit={(date) => onChange({ date })} />
        <TextField
          aria-label="Measured by"
          placeholder="By whom"
          value={draft.by}
          onCommit={(by) => onChange({ by })}
        />
        <TextField
          aria-label="Address"
          placeholder="Address, optional"
          value={draft.url}
          onCommit={(url) => onChange({ url })}
        />
      </div>
    </>
  )
}
