import type { Design, Id, Link, Requirement, Treatment } from '../../../shared/design/design.ts'
import { requirementRule } from '../../../shared/design/design.ts'
import { addTreatment } from '../../../shared/design/edit/intent.ts'
import type { RequirementResult } from '../../../shared/estimate/requirement-result.ts'
import { formatShare } from '../../../shared/kinds/figures/number-format.ts'
import { newestEvidence, readShare } from '../../../shared/requirements/metrics/quality.ts'
import { basisOf } from '../../../shared/requirements/waiver.ts'
import { changeElement, freshId, removeElements, withField } from '../edits.ts'
import { editDesign } from '../stores.ts'
import { statedIn, type TreatmentDraft } from '../treatment-draft.ts'
import { metricTitle } from './metric-options.ts'

/** What a requirement is called: its own name, else its metric's. */
export function requirementTitle({ name, metric }: Requirement): string {
  return name ?? metricTitle(metric)
}

export function editRequirement(id: Id, label: string, change: (one: Requirement) => Requirement): void {
  editDesign(label, (design) => changeElement(design, 'requirements', id, change))
}

/** The design with the requirement waived; the basis keeps what was accepted, so that the waiver covers no more. */
export function withWaiver(
  design: Design,
  requirement: Requirement,
  result: RequirementResult,
  draft: TreatmentDraft,
  id: Id,
): Design {
  const waiver: Treatment = {
    id,
    rule: requirementRule,
    on: [requirement.id],
    ...statedIn(design, draft),
    response: 'accept',
    basis: basisOf(requirement, result),
  }
  return addTreatment(design, waiver)
}

export function waiveRequirement(requirement: Requirement, result: RequirementResult, draft: TreatmentDraft): void {
  editDesign(`Waive “${requirementTitle(requirement)}”`, (design) =>
    withWaiver(design, requirement, result, draft, freshId(design, 'waiver')),
  )
}

export function takeBackWaiver(requirement: Requirement, waiver: Id): void {
  editDesign(`Take back the waiver of “${requirementTitle(requirement)}”`, (design) => removeElements(design, [waiver]))
}

/** A result of a measurement, as its fields collect it. */
export type EvidenceDraft = Readonly<Record<'title' | 'date' | 'by' | 'url', string>>

export function draftOf({ title, date = '', by = '', url = '' }: Link): EvidenceDraft {
  return { title, date, by, url }
}

/** What is empty is absent in the design. */
export function linkOf(draft: EvidenceDraft): Link {
  const [title, date, by, url] = [draft.title.trim(), draft.date, draft.by.trim(), draft.url.trim()]
  return {
    title,
    ...(date === '' ? {} : { date }),
    ...(by === '' ? {} : { by }),
    ...(url === '' ? {} : { url }),
  }
}

/** Why the draft cannot be added yet; undefined when it can. */
export function evidenceGap({ title, date }: EvidenceDraft): string | undefined {
  if (title.trim() === '') return 'Say what was measured, with the value.'
  return date === '' ? 'Give the day of the measurement: the newest one counts.' : undefined
}

/** The requirement with one piece of evidence changed, removed (no link) or added (a position past the end). */
export function withEvidence(requirement: Requirement, position: number, link: Link | undefined): Requirement {
  const before = requirement.evidence ?? []
  const evidence =
    link === undefined ? before.filter((_, index) => index !== position) : [...before].toSpliced(position, 1, link)
  return withField(requirement, 'evidence', evidence.length === 0 ? undefined : evidence)
}

/** What a piece of evidence does for the verdict: the value that is read from it, or why none is. */
export function readingOf(link: Link, all: readonly Link[]): string {
  if (link.date === undefined || link.date === '') return 'Without a date it does not count.'
  const value = readShare(link.title)
  const shown = value === undefined ? undefined : formatShare(value)
  if (newestEvidence(all) !== link) return `${shown === undefined ? 'Older' : `Says ${shown}`}; a newer one counts.`
  return shown === undefined
    ? 'No single value can be read: write one, such as 0.93 or 93 %.'
    : `Counts: ${shown} is compared with the target.`
}
