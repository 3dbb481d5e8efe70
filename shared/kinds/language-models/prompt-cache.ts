import { constant, difference, evaluate, product } from '../formula/formula.ts'
import type { Formula, InputNode } from '../formula/formula.ts'
import type { CallContext, TokenUse } from '../kind.ts'
import { groupThousands } from '../figures/number-format.ts'
import { workedOut } from '../parts/priced-lines.ts'
import { fixedTokens, promptTokens } from './prompt-parts.ts'

const secondsPerHour = 3600

/** How a vendor keeps prompts: nothing below `minimum`, whole blocks only, for so long after the last use. */
export interface CacheRules {
  readonly minimum: number
  readonly block: number
  /** Absent where only somebody who measured it could say. */
  readonly keptS: InputNode | undefined
}

export function isCaching({ call }: CallContext): boolean {
  return call.truth('promptCaching') === true
}

function cacheRules({ settings, call }: CallContext): CacheRules {
  const hour = call.text('cacheKept') === 'hour'
  const usual = settings.number('promptCacheTtlS') === undefined ? undefined : settings.input('promptCacheTtlS')
  return {
    minimum: settings.number('promptCacheMinTokens') ?? 0,
    block: Math.max(1, settings.number('promptCacheBlockTokens') ?? 1),
    keptS: hour ? constant('Kept for an hour', Math.max(secondsPerHour, usual?.value ?? 0), 's') : usual,
  }
}

/**
 * Share of the calls that find the fixed start of the prompt in the cache: as somebody stated, else worked out. Calls of
 * different requests come at random (Poisson), so the next one comes within the time T that the vendor keeps the prompt
 * with the probability 1 - e^(-rate x T); calls of one request after its first find what that one wrote. Those that go
 * out at once with the first one find nothing (docs/estimation.md, hosted models).
 * Undefined when nobody knows how often the call is made: then no call finds anything.
 */
export function hitShare(context: CallContext): InputNode | undefined {
  if (context.call.number('cacheHitShare') !== undefined) return context.call.input('cacheHitShare')
  const { firstCalls } = context
  const { keptS } = cacheRules(context)
  if (firstCalls === undefined || keptS === undefined) return undefined
  const exponent = product(
    constant('No call', -1),
    workedOut('First calls of a request', firstCalls.perSecond, 'calls/s'),
    keptS,
  )
  const cold: Formula = { op: 'power', of: [constant('e', Math.E), exponent] }
  const missing =
    firstCalls.share === 1 ? cold : product(workedOut('First calls among all', firstCalls.share, 'share'), cold)
  const by = difference(constant('All calls', 1), missing)
  return { ...workedOut('Found in the cache', evaluate(by), 'share'), by }
}

type PromptSplit = Pick<TokenUse, 'input' | 'cachedRead' | 'cachedWrite'>

/** Tokens at the start of a prompt outside loops that other calls can leave behind: whole blocks, or nothing at all. */
export function cacheableTokens(context: CallContext): number {
  const { minimum, block } = cacheRules(context)
  const kept = wholeBlocks(fixedTokens(context), block)
  return kept < minimum ? 0 : kept
}

/**
 * How a prompt splits into what is billed in full, read from the cache and written to it. In a loop each turn reads back
 * the turn before, in whole blocks, and writes the rest for the next turn; its first turn, and a call outside loops, may
 * find the fixed start of the prompt. A prompt below the vendor's minimum is not cached at all.
 */
export function splitPrompt(context: CallContext): PromptSplit {
  const prompt = promptTokens(context)
  const uncached: PromptSplit = { input: prompt, cachedRead: 0, cachedWrite: 0 }
  if (!isCaching(context)) return uncached
  const { minimum, block } = cacheRules(context)
  const { turn } = context
  if (turn && turn.previousPromptTokens > 0) {
    if (prompt < minimum) return uncached
    const cachedRead = wholeBlocks(Math.min(turn.previousPromptTokens, prompt), block)
    return { input: 0, cachedRead, cachedWrite: prompt - cachedRead }
  }
  const found = cacheableTokens(context)
  const kept = turn ? prompt : found
  if (kept === 0 || kept < minimum) return uncached
  const cachedRead = found * (hitShare(context)?.value ?? 0)
  return { input: prompt - kept, cachedRead, cachedWrite: kept - cachedRead }
}

/** Why the cache line is what it is. */
export function cacheNote(context: CallContext, use: TokenUse, isCheaper: boolean): string | undefined {
  const { minimum, keptS } = cacheRules(context)
  if (use.cachedRead + use.cachedWrite === 0) {
    if (context.meanTokens) return `No turn reaches the ${count(minimum)} tokens from which this model caches.`
    const fixed = fixedTokens(context)
    return fixed < minimum
      ? `Not cached: ${count(fixed)} tokens are the same in each call, and this model caches from ${count(minimum)}.`
      : 'Not cached: nothing in this prompt is the same from call to call.'
  }
  if (!isCheaper) return 'No lower price for cached tokens is known: they are billed as input.'
  const hits = hitShare(context)
  if (hits?.by === undefined || keptS === undefined || context.firstCalls === undefined) return undefined
  const percent = Math.round(hits.value * 1000) / 10
  return `${percent} % of the calls find the instructions: a request comes every ${every(context.firstCalls.perSecond)}, and they are kept for ${seconds(keptS.value)}.`
}

function wholeBlocks(tokens: number, block: number): number {
  return Math.floor(tokens / block + 1e-9) * block
}

function count(tokens: number): string {
  return groupThousands(String(Math.round(tokens)), ',')
}

function every(perSecond: number): string {
  return perSecond > 0 ? seconds(1 / perSecond) : 'never'
}

function seconds(value: number): string {
  if (value < 1) return 'second or less'
  if (value < 120) return `${Math.round(value)} s`
  if (value < 7200) return `${Math.round(value / 60)} min`
  return `${Math.round(value / 3600)} h`
}
