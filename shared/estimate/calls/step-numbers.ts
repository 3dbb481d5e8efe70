import type { Id, Stated, Value } from '../../design/design.ts'
import { isStated, isUnknown, numberOr } from '../../design/value.ts'
import type { Unit } from '../../kinds/field.ts'
import type { InputNode, Provenance } from '../../kinds/formula/formula.ts'
import type { ResolvedModifiers } from '../../graph/run.ts'
import type { Turns } from '../distribution/repeat.ts'

/** The likely value of a modifier, inside its bounds. */
export function shareOf(step: ResolvedModifiers): number {
  return clamp(numberOr(step.share, 1))
}
export function endsOf(step: ResolvedModifiers): number {
  return clamp(numberOr(step.ends, 0))
}

/** How often a step turns; 1 without a loop. An empirical spread says its own mean. */
export function turnsOf(step: ResolvedModifiers): Turns {
  const spread = step.spread ?? 'fixed'
  if (spread !== 'fixed' && spread !== 'geometric') {
    const total = spread.reduce((sum, chance) => sum + chance, 0) || 1
    return { mean: spread.reduce((sum, chance, index) => sum + (chance / total) * (index + 1), 0), spread }
  }
  return { mean: Math.max(0, numberOr(step.times, 1)), spread }
}

/** Share of the turns of a loop that go out at once with the first one. */
export function togetherOf(step: ResolvedModifiers, { mean }: Turns): number {
  const atOnce = Math.max(1, Math.floor(numberOr(step.atOnce, 1)))
  return atOnce === 1 || mean <= 0 ? 0 : Math.min(1, atOnce / mean)
}

/** Probability that turn 0, 1, 2 ... of a loop happens; their sum is the mean number of turns. */
export function turnChances({ mean, spread }: Turns, most: number): readonly number[] {
  const chances: number[] = []
  if (spread === 'geometric') {
    const goesOn = mean <= 1 ? 0 : 1 - 1 / mean
    for (let chance = Math.min(1, mean); chance > 1e-4 && chances.length < most; chance *= goesOn) chances.push(chance)
    const missing = mean - chances.reduce((sum, chance) => sum + chance, 0)
    if (chances.length > 0) chances[chances.length - 1] = (chances.at(-1) ?? 0) + missing
    return chances
  }
  if (spread !== 'fixed') {
    const total = spread.reduce((sum, chance) => sum + chance, 0) || 1
    let left = 1
    for (const chance of spread.slice(0, most)) {
      chances.push(left)
      left -= chance / total
    }
    return chances
  }
  for (let left = mean; left > 1e-9 && chances.length < most; left -= 1) chances.push(Math.min(1, left))
  return chances
}

/** A modifier that somebody stated, as an input of formulas: one unknown, wherever it is used. "Always" is no input. */
export function bandedInput(
  on: Id,
  field: 'share' | 'times' | 'ends',
  label: string,
  value: Value<number> | undefined,
): InputNode | undefined {
  if (value === undefined || isUnknown(value)) return undefined
  const stated = isStated(value) ? value : { value }
  const isUsual = stated.low === undefined && stated.high === undefined && stated.value === (field === 'ends' ? 0 : 1)
  return isUsual ? undefined : statedInput(on, field, label, stated, field === 'times' ? 'count' : 'share')
}

/** A stated value of the document as an input of a formula. */
export function statedInput(on: Id, field: string, label: string, value: Stated<number>, unit: Unit): InputNode {
  const provenance: Provenance = {
    from: 'stated',
    on,
    field,
    ...(value.source === undefined ? {} : { source: value.source }),
    ...(value.asOf === undefined ? {} : { asOf: value.asOf }),
    ...(value.confidence === undefined ? {} : { confidence: value.confidence }),
  }
  return {
    op: 'input',
    label,
    value: value.value,
    unit,
    ...(value.low === undefined ? {} : { low: value.low }),
    ...(value.high === undefined ? {} : { high: value.high }),
    provenance,
  }
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share))
}
