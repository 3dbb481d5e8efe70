import { input, sum } from './formula.ts'
import type { Formula, InputNode } from './formula.ts'
import type { CallContext, FieldReader, TokenUse } from './kind.ts'
import { workedOut } from './priced-lines.ts'

/**
 * Tokens that a model thinks before its first visible word, by effort. From the extra time to first token that
 * Artificial Analysis reports per effort for gpt-5 and gpt-5.5 (medians, July 2026) times their speed: low 29-650,
 * medium 220-2,970, high 650-7,970. The middle of so wide a range is a guess, and its band says so.
 */
const reasoningByEffort: Readonly<Record<string, { value: number; low: number; high: number }>> = {
  low: { value: 300, low: 30, high: 650 },
  medium: { value: 1500, low: 220, high: 3000 },
  high: { value: 5000, low: 650, high: 8000 },
}

/** Prompt of one call in tokens: as stated, else the instructions and all that is in hand. */
export function promptOf({ call, hand }: CallContext): Formula {
  if (call.number('inputTokens') !== undefined) return call.input('inputTokens')
  const instructions = call.input('instructionTokens')
  return hand.tokens > 0 ? sum(instructions, workedOut('Tokens in hand', hand.tokens, 'tokens')) : instructions
}

export function promptTokens(context: CallContext): number {
  const { call, hand } = context
  return call.number('inputTokens') ?? (call.number('instructionTokens') ?? 0) + hand.tokens
}

/** Tokens of the visible answer: the cap counts where it is below what is expected. */
export function visibleTokens(call: FieldReader): InputNode {
  const cap = call.number('maxOutputTokens')
  const expected = call.input('outputTokens')
  return cap !== undefined && cap < expected.value ? call.input('maxOutputTokens') : expected
}

/** Tokens thought before the first visible one: as stated on the call, else by the model's effort. */
export function reasoningTokens({ component, call, settings }: CallContext): InputNode | undefined {
  if (call.number('reasoningTokens') !== undefined) return call.input('reasoningTokens')
  const effort = settings.text('reasoningEffort') ?? 'none'
  const guess = reasoningByEffort[effort]
  if (!guess) return undefined
  const { value, low, high } = guess
  const source = 'Artificial Analysis medians of July 2026, cited; the middle is assumed'
  const provenance = { from: 'default', source, confidence: 'C', on: component, field: 'reasoningEffort' } as const
  return { ...input(`Reasoning tokens at ${effort} effort`, value, 'tokens', provenance), low, high }
}

/** How a vendor keeps prompts: nothing below `minimum`, and whole blocks only. */
interface PromptCacheRules {
  readonly minimum: number
  readonly block: number
}

/**
 * How a prompt splits with prompt caching in a conversation: what the turn before sent is read back, in whole blocks,
 * and the rest is written for the next turn. A prompt below the vendor's minimum is not cached at all.
 * @param previousTokens the prompt of the turn before; 0 in the first turn
 */
function splitPrompt(promptNow: number, previousTokens: number, rules: PromptCacheRules): Omit<TokenUse, 'output'> {
  if (promptNow < rules.minimum) return { input: promptNow, cachedRead: 0, cachedWrite: 0 }
  const kept = Math.min(previousTokens, promptNow)
  const cachedRead = Math.floor(kept / rules.block + 1e-9) * rules.block
  return { input: 0, cachedRead, cachedWrite: promptNow - cachedRead }
}

/**
 * Tokens billed by one call. In a loop each turn reads back the turn before (`context.turn`); the first turn, and a
 * call outside loops, may find only the instructions in the cache, in the share of calls that `cacheHitShare` states.
 */
export function tokenUse(context: CallContext): TokenUse {
  if (context.meanTokens) return context.meanTokens
  const output = visibleTokens(context.call).value + (reasoningTokens(context)?.value ?? 0)
  const prompt = promptTokens(context)
  if (context.call.truth('promptCaching') !== true) return { input: prompt, cachedRead: 0, cachedWrite: 0, output }
  const minimum = context.settings.number('promptCacheMinTokens') ?? 0
  const block = Math.max(1, context.settings.number('promptCacheBlockTokens') ?? 1)
  if (context.turn && context.turn.previousPromptTokens > 0) {
    return { ...splitPrompt(prompt, context.turn.previousPromptTokens, { minimum, block }), output }
  }
  const instructions = Math.min(prompt, context.call.number('instructionTokens') ?? prompt)
  const kept = context.turn ? prompt : instructions
  if (kept < minimum) return { input: prompt, cachedRead: 0, cachedWrite: 0, output }
  const found = Math.min(kept, instructions)
  const cachedRead = found * (context.call.number('cacheHitShare') ?? 0)
  return { input: prompt - kept, cachedRead, cachedWrite: kept - cachedRead, output }
}
