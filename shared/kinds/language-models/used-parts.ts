import { type Formula, type InputNode, sum } from '../formula/formula.ts'
import { type Mixture, mixMixtures, mixtureOf, nodeOfMixture } from '../formula/mixture.ts'
import type { CallContext, TokenPart, TokenUse } from '../kind.ts'
import { workedOut } from '../parts/priced-lines.ts'
import { tokenPartWords } from './prompt-parts.ts'
import { reasoningTokens, visibleTokens } from './token-use.ts'

/**
 * The tokens of a turn of a loop, or of the mean of its turns, part by part: of the prompt and of what is written, each
 * with the fields and answers that it follows from behind it.
 */
export function usedParts(
  context: CallContext,
  { parts = {} }: TokenUse,
): { readonly prompt: readonly InputNode[]; readonly answer: readonly InputNode[] } {
  const nodes = (Object.keys(parts) as TokenPart[]).map((part) => {
    const counted = workedOut(tokenPartWords[part], parts[part] ?? 0, 'tokens')
    return { part, node: nodeOfMixture(counted, mixtureOfPart(context, part), context.hand.restsOn) }
  })
  const isWritten = (part: TokenPart): boolean => part === 'answer' || part === 'reasoning'
  return {
    prompt: nodes.filter(({ part }) => !isWritten(part)).map(({ node }) => node),
    answer: nodes.filter(({ part }) => isWritten(part)).map(({ node }) => node),
  }
}

/** All tokens that a call reads and writes, as an expression of what they follow from. */
export function usedTokens(context: CallContext, use: TokenUse): Formula {
  const { prompt, answer } = usedParts(context, use)
  return sum(...prompt, ...answer)
}

/** What one part of a prompt or an answer follows from; undefined where no field and no answer says. */
function mixtureOfPart(context: CallContext, part: TokenPart): Mixture | undefined {
  const { call, hand } = context
  const field = (name: string): Mixture => (call.number(name) === undefined ? [] : mixtureOf(call.input(name)))
  if (part === 'answer') return mixtureOf(visibleTokens(call))
  if (part === 'reasoning') {
    const reasoning = reasoningTokens(context)
    return reasoning && mixtureOf(reasoning)
  }
  if (part === 'instructions') return field('instructionTokens')
  if (part === 'tools') return field('toolTokens')
  if (part === 'other') return field('inputTokens')
  const words = hand.follows?.[part] ?? []
  return part === 'conversation' ? mixMixtures(words, field('conversationTokens'), 1, 1) : words
}
