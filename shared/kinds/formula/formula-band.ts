import { evaluate, operate } from './formula.ts'
import type { Formula, InputNode, OperationNode } from './formula.ts'
import { limitsOf } from './standing.ts'

/** What moving one unknown alone to its low and to its high does to a result; the two may lie on either side of it. */
export interface FormulaSwing {
  readonly node: InputNode
  readonly atLow: number
  readonly atHigh: number
}

/**
 * How each unknown of a formula moves its result, by `keyOf`: exact, since the formula itself is evaluated at both ends.
 * The same field used twice in a formula moves as one. What has neither a band nor a standing counts as known.
 */
export function swingsIn(formula: Formula): ReadonlyMap<string, FormulaSwing> {
  // A map that does not hold on to its keys is work for the collector: only what takes long goes into it.
  if (formula.op === 'input' || formula.of.length <= longAt) return findSwings(formula)
  const known = swingsOf.get(formula)
  if (known) return known
  const found = findSwings(formula)
  swingsOf.set(formula, found)
  return found
}

/** By the expression itself, which never changes: what a total is made up of and what moves it are asked for apart. */
const swingsOf = new WeakMap<Formula, ReadonlyMap<string, FormulaSwing>>()

/** Sums and products of more parts than this are not gone through once more for each of their parts. */
const longAt = 32

function findSwings(formula: Formula): ReadonlyMap<string, FormulaSwing> {
  const tree: Tree = { branches: [], leaves: [] }
  const value = grow(tree, formula, -1, 0)
  const unknowns = new Map<string, Unknown>()
  for (const leaf of tree.leaves) {
    const limits = limitsOf(leaf.node)
    if (limits === undefined) continue
    const key = keyOf(leaf.node)
    const known = unknowns.get(key)
    if (known) known.leaves.push(leaf)
    else unknowns.set(key, { limits, leaves: [leaf] })
  }
  const swings = new Map<string, FormulaSwing>()
  for (const [key, { limits, leaves }] of unknowns) {
    const [first] = leaves
    if (!first) continue
    const { node } = first
    if (leaves.length === 1) {
      const at = (end: number): number => evaluateWith(tree, first, end) - value
      swings.set(key, { node, atLow: at(limits.low), atHigh: at(limits.high) })
      continue
    }
    const above = branchesAbove(tree, leaves)
    const atLow = evaluateMoved(tree, leaves, above, limits.low) - value
    const atHigh = evaluateMoved(tree, leaves, above, limits.high) - value
    moveBack(tree, leaves, above)
    swings.set(key, { node, atLow, atHigh })
  }
  return swings
}

/** All places in a formula that hold one number of which we do not know everything. */
interface Unknown {
  readonly limits: { readonly low: number; readonly high: number }
  readonly leaves: Leaf[]
}

/** A formula laid out flat, each operation with the values of its parts: moving one input recomputes its own way up. */
interface Tree {
  readonly branches: Branch[]
  readonly leaves: Leaf[]
}
interface Branch {
  readonly op: OperationNode['op']
  readonly values: number[]
  /** Where its own value goes; -1 at the root. */
  readonly parent: number
  readonly slot: number
  /** Of a long sum or product, what the other parts make together, for each part. */
  others?: readonly number[]
}
interface Leaf {
  readonly node: InputNode
  readonly parent: number
  readonly slot: number
}

function grow(tree: Tree, formula: Formula, parent: number, slot: number): number {
  if (formula.op === 'input') {
    if (formula.by !== undefined) return grow(tree, formula.by, parent, slot)
    tree.leaves.push({ node: formula, parent, slot })
    return formula.value
  }
  const { op, of } = formula
  const values: number[] = []
  const place = tree.branches.push({ op, values, parent, slot }) - 1
  for (let index = 0; index < of.length; index += 1) {
    const part = of[index]
    if (part) values.push(grow(tree, part, place, index))
  }
  return operate(op, values)
}

