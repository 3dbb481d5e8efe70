import { parseSync } from 'vite'

/**
 * Turns every predicate of a source round, one at a time: comparisons, and/or, some/every, negations, conditions, what a
 * filter returns. Each flip gets a number; whether it is on is asked of `globalThis.isFlipped` while the code runs, so that
 * one build holds them all, and it is known which trial meets which flip.
 *
 * @param {string} code TypeScript
 * @param {number} first number of the first flip
 * @returns {{ code: string, flips: readonly { id: number, line: number, from: string, to: string, isJoint: boolean }[] }}
 */
export function flipSource(code, first) {
  const { program } = parseSync('rule.ts', code)
  const flips = []
  const lineOf = (offset) => code.slice(0, offset).split('\n').length

  /** The text of a node with every flip inside it built in. */
  const build = (node) => {
    const inner = withChildren(node)
    const turned = turn(node, code)
    if (turned === undefined) return inner
    const id = first + flips.length
    const from = code.slice(node.start, node.end)
    flips.push({ id, line: lineOf(node.start), from: shorten(from), to: shorten(turned), isJoint: joins(node) })
    return `(globalThis.isFlipped(${id}) ? (globalThis.flipSwitchboard.answer ?? (${turned})) : (${inner}))`
  }
  const withChildren = (node) => {
    let text = ''
    let at = node.start
    for (const child of childrenOf(node)) {
      if (child.start < at) continue
      text += code.slice(at, child.start) + build(child)
      at = child.end
    }
    return text + code.slice(at, node.end)
  }
  markConditions(program)
  const body = withChildren({ ...program, start: 0, end: code.length })
  return { code: body, flips }
}

const opposite = { '===': '!==', '!==': '===', '<': '>=', '>=': '<', '>': '<=', '<=': '>' }
const pair = { '&&': '||', '||': '&&' }

/** What the node becomes when it is turned round; undefined where it is no predicate. */
function turn(node, code) {
  const text = (part) => code.slice(part.start, part.end)
  if (node.type === 'BinaryExpression' && opposite[node.operator])
    return `${text(node.left)} ${opposite[node.operator]} ${text(node.right)}`
  if (node.type === 'LogicalExpression' && pair[node.operator])
    return `(${text(node.left)}) ${pair[node.operator]} (${text(node.right)})`
  if (node.type === 'UnaryExpression' && node.operator === '!') return text(node.argument)
  if (node.type === 'CallExpression' && ['some', 'every'].includes(node.callee.property?.name)) {
    const { object, property } = node.callee
    const other = property.name === 'some' ? 'every' : 'some'
    return `${text(object)}.${other}${code.slice(property.end, node.end)}`
  }
  return node.isCondition && !isTurned(node) ? `!(${text(node)})` : undefined
}

/** Joins predicates that are turned round one by one, and is none by itself. */
function joins(node) {
  return node.type === 'LogicalExpression' || ['some', 'every'].includes(node.callee?.property?.name)
}

/** A condition that is itself a comparison or an and/or is turned there. */
function isTurned(node) {
  return (
    (node.type === 'BinaryExpression' && opposite[node.operator]) ||
    (node.type === 'LogicalExpression' && pair[node.operator]) ||
    (node.type === 'UnaryExpression' && node.operator === '!')
  )
}

const judging = ['filter', 'some', 'every', 'find', 'findIndex', 'findLast']

/** Marks what decides: tests of if and of choices, sides of and/or, what the function of a filter returns. */
function markConditions(node) {
  if (node.test && ['IfStatement', 'ConditionalExpression', 'WhileStatement'].includes(node.type)) mark(node.test)
  if (node.type === 'LogicalExpression' && pair[node.operator]) [node.left, node.right].forEach(mark)
  if (node.type === 'CallExpression' && judging.includes(node.callee.property?.name)) {
    const [judge] = node.arguments
    if (judge?.type === 'ArrowFunctionExpression' && judge.expression) mark(judge.body)
  }
  childrenOf(node).forEach(markConditions)
}
function mark(node) {
  if (node.type === 'ParenthesizedExpression') mark(node.expression)
  else node.isCondition = true
}

/** Children in the order of the text; types hold no predicates. */
function childrenOf(node) {
  return Object.entries(node)
    .flatMap(([key, value]) => (key === 'parent' ? [] : Array.isArray(value) ? value : [value]))
    .filter((value) => typeof value?.type === 'string' && typeof value.start === 'number')
    .filter(
      ({ type }) =>
        !type.startsWith('TS') ||
        type === 'TSAsExpression' ||
        type === 'TSSatisfiesExpression' ||
        type === 'TSNonNullExpression',
    )
    .filter(({ type }) => type !== 'ImportDeclaration')
    .toSorted((a, b) => a.start - b.start)
}

function shorten(text) {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 110 ? `${line.slice(0, 107)}...` : line
}
