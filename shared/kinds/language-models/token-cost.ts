import { constant, difference, product, quotient, sum } from '../formula/formula.ts'
import type { Formula, InputNode } from '../formula/formula.ts'
import { nodeOfMixture } from '../formula/mixture.ts'
import type { CallContext, PricedLine, PriceLookup, TokenUse } from '../kind.ts'
import { technology, workedOut } from '../parts/priced-lines.ts'
import { cacheableTokens, cacheNote, hitShare, isCaching } from './prompt-cache.ts'
import { promptInputs, promptOf, sumOf } from './prompt-parts.ts'
import { type TokenKind, type TokenPrices, regionalUplift, tokenPrices } from './token-prices.ts'
import { isLongPrompt, reasoningTokens, tokenUse, visibleTokens } from './token-use.ts'
import { usedParts } from './used-parts.ts'

const perMillion = constant('Tokens per price unit', 1_000_000)
const thousandSearches = constant('Searches per price unit', 1000, 'calls')

/**
 * USD of one call of a generative model, in lines: its tokens, a prompt cache that holds nothing with the reason at $0,
 * and the searches that the model makes by itself:
 * (uncached x input + read x cache read + written x cache write + output x output) / 1,000,000, times the vendor's uplift
 * where the region asks for it; searches x price / 1,000.
 * Outside loops the fields themselves stand in the formula, so that their bands and sources show; inside, the tokens
 * that `tokenUse` works out for the turn, or their mean over the turns.
 */
export function tokenLines(context: CallContext, prices: PriceLookup): readonly PricedLine[] {
  const price = tokenPrices(context, prices)
  const use = tokenUse(context)
  const uplift = regionalUplift(context)
  const isPlain = context.meanTokens === undefined && context.turn === undefined
  const millions = quotient(sum(...(isPlain ? plainParts(context, price) : turnParts(use, price, context))), perMillion)
  const line = technology('tokens', 'Model tokens', uplift ? product(millions, uplift) : millions)
  const tier = tierNote(price, isPlain ? isLongPrompt(context) : use.long !== undefined)
  const note = isCaching(context) ? cacheNote(context, use, price.isCachedCheaper) : undefined
  if (note === undefined) return [withNote(line, tier), ...searchLine(context, prices)]
  const holdsNothing = use.cachedRead + use.cachedWrite === 0
  const lines = holdsNothing
    ? [withNote(line, tier), emptyCacheLine(price, note)]
    : [withNote(line, tier === undefined ? note : `${tier} ${note}`)]
  return [...lines, ...searchLine(context, prices)]
}

function withNote(line: PricedLine, note: string | undefined): PricedLine {
  return note === undefined ? line : { ...line, note }
}

/** Says that a tier has no price of its own in the book; of a dearer tier the plain price is the least. */
function tierNote(price: TokenPrices, long: boolean): string | undefined {
  const tier = price.plainTier(long)
  if (tier === undefined) return undefined
  const of = `The price book has no ${tier} price for ${long ? 'long prompts of this model' : 'this model'}`
  return tier === 'priority'
    ? `${of}: the plain price is taken, and priority costs at least that.`
    : `${of}: the plain price is taken.`
}

/** Zero tokens at the price that they would have had, so that somebody who counts on the cache sees why it is empty. */
function emptyCacheLine(price: TokenPrices, note: string): PricedLine {
  const usd = quotient(product(workedOut('Tokens in the cache', 0, 'tokens'), price.of('cacheRead', false)), perMillion)
  return { ...technology('prompt-cache', 'Prompt cache', usd), note }
}

function searchLine({ call, product: model }: CallContext, prices: PriceLookup): readonly PricedLine[] {
  if ((call.number('webSearches') ?? 0) <= 0) return []
  const usd = quotient(product(call.input('webSearches'), prices.find('llm.search-query', model)), thousandSearches)
  return [technology('web-searches', "Model's own web searches", usd)]
}

