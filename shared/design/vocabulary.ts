import type { Component, Flow, Id } from './design.ts'

/** What a field of a kind takes, as far as a file can be checked against it. */
export interface FieldShape {
  readonly type: 'number' | 'boolean' | 'choice' | 'choices' | 'text'
  readonly options?: readonly string[]
  readonly min?: number
  /** The number must be greater. */
  readonly above?: number
  readonly max?: number
  readonly integer?: boolean
}

/** What a metric can be asked of. */
export interface MetricShape {
  /** Collections whose elements it can be measured on; 'design' is the whole. */
  readonly scopes: readonly ('design' | 'actions' | 'flows' | 'components' | 'boundaries' | 'data' | 'workloads')[]
  /** What the target is. */
  readonly target: 'number' | 'boolean' | 'text' | 'list'
}

/**
 * What the checks of a document need to know about kinds, rules and metrics. The document does not know them itself:
 * the caller passes them in. An answer of undefined means "cannot say", and then nothing is reported.
 */
export interface Vocabulary {
  readonly kindIds: readonly string[]
  /** Fields by name; undefined for a kind that is not known. */
  fields(kind: string, record: 'settings' | 'call'): Readonly<Record<string, FieldShape>> | undefined
  /** Whether a component of this kind starts requests by itself (a user, a clock). */
  isActor(kind: string): boolean | undefined
  /** Whether it brings documents into an index: once at the least, whoever asks for it. */
  isLoader(kind: string): boolean | undefined
  /** Whether it only answers and does not deliver, so that an arrow out of it is a pull. */
  isPassive(kind: string): boolean | undefined
  /** Products of the catalogue; undefined when it is not at hand. */
  readonly productIds?: readonly string[]
  readonly metricIds: readonly string[]
  metric(id: string): MetricShape | undefined
  /** Ids and aliases of rules; undefined when the rules are not at hand. */
  readonly ruleIds?: readonly string[]
}

/** Knows nothing and so objects to nothing. */
export const permissiveVocabulary: Vocabulary = {
  kindIds: [],
  fields: () => undefined,
  isActor: () => undefined,
  isLoader: () => undefined,
  isPassive: () => undefined,
  metricIds: [],
  metric: () => undefined,
}

/**
 * The components that may make the call of an arrow: one, as something passive is pulled by the head; both ends where
 * the vocabulary cannot say.
 */
export function callingEnds(flow: Flow, components: ReadonlyMap<Id, Component>, vocabulary: Vocabulary): readonly Id[] {
  if (flow.pull !== undefined) return [flow.pull ? flow.to : flow.from]
  const tail = components.get(flow.from)
  const passive = tail === undefined ? false : vocabulary.isPassive(tail.kind)
  if (passive === undefined) return [flow.from, flow.to]
  return [passive ? flow.to : flow.from]
}
