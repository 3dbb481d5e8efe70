import type { Settings } from '../../design/design.ts'
import { isStated } from '../../design/value.ts'
import type { ShownCurrency } from '../../kinds/figures/money-format.ts'
import { contextFields } from '../../kinds/fields/context-fields.ts'
import type { Words } from '../blocks.ts'
import { listWords } from '../text/numbers.ts'
import { quantityWords, valueWords } from '../text/sentences.ts'

/** What was stated about the design as a whole, under the labels that the studio shows. */
export function fieldWords(settings: Settings, currency?: ShownCurrency): Record<string, Words> {
  const rows: Record<string, Words> = {}
  for (const [name, field] of Object.entries(contextFields)) {
    const value = settings[name]
    if (value === undefined) continue
    const plain = isStated(value) ? value.value : value
    const options = 'options' in field ? (field.options ?? []) : []
    const labelOf = (word: string): string => options.find((option) => option.value === word)?.label ?? word
    rows[field.label] =
      typeof plain === 'number'
        ? quantityWords(plain, 'unit' in field ? field.unit : undefined, currency)
        : typeof plain === 'string'
          ? labelOf(plain)
          : Array.isArray(plain)
            ? listWords(plain.map((word) => labelOf(String(word))))
            : valueWords(value)
  }
  return rows
}