/** A call outside loops: its fields, and the share of calls that find the instructions in the cache. */
function plainParts(context: CallContext, price: TokenPrices): readonly Formula[] {
  const long = isLongPrompt(context)
  const at = (kind: TokenKind): InputNode => price.of(kind, long)
  const reasoning = reasoningTokens(context)
  const visible = visibleTokens(context.call)
  const answer = product(reasoning ? sum(visible, reasoning) : visible, at('output'))
  const kept = isCaching(context) ? cacheableTokens(context) : 0
  if (kept === 0) return [product(promptOf(context), at('input')), answer]
  const { start, rest } = splitAt(context, kept)
  const changing = rest.length > 0 ? [product(sumOf(rest), at('input'))] : []
  const hits = hitShare(context)
  if (!hits) return [...changing, product(start, at('cacheWrite')), answer]
  const misses = difference(constant('All calls', 1), hits)
  return [...changing, product(start, hits, at('cacheRead')), product(start, misses, at('cacheWrite')), answer]
}

/** The start of the prompt that is kept, and what comes after it. */
function splitAt(context: CallContext, kept: number): { readonly start: Formula; readonly rest: readonly Formula[] } {
  const { call } = context
  const inputs = promptInputs(context)
  const fixed = inputs.filter((each) => each.fixed)
  const whole = fixed.reduce((total, { node }) => total + node.value, 0)
  const isWhole = Math.abs(whole - kept) < 1e-9
  const start = isWhole
    ? sumOf(fixed.map(({ node }) => node))
    : workedOut('Whole blocks of the instructions', kept, 'tokens')
  if (call.number('inputTokens') !== undefined) {
    const stated = call.input('inputTokens')
    return { start, rest: stated.value > kept ? [difference(stated, start)] : [] }
  }
  const beyond = isWhole ? [] : [workedOut('Instructions beyond the last block', whole - kept, 'tokens')]
  return { start, rest: [...beyond, ...inputs.filter((each) => !each.fixed).map(({ node }) => node)] }
}

type Billed = 'input' | 'cachedRead' | 'cachedWrite' | 'output'

/**
 * One turn of a loop, or the mean of its turns: each kind of token at the plain and at the long price. What is read from
 * a cache, written to it or sent anew is so much of the whole prompt, and moves with what the prompt consists of.
 */
function turnParts(use: TokenUse, price: TokenPrices, context: CallContext): readonly Formula[] {
  const { prompt, answer } = usedParts(context, use)
  const term = (label: string, of: Billed, kind: TokenKind): readonly Formula[] => {
    const long = use.long?.[of] ?? 0
    const plain = use[of] - long
    const whole = of === 'output' ? answer : prompt
    const tokens = (words: string, count: number): Formula => partOf(whole, workedOut(words, count, 'tokens'))
    return [
      ...(plain > 1e-12 ? [product(tokens(label, plain), price.of(kind, false))] : []),
      ...(long > 0 ? [product(tokens(`${label}, long prompts`, long), price.of(kind, true))] : []),
    ]
  }
  return [
    ...(sentByPart(use, price, prompt) ?? term('Uncached input tokens', 'input', 'input')),
    ...term('Cache read tokens', 'cachedRead', 'cacheRead'),
    ...term('Cache write tokens', 'cachedWrite', 'cacheWrite'),
    ...term('Output tokens', 'output', 'output'),
  ]
}

/** So many of the tokens of these parts, which they follow from in proportion. */
function partOf(parts: readonly InputNode[], counted: InputNode): InputNode {
  return nodeOfMixture(
    counted,
    parts.map((of) => ({ of, times: counted.value / Math.max(1e-12, tokensOf(parts)) })),
  )
}

function tokensOf(parts: readonly InputNode[]): number {
  return parts.reduce((total, { value }) => total + value, 0)
}

/** An uncached prompt at one price can show of what it consists. */
function sentByPart(
  { input, cachedRead, cachedWrite, long }: TokenUse,
  price: TokenPrices,
  prompt: readonly InputNode[],
): Formula[] | undefined {
  if (cachedRead > 0 || cachedWrite > 0 || long !== undefined) return undefined
  const total = tokensOf(prompt)
  if (Math.abs(total - input) > 1e-6 * Math.max(1, input) || total === 0) return undefined
  return [product(sumOf(prompt), price.of('input', false))]
}
