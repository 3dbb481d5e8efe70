import type { InputNode } from '../formula/formula.ts'
import type { CallContext, FieldReader, TokenUse } from '../kind.ts'
import { splitPrompt } from './prompt-cache.ts'
import { promptParts, promptTokens } from './prompt-parts.ts'
import { reasoningTokens } from './reasoning.ts'

export { promptTokens } from './prompt-parts.ts'
export { reasoningTokens } from './reasoning.ts'

/** Tokens of the visible answer: the cap counts where it is below what is expected. */
export function visibleTokens(call: FieldReader): InputNode {
  const cap = call.number('maxOutputTokens')
  const expected = call.input('outputTokens')
  return cap !== undefined && cap < expected.value ? call.input('maxOutputTokens') : expected
}

/** Whether the whole prompt is above the length from which the vendor takes the price of long prompts. */
export function isLongPrompt(context: CallContext): boolean {
  const limit = context.settings.number('longPromptTokens')
  return limit !== undefined && promptTokens(context) > limit
}

/** Tokens billed by one call, by price and by part. Inside a loop: of this turn, or the mean that the engine passes in. */
export function tokenUse(context: CallContext): TokenUse {
  if (context.meanTokens) return context.meanTokens
  const answer = visibleTokens(context.call).value
  const reasoning = reasoningTokens(context)?.value ?? 0
  const billed = { ...splitPrompt(context), output: answer + reasoning }
  const parts = { ...promptParts(context), ...(reasoning > 0 ? { reasoning } : {}), ...(answer > 0 ? { answer } : {}) }
  return isLongPrompt(context) ? { ...billed, long: billed, parts } : { ...billed, parts }
}