/** The result with one input at another value. */
function evaluateWith({ branches }: Tree, leaf: Leaf, end: number): number {
  let value = end
  let { parent, slot } = leaf
  for (let branch = branches[parent]; branch; branch = branches[parent]) {
    value = withPart(branch, slot, value)
    ;({ parent, slot } = branch)
  }
  return value
}

/** All operations that any of these inputs is a part of, each after those inside it. */
function branchesAbove({ branches }: Tree, leaves: readonly Leaf[]): readonly number[] {
  const found = new Set<number>()
  for (const leaf of leaves) {
    for (let place = leaf.parent; place >= 0 && !found.has(place); place = branches[place]?.parent ?? -1) {
      found.add(place)
    }
  }
  // Whoever has parts was laid out before them.
  return [...found].toSorted((one, other) => other - one)
}

/** The result with several inputs at another value, which stay there until they are moved back. */
function evaluateMoved(
  { branches }: Tree,
  leaves: readonly Leaf[],
  above: readonly number[],
  end: number | undefined,
): number {
  for (const { node, parent, slot } of leaves) {
    const branch = branches[parent]
    if (branch) branch.values[slot] = end ?? node.value
  }
  let result = Number.NaN
  for (const place of above) {
    const branch = branches[place]
    if (!branch) continue
    result = operate(branch.op, branch.values)
    const around = branches[branch.parent]
    if (around) around.values[branch.slot] = result
  }
  return result
}

/** Every input at its own value again, and every operation above it. */
function moveBack(tree: Tree, leaves: readonly Leaf[], above: readonly number[]): void {
  evaluateMoved(tree, leaves, above, undefined)
}

/** An operation with one part at another value. */
function withPart(branch: Branch, slot: number, value: number): number {
  const { op, values } = branch
  if (values.length > longAt && (op === 'sum' || op === 'product')) {
    branch.others ??= allButOne(op, values)
    return operate(op, [branch.others[slot] ?? 0, value])
  }
  const before = values[slot] ?? 0
  values[slot] = value
  const result = operate(op, values)
  values[slot] = before
  return result
}

/** For each part what all others make together: those before it, then those after it. */
function allButOne(op: 'sum' | 'product', values: readonly number[]): readonly number[] {
  const join = (one: number, other: number): number => (op === 'sum' ? one + other : one * other)
  const neutral = op === 'sum' ? 0 : 1
  const others: number[] = []
  let before = neutral
  for (const value of values) {
    others.push(before)
    before = join(before, value)
  }
  let after = neutral
  for (let slot = values.length - 1; slot >= 0; slot -= 1) {
    others[slot] = join(others[slot] ?? neutral, after)
    after = join(values[slot] ?? neutral, after)
  }
  return others
}

/**
 * What we do not know about a result, P10 to P90, from the bands of its inputs: each input is moved to its low and its
 * high alone, and the swings are joined as a root of a sum of squares. That assumes independent inputs and is exact
 * for sums; for products it is the first-order answer.
 */
export function bandOf(formula: Formula): { readonly low: number; readonly high: number } {
  const value = evaluate(formula)
  let below = 0
  let above = 0
  for (const { atLow, atHigh } of swingsIn(formula).values()) {
    below += Math.min(0, atLow, atHigh) ** 2
    above += Math.max(0, atLow, atHigh) ** 2
  }
  return { low: value - Math.sqrt(below), high: value + Math.sqrt(above) }
}

const keys = new WeakMap<InputNode, string>()

/** One field of one element is one unknown, however often a formula reads it. */
export function keyOf(node: InputNode): string {
  const made = keys.get(node)
  if (made !== undefined) return made
  const { on = '', field = '', source = '', region = '' } = node.provenance
  const key = `${on}|${field}|${node.label}|${node.value}|${source}|${region}`
  keys.set(node, key)
  return key
}
