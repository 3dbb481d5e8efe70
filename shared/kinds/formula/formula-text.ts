import type { Formula, InputNode, OperationNode } from './formula.ts'
import { groupThousands } from '../figures/number-format.ts'
import { unitWords } from '../figures/unit-words.ts'

/** How strongly a part binds: 1 sums, 2 products, 3 everything that needs no brackets. */
type Strength = 1 | 2 | 3

/**
 * The formula as text with its values in it, as exact as the ledger needs to recompute it:
 * "(3,600 tokens × $2.00 + 450 tokens × $8.00) / 1,000,000 × 36,500 calls/month".
 */
export function renderFormula(formula: Formula): string {
  return render(formula).text
}

/** A number with its unit as it stands in a formula: "$2.00" for any price, "15 %" for a share, "3,600 tokens". */
function renderInput(node: InputNode): string {
  if (node.missing === true) return `$? (${node.label}: not known)`
  const { value, unit } = node
  if (unit.startsWith('USD')) return value < 0 ? `-$${money(-value)}` : `$${money(value)}`
  if (unit === 'share') return `${plain(value * 100)} %`
  return unit === 'count' ? plain(value) : `${plain(value)} ${unitWords(value, unit)}`
}

function render(formula: Formula): Rendered {
  if (formula.op === 'input') return { text: renderInput(formula), strength: formula.value < 0 ? 1 : 3 }
  const [only] = formula.of
  if (formula.of.length === 1 && only && (formula.op === 'sum' || formula.op === 'product')) return render(only)
  return renderOperation(formula)
}

interface Rendered {
  readonly text: string
  readonly strength: Strength
}

function renderOperation({ op, of }: OperationNode): Rendered {
  const named = functions[op]
  if (named !== undefined) return { text: `${named} (${of.map((part) => render(part).text).join('; ')})`, strength: 3 }
  if (of.length === 0) return { text: op === 'product' ? '1' : '0', strength: 3 }
  if (op === 'sum') return { text: of.map((part) => bracketed(part, 1)).join(' + '), strength: 1 }
  if (op === 'product') return { text: of.map((part) => bracketed(part, 2)).join(' × '), strength: 2 }
  if (op === 'difference') return { text: trailing(of, ' - ', 1), strength: 1 }
  if (op === 'quotient') return { text: trailing(of, ' / ', 2), strength: 2 }
  return { text: of.map((part) => bracketed(part, 3)).join(' ^ '), strength: 2 }
}

const functions: Readonly<Partial<Record<OperationNode['op'], string>>> = {
  max: 'the larger of',
  min: 'the smaller of',
  ceil: 'rounded up',
}

/** The first part may bind like the operation itself; what is taken away or divided by must bind more. */
function trailing(of: readonly Formula[], symbol: string, least: 1 | 2): string {
  return of.map((part, index) => bracketed(part, index === 0 ? least : least === 1 ? 2 : 3)).join(symbol)
}

function bracketed(part: Formula, least: Strength): string {
  const { text, strength } = render(part)
  return strength < least ? `(${text})` : text
}

/** At least cents, and as many further digits as the price has. */
function money(usd: number): string {
  const text = trimmed(usd)
  const [, fraction = ''] = text.split('.')
  return groupThousands(fraction.length < 2 ? usd.toFixed(2) : text, ',')
}

function plain(value: number): string {
  return groupThousands(trimmed(value), ',')
}

/** Up to twelve significant digits, never in powers of ten. */
function trimmed(value: number): string {
  if (value === 0) return '0'
  const places = Math.max(0, Math.min(20, 11 - Math.floor(Math.log10(Math.abs(value)))))
  const text = value.toFixed(places)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
