import type { Id } from '../design/design.ts'
import { known } from '../design/value.ts'
import type { Graph } from '../graph/graph.ts'
import type { ResolvedCall } from '../graph/run.ts'
import { readFields } from '../kinds/field-reader.ts'
import type { InputNode } from '../kinds/formula.ts'
import type { CallContext, FieldReader, Hand, TokenUse } from '../kinds/kind.ts'

/** Takes note of every default that the estimate reads, for the list of assumptions. */
export type NoteInput = (node: InputNode) => void

/** A reader that takes note of the numbers that nobody stated. */
function notingReader(reader: FieldReader, note: NoteInput): FieldReader {
  return {
    input: (name) => {
      const node = reader.input(name)
      if (node.provenance.from === 'default') note(node)
      return node
    },
    number: (name) => {
      const number = reader.number(name)
      if (number !== undefined) {
        const node = reader.input(name)
        if (node.provenance.from === 'default') note(node)
      }
      return number
    },
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
}

export function makeReaders(graph: Graph, note: NoteInput): Readers {
  const bySetting = new Map<Id, FieldReader>()
  const byCall = new Map<ResolvedCall, FieldReader>()
  return {
    settings: (component) => {
      const found = bySetting.get(component) ?? notingReader(graph.settings(component), note)
      bySetting.set(component, found)
      return found
    },
    call: (call) => {
      const found = byCall.get(call) ?? notingReader(readCall(graph, call), note)
      byCall.set(call, found)
      return found
    },
    product: (component) => known(graph.component(component)?.product),
  }
}

/** What a kind sees of one call. */
export function contextOf(
  readers: Readers,
  call: ResolvedCall,
  hand: Hand,
  more: { readonly turn?: CallContext['turn']; readonly meanTokens?: TokenUse | undefined } = {},
): CallContext {
  return {
    component: call.callee,
    product: readers.product(call.callee),
    settings: readers.settings(call.callee),
    call: readers.call(call),
    hand,
    does: call.does,
    ...(more.turn === undefined ? {} : { turn: more.turn }),
    ...(more.meanTokens === undefined ? {} : { meanTokens: more.meanTokens }),
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
