import type { Id } from '../../design/design.ts'
import type { Unit } from '../fields/field.ts'

/** How well a number is known, best first (`standing.ts`). */
export type Standing = 'measured' | 'listed' | 'secondary' | 'stated' | 'assumed'

/** Where an input of a formula comes from: shown beside it, listed in the ledger, and a click away from its field. */
export interface Provenance {
  /** 'stated' by a person, a kind's 'default', a 'product' fact, a 'price' from the book, or 'derived' by the engine. */
  readonly from: 'stated' | 'default' | 'product' | 'price' | 'derived'
  readonly source?: string
  readonly asOf?: string
  readonly region?: string
  /** The region that a price of another region is used for; its band is wider then. */
  readonly usedIn?: string
  readonly confidence?: 'A' | 'B' | 'C'
  /** Of a price: its key in the price book ('llm.input:openai/gpt-4.1'), which is what an override names. */
  readonly item?: string
  /** The element and field to jump to. */
  readonly on?: Id
  readonly field?: string
}

export interface InputNode {
  readonly op: 'input'
  readonly label: string
  readonly value: number
  readonly unit: Unit
  readonly low?: number
  readonly high?: number
  /** Of a price that has aged: the band that it had on the day of its list. */
  readonly fresh?: { readonly low: number; readonly high: number }
  /** Price not known: the total reads "at least", never $0. */
  readonly missing?: boolean
  /** A price that stands in for a dearer one that is not known: the total reads "at least". */
  readonly least?: true
  /**
   * The expression behind a number that is shown as one (calls per month): what moves it moves the result too. Its
   * value is the node's.
   */
  readonly by?: Formula
  /** Of a number that the engine worked out, the weakest standing behind it that no expression shows. */
  readonly restsOn?: Standing
  readonly provenance: Provenance
}
export interface OperationNode {
  readonly op: 'sum' | 'product' | 'quotient' | 'difference' | 'max' | 'min' | 'ceil' | 'power'
  readonly of: readonly Formula[]
  readonly label?: string
}

/** The expression that computed a number; the panel renders the same expression, so the two cannot differ. Plain JSON. */
export type Formula = InputNode | OperationNode

export function input(label: string, value: number, unit: Unit, provenance: Provenance): InputNode {
  return { op: 'input', label, value, unit, provenance }
}
export const derived: Provenance = { from: 'derived' }
/** A plain constant such as 1,000,000 tokens per price unit. */
export function constant(label: string, value: number, unit: Unit = 'count'): InputNode {
  return input(label, value, unit, derived)
}
export function sum(...of: readonly Formula[]): OperationNode {
  return { op: 'sum', of }
}
export function product(...of: readonly Formula[]): OperationNode {
  return { op: 'product', of }
}
export function quotient(dividend: Formula, divisor: Formula): OperationNode {
  return { op: 'quotient', of: [dividend, divisor] }
}
export function difference(from: Formula, subtract: Formula): OperationNode {
  return { op: 'difference', of: [from, subtract] }
}
export function atLeast(...of: readonly Formula[]): OperationNode {
  return { op: 'max', of }
}
export function atMost(...of: readonly Formula[]): OperationNode {
  return { op: 'min', of }
}
/** Rounded up to whole units (machines, people, 1,000-character text units). */
export function wholeUnits(of: Formula): OperationNode {
  return { op: 'ceil', of: [of] }
}

type Reading = (node: InputNode) => number

const operations: Readonly<Record<OperationNode['op'], (values: readonly number[]) => number>> = {
  sum: (values) => {
    let total = 0
    for (const value of values) total += value
    return total
  },
  product: (values) => {
    let total = 1
    for (const value of values) total *= value
    return total
  },
  quotient: ([dividend = 0, divisor = 0]) => (divisor === 0 ? 0 : dividend / divisor),
  difference: ([from = 0, subtract = 0]) => from - subtract,
  max: (values) => Math.max(...values),
  min: (values) => Math.min(...values),
  ceil: ([value = 0]) => Math.ceil(value - 1e-9),
  power: ([base = 0, exponent = 0]) => base ** exponent,
}

const likely: Reading = (node) => node.value

/** Evaluates a formula; `read` chooses the value of each input (its likely value by default). */
export function evaluate(formula: Formula, read: Reading = likely): number {
  if (formula.op === 'input') {
    return formula.by !== undefined && read !== likely ? evaluate(formula.by, read) : read(formula)
  }
  return operate(
    formula.op,
    formula.of.map((part) => evaluate(part, read)),
  )
}

/** One operation on the values of its parts. */
export function operate(op: OperationNode['op'], values: readonly number[]): number {
  return operations[op](values)
}

/** All inputs of a formula, in reading order. */
export function inputsOf(formula: Formula): readonly InputNode[] {
  const found: InputNode[] = []
  collect(formula, false, found)
  return found
}

/** All inputs down to those that somebody stated, listed or assumed: a number that stands for an expression is opened. */
export function sourcesOf(formula: Formula): readonly InputNode[] {
  const found: InputNode[] = []
  collect(formula, true, found)
  return found
}

function collect(formula: Formula, isOpened: boolean, found: InputNode[]): void {
  if (formula.op !== 'input') for (const part of formula.of) collect(part, isOpened, found)
  else if (isOpened && formula.by !== undefined) collect(formula.by, isOpened, found)
  else found.push(formula)
}

/** Whether the result is a lower bound: a price in it is not known, or a cheaper one stands in for it. */
export function isLowerBound(formula: Formula): boolean {
  if (formula.op !== 'input') return formula.of.some(isLowerBound)
  return formula.missing === true || formula.least === true
}

/** Whether a part of the formula has no price: the result is then a lower bound. */
export function hasMissing(formula: Formula): boolean {
  return formula.op === 'input' ? formula.missing === true : formula.of.some(hasMissing)
}
