import type { Component, Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import type { Part } from './evidence.ts'

const idsOf = (elements: readonly { readonly id: Id }[]): readonly Id[] => elements.map(({ id }) => id)

/** Something that is there or is not. */
export function present(title: string, elements: readonly { readonly id: Id }[]): Part {
  return { title, state: elements.length > 0 ? 'yes' : 'no', elements: idsOf(elements) }
}

/** A fact of the design itself, that no element shows. */
export function stated(title: string, isStated: boolean): Part {
  return { title, state: isStated ? 'yes' : 'no', elements: [] }
}

/** Something that every one of these must meet; without any there is nothing to show, and no part. */
export function every<E extends { readonly id: Id }>(
  title: string,
  elements: readonly E[],
  isMet: (element: E) => boolean | undefined,
): readonly Part[] {
  if (elements.length === 0) return []
  const verdicts = elements.map((element) => ({ element, met: isMet(element) }))
  const broken = verdicts.filter(({ met }) => met === false)
  const open = verdicts.filter(({ met }) => met === undefined)
  const state = broken.length > 0 ? 'no' : open.length > 0 ? 'open' : 'yes'
  const shown = state === 'yes' ? verdicts : state === 'no' ? broken : open
  return [{ title, state, elements: idsOf(shown.map(({ element }) => element)) }]
}

/** A yes/no setting that one of these boxes must have: the best of them counts. */
export function some(graph: Graph, title: string, boxes: readonly Component[], fields: readonly string[]): Part {
  const read = boxes
    .map((box) => ({ box, said: fields.map((field) => graph.settings(box).truth(field)) }))
    .filter(({ box }) => fields.some((field) => field in graph.kindOf(box).settings))
  const good = read.filter(({ said }) => said.includes(true))
  if (good.length > 0) return { title, state: 'yes', elements: idsOf(good.map(({ box }) => box)) }
  const isOpen = read.some(({ said }) => said.includes(undefined))
  return { title, state: isOpen ? 'open' : 'no', elements: idsOf(read.map(({ box }) => box)) }
}
