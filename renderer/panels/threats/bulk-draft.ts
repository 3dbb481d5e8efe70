import type { Design, Id, Treatment } from '../../../shared/design/design.ts'
import { addElement, changeElement, freshId, withField } from '../edits.ts'
import { treatmentGap } from '../treatment-draft.ts'
import {
  draftOf,
  emptyDraft,
  newControl,
  type Subject,
  type ThreatDraft,
  treatmentOf,
  withDecision,
} from './threat-draft.ts'

/** What several threats get at once: an empty field leaves each as it is. */
export interface BulkDraft {
  readonly response: Treatment['response'] | undefined
  readonly reason: string
  readonly owner: string
  readonly approver: string
  readonly due: string
  readonly until: string
  /** A control of the design, or `new:` and a type of the catalogue: the one control closes them all. */
  readonly control: string | undefined
}

export const emptyBulk: BulkDraft = {
  response: undefined,
  reason: '',
  owner: '',
  approver: '',
  due: '',
  until: '',
  control: undefined,
}

/** Why several threats cannot be decided together like this. */
export function bulkGap(bulk: BulkDraft): string | undefined {
  const { response, owner, approver, due, until, control, reason } = bulk
  if (response === undefined)
    return [owner, approver, due, until, control ?? '', reason].every((text) => text.trim() === '')
      ? 'Say what they shall have in common.'
      : undefined
  if (response === 'mitigate') return undefined
  return treatmentGap({ response, reason, approver, until })
}

/** The design with the same said of every threat: one control is one object, whatever it stands against. */
export function withBulk(design: Design, subjects: readonly Subject[], bulk: BulkDraft): Design {
  let next = design
  let control = bulk.control
  if (control?.startsWith('new:') === true) {
    const [first] = subjects
    const id = freshId(next, 'control')
    if (first !== undefined) next = addElement(next, 'controls', newControl(id, control.slice(4), first))
    control = id
  }
  for (const subject of subjects) {
    const before = treatmentOf(next, subject)
    const last = before === undefined ? emptyDraft : draftOf(before)
    // Why, who approved and until when was said of the decision that this one takes the place of.
    const isAnother = bulk.response !== undefined && bulk.response !== last.response
    const old = isAnother ? { ...last, reason: '', approver: '', until: '', compensating: '' } : last
    const shared: ThreatDraft = {
      ...old,
      response: bulk.response ?? old.response,
      reason:
        bulk.reason.trim() ||
        old.reason ||
        (bulk.response === undefined || bulk.response === 'mitigate' ? 'To be mitigated.' : ''),
      owner: bulk.owner.trim() || old.owner,
      approver: bulk.approver.trim() || old.approver,
      due: bulk.due || old.due,
      until: bulk.until || old.until,
      controls: control === undefined || old.controls.includes(control) ? old.controls : [...old.controls, control],
    }
    next = withDecision(next, subject, shared)
    // Whoever gets an owner or a day is not signed anew: what was true then still counts.
    if (bulk.response === undefined && before !== undefined) next = withBasis(next, before)
  }
  return control === undefined ? next : standingAt(next, control, subjects)
}

function withBasis(design: Design, { id, basis }: Treatment): Design {
  return changeElement(design, 'treatments', id, (one) => withField(one, 'basis', basis))
}

/** A shared control stands wherever the threats that it is against ask for one. */
function standingAt(design: Design, control: Id, subjects: readonly Subject[]): Design {
  const places = subjects.flatMap(({ at, anchors }) => at ?? anchors.at(-1) ?? [])
  return changeElement(design, 'controls', control, (one) => {
    const on = [...new Set([...one.on, ...places])]
    return on.length === one.on.length ? one : { ...one, on }
  })
}
