import type { Unit } from '../../../shared/kinds/fields/field.ts'
import type { InputNode, Provenance } from '../../../shared/kinds/formula/formula.ts'
import { formatExact, formatShare, formatUsd } from '../../../shared/kinds/figures/number-format.ts'
import { unitWords } from '../../../shared/kinds/figures/unit-words.ts'
import { formatNumber } from '../../ui/numbers.ts'
import { formatQuantity, formatUsdExact } from '../quantities.ts'

export const fromWords: Readonly<Record<Provenance['from'], string>> = {
  stated: 'stated',
  default: 'default',
  product: 'product fact',
  price: 'price list',
  derived: 'computed',
}

/** An input to all its digits, with its unit: what a reader types into a calculator to get the same cent. */
export function formatInput(node: InputNode): string {
  if (node.unit === 'USD') return formatUsdExact(node.value)
  if (node.unit === 'share') return formatExact(node.value, formatShare)
  const number = formatNumber(node.value, 10)
  if (node.unit.startsWith('USD')) return `$${number} per ${node.unit.slice(4)}`
  return node.unit === 'count' ? number : `${number} ${unitWords(node.value, node.unit)}`
}

/** The value of an input as its field would show it: "450 tokens", "$8 per 1M tokens", "12 %". */
export function formatValue(value: number, unit: Unit): string {
  if (unit === 'USD') return formatUsd(value)
  if (unit === 'ms' || unit === 'share') return formatQuantity(value, unit)
  const number = formatNumber(value, 3)
  if (unit.startsWith('USD')) return `$${number} per ${unit.slice(4)}`
  return unit === 'count' ? number : `${number} ${unitWords(value, unit)}`
}
