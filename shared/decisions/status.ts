import type { Decision, Design, Id } from '../design/design.ts'
import { addElement, updateElement } from '../design/edit/element.ts'
import type { Outcome } from '../options/outcome.ts'
import { basisOf } from './basis.ts'

type Status = Decision['status']

/**
 * Where a person can take a decision from where it is. What was accepted is never proposed again, and is superseded by
 * the acceptance of another one alone.
 */
const ways: Readonly<Record<Status, readonly Status[]>> = {
  proposed: ['accepted', 'rejected'],
  accepted: ['deprecated'],
  rejected: ['proposed'],
  deprecated: ['accepted'],
  superseded: [],
}

/** The statuses that a decision can have next, its own first. */
export function nextStatuses({ status }: Decision): readonly Status[] {
  return [status, ...ways[status]]
}

/** Numbers are counted over all decisions, and never given twice. */
export function nextNumber({ decisions = [] }: Design): number {
  return 1 + Math.max(0, ...decisions.map(({ number }) => number))
}

/**
 * Moves a decision on. Accepting records what the engines say of the chosen option (`outcome`, where it is there) and
 * the day, and supersedes the decision that this one replaces.
 */
export function setStatus(
  design: Design,
  id: Id,
  status: Status,
  { today, outcome }: { readonly today: string; readonly outcome?: Outcome | undefined },
): Design {
  const decision = design.decisions?.find((each) => each.id === id)
  if (decision === undefined || decision.status === status) return design
  if (status !== 'accepted') return updateElement(design, 'decisions', id, (one) => ({ ...one, status }))
  const accepted = updateElement(design, 'decisions', id, (one) => ({
    ...one,
    status,
    date: today,
    ...(outcome === undefined ? {} : { basis: basisOf(one, outcome) }),
  }))
  const { supersedes } = decision
  if (supersedes === undefined) return accepted
  return updateElement(accepted, 'decisions', supersedes, (one) => ({ ...one, status: 'superseded' }))
}

/** A new decision about the same, which will supersede this one when it is accepted. */
export function proposeSuccessor(design: Design, id: Id, fresh: (stem: string) => Id, today: string): Design {
  const before = design.decisions?.find((each) => each.id === id)
  if (before === undefined) return design
  const {
    basis: _basis,
    chosen: _chosen,
    because: _because,
    date: _date,
    confirmation: _confirmation,
    ...kept
  } = before
  const { consequences: _consequences, supersedes: _supersedes, ...rest } = kept
  return addElement(design, 'decisions', {
    ...rest,
    id: fresh('adr'),
    number: nextNumber(design),
    status: 'proposed',
    date: today,
    supersedes: id,
    options: before.options.map((option) => ({ ...option, id: fresh('option') })),
  })
}

/** "ADR-4". */
export function decisionLabel({ number }: Pick<Decision, 'number'>): string {
  return `ADR-${number}`
}

/** The decisions that an element stands on: accepted ones first, then proposed ones; what was given up is left out. */
export function decisionsAbout({ decisions = [] }: Design, id: Id): readonly Decision[] {
  const about = decisions.filter((decision) => decision.about?.includes(id) === true)
  return [
    ...about.filter(({ status }) => status === 'accepted'),
    ...about.filter(({ status }) => status === 'proposed'),
  ]
}
