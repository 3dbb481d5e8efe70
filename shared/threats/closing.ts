import { nameOf } from '../design/collections.ts'
import type { Design } from '../design/design.ts'
import type { Finding } from '../findings/finding.ts'
import { findControl } from './controls.ts'

/** What closes a mitigated threat, by name: a control in place, or a gate on the drawing. Nothing where a decision does. */
export function closingOf(design: Design, { status, treatedBy }: Finding): string | undefined {
  const isDecided = design.treatments?.some(({ id }) => id === treatedBy) === true
  if (status !== 'mitigated' || treatedBy === undefined || isDecided) return undefined
  const control = design.controls?.find(({ id }) => id === treatedBy)
  return control === undefined
    ? nameOf(design, treatedBy)
    : (control.name ?? findControl(control.type)?.title ?? control.type)
}
