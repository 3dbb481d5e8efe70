import type { InputNode } from '../../kinds/formula/formula.ts'
import { standingOf } from '../../kinds/formula/standing.ts'
import type { Cell, Sheet } from '../writers/xlsx/workbook.ts'
import { priceKey, type PricedQuantity } from './priced-quantities.ts'

const heads = ['Price', 'USD', 'Per', 'Low', 'High', 'Region', 'Source', 'As of', 'Confidence', 'Key in the price book']

export interface PriceList {
  readonly sheet: Sheet
  /** The cell with the dollars of a price, as a formula names it. */
  readonly cellOf: (price: InputNode) => string
}

/** Every price that a line uses, once, with its source and date: changed here, it is changed in every line. */
export function priceList(quantities: readonly PricedQuantity[]): PriceList {
  const prices = new Map<string, InputNode>()
  for (const { price } of quantities) if (price !== undefined) prices.set(priceKey(price), price)
  const keys = [...prices.keys()]
  const number = (value: number | undefined): Cell =>
    value === undefined ? { text: '' } : { number: Number(value.toPrecision(3)), look: 'usdFine' }
  return {
    cellOf: (price) => `'Prices'!$B$${keys.indexOf(priceKey(price)) + 3}`,
    sheet: {
      name: 'Prices',
      widths: [44, 16, 20, 14, 14, 20, 60, 14, 14, 40],
      headRow: 1,
      filter: true,
      rows: [
        [{ text: 'Prices that the lines use; change one and every line follows', look: 'note' }],
        heads.map((text): Cell => ({ text, look: 'head' })),
        ...[...prices.values()].map((price): readonly Cell[] => {
          const { item, region, usedIn, source, asOf, confidence } = price.provenance
          const url = /https?:\/\/\S+/.exec(source ?? '')?.[0]
          return [
            { text: price.label },
            { number: price.value, look: 'usdFine' },
            { text: price.unit.replace(/^USD\/?/, '') || 'unit' },
            number(price.low),
            number(price.high),
            { text: usedIn === undefined ? (region ?? '') : `${region ?? ''}, used for ${usedIn}` },
            { text: source ?? price.provenance.from, ...(url === undefined ? {} : { url }) },
            { text: asOf ?? '' },
            { text: confidence ?? standingOf(price) ?? '' },
            { text: item ?? '' },
          ]
        }),
      ],
    },
  }
}
