import type { Access, FlowMode, Id, Step, Value } from '../design/design.ts'
import type { Fields } from './field.ts'
import type { Formula, InputNode, Standing } from './formula/formula.ts'
import type { Served } from './serving/served-shape.ts'

/** Palette groups; each has an icon and a hue. */
export type Family = 'people' | 'gateways' | 'models' | 'agents' | 'data' | 'training' | 'safety' | 'operations'

/**
 * What engines ask. No engine branches on a kind's id. A new trait is added here with one sentence.
 */
export type Trait =
  | 'person' // a human being at work or at the keyboard; its time is not machine time
  | 'starts-requests' // an actor: each arrow out of it can be an action
  | 'client' // shows answers to a person
  | 'renders-output' // turns model text into something a browser or shell interprets
  | 'entry' // terminates outside traffic (gateway)
  | 'limits-rate' // can refuse callers above a rate
  | 'generates-text' // a generative model
  | 'fronts-models' // stands before generative models and answers for them (model gateway)
  | 'embeds' // turns text into vectors
  | 'ranks' // orders documents
  | 'predicts' // a classical model: scores, classes
  | 'vendor-hosted' // by default run by another organisation, which sees what it is sent
  | 'self-hosted' // runs on machines that this design pays for
  | 'makes-media' // makes pictures, sound or video that could be taken for real
  | 'plans-actions' // chooses its own next step from model output (an agent)
  | 'runs-actions' // does something in the world when called (a tool)
  | 'external-tools' // brings tools of others (MCP)
  | 'runs-code' // executes generated code
  | 'passive' // answers only: arrows out of it are pulls
  | 'delivers' // passive, yet pushes what it holds to whom it points at (queue, stream)
  | 'streams' // can answer in parts
  | 'stores-data' // keeps data between requests
  | 'answers-search' // retrieves by similarity or keywords
  | 'caches' // may answer instead of the rest
  | 'memory' // keeps what one conversation said for a later one
  | 'ingests' // brings outside content in
  | 'splits-documents' // chunking, parsing, OCR
  | 'gates' // a verdict on what it is sent; may stop it
  | 'filters-content' // a gate that judges content by model or pattern (probabilistic unless its settings say otherwise)
  | 'deterministic-gate' // a gate that decides by rule or by a person (may close a threat)
  | 'human-gate' // a person decides
  | 'evaluates' // measures quality
  | 'trains' // makes or changes a model
  | 'versions-prompts' // keeps prompts by version
  | 'versions-models' // keeps models by version
  | 'observes' // receives telemetry
  | 'watches-drift' // compares what a model sees and answers with what it was made for
  | 'releases' // builds, tests and brings changes into production
  | 'splits-traffic' // says who gets which version
  | 'authenticates' // knows who somebody is
  | 'keeps-secrets' // a vault
  | 'buffers' // takes bursts (queue)
  | 'orchestrates' // runs the application's own steps
  | 'joins-calls' // called by several branches, runs once when all arrived (merge)
  | 'returns-verdict' // its answer says nothing about the world: adds nothing to what is in hand
  | 'only-words' // a word on the canvas: no arrow leads to it or from it
  | 'unknown-kind' // stands for a kind that this version does not know

/** Where words in hand come from: what the action started with, searches, tools, and what models wrote before. */
export type HandOrigin = 'user' | 'retrieved' | 'results' | 'conversation'

/** Parts of a prompt; 'other' is what a stated length of the whole prompt leaves unexplained. */
export type PromptPart = 'instructions' | 'tools' | HandOrigin | 'other'
export type TokenPart = PromptPart | 'reasoning' | 'answer'

/** What a run has in hand: it grows with answers and is what a model's default prompt is made of. */
export interface Hand {
  readonly tokens: number
  readonly pages: number
  readonly items: number
  readonly bytes: number
  /** Of the tokens, by where they come from, as far as known: never more than `tokens` together. */
  readonly origins?: Readonly<Partial<Record<HandOrigin, number>>>
  /** The weakest standing of what put it there; the engine keeps it, kinds leave it alone. */
  readonly restsOn?: Standing
}

/** What an awaited answer does to what the caller has in hand (docs/document.md, plans). */
export type HandEffect =
  | { readonly type: 'adds'; readonly hand: Partial<Hand> }
  | { readonly type: 'replaces'; readonly hand: Partial<Hand> }
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
   * date; a price that is not in the book comes back with `missing: true` and value 0.
   */
  find(item: string, product?: string): InputNode
  /** The same book for a component that stands in a region: the region's own prices first, others marked. */
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

/** A lognormal duration given by two percentiles; p95Ms = p50Ms means constant. */
export interface Spread {
  readonly p50Ms: number
  readonly p95Ms: number
  /** What we do not know about the median (P10 and P90), when a band is stated. */
  readonly p50LowMs?: number
  readonly p50HighMs?: number
  /** The expression that computed the median, in milliseconds: what the ledger shows and a tornado moves. */
  readonly formula?: Formula
  readonly source: string
  readonly asOf?: string
  readonly confidence: 'A' | 'B' | 'C'
}

/** `first`: until the first part of the answer; `rest`: from there to the last part (zero when absent). */
export interface Timing {
  readonly first: Spread
  readonly rest?: Spread
  /** This share of the calls meets a machine that must start first, and waits so much longer for the first part. */
  readonly cold?: { readonly share: number; readonly extra: Spread }
}

