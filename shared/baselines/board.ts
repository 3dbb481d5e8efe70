import type { Baseline, Condition, Design, Id } from '../design/design.ts'
import { updateElement } from '../design/edit/element.ts'

export type Verdict = NonNullable<Baseline['verdict']>

export const verdictTitles: Readonly<Record<Verdict, string>> = {
  approved: 'Approved',
  approvedWithConditions: 'Approved with conditions',
  rejected: 'Rejected',
  deferred: 'Deferred',
}

/** What the board decided, and when; undefined takes it back. What was frozen stays as it is. */
export function setVerdict(design: Design, baseline: Id, verdict: Verdict | undefined, decidedOn: string): Design {
  return updateElement(design, 'baselines', baseline, (one) => {
    const { verdict: _verdict, decidedOn: before, ...rest } = one
    return verdict === undefined ? rest : { ...rest, verdict, decidedOn: before ?? decidedOn }
  })
}

/** A new condition of the board. */
export function addCondition(design: Design, baseline: Id, condition: Condition): Design {
  return updateElement(design, 'baselines', baseline, (one) => ({
    ...one,
    conditions: [...(one.conditions ?? []), condition],
  }))
}

/** The design with one condition of a baseline changed. */
export function changeCondition(
  design: Design,
  baseline: Id,
  condition: Id,
  change: (condition: Condition) => Condition,
): Design {
  return updateElement(design, 'baselines', baseline, (one) => {
    const conditions = one.conditions?.map((each) => (each.id === condition ? change(each) : each))
    return conditions === undefined ? one : { ...one, conditions }
  })
}

/** The design without one condition of a baseline. */
export function removeCondition(design: Design, baseline: Id, condition: Id): Design {
  return updateElement(design, 'baselines', baseline, (one) => {
    const { conditions = [], ...rest } = one
    const kept = conditions.filter(({ id }) => id !== condition)
    return kept.length === 0 ? rest : { ...rest, conditions: kept }
  })
}
