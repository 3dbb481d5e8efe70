import { sum } from '../formula/formula.ts'
import type { Formula, InputNode } from '../formula/formula.ts'
import type { CallContext, Hand, HandOrigin, PromptPart, TokenPart } from '../kind.ts'
import { workedOut } from '../parts/priced-lines.ts'
import { nodeOfMixture } from '../formula/mixture.ts'
import { handOrigins } from '../parts/in-hand.ts'

/** In the order of a prompt, then of an answer. */
export const tokenPartWords: Readonly<Record<TokenPart, string>> = {
  instructions: 'Instructions',
  tools: 'Tool definitions',
  conversation: 'Conversation so far',
  retrieved: 'Retrieved context',
  results: 'Tool results',
  user: "User's input",
  other: 'Rest of the prompt',
  reasoning: 'Reasoning',
  answer: 'Visible answer',
}

/** One part of a prompt in tokens, as an input of formulas. */
export interface PromptInput {
  readonly part: PromptPart
  readonly node: InputNode
  /** The same in each call: what other calls may have left in a prompt cache. */
  readonly fixed: boolean
}

/**
 * A prompt part by part: instructions, tool definitions and the conversation by their fields, and what is in hand by
 * where it comes from. Empty when somebody stated the length of the whole prompt: then nobody knows of what it consists,
 * but for the parts that stand first in it.
 */
export function promptInputs({ call, hand }: CallContext): readonly PromptInput[] {
  const field = (part: PromptPart, name: string, fixed: boolean): readonly PromptInput[] =>
    call.number(name) === undefined ? [] : [{ part, node: call.input(name), fixed }]
  const inHand = handOrigins.flatMap((part): readonly PromptInput[] => {
    const tokens = hand.origins?.[part] ?? 0
    return tokens > 0 ? [{ part, node: wordsOf(part, tokens, hand, ' in hand'), fixed: false }] : []
  })
  const explained = inHand.reduce((total, { node }) => total + node.value, 0)
  const unexplained = hand.tokens - explained
  const rest = unexplained > 1e-9 * Math.max(1, hand.tokens)
  return [
    ...field('instructions', 'instructionTokens', true),
    ...field('tools', 'toolTokens', true),
    ...field('conversation', 'conversationTokens', false),
    ...inHand,
    ...(rest
      ? [{ part: 'other' as const, node: workedOut('Tokens in hand', unexplained, 'tokens'), fixed: false }]
      : []),
  ]
}

/** Tokens of what is in hand of one origin, with what they follow from behind them. */
export function wordsOf(part: HandOrigin, tokens: number, { follows, restsOn }: Hand, where = ''): InputNode {
  return nodeOfMixture(workedOut(`${tokenPartWords[part]}${where}`, tokens, 'tokens'), follows?.[part], restsOn)
}

/** Prompt of one call in tokens: as stated, else the instructions and all that is in hand. */
export function promptOf(context: CallContext): Formula {
  if (context.call.number('inputTokens') !== undefined) return context.call.input('inputTokens')
  return sumOf(promptInputs(context).map(({ node }) => node))
}

/** Tokens of one prompt: as stated, else the sum of its parts and of what the call has in hand. */
export function promptTokens(context: CallContext): number {
  const stated = context.call.number('inputTokens')
  if (stated !== undefined) return stated
  const { call, hand } = context
  const fields = ['instructionTokens', 'toolTokens', 'conversationTokens']
  return fields.reduce((total, name) => total + (call.number(name) ?? 0), 0) + hand.tokens
}

/** What is the same in each call, at the start of the prompt: never more than the prompt. */
export function fixedTokens(context: CallContext): number {
  const { call } = context
  const fixed = (call.number('instructionTokens') ?? 0) + (call.number('toolTokens') ?? 0)
  return Math.min(fixed, promptTokens(context))
}

/** Tokens of the prompt by part; a stated whole prompt takes what comes first in it, and calls the rest the rest. */
export function promptParts(context: CallContext): Readonly<Partial<Record<PromptPart, number>>> {
  const stated = context.call.number('inputTokens')
  const parts: Partial<Record<PromptPart, number>> = {}
  let left = stated ?? Infinity
  for (const { part, node, fixed } of promptInputs(context)) {
    if (stated !== undefined && !fixed) continue
    const tokens = Math.min(node.value, left)
    if (tokens > 0) parts[part] = (parts[part] ?? 0) + tokens
    left -= tokens
  }
  if (stated !== undefined && left > 0) parts.other = left
  return parts
}

export function sumOf(nodes: readonly Formula[]): Formula {
  const [only] = nodes
  return nodes.length === 1 && only ? only : sum(...nodes)
}
