import type { Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import type { Graph } from '../../graph/graph.ts'
import type { ResolvedCall } from '../../graph/run.ts'
import { readFields } from '../../kinds/fields/field-reader.ts'
import type { InputNode, Standing } from '../../kinds/formula/formula.ts'
import type { CallContext, FieldReader, Hand, TokenUse } from '../../kinds/kind.ts'
import { readAtPeak, readInstead } from '../../kinds/parts/scaling.ts'
import { standingOf, weaker } from '../../kinds/formula/standing.ts'
import { type Answer, asBefore, keepAnswer, recall, type Remembered } from './remembered.ts'
import { keepPart, recallPart, type RememberedParts } from './remembered-parts.ts'

/** Takes note of every number that the estimate reads, for the ledger; of many at once when they were read before. */
export type NoteInput = (read: InputNode | readonly InputNode[]) => void

/** A reader that takes note of the numbers it hands out. */
function notingReader(reader: FieldReader, note: (node: InputNode) => void): FieldReader {
  const look = (name: string): InputNode | undefined => {
    if (reader.number(name) === undefined) return undefined
    const node = reader.input(name)
    note(node)
    return node
  }
  return {
    input: (name) => look(name) ?? reader.input(name),
    number: (name) => look(name)?.value,
    text: (name) => reader.text(name),
    truth: (name) => reader.truth(name),
    list: (name) => reader.list(name),
  }
}

/** Readers of one estimate: made once for each box and each arrow with its overrides. */
export interface Readers {
  settings(component: Id): FieldReader
  call(call: ResolvedCall): FieldReader
  product(component: Id): string | undefined
  region(component: Id): string | undefined
  /** Calls per second that one copy gets at the peak, as soon as loads are known. */
  peakPerSecond(component: Id): number | undefined
  /** Says what the loads are: kinds whose time depends on them see it from then on. */
  knowPeaks(peakPerSecond: (component: Id) => number | undefined): void
  /** Says how many replicas run at the peak where they follow the load: `settings` read those from then on. */
  knowReplicas(atPeak: ReadonlyMap<Id, number>): void
  /** Says how many vectors indexes keep whose documents are counted where they come from: `settings` read those. */
  knowVectors(vectors: ReadonlyMap<Id, InputNode>): void
  /** What a kind works out, with the weakest standing among the numbers it reads for it. */
  restingOn<T>(work: () => T): readonly [T, Standing | undefined]
  /**
   * What `work` gives, or gave for the same in an estimate before: the numbers that it read then count as read again.
   */
  remember<T>(remembered: Remembered<T>, of: object, from: readonly unknown[], work: () => T): T
  /**
   * What a whole part of the estimate gives, or gave for a design that differs in nothing but numbers that the part did
   * not read. Loads, replicas and vectors as they are told count along; all else that `work` looks at is in `from`.
   */
  rememberPart<T>(remembered: RememberedParts<T>, of: object, from: readonly unknown[], work: () => T): T
  /** All that kinds see of a box but its load, to remember by: one object from edit to edit while it is the same. */
  sourcesOf(component: Id): readonly unknown[]
  /** All that kinds see of a call but the load and what is in hand, likewise. */
  sourcesOfCall(call: ResolvedCall): readonly unknown[]
}

const sourcesBefore = new WeakMap<object, readonly unknown[]>()

/**
 * The readers of one estimate of a graph. Every number that they hand out goes to `note`, and to whatever is being
 * remembered or weighed at the time; loads, replicas and vectors count from when they are told.
 */
export function makeReaders(graph: Graph, note: NoteInput): Readers {
  const bySetting = new Map<Id, FieldReader>()
  const byCall = new Map<ResolvedCall, FieldReader>()
  const replicasAtPeak = new Map<Id, number>()
  let vectorsOf: ReadonlyMap<Id, InputNode> = new Map()
  const settingsOf = (component: Id): FieldReader => {
    const vectors = vectorsOf.get(component)
    const settings = graph.settings(component)
    return notingReader(vectors === undefined ? settings : readInstead(settings, 'vectors', vectors), noteAll)
  }
  /** Of the work that is being done, what it has read; the innermost last. */
  const reads: Set<InputNode>[] = []
  let weakest: Standing | undefined
  let peakOf: ((component: Id) => number | undefined) | undefined
  let isResting = false
  const noteAll = (node: InputNode): void => {
    note(node)
    if (isResting) weakest = weaker(weakest, standingOf(node))
    for (const read of reads) read.add(node)
  }
  const reading = <T>(work: () => T): readonly [T, readonly InputNode[]] => {
    const read = new Set<InputNode>()
    reads.push(read)
    try {
      return [work(), [...read]]
    } finally {
      reads.pop()
    }
  }
  const sources = new Map<Id | ResolvedCall, readonly unknown[]>()
  const sourcesOf = (component: Id): readonly unknown[] => {
    const found = sources.get(component)
    if (found) return found
    const settings = graph.settings(component)
    const product = known(graph.component(component)?.product)
    const region = graph.facets(component).region.value
    const made = asBefore(sourcesBefore, settings, [
      settings,
      graph.kindOf(component),
      product,
      region,
      replicasAtPeak.get(component),
      vectorsOf.get(component),
    ])
    sources.set(component, made)
    return made
  }
  const sourcesOfCall = (call: ResolvedCall): readonly unknown[] => {
    const found = sources.get(call)
    if (found) return found
    const retries = graph.flow(call.flow)?.flow.retries
    const made = asBefore(sourcesBefore, call, [readCall(graph, call), retries, sourcesOf(call.callee)])
    sources.set(call, made)
    return made
  }
  /** The numbers of what is remembered count as read again. */
  const again = <T>({ read, result }: Answer<T>): T => {
    if (isResting || reads.length > 0) for (const node of read) noteAll(node)
    else note(read)
    return result
  }
  /** All that is told of a drawing beside what it says itself. */
  const told = (): readonly unknown[] => [
    ...vectorsOf,
    ...replicasAtPeak,
    ...(peakOf === undefined ? [] : graph.components.map(({ id }) => peakOf?.(id))),
  ]
  return {
    restingOn: (work) => {
      weakest = undefined
      isResting = true
      const result = work()
      isResting = false
      return [result, weakest]
    },
    remember: (remembered, of, from, work) => {
      const answer = recall(remembered, of, from)
      if (answer !== undefined) return again(answer)
      const [result, read] = reading(work)
      keepAnswer(remembered, of, { from, result, read })
      return result
    },
    rememberPart: (remembered, of, given, work) => {
      const from = [...given, ...told()]
      const answer = recallPart(remembered, of, graph.design, from)
      if (answer !== undefined) return again(answer)
      const [result, read] = reading(work)
      keepPart(remembered, of, { design: graph.design, from, result, read })
      return result
    },
    sourcesOf,
    sourcesOfCall,
    settings: (component) => {
      const found = bySetting.get(component) ?? settingsOf(component)
      bySetting.set(component, found)
      return found
    },
    call: (call) => {
      const found = byCall.get(call) ?? notingReader(readCall(graph, call), noteAll)
      byCall.set(call, found)
      return found
    },
    product: (component) => known(graph.component(component)?.product),
    region: (component) => graph.facets(component).region.value,
    peakPerSecond: (component) => peakOf?.(component),
    knowPeaks: (peakPerSecond) => (peakOf = peakPerSecond),
    knowVectors: (vectors) => {
      vectorsOf = vectors
      sources.clear()
      for (const component of vectors.keys()) bySetting.delete(component)
    },
    knowReplicas: (atPeak) => {
      sources.clear()
      for (const [component, replicas] of atPeak) {
        replicasAtPeak.set(component, replicas)
        bySetting.set(component, readAtPeak(settingsOf(component), replicas))
      }
    },
  }
}

/** What the engine knows of a call beside what is drawn. */
interface MoreOfCall {
  readonly turn?: CallContext['turn']
  readonly meanTokens?: TokenUse | undefined
  readonly rates?: CallRates | undefined
}

/** How often a call is made, and how often as the first of its request. */
export type CallRates = Pick<CallContext, 'callsPerSecond' | 'firstCalls'>

/** What a kind sees of one call. */
export function contextOf(readers: Readers, call: ResolvedCall, hand: Hand, more: MoreOfCall = {}): CallContext {
  const region = readers.region(call.callee)
  const peak = readers.peakPerSecond(call.callee)
  // Written field by field: every call of a design is looked at many times an edit.
  const context: Writable<CallContext> = {
    component: call.callee,
    product: readers.product(call.callee),
    settings: readers.settings(call.callee),
    call: readers.call(call),
    hand,
    does: call.does,
  }
  if (more.turn !== undefined) context.turn = more.turn
  if (more.meanTokens !== undefined) context.meanTokens = more.meanTokens
  if (more.rates !== undefined) Object.assign(context, more.rates)
  if (peak !== undefined) context.peakCallsPerSecond = peak
  if (region !== undefined) context.region = region
  return context
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** A call as it is made, with what is in hand then. */
export interface MadeCall {
  readonly call: ResolvedCall
  readonly hand: Hand
  readonly meanTokens?: TokenUse
}

/**
 * What somebody works out of the context of a call as it is made: once for each `use`, as long as nothing that the kind
 * sees has changed.
 * @param more all else that `work` looks at, and the rates of the call
 */
export function askOfUse<T>(
  readers: Readers,
  remembered: Remembered<T>,
  use: MadeCall,
  work: (context: CallContext) => T,
  rates?: CallRates,
  more: readonly unknown[] = [],
): T {
  const from = [readers.sourcesOfCall(use.call), readers.peakPerSecond(use.call.callee), rates, ...more]
  return readers.remember(remembered, use, from, () =>
    work(contextOf(readers, use.call, use.hand, { meanTokens: use.meanTokens, rates })),
  )
}

/** A component that nobody calls yet: one call of its kind's defaults, with nothing in hand. */
export function idleContextOf(graph: Graph, readers: Readers, component: Id): CallContext {
  const fields = graph.kindOf(component).call
  return {
    component,
    product: readers.product(component),
    settings: readers.settings(component),
    call: readFields({ element: component, layers: [], fields, product: undefined }),
    hand: { tokens: 0, pages: 0, items: 0, bytes: 0 },
  }
}

/** An action that starts at a component calls it along no arrow: the kind's defaults and the box are all there is. */
function readCall(graph: Graph, call: ResolvedCall): FieldReader {
  if (call.flow !== '') return graph.call(call.flow, call.with)
  const box = graph.component(call.callee)
  return readFields({
    element: call.callee,
    layers: [{ settings: box?.settings, from: call.callee }],
    fields: graph.kindOf(call.callee).call,
    product: undefined,
  })
}
