import { constant, evaluate, type Formula, type InputNode, product, type Standing, sum } from './formula.ts'
import { keyOf } from './formula-band.ts'

/** So much of an expression, as a part of a number. */
export interface Portion {
  readonly of: Formula
  readonly times: number
}

/**
 * What a number follows from that answers, branches and turns of a loop add to and take from: a sum of expressions, each
 * counted once, however often it came in. It stays as short as there are expressions, where a formula would grow by each
 * step.
 */
export type Mixture = readonly Portion[]

/** The smallest part of an expression that is more than what subtractions leave of floats. */
const nothing = 1e-12

/** One expression as a mixture. */
export function mixtureOf(of: Formula): Mixture {
  return [{ of, times: 1 }]
}

/** a x `weightA` + b x `weightB`; what cancels out is gone. */
export function mixMixtures(a: Mixture, b: Mixture, weightA: number, weightB: number): Mixture {
  const mixed = weightA === 1 ? [...a] : a.map(({ of, times }) => ({ of, times: times * weightA }))
  if (weightB !== 0) for (const [index, portion] of b.entries()) addPortion(mixed, portion, weightB, index)
  return mixed.every(isThere) ? mixed : mixed.filter(isThere)
}

/** Two mixtures of one history hold the same expressions in the same places: that one is looked at first. */
function addPortion(mixed: Portion[], { of, times }: Portion, weight: number, likely: number): void {
  const there = mixed[likely]
  const place = there && isSame(there.of, of) ? likely : mixed.findIndex((each) => isSame(each.of, of))
  const known = mixed[place]
  if (known === undefined) mixed.push({ of, times: times * weight })
  else mixed[place] = { of, times: known.times + times * weight }
}

function isThere({ times }: Portion): boolean {
  return Math.abs(times) > nothing
}

/** Whether two expressions are the same one, put together twice. */
function isSame(one: Formula, other: Formula): boolean {
  if (one === other) return true
  if (one.op === 'input' || other.op === 'input') {
    return one.op === 'input' && other.op === 'input' && one.by === other.by && keyOf(one) === keyOf(other)
  }
  return (
    one.op === other.op &&
    one.of.length === other.of.length &&
    one.of.every((part, index) => {
      const counterpart = other.of[index]
      return counterpart !== undefined && isSame(part, counterpart)
    })
  )
}

/** The value of a mixture, in the unit of its expressions. */
export function valueOfMixture(mixture: Mixture): number {
  return mixture.reduce((total, { of, times }) => total + times * evaluate(of), 0)
}

/**
 * A number that the engine counted, with what it follows from behind it: where that is one input alone, that input. Of a
 * number that is less than its mixture, each expression gives its part; of more, nobody knows where the rest is from.
 * @param restsOn the weakest standing of what no expression shows
 */
export function nodeOfMixture(counted: InputNode, mixture: Mixture | undefined, restsOn?: Standing): InputNode {
  const known = mixture === undefined ? 0 : valueOfMixture(mixture)
  if (mixture === undefined || !(known > 0) || !(counted.value > 0)) return counted
  const [first] = mixture
  const rest = counted.value - known
  const isWhole = Math.abs(rest) <= 1e-9 * counted.value
  if (isWhole && mixture.length === 1 && first?.of.op === 'input' && Math.abs(first.times - 1) <= 1e-9) return first.of
  const factor = rest < 0 && !isWhole ? counted.value / known : 1
  const terms = mixture.map(({ of, times }) => {
    const share = times * factor
    return share === 1 ? of : product(constant('Of it', share), of)
  })
  const unexplained: InputNode = { ...counted, label: 'Others', value: rest, ...(restsOn ? { restsOn } : {}) }
  const parts = rest > 0 && !isWhole ? [...terms, unexplained] : terms
  const [only] = parts
  return { ...counted, by: parts.length === 1 && only ? only : sum(...parts) }
}
