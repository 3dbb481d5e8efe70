import type { Id } from '../../design/design.ts'
import { constant, difference, evaluate, product, sum } from '../../kinds/formula/formula.ts'
import type { Formula, InputNode } from '../../kinds/formula/formula.ts'
import { limitsOf } from '../../kinds/formula/standing.ts'

/** Something that not every request needs, or that has something in its place. */
export interface PartlyNeeded {
  readonly id: Id
  readonly node: InputNode
  /** Chance that all such parts together do what a request asks of them, if this one never failed. */
  readonly ifUp: number
}

/**
 * Alternatives and parts that not every request needs. The chance is linear in each of them, so that what each takes is
 * the share of requests that it lets down, times the time that it is down; what two take together is a constant.
 * @param others the chance as it is
 */
export function othersOf(others: number, partly: readonly PartlyNeeded[]): Formula {
  const label = 'Alternatives and parts that not every request needs'
  const taken = partly.flatMap(({ node, ifUp }) => {
    const share = Math.min(1, (ifUp - others) / (1 - node.value))
    if (!(share > 1e-12)) return []
    const letDown = constant('Share of the requests that have nothing in its place', share, 'share')
    return [product(letDown, difference(constant('Always', 1, 'share'), node))]
  })
  if (taken.length === 0) return constant(label, others, 'share')
  const all = sum(...taken)
  return difference(constant(label, others + evaluate(all), 'share'), all)
}

/** An input of an availability, and what it takes of the time up, as a share; small ones add up. */
export interface Loss {
  readonly node: InputNode
  readonly size: number
  /** What the availability gains for each unit that the input does. */
  readonly perUnit: number
}

/** What each part of an availability takes; `formula` is a product of inputs, at most one of them an `othersOf`. */
export function lossesIn(formula: Formula, value: number): readonly Loss[] {
  return (formula.op === 'product' ? formula.of : [formula]).flatMap((factor): readonly Loss[] => {
    if (factor.op === 'input') {
      const { value: up } = factor
      return up > 0
        ? [{ node: factor, size: -Math.log(up), perUnit: value / up }]
        : [{ node: factor, size: 0, perUnit: 0 }]
    }
    const whole = evaluate(factor)
    const [, taken] = factor.of
    return (taken?.op === 'sum' ? taken.of : []).flatMap((each): readonly Loss[] => {
      const [share, down] = each.op === 'product' ? each.of : []
      const node = down?.op === 'difference' ? down.of[1] : undefined
      if (!share || node?.op !== 'input' || !(whole > 0)) return []
      const part = evaluate(share) / whole
      return [{ node, size: part * (1 - node.value), perUnit: value * part }]
    })
  })
}

/** As `bandOf`, where no input stands twice: each moves the whole in proportion, so that one pass is enough. */
export function bandOfLosses(formula: Formula, value: number): { readonly low: number; readonly high: number } {
  let below = 0
  let above = 0
  for (const { node, perUnit } of lossesIn(formula, value)) {
    const limits = limitsOf(node)
    if (!limits) continue
    const { low, high } = limits
    below += (perUnit * Math.max(0, node.value - Math.min(low, high))) ** 2
    above += (perUnit * Math.max(0, Math.max(low, high) - node.value)) ** 2
  }
  return { low: value - Math.sqrt(below), high: value + Math.sqrt(above) }
}