/** One copy's month: calls and peak are those of one copy, and the engine multiplies the lines by `copies`. */
export interface MonthContext {
  readonly component: Id
  readonly product: string | undefined
  readonly settings: FieldReader
  readonly callsPerMonth: InputNode
  readonly peakCallsPerSecond: number
  /** Copies of the box by the plates around it. */
  readonly copies: number
}

/** A price line of a component. Per call: multiplied by its calls; per month: as it stands, whether called or not. */
export interface PricedLine {
  /** Stable within the kind: 'input-tokens', 'storage'. */
  readonly id: string
  readonly label: string
  readonly headline: 'technology' | 'people'
  /** USD per call, or USD per month. */
  readonly usd: Formula
  /** Why it is what it is, when that surprises: a line with a note is shown even at $0. */
  readonly note?: string
}

export type ComponentLimit = 'workers' | 'people' | 'gpus' | 'requestsPerMinute' | 'tokensPerMinute' | 'rate'

/** How the kind limits throughput. */
export interface Capacity {
  /** Calls per second that one copy sustains, or undefined when nothing limits it that we know. */
  readonly callsPerSecond: number
  /** Parallel servers (threads, reviewers, GPU slots) behind it; 1 when not a queue of several. */
  readonly servers: number
  readonly why: string
  /** What stands behind it; 'workers' when absent. A limit per minute refuses instead of queueing. */
  readonly limitedBy?: ComponentLimit
  /** Squared coefficient of variation of the service time; 1 (exponential) when absent. */
  readonly serviceVariability?: number
  /** People who work part of the day: what comes outside their hours waits for them. */
  readonly hoursPerDay?: number
}

/** An arrow out of a component as the default plan sees it, already sorted by the callee kinds' `place`. */
export interface PlanArrow {
  readonly flow: Id
  readonly kind: Kind
  readonly mode: FlowMode
  /**
   * The share of calls that answer for the caller's whole run: the callee kind's `ends`, when the callee calls nobody
   * itself (a cache beside the path). A cache in the path keeps its share in its own plan.
   */
  readonly ends?: Value<number>
}

/**
 * What a component can be. A kind declares its own answers; one file per kind, one line in `index.ts`.
 */
export interface Kind {
  /** Stable slug: part of the file format. */
  readonly id: string
  readonly title: string
  /** One sentence for the palette. */
  readonly summary: string
  readonly family: Family
  /** A lucide icon name in kebab-case. */
  readonly icon: string
  readonly keywords: readonly string[]
  readonly traits: readonly Trait[]
  /** What the box is. */
  readonly settings: Fields
  /** What one call asks of it. */
  readonly call: Fields
  /** Products offered in the inspector: keys of the product catalogue, best known first. */
  readonly products: readonly string[]
  /**
   * Place in a caller's default plan: guard 10, cache 20, read 30, embed 35, search 40, rerank 50, tool 60, model 70,
   * output check 80, person 90, record 100.
   */
  readonly place: number
  /** Default mode of an arrow whose callee is this kind. */
  readonly mode: FlowMode
  /** Default access of such an arrow. */
  readonly does: readonly Access[]
  /** Own time of one call, without what it calls itself. Absent: no time of its own. */
  readonly time?: (context: CallContext) => Timing
  readonly costPerCall?: (context: CallContext, prices: PriceLookup) => readonly PricedLine[]
  readonly costPerMonth?: (context: MonthContext, prices: PriceLookup) => readonly PricedLine[]
  /** All limits that hold at once; the tightest counts. */
  readonly capacity?: (context: CallContext) => Capacity | readonly Capacity[] | undefined
  readonly answers: (context: CallContext) => HandEffect
  /** Tokens billed by one call; generative models only. `costPerCall` uses the same numbers. */
  readonly tokens?: (context: CallContext) => TokenUse
  /** Share of the calls to it that answer for the caller's whole run (cache hits), for `PlanArrow.ends`. */
  readonly ends?: (settings: FieldReader) => Value<number> | undefined
  /** The kind's own plan over its arrows, when it is not "call each once in order of place". */
  readonly plan?: (arrows: readonly PlanArrow[], settings: FieldReader) => readonly Step[]
  /** What a model does on machines that this design pays for; never fails. */
  readonly serving?: (context: CallContext, prices: PriceLookup) => Served
  /** How the release setting holds answers back (guards and gates). */
  readonly release?: (settings: FieldReader) => Release
}

/**
 * When the user may see what a gate judges. `held`: nothing before the whole answer is judged; `chunked`: by segments;
 * `streamed`: shown while judged (the verdict comes too late to unsee); `before`: decided before generation starts.
 */
export type Release = 'streamed' | 'chunked' | 'held' | 'before'

/** Fills in what most kinds leave at rest; the one way to declare a kind. */
export function defineKind(
  kind: Omit<Kind, 'call' | 'products' | 'keywords' | 'does' | 'mode' | 'answers'> &
    Partial<Pick<Kind, 'call' | 'products' | 'keywords' | 'does' | 'mode' | 'answers'>>,
): Kind {
  return {
    call: {},
    products: [],
    keywords: [],
    does: ['read'],
    mode: 'sync',
    answers: () => ({ type: 'nothing' }),
    ...kind,
  }
}
