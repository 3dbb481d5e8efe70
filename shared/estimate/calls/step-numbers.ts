import type { Id, Stated, Value } from '../../design/design.ts'
import { isStated, isUnknown, numberOr } from '../../design/value.ts'
import type { Unit } from '../../kinds/fields/field.ts'
import type { InputNode, Provenance } from '../../kinds/formula/formula.ts'
import type { ResolvedModifiers, ResolvedStep } from '../../graph/run.ts'
import { atLeastOnce, type Turns } from '../distribution/repeat.ts'

/** The likely value of a modifier, inside its bounds. */
export function shareOf(step: ResolvedModifiers): number {
  return clamp(numberOr(step.share, 1))
}
/** The share of requests that end at a step, 0 to 1; none where nothing is stated. */
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

/** The turns of a loop one by one, and what stands for those beyond. */
export interface EachTurn {
  /** Probability that turn 0, 1, 2 ... happens. */
  readonly chances: readonly number[]
  /** The turns after those: how many there are on average, whether there is a first of them, and how far ahead of it their middle is. */
  readonly rest?: { readonly turns: number; readonly chance: number; readonly ahead: number }
}

/** At most `most` turns one by one; chances and rest sum to the mean number of turns. */
export function eachTurn({ mean, spread }: Turns, most: number): EachTurn {
  if (spread === 'geometric') {
    const goesOn = mean <= 1 ? 0 : 1 - 1 / mean
    const chances: number[] = []
    let chance = Math.min(1, mean)
    for (; chance > 1e-4 && chances.length < most; chance *= goesOn) chances.push(chance)
    // Each turn is followed by as many as the first one: a geometric loop remembers nothing.
    return chance > 0 && goesOn > 0 ? { chances, rest: { turns: chance * mean, chance, ahead: mean - 1 } } : { chances }
  }
  if (spread !== 'fixed') return splitTurns(chancesOf(spread), most)
  const whole = Math.floor(mean + 1e-9)
  const part = mean - whole > 1e-9 ? [mean - whole] : []
  if (whole <= most) return { chances: [...Array.from({ length: whole }, () => 1), ...part] }
  return {
    chances: Array.from({ length: most }, () => 1),
    rest: { turns: mean - most, chance: 1, ahead: (mean - most - 1) / 2 },
  }
}

/** Of an empirical spread, the probability that turn 0, 1, 2 ... happens. */
function chancesOf(spread: readonly number[]): readonly number[] {
  const total = spread.reduce((sum, chance) => sum + chance, 0) || 1
  let left = 1
  return spread.map((chance) => {
    const here = left
    left = Math.max(0, left - chance / total)
    return here
  })
}

function splitTurns(all: readonly number[], most: number): EachTurn {
  const beyond = all.slice(most)
  const turns = beyond.reduce((sum, chance) => sum + chance, 0)
  if (turns <= 0) return { chances: all.slice(0, most) }
  const ahead = beyond.reduce((sum, chance, index) => sum + chance * index, 0) / turns
  return { chances: all.slice(0, most), rest: { turns, chance: beyond[0] ?? 0, ahead } }
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

/** Share of the runs that go on after a step: those that have not answered inside it. */
function goingOnAfter(step: ResolvedStep): number {
  const loops = step.times !== undefined || step.spread !== undefined
  const turn = goingOnAfterTurn(step)
  const all = loops && turn < 1 ? 1 - atLeastOnce(1 - turn, turnsOf(step)) : turn
  const share = shareOf(step)
  return share * all * (1 - endsOf(step)) + 1 - share
}

/** Of one turn of it. */
export function goingOnAfterTurn(step: ResolvedStep): number {
  const each = (steps: readonly ResolvedStep[]): number => steps.reduce((left, one) => left * goingOnAfter(one), 1)
  if (step.type === 'sequence') return each(step.steps)
  if (step.type === 'parallel') return each(step.branches)
  if (step.type !== 'choose' || step.failover) return 1
  return step.choices.reduce((left, { share, step: choice }) => {
    return left - share * (1 - goingOnAfter({ ...choice, share: 1 }))
  }, 1)
}
