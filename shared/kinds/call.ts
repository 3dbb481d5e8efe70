/** What a kind is told of one call of a component, and what it answers of it. `kind.ts` hands these types on. */
import type { Access, Id } from '../design/design.ts'
import type { Formula, InputNode, Standing } from './formula/formula.ts'
import type { Mixture } from './formula/mixture.ts'

/** Where words in hand come from: what the action started with, searches, tools, and what models wrote before. */
export type HandOrigin = 'user' | 'retrieved' | 'results' | 'conversation'

/** Parts of a prompt; 'other' is what a stated length of the whole prompt leaves unexplained. */
export type PromptPart = 'instructions' | 'tools' | HandOrigin | 'other'
export type TokenPart = PromptPart | 'reasoning' | 'answer'

/** What there is in hand. */
export interface Amounts {
  readonly tokens: number
  readonly pages: number
  readonly items: number
  readonly bytes: number
}

/** What a run has in hand: it grows with answers and is what a model's default prompt is made of. */
export interface Hand extends Amounts {
  /** Of the tokens, by where they come from, as far as known: never more than `tokens` together. */
  readonly origins?: Readonly<Partial<Record<HandOrigin, number>>>
  /** What the tokens of each origin, and the other amounts, follow from: what moves those moves what is in hand. */
  readonly follows?: Readonly<Partial<Record<HandOrigin | Exclude<keyof Amounts, 'tokens'>, Mixture>>>
  /** The weakest standing of what put it there; the engine keeps it, kinds leave it alone. */
  readonly restsOn?: Standing
}

/** The expressions that amounts of an answer were worked out of. */
export type AmountFormulas = Readonly<Partial<Record<keyof Amounts, Formula>>>

/**
 * What an awaited answer does to what the caller has in hand (docs/document.md, plans); `by` is what the answer's own
 * part of it was worked out of.
 */
export type HandEffect =
  | { readonly type: 'adds'; readonly hand: Partial<Amounts>; readonly by: AmountFormulas }
  | { readonly type: 'replaces'; readonly hand: Partial<Amounts>; readonly by: AmountFormulas }
  | { readonly type: 'nothing' }

/**
 * Reads a setting or call field in this order: step's `with`, flow's `call`, box's `settings`, product fact, kind default.
 * Every number read through `input` carries its provenance into the ledger.
 */
export interface FieldReader {
  /** The number with provenance; kinds build formulas from it. Throws only when the field has neither value nor default. */
  input(name: string): InputNode
  /** The number, or undefined when it is absent or unknown and has no default. */
  number(name: string): number | undefined
  text(name: string): string | undefined
  /** Three-valued. */
  truth(name: string): boolean | undefined
  list(name: string): readonly string[] | undefined
}

/** The price book as kinds see it. `item` is a stable key such as 'llm.input', 'vector-store.storage'. */
export interface PriceLookup {
  /**
   * The price of an item for a product (for example ('llm.input', 'openai/gpt-4.1')), as an input with source, region and
   * date, and with the name by which an override replaces it; a price that is not in the book comes back with
   * `missing: true` and value 0. One look-up gives one object however often it is asked for: formulas know it again.
   */
  find(item: string, product?: string): InputNode
  /** The same book for a component that stands in a region: the region's own prices first, others marked; one object for each. */
  forRegion?(region: string | undefined): PriceLookup
}

/** One call of a component: who answers, with what settings, and what the caller sends. */
export interface CallContext {
  readonly component: Id
  readonly product: string | undefined
  /** The box. */
  readonly settings: FieldReader
  /** This one call; fields the call leaves open fall back to the call schema's defaults. */
  readonly call: FieldReader
  /** What the caller has in hand when it calls. */
  readonly hand: Hand
  /** What the arrow does, when the engine knows: a write to a store brings nothing back. */
  readonly does?: readonly Access[]
  /**
   * The turn of the loop (`keeps: all`) that this call stands in: `index` from 0, and the prompt this same arrow sent
   * in the turn before (0 in the first), which a model with prompt caching can read back. Absent outside loops.
   */
  readonly turn?: { readonly index: number; readonly previousPromptTokens: number }
  /** How often this same call is made at the mean hour, all requests together; absent while nobody knows. */
  readonly callsPerSecond?: number
  /**
   * Calls per second that one copy of the component gets at the peak, all calls of all actions together; absent while
   * nobody knows.
   */
  readonly peakCallsPerSecond?: number
  /**
   * Of these calls, those that cannot find what an earlier call of the same request left behind: how often such a first
   * call (or several at once) comes, per second at the mean hour, and their share of all calls, 0 to 1. Absent in loops.
   */
  readonly firstCalls?: { readonly perSecond: number; readonly share: number }
  /** Where the component stands, by its product or the nearest boundary that says so. */
  readonly region?: string
  /**
   * Tokens per call that the engine has already averaged over the turns of a loop with the kind's `tokens`. Cost is
   * linear in them, so one formula on the mean is exact and stays readable.
   */
  readonly meanTokens?: TokenUse
}

/** What one call of a generative model bills. `input` excludes what is read from or written to the prompt cache. */
export interface TokenUse {
  readonly input: number
  readonly cachedRead: number
  readonly cachedWrite: number
  /** Visible answer and reasoning. */
  readonly output: number
  /** Of these, what is billed at the price of long prompts. */
  readonly long?: Readonly<Record<'input' | 'cachedRead' | 'cachedWrite' | 'output', number>>
  /** The same tokens by what they are: parts of the prompt sum to input + cachedRead + cachedWrite, the others to output. */
  readonly parts?: Readonly<Partial<Record<TokenPart, number>>>
}
