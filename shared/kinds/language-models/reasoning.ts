import { amount } from '../fields/declare-field.ts'
import type { Fields } from '../fields/field.ts'
import { input } from '../formula/formula.ts'
import type { InputNode } from '../formula/formula.ts'
import type { CallContext, FieldReader } from '../kind.ts'

/** Efforts under which a model thinks; the names are the vendors'. */
export type Effort = 'minimal' | 'low' | 'medium' | 'high' | 'xhigh' | 'max'

/**
 * Tokens that a model thinks before its first visible word, by effort, where nothing is published of the model itself.
 * From the extra time to first token that Artificial Analysis reports per effort for eight models (medians, July 2026)
 * times their speed: low 29-650, medium 220-2,970, high 210-7,970, xhigh 2,620, max 10,770. The middle of so wide a range
 * is a guess, and its band says so.
 */
const reasoningByEffort: Readonly<Record<Effort, { value: number; low: number; high: number }>> = {
  minimal: { value: 50, low: 0, high: 200 },
  low: { value: 300, low: 30, high: 650 },
  medium: { value: 1500, low: 220, high: 3000 },
  high: { value: 5000, low: 650, high: 8000 },
  xhigh: { value: 8000, low: 2600, high: 16_000 },
  max: { value: 12_000, low: 5000, high: 30_000 },
}

/** Effort of a model, or undefined when it does not think. */
export function effortOf(settings: FieldReader): Effort | undefined {
  const effort = settings.text('reasoningEffort') ?? 'none'
  return effort in reasoningByEffort ? (effort as Effort) : undefined
}

/** Names of the facts that a product has of one effort: what it thinks, and how soon and how fast it then answers. */
export function effortFacts(effort: Effort): Readonly<Record<'tokens' | 'ttftMs' | 'tokensPerSecond', string>> {
  const word = `${effort[0]?.toUpperCase() ?? ''}${effort.slice(1)}`
  return { tokens: `reasoningTokensAt${word}`, ttftMs: `ttftMsAt${word}`, tokensPerSecond: `tokensPerSecondAt${word}` }
}

/** Facts of a product, effort by effort: nobody is asked for them, the effort is what one chooses. */
export const effortFields: Fields = Object.fromEntries(
  (Object.keys(reasoningByEffort) as Effort[]).flatMap((effort) => {
    const { tokens, ttftMs, tokensPerSecond } = effortFacts(effort)
    return [
      [tokens, amount(`Reasoning tokens at ${effort} effort`, 'tokens', { offered: false })],
      [ttftMs, amount(`Time to first visible token at ${effort} effort`, 'ms', { offered: false })],
      [tokensPerSecond, amount(`Output speed at ${effort} effort`, 'tokens/s', { offered: false })],
    ]
  }),
)

/** Tokens thought before the first visible one: as stated on the call, else the model's at its effort, else usual ones. */
export function reasoningTokens({ component, call, settings }: CallContext): InputNode | undefined {
  if (call.number('reasoningTokens') !== undefined) return call.input('reasoningTokens')
  const effort = effortOf(settings)
  if (effort === undefined) return undefined
  const known = effortFacts(effort).tokens
  if (settings.number(known) !== undefined) {
    const node = settings.input(known)
    return { ...node, provenance: { ...node.provenance, field: 'reasoningEffort' } }
  }
  const { value, low, high } = reasoningByEffort[effort]
  const source = 'assumed: between the models of which it is published, July 2026'
  const provenance = { from: 'default', source, confidence: 'C', on: component, field: 'reasoningEffort' } as const
  return { ...input(`Reasoning tokens at ${effort} effort`, value, 'tokens', provenance), low, high }
}
