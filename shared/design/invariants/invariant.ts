import {
  type AnyCollection,
  collections,
  modelCollections,
  nouns,
  recordCollections,
  takenIds,
} from '../collections.ts'
import type { Component, Design, Element, Flow, Id } from '../design.ts'
import type { Problem } from '../problem.ts'
import { type Vocabulary, callingEnds } from '../vocabulary.ts'
import { shorten } from '../wording.ts'

/** One law of the document: E refuses a field (the rest still counts), W is worth knowing. */
export interface Invariant {
  readonly code: string
  /** What holds, as one phrase. */
  readonly holds: string
  /** It looks at settings or products of boxes: while an edit changes only those, no other law is asked again. */
  readonly readsSettings?: true
  readonly check: (context: Context) => Iterable<Remark>
}

/** What a check says about one place; the registry adds code and level. */
export interface Remark {
  readonly sentence: string
  readonly path: string
  readonly element?: Id
  /** Where an E only deserves a warning, because nothing has to be refused. */
  readonly level?: Problem['level']
}

/** A component that states plans, and where it stands in the file. */
export interface Planned {
  readonly component: Component
  readonly path: string
}

/** A design made ready for the checks. */
export interface Context {
  readonly design: Design
  readonly vocabulary: Vocabulary
  /** True when the model is a variant's: records about the model were checked with the base. */
  readonly inVariant: boolean
  /** The ids of the whole file, those that only variants add included. */
  readonly fileIds: ReadonlySet<Id>
  readonly components: ReadonlyMap<Id, Component>
  readonly flows: ReadonlyMap<Id, Flow>
  /** Few components state plans, and many laws are about plans alone. */
  readonly planned: readonly Planned[]
  readonly collectionOf: ReadonlyMap<Id, AnyCollection>
  readonly elements: ReadonlyMap<Id, Element>
  /** Name in quotes: '"Answer service"'; an arrow without a name reads '"A to B"'. */
  readonly name: (id: Id) => string
  /** Noun and name: 'the arrow "asks"'. */
  readonly the: (id: Id) => string
  /** The components that may make the call of an arrow (both ends when kinds cannot say). */
  readonly callers: (flow: Flow) => readonly Id[]
  readonly callees: (flow: Flow) => readonly Id[]
}

/**
 * What invariants look at: elements by id (the first of two with one id counts) and where each stands. `file`: the
 * design as the file has it, where `design` is a variant of it.
 */
export function buildContext(design: Design, vocabulary: Vocabulary, file?: Design): Context {
  let fileIds: ReadonlySet<Id> | undefined
  let indexed: Indexed | undefined
  const byId = (): Indexed => (indexed ??= indexElements(design))
  const components = new Map((design.components ?? []).map((component) => [component.id, component]))
  const flows = new Map((design.flows ?? []).map((flow) => [flow.id, flow]))
  const bareName = (id: Id): string => {
    const element = byId().elements.get(id)
    if (element?.name !== undefined && element.name !== '') return shorten(element.name)
    const flow = flows.get(id)
    if (flow) return [flow.from, flow.to].map((end) => shorten(components.get(end)?.name ?? end)).join(' to ')
    return id === design.id ? shorten(design.name) : id
  }
  const name = (id: Id): string => `"${bareName(id)}"`
  return {
    design,
    vocabulary,
    inVariant: file !== undefined,
    get fileIds() {
      return (fileIds ??= takenIds(file ?? design))
    },
    components,
    flows,
    planned: (design.components ?? []).flatMap((component, index) =>
      component.plans === undefined ? [] : { component, path: `components[${index}]` },
    ),
    get collectionOf() {
      return byId().collectionOf
    },
    get elements() {
      return byId().elements
    },
    name,
    the: (id) => {
      const collection = byId().collectionOf.get(id)
      return collection === undefined ? name(id) : `the ${nouns[collection]} ${name(id)}`
    },
    callers: (flow) => callingEnds(flow, components, vocabulary),
    callees: (flow) =>
      callingEnds(flow, components, vocabulary).map((caller) => (caller === flow.from ? flow.to : flow.from)),
  }
}

interface Indexed {
  readonly elements: ReadonlyMap<Id, Element>
  readonly collectionOf: ReadonlyMap<Id, AnyCollection>
}

function indexElements(design: Design): Indexed {
  const elements = new Map<Id, Element>()
  const collectionOf = new Map<Id, AnyCollection>()
  for (const collection of collections) {
    for (const element of design[collection] ?? []) {
      if (elements.has(element.id)) continue
      elements.set(element.id, element)
      collectionOf.set(element.id, collection)
    }
  }
  return { elements, collectionOf }
}

/** The collections to look through: a variant has a model of its own, but not records. */
export function checkedCollections(context: Context): readonly AnyCollection[] {
  return context.inVariant ? modelCollections : [...modelCollections, ...recordCollections]
}

/** A share as people say it: 0.04 is '4 %'. */
export function percent(share: number): string {
  return `${Number((share * 100).toPrecision(4))} %`
}
