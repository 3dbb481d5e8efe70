import type { Component, Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { azure } from '../../findings/refer.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { listNames } from '../../findings/wording.ts'
import type { Graph } from '../../graph/graph.ts'
import type { Trait } from '../../kinds/kind.ts'
import { byId } from '../at-work.ts'

/** What a house builds once and lets all use. */
const shareable: readonly Trait[] = ['ingests', 'fronts-models', 'evaluates']

const builtTwice = defineRule({
  id: 'OPS-10',
  lenses: ['check'],
  title: 'The same pipeline is built twice',
  severity: 'low',
  topic: 'release',
  why: 'Two that do the same drift apart: one gets the fix, the other keeps the fault, and both are paid for.',
  references: [...azure('CO:14')],
  thresholds: { ownParts: 1 },
  falsePositive: 'They must stay apart, as data of two owners must.',
  *check({ graph, thresholds }) {
    const boxes = byId(graph.components.filter((box) => shareable.some((trait) => graph.has(box, trait))))
    const places = new Map(boxes.map(({ id }, index) => [id, index]))
    for (const [index, box] of boxes.entries()) {
      // The first twin is enough: a third one is the same line again with its own anchors.
      const later = sharersOf(graph, box).filter((id) => (places.get(id) ?? -1) > index)
      const inOrder = later.toSorted((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0))
      const twin = inOrder
        .flatMap((id) => graph.component(id) ?? [])
        .find((other) => isTwin(graph, box, other, thresholds['ownParts'] ?? 1))
      if (twin === undefined) continue
      const own = [...ownOf(graph, box, twin), ...ownOf(graph, twin, box)]
      yield {
        type: 'found',
        anchors: [box.id, twin.id],
        elements: own,
        problem: `${box.name} and ${twin.name} do the same with parts of the same sort, each with its own: ${listNames(graph, own)}.`,
        fix: `Let both use one set of parts, and keep apart only what differs between ${box.name} and ${twin.name}.`,
      }
    }
  },
})

/** Whoever calls one of its parts, itself included: twins share some of theirs. */
function sharersOf(graph: Graph, box: Component): readonly Id[] {
  return [...new Set(partsOf(graph, box).flatMap((part) => graph.callsTo(part).map(({ caller }) => caller)))]
}

/** Of one kind and product, calling the same sorts of parts: some the very same, some of their own. */
function isTwin(graph: Graph, a: Component, b: Component, ownParts: number): boolean {
  const [one, other] = [partsOf(graph, a), partsOf(graph, b)]
  const own = ownOf(graph, a, b)
  const isAlike = sortOf(a) === sortOf(b) && sortsOf(graph, one) === sortsOf(graph, other)
  return isAlike && own.length < one.length && own.length >= ownParts
}

/** What it calls and its twin does not. */
function ownOf(graph: Graph, box: Component, twin: Component): readonly Id[] {
  const others = partsOf(graph, twin)
  return partsOf(graph, box).filter((part) => !others.includes(part))
}

function partsOf(graph: Graph, { id }: Component): readonly Id[] {
  return [...new Set(graph.callsFrom(id).map(({ callee }) => callee))].toSorted()
}

function sortsOf(graph: Graph, parts: readonly Id[]): string {
  return parts
    .flatMap((part) => graph.component(part) ?? [])
    .map(sortOf)
    .toSorted()
    .join(', ')
}

function sortOf({ kind, product }: Component): string {
  return `${kind} ${known(product) ?? ''}`
}

/** Parts that one team could build for all. */
export const sharedParts: readonly Rule[] = [builtTwice]
