import type { Control, Design, Id, Link, Treatment } from '../../../shared/design/design.ts'
import { fingerprint } from '../../../shared/findings/fingerprint.ts'
import { findControl } from '../../../shared/threats/controls.ts'
import { addElement, changeElement, freshId } from '../edits.ts'
import { treatmentGap, type TreatmentDraft } from '../treatment-draft.ts'

/** What a decision speaks of: a threat that a rule found, or one that a person wrote down. */
export interface Subject {
  readonly title: string
  readonly rule: string
  readonly aliases: readonly string[]
  readonly anchors: readonly Id[]
  readonly severity: string
  readonly facts: Readonly<Record<string, string>>
  /** Where a control against it stands, unless somebody says otherwise. */
  readonly at: Id | undefined
}

/** What a person decides about a threat, as the form collects it; empty texts say nothing. */
export interface ThreatDraft extends TreatmentDraft {
  readonly owner: string
  readonly due: string
  readonly status: NonNullable<Treatment['status']>
  readonly evidence: string
  readonly decision: Id | undefined
  /** Controls of the design. */
  readonly controls: readonly Id[]
  /** Types of the catalogue that become controls of the design with the decision. */
  readonly newControls: readonly string[]
  readonly residual: { readonly likelihood: number; readonly impact: number } | undefined
}

export const emptyDraft: ThreatDraft = {
  response: 'mitigate',
  reason: '',
  owner: '',
  approver: '',
  due: '',
  until: '',
  status: 'open',
  compensating: '',
  evidence: '',
  decision: undefined,
  controls: [],
  newControls: [],
  residual: undefined,
}

/** The draft that says what a treatment says. */
export function draftOf(treatment: Treatment): ThreatDraft {
  return {
    response: treatment.response,
    reason: treatment.reason,
    owner: treatment.owner ?? '',
    approver: treatment.approver ?? '',
    due: treatment.due ?? '',
    until: treatment.until ?? '',
    status: treatment.status ?? 'open',
    compensating: treatment.compensating ?? '',
    evidence: evidenceOf(treatment),
    decision: treatment.decision,
    controls: treatment.controls ?? [],
    newControls: [],
    residual: treatment.residual,
  }
}

/** Why the draft cannot be recorded yet; a mitigation that names its controls says by them why. */
export function draftGap(draft: ThreatDraft): string | undefined {
  const named = draft.response === 'mitigate' && draft.controls.length + draft.newControls.length > 0
  return named && draft.reason.trim() === '' ? undefined : treatmentGap(draft)
}

/** The treatment that speaks of a threat, of the variant that is shown if it has one of its own. */
export function treatmentOf({ treatments = [], shown }: Design, subject: Subject): Treatment | undefined {
  const mine = treatments.filter(
    ({ rule, on }) =>
      (rule === subject.rule || subject.aliases.includes(rule)) &&
      fingerprint('', on) === fingerprint('', subject.anchors),
  )
  return (
    mine.find(({ variant }) => variant !== undefined && variant === shown) ??
    mine.find((one) => one.variant === undefined)
  )
}

/** The design with the decision recorded, its new controls with it; a decision that was there is written anew. */
export function withDecision(design: Design, subject: Subject, draft: ThreatDraft): Design {
  let next = design
  const made: Id[] = []
  for (const type of draft.newControls) {
    const id = freshId(next, 'control')
    next = addElement(next, 'controls', newControl(id, type, subject))
    made.push(id)
  }
  const controls = [...draft.controls, ...made]
  const before = treatmentOf(next, subject)
  const reason = draft.reason.trim() === '' ? reasonFor(next, controls) : draft.reason.trim()
  const said: Treatment = {
    id: before?.id ?? freshId(next, 'treatment'),
    rule: subject.rule,
    on: subject.anchors,
    ...(before?.variant === undefined ? {} : { variant: before.variant }),
    ...kept(before),
    response: draft.response,
    reason,
    ...stated({ owner: draft.owner, approver: draft.approver, due: draft.due }),
    ...stated(draft.response === 'mitigate' ? {} : { until: draft.until }),
    ...stated(draft.response === 'accept' ? { compensating: draft.compensating ?? '' } : {}),
    ...(draft.response === 'mitigate' ? { status: draft.status } : {}),
    ...(draft.decision === undefined ? {} : { decision: draft.decision }),
    ...(controls.length === 0 ? {} : { controls }),
    ...(draft.residual === undefined ? {} : { residual: draft.residual }),
    ...linksWith(before?.links, draft.evidence),
    basis: { severity: subject.severity, facts: subject.facts },
  }
  return before === undefined
    ? addElement(next, 'treatments', said)
    : changeElement(next, 'treatments', before.id, () => said)
}

/** A control of the catalogue that is planned where the threat stands. */
export function newControl(id: Id, type: string, { at, anchors }: Pick<Subject, 'at' | 'anchors'>): Control {
  const title = findControl(type)?.title
  const place = at ?? anchors.at(-1)
  return {
    id,
    type,
    ...(title === undefined ? {} : { name: title }),
    on: place === undefined ? [] : [place],
    status: 'planned',
  }
}

/** What an older treatment says that no form asks for. */
function kept(before: Treatment | undefined): Partial<Treatment> {
  if (before === undefined) return {}
  const { name, notes, internal, tags, x } = before
  return Object.fromEntries(
    Object.entries({ name, notes, internal, tags, x }).filter(([, value]) => value !== undefined),
  )
}

function stated<T extends Readonly<Record<string, string>>>(texts: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]])),
  ) as Partial<T>
}

function reasonFor(design: Design, controls: readonly Id[]): string {
  const names = (design.controls ?? []).filter(({ id }) => controls.includes(id)).map(({ name, type }) => name ?? type)
  return names.length === 0
    ? 'To be mitigated.'
    : `${names.join(' and ')} ${names.length === 1 ? 'closes' : 'close'} it.`
}

const evidenceTitle = 'Evidence'

function evidenceOf({ links = [] }: Treatment): string {
  const link = links.find(({ title }) => title === evidenceTitle) ?? links[0]
  return link === undefined ? '' : (link.url ?? link.title)
}

/** The first link is the evidence; others that somebody wrote into the file stay. */
function linksWith(before: readonly Link[] | undefined, evidence: string): { readonly links?: readonly Link[] } {
  const text = evidence.trim()
  const first = before?.find(({ title }) => title === evidenceTitle) ?? before?.[0]
  const others = (before ?? []).filter((link) => link !== first)
  if (text === '') return others.length === 0 ? {} : { links: others }
  if (first !== undefined && (first.url ?? first.title) === text) return { links: before ?? [] }
  const link: Link = /^[a-z][a-z0-9+.-]*:/iu.test(text) ? { title: evidenceTitle, url: text } : { title: text }
  return { links: [link, ...others] }
}
