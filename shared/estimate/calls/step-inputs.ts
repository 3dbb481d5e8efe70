import type { ResolvedModifiers, ResolvedStep } from '../../graph/run.ts'
import type { InputNode } from '../../kinds/formula/formula.ts'
import { bandedInput } from './step-numbers.ts'

const inputs = new WeakMap<ResolvedModifiers, Map<string, InputNode | undefined>>()

/** The banded input of a modifier: one object for each step, so that formulas and sums recognise it. */
export function inputOf(
  step: ResolvedStep,
  field: 'share' | 'times' | 'ends',
  isDefault = false,
): InputNode | undefined {
  const known = inputs.get(step) ?? new Map<string, InputNode | undefined>()
  inputs.set(step, known)
  if (!known.has(field)) {
    const on = step.type === 'call' ? step.flow : (step.name.split(':')[0] ?? step.name)
    const made = bandedInput(on, field, labelOf(step, field), step[field])
    known.set(field, made && isDefault ? { ...made, provenance: { ...made.provenance, from: 'default' } } : made)
  }
  return known.get(field)
}

const words = { share: 'Share', times: 'Times', ends: 'Ends here' } as const

/** A call without a label of its own has its arrow's name beside it: the arrow's id would say less. */
function labelOf(step: ResolvedStep, field: 'share' | 'times' | 'ends'): string {
  const what = step.label ?? (step.type === 'call' ? undefined : step.name)
  return what === undefined ? words[field] : `${words[field]}: ${what}`
}
