import type { Unit } from '../fields/field.ts'
import type { Formula, InputNode, Standing } from './formula.ts'

/** Best first. */
export const standings: readonly Standing[] = ['measured', 'listed', 'secondary', 'stated', 'assumed']

/**
 * What a number rests on, from where it comes from. A person's number says it by its confidence: A is measured here, C
 * is a guess, B or none is that person's word. Facts of products and prices go by the grade of their source; a kind's
 * default and a missing price are assumed, whatever they cite.
 * Undefined: a constant, or a number that the engine worked out; look at what is behind it (`weakestOf`).
 */
export function standingOf(node: InputNode): Standing | undefined {
  const { from, confidence } = node.provenance
  if (node.missing === true) return 'assumed'
  if (from === 'derived') return undefined
  if (from === 'default') return 'assumed'
  if (from === 'stated') return confidence === undefined ? 'stated' : byConfidence.stated[confidence]
  return byConfidence.published[confidence ?? 'A']
}

const byConfidence: Readonly<Record<'stated' | 'published', Readonly<Record<'A' | 'B' | 'C', Standing>>>> = {
  stated: { A: 'measured', B: 'stated', C: 'assumed' },
  published: { A: 'listed', B: 'secondary', C: 'assumed' },
}

/**
 * How far a number may be off, as a share of it, while nobody has said at least and at most (P10 and P90). One table for
 * money, time and load; the reasons are in docs/adr/0009-what-a-number-rests-on.md.
 */
export const usualDoubt: Readonly<Record<Standing, number>> = {
  measured: 0.05, // another week measures a little differently
  listed: 0.05, // somebody else's measurement of the same thing, read at the source
  secondary: 0.1, // quoted by somebody who did not measure it
  stated: 0.1, // a person's word for a number nobody has measured yet
  assumed: 0.2, // a guess without a band of its own
}

/** A price that a list or a contract states: what remains are rounding, tiers and the date. */
const priceDoubt = 0.02

/** Counted whole and chosen, not measured: two replicas are two. */
const chosenUnits: ReadonlySet<Unit> = new Set(['machines', 'GPUs', 'dimensions', 'documents', 'count'])

/** P10 and P90 of an input: its own, else those that its standing gives; undefined when it counts as known. */
export function limitsOf(node: InputNode): { readonly low: number; readonly high: number } | undefined {
  const { value, low, high } = node
  if (low !== undefined || high !== undefined) return { low: low ?? value, high: high ?? value }
  const doubt = doubtOf(node)
  if (doubt === 0) return undefined
  // A share may be off by a part of what it says or of what it leaves, whichever is smaller: 99.9 % is no 90 %.
  const off = doubt * (node.unit === 'share' && value <= 1 ? Math.min(value, 1 - value) : Math.abs(value))
  return off === 0 ? undefined : { low: value - off, high: value + off }
}

function doubtOf(node: InputNode): number {
  const standing = standingOf(node)
  if (standing === undefined || node.missing === true || chosenUnits.has(node.unit)) return 0
  const isPrice = node.unit.startsWith('USD')
  const isKnownPrice = isPrice && (standing === 'measured' || standing === 'listed' || standing === 'stated')
  return isKnownPrice ? priceDoubt : usualDoubt[standing]
}

/** The weaker of two standings; undefined rests on nothing that could be wrong. */
export function weaker(one: Standing | undefined, other: Standing | undefined): Standing | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return standings.indexOf(one) >= standings.indexOf(other) ? one : other
}

/** The standing of the weakest input of a formula: a result is as well known as the worst of what it is made of. */
export function weakestOf(formula: Formula): Standing | undefined {
  if (formula.op !== 'input')
    return formula.of.reduce<Standing | undefined>((found, part) => weaker(found, weakestOf(part)), undefined)
  const own = weaker(standingOf(formula), formula.restsOn) ?? unnamed(formula)
  return formula.by === undefined ? own : weaker(own, weakestOf(formula.by))
}

/** What the engine worked out, and gave a band without saying whom it comes from, is the engine's own guess. */
function unnamed({ low, high, by }: InputNode): Standing | undefined {
  return by === undefined && (low !== undefined || high !== undefined) ? 'assumed' : undefined
}

/** As it reads in sentences and lists. */
export const standingWords: Readonly<Record<Standing, string>> = {
  measured: 'measured',
  listed: 'listed',
  secondary: 'second-hand',
  stated: 'stated',
  assumed: 'assumed',
}
