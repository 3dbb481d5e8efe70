import type { ResolvedCall } from '../../graph/run.ts'
import type { Hand, TokenUse } from '../../kinds/kind.ts'
import { combine } from './hand.ts'
import { either, type Reach } from './reach.ts'
import { combineTokens } from '../money/token-sums.ts'

/** One call of a run's plan, over all turns in which it happens: how often in one run, and with what in hand. */
export interface CallUse {
  readonly call: ResolvedCall
  readonly reach: Reach
  readonly hand: Hand
  /** Mean tokens over the turns of a loop; absent outside loops and for what generates no text. */
  readonly meanTokens?: TokenUse
  /** Turn by turn, for a callee that passes them on to a model: what a prompt cache sees behind it. */
  readonly turns?: readonly TurnOfCall[]
  /** Of these calls, those that go out at once, before any of them has come back; 0 to 1. */
  readonly together: number
  /** The longest prompt of any turn, in tokens; of models only. */
  readonly longestPrompt?: number
}

/** A call in one turn of a loop; without an index, outside loops. */
export interface TurnOfCall {
  readonly index?: number
  /** Turns between the one before in the list and this one, which stands for many: their prompts grew all the while. */
  readonly ahead?: number
  readonly weight: number
  readonly hand: Hand
}

interface MutableUse {
  reach: Reach
  hand: Hand
  together: number
  tokens: TokenUse | undefined
  readonly turns: TurnOfCall[]
  longestPrompt: number | undefined
}

/** One time that a call is made, on the way of the walk. */
type Made = Omit<MutableUse, 'turns'> & { readonly turn: TurnOfCall | undefined }

/** Calls of a run as the walk meets them. */
export type CallUses = Map<ResolvedCall, MutableUse>

export function listUses(uses: CallUses): readonly CallUse[] {
  return [...uses].map(([call, use]) => ({
    call,
    reach: use.reach,
    hand: use.hand,
    together: use.together,
    ...(use.tokens === undefined ? {} : { meanTokens: use.tokens }),
    ...(use.turns.length === 0 ? {} : { turns: use.turns }),
    ...(use.longestPrompt === undefined ? {} : { longestPrompt: use.longestPrompt }),
  }))
}

/** Adds one time that a call is made to what is known of it: numbers are means over its times, by how often they are. */
export function noteCall(uses: CallUses, call: ResolvedCall, made: Made): void {
  const { turn, ...first } = made
  const known = uses.get(call)
  if (!known || known.reach.value === 0) {
    uses.set(call, { ...first, turns: turn ? [turn] : [] })
    return
  }
  const total = known.reach.value + made.reach.value
  if (made.reach.value === 0) return
  const before = known.reach.value / total
  const added = made.reach.value / total
  known.hand = combine(known.hand, made.hand, before, added)
  known.together = known.together * before + made.together * added
  if (known.tokens && made.tokens) known.tokens = combineTokens(known.tokens, made.tokens, before, added)
  if (turn) known.turns.push(turn)
  if (made.longestPrompt !== undefined) known.longestPrompt = Math.max(known.longestPrompt ?? 0, made.longestPrompt)
  known.reach = either(known.reach, made.reach)
}
