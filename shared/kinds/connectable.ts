import type { Design, Id } from '../design/design.ts'
import { ancestorsOf } from '../design/nesting.ts'
import type { Kind } from './kind.ts'
import { findKind } from './index.ts'

/** Whether arrows may lead to and from such a component. */
export function takesArrows({ traits }: Pick<Kind, 'traits'>): boolean {
  return !traits.includes('only-words')
}

/**
 * Why no arrow may lead from one element to another, as a sentence for the person who draws it; undefined when it may.
 * A second arrow between the same two is a further operation, so it is allowed.
 */
export function whyNotConnect(design: Design, from: Id, to: Id): string | undefined {
  const components = new Map((design.components ?? []).map((component) => [component.id, component]))
  const boundaries = new Map((design.boundaries ?? []).map((boundary) => [boundary.id, boundary]))
  if (from === to) return 'An arrow onto itself says nothing: draw it to another component.'
  for (const [id, other] of [
    [from, to],
    [to, from],
  ] as const) {
    const boundary = boundaries.get(id)
    if (boundary === undefined) continue
    const around = ancestorsOf(design, other).some((ancestor) => ancestor.id === id)
    const name = components.get(other)?.name ?? boundaries.get(other)?.name ?? ''
    return around
      ? `${name} stands in ${boundary.name}: an arrow joins two components, never one with its own boundary.`
      : `${boundary.name} is a boundary: draw the arrow to a component inside it.`
  }
  for (const id of [from, to]) {
    const component = components.get(id)
    if (component === undefined) return 'That is no component any more.'
    if (!takesArrows(findKind(component.kind)))
      return `${component.name} is only words: nothing calls it, and it calls nothing.`
  }
  return undefined
}
