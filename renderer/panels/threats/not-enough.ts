import type { Control, Id } from '../../../shared/design/design.ts'
import type { Finding } from '../../../shared/findings/finding.ts'
import type { Rule } from '../../../shared/findings/rule.ts'
import { findControl } from '../../../shared/threats/controls.ts'

/** A control that makes a threat one step less likely and never closes it. */
export interface NotEnough {
  /** Of the catalogue. */
  readonly control: string
  /** What it is called there. */
  readonly title: string
  /** One sentence: why it does not close the threat. */
  readonly why: string
  /** The box or the control of the design that it is, where one of them has taken its step off. */
  readonly standing?: Id
}

/** Filters that a guard on the drawing is, whatever it is called there. */
const filters: readonly string[] = ['injection-filter', 'content-filter']

/** Soft controls of a threat: the one that stands in its way first, under its own name; then what else would not do. */
export function notEnough(
  controls: readonly Control[],
  rule: Rule | undefined,
  { rating }: Pick<Finding, 'rating'>,
): readonly NotEnough[] {
  const soft = (rule?.softenedBy ?? []).map(({ control, why }): NotEnough => ({
    control,
    why,
    title: findControl(control)?.title ?? control,
  }))
  const standing = rating?.softenedBy
  if (standing === undefined) return soft
  const type = controls.find(({ id }) => id === standing)?.type
  const known =
    type === undefined
      ? (soft.find(({ control }) => filters.includes(control)) ?? soft[0])
      : soft.find(({ control }) => control === type)
  if (known === undefined) return soft
  return [{ ...known, standing }, ...soft.filter((each) => each !== known)]
}
