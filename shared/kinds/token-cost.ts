import { constant, difference, evaluate, product, quotient, sum } from './formula.ts'
import type { Formula, InputNode } from './formula.ts'
import type { CallContext, PricedLine, PriceLookup } from './kind.ts'
import { priceOf, technology, workedOut } from './priced-lines.ts'
import { promptOf, reasoningTokens, tokenUse, visibleTokens } from './token-use.ts'

const perMillion = constant('Tokens per price unit', 1_000_000)

/**
 * USD of one call of a generative model:
 * (uncached x input + read x cache read + written x cache write + output x output) / 1,000,000.
 * Outside loops the fields themselves stand in the formula, so that their bands and sources show; inside, the tokens
 * that `tokenUse` works out for the turn, or their mean over the turns.
 */
export function tokenLine(context: CallContext, prices: PriceLookup): PricedLine {
  const price = pricesOf(context, prices)
  const use = tokenUse(context)
  const uncached = use.cachedRead === 0 && use.cachedWrite === 0
  const plain = context.meanTokens === undefined && context.turn === undefined
  const prompt = plain
    ? uncached
      ? [product(promptOf(context), price.input())]
      : cachedInstructions(context, price)
    : [
        ...term('Uncached input tokens', use.input, price.input),
        ...term('Cache read tokens', use.cachedRead, price.cacheRead),
        ...term('Cache write tokens', use.cachedWrite, price.cacheWrite),
      ]
  const answer = product(outputOf(context), price.output())
  return technology('tokens', 'Model tokens', quotient(sum(...prompt, answer), perMillion))
}

interface TokenPrices {
  readonly input: () => InputNode
  readonly output: () => InputNode
  readonly cacheRead: () => InputNode
  readonly cacheWrite: () => InputNode
}

/** Batch and cache prices where the vendor has them, else the plain price: no price, no reduction. */
function pricesOf({ settings, call, product: model }: CallContext, prices: PriceLookup): TokenPrices {
  const plain = (field: string, item: string): InputNode => priceOf(settings, field, prices, item, model)
  const reduced = (item: string, otherwise: () => InputNode): InputNode => {
    const found = prices.find(item, model)
    return found.missing === true ? otherwise() : found
  }
  const batch = call.truth('batch') === true
  const listed = (field: string, item: string): InputNode =>
    batch && settings.number(field) === undefined
      ? reduced(`${item}-batch`, () => plain(field, item))
      : plain(field, item)
  const input = (): InputNode => listed('usdPerMInput', 'llm.input')
  return {
    input,
    output: () => listed('usdPerMOutput', 'llm.output'),
    cacheRead: () =>
      settings.number('usdPerMCacheRead') === undefined
        ? reduced('llm.cache-read', input)
        : settings.input('usdPerMCacheRead'),
    cacheWrite: () =>
      settings.number('usdPerMCacheWrite') === undefined
        ? reduced('llm.cache-write', input)
        : settings.input('usdPerMCacheWrite'),
  }
}

/** A call outside loops with prompt caching: only the instructions are the same from call to call. */
function cachedInstructions({ call, hand }: CallContext, price: TokenPrices): readonly Formula[] {
  const stated = call.number('inputTokens') === undefined ? undefined : call.input('inputTokens')
  const fixed = call.input('instructionTokens')
  const instructions = stated !== undefined && stated.value < fixed.value ? stated : fixed
  const rest =
    stated === undefined ? workedOut('Tokens in hand', hand.tokens, 'tokens') : difference(stated, instructions)
  const changing = evaluate(rest) > 0 ? [product(rest, price.input())] : []
  if (call.number('cacheHitShare') === undefined) return [...changing, product(instructions, price.cacheWrite())]
  const hits = call.input('cacheHitShare')
  const misses = difference(constant('All calls', 1), hits)
  return [
    ...changing,
    product(instructions, hits, price.cacheRead()),
    product(instructions, misses, price.cacheWrite()),
  ]
}

function term(label: string, tokens: number, price: () => InputNode): readonly Formula[] {
  return tokens > 0 ? [product(workedOut(label, tokens, 'tokens'), price())] : []
}

function outputOf(context: CallContext): Formula {
  if (context.meanTokens) return workedOut('Output tokens', context.meanTokens.output, 'tokens')
  const visible = visibleTokens(context.call)
  const reasoning = reasoningTokens(context)
  return reasoning ? sum(visible, reasoning) : visible
}
