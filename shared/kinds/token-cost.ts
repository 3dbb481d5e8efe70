import { constant, difference, product, quotient, sum } from './formula.ts'
import type { Formula, InputNode } from './formula.ts'
import type { CallContext, PricedLine, PriceLookup, TokenUse } from './kind.ts'
import { technology, workedOut } from './priced-lines.ts'
import { cacheableTokens, cacheNote, hitShare, isCaching } from './prompt-cache.ts'
import { promptInputs, promptOf, sumOf, tokenPartWords } from './prompt-parts.ts'
import { type TokenKind, type TokenPrices, regionalUplift, tokenPrices } from './token-prices.ts'
import { isLongPrompt, reasoningTokens, tokenUse, visibleTokens } from './token-use.ts'

const perMillion = constant('Tokens per price unit', 1_000_000)
const thousandSearches = constant('Searches per price unit', 1000, 'calls')

/**
 * USD of one call of a generative model, in lines: what is sent and answered, what the prompt cache costs (with the
 * reason when it holds nothing), and the searches that the model makes by itself:
 * (uncached x input + output x output) / 1M, (read x cache read + written x cache write) / 1M, searches x price / 1,000;
 * the tokens times the vendor's uplift where the region asks for it.
 * Outside loops the fields themselves stand in the formula, so that their bands and sources show; inside, the tokens
 * that `tokenUse` works out for the turn, or their mean over the turns.
 */
export function tokenLines(context: CallContext, prices: PriceLookup): readonly PricedLine[] {
  const price = tokenPrices(context, prices)
  const use = tokenUse(context)
  const uplift = regionalUplift(context)
  const usd = (parts: readonly Formula[]): Formula => {
    const millions = quotient(sum(...parts), perMillion)
    return uplift ? product(millions, uplift) : millions
  }
  const isPlain = context.meanTokens === undefined && context.turn === undefined
  const parts = isPlain ? plainParts(context, price) : turnParts(use, price)
  const line = technology('tokens', 'Model tokens', usd([...parts.sent, ...parts.answered]))
  return [line, ...cacheLine(context, use, price, usd(parts.cached)), ...searchLine(context, prices)]
}

interface LineParts {
  readonly sent: readonly Formula[]
  readonly cached: readonly Formula[]
  readonly answered: readonly Formula[]
}

function cacheLine(context: CallContext, use: TokenUse, price: TokenPrices, usd: Formula): readonly PricedLine[] {
  if (!isCaching(context)) return []
  const note = cacheNote(context, use, price.isCachedCheaper)
  return [{ ...technology('prompt-cache', 'Prompt cache', usd), ...(note === undefined ? {} : { note }) }]
}

function searchLine({ call, product: model }: CallContext, prices: PriceLookup): readonly PricedLine[] {
  if ((call.number('webSearches') ?? 0) <= 0) return []
  const usd = quotient(product(call.input('webSearches'), prices.find('llm.search-query', model)), thousandSearches)
  return [technology('web-searches', "Model's own web searches", usd)]
}

/** A call outside loops: its fields, and the share of calls that find the instructions in the cache. */
function plainParts(context: CallContext, price: TokenPrices): LineParts {
  const long = isLongPrompt(context)
  const at = (kind: TokenKind): InputNode => price.of(kind, long)
  const reasoning = reasoningTokens(context)
  const visible = visibleTokens(context.call)
  const answered = [product(reasoning ? sum(visible, reasoning) : visible, at('output'))]
  const kept = isCaching(context) ? cacheableTokens(context) : 0
  if (kept === 0) {
    return { sent: [product(promptOf(context), at('input'))], answered, cached: isCaching(context) ? nothing(at) : [] }
  }
  const { start, rest } = splitAt(context, kept)
  const hits = hitShare(context)
  const cached = hits
    ? [
        product(start, hits, at('cacheRead')),
        product(start, difference(constant('All calls', 1), hits), at('cacheWrite')),
      ]
    : [product(start, at('cacheWrite'))]
  return { sent: rest.length > 0 ? [product(sumOf(rest), at('input'))] : [], cached, answered }
}

/** The cache line of a call that caches nothing: zero tokens at the price they would have had. */
function nothing(at: (kind: TokenKind) => InputNode): readonly Formula[] {
  return [product(workedOut('Tokens in the cache', 0, 'tokens'), at('cacheRead'))]
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

/** One turn of a loop, or the mean of its turns: each kind of token at the plain and at the long price. */
function turnParts(use: TokenUse, price: TokenPrices): LineParts {
  const term = (label: string, of: Billed, kind: TokenKind): readonly Formula[] => {
    const long = use.long?.[of] ?? 0
    const plain = use[of] - long
    return [
      ...(plain > 1e-12 ? [product(workedOut(label, plain, 'tokens'), price.of(kind, false))] : []),
      ...(long > 0 ? [product(workedOut(`${label}, long prompts`, long, 'tokens'), price.of(kind, true))] : []),
    ]
  }
  return {
    sent: sentByPart(use, price) ?? term('Uncached input tokens', 'input', 'input'),
    cached: [
      ...term('Cache read tokens', 'cachedRead', 'cacheRead'),
      ...term('Cache write tokens', 'cachedWrite', 'cacheWrite'),
    ],
    answered: term('Output tokens', 'output', 'output'),
  }
}

/** An uncached prompt at one price can show of what it consists. */
function sentByPart(
  { parts, input, cachedRead, cachedWrite, long }: TokenUse,
  price: TokenPrices,
): Formula[] | undefined {
  if (parts === undefined || cachedRead > 0 || cachedWrite > 0 || long !== undefined) return undefined
  const { reasoning: _reasoning, answer: _answer, ...prompt } = parts
  const known = Object.entries(prompt) as (readonly [keyof typeof prompt, number])[]
  const total = known.reduce((sumSoFar, [, tokens]) => sumSoFar + tokens, 0)
  if (Math.abs(total - input) > 1e-6 * Math.max(1, input) || total === 0) return undefined
  const nodes = known.map(([part, tokens]) => workedOut(tokenPartWords[part], tokens, 'tokens'))
  return [product(sumOf(nodes), price.of('input', false))]
}
