import type { Settings } from '../../design/design.ts'
import { readFields } from '../fields/field-reader.ts'
import { evaluate, input } from '../formula/formula.ts'
import { findKind, findProduct } from '../index.ts'
import type { CallContext, PriceLookup, TokenUse } from '../kind.ts'

/** The kind of all hosted models. */
export const llm = findKind('llm-api')

/** A price list of our own: an item that it does not name is missing. */
export function listing(usd: Readonly<Record<string, number>>): PriceLookup {
  return {
    find: (item) =>
      usd[item] === undefined
        ? { ...input(item, 0, 'USD/1M tokens', { from: 'price' }), missing: true }
        : input(item, usd[item], 'USD/1M tokens', { from: 'price', source: 'test' }),
  }
}

/** USD per million tokens, as one vendor has them. */
export const sonnet = { 'llm.input': 3, 'llm.output': 15, 'llm.cache-read': 0.3, 'llm.cache-write': 3.75 }

/** A call of a hosted model: what the box and the arrow state, and what comes with it. */
export interface Asked extends Partial<Pick<CallContext, 'hand' | 'turn' | 'firstCalls' | 'region' | 'meanTokens'>> {
  readonly product?: string
  readonly settings?: Settings
  readonly call?: Settings
}

/** What the kind is asked with. */
export function callOf({ product, settings, call, ...more }: Asked): CallContext {
  const found = findProduct(product)
  const box = { settings, from: 'box' }
  return {
    component: 'box',
    product,
    settings: readFields({ element: 'box', layers: [box], fields: llm.settings, product: found }),
    call: readFields({
      element: 'arrow',
      layers: [{ settings: call, from: 'arrow' }, box],
      fields: llm.call,
      product: found,
    }),
    hand: { tokens: 0, pages: 0, items: 0, bytes: 0 },
    ...more,
  }
}

/** Its lines of cost. */
export const linesOf = (asked: Asked, prices = listing(sonnet)) => llm.costPerCall?.(callOf(asked), prices) ?? []

/** USD per call. */
export const usdOf = (asked: Asked, prices = listing(sonnet)) =>
  linesOf(asked, prices).reduce((total, line) => total + evaluate(line.usd), 0)

/** Its tokens, by how they are billed. */
export const useOf = (asked: Asked) => llm.tokens?.(callOf(asked)) as TokenUse

/** Text that comes along with a call, and whose words it is. */
export const inHand = (tokens: number, origins: CallContext['hand']['origins'] = { user: tokens }) => ({
  tokens,
  origins,
  pages: 0,
  items: 0,
  bytes: 0,
})
