import type { Component } from '../../design/design.ts'
import type { LinddunLetter } from '../../findings/finding.ts'
import type { Graph } from '../../graph/graph.ts'
import type { Trait } from '../../kinds/kind.ts'

/** What an element is in a data-flow diagram. */
export type ElementType = 'actor' | 'process' | 'store' | 'flow'

export type StrideLetter = 'S' | 'T' | 'R' | 'I' | 'D' | 'E'
export const strideLetters: readonly StrideLetter[] = ['S', 'T', 'R', 'I', 'D', 'E']

/** Who begins something, what keeps something, and all else, which does something. By traits, never by kind. */
export function elementTypeOf(graph: Graph, component: Component): Exclude<ElementType, 'flow'> {
  const has = (trait: Trait): boolean => graph.has(component, trait)
  // Who knows people by name answers for them: a sign-in is asked, and decides.
  const keeps = has('stores-data') || (has('passive') && !has('authenticates'))
  const isPerson = has('person') && !has('gates')
  if (isPerson || (has('starts-requests') && !keeps)) return 'actor'
  return keeps ? 'store' : 'process'
}

/** STRIDE per element, as Microsoft's method and OWASP Threat Dragon have it: other letters do not apply to that type. */
export const strideOfType: Readonly<Record<ElementType, readonly StrideLetter[]>> = {
  actor: ['S', 'R'],
  process: strideLetters,
  store: ['T', 'R', 'I', 'D'],
  flow: ['T', 'I', 'D'],
}

/** The mapping table of LINDDUN: people are unaware; what processes, keeps or carries their data does the rest. */
export const linddunOfType: Readonly<Record<ElementType, readonly LinddunLetter[]>> = {
  actor: ['L', 'I', 'U'],
  process: ['L', 'I', 'Nr', 'D', 'Dd', 'Nc'],
  store: ['L', 'I', 'Nr', 'D', 'Dd', 'Nc'],
  flow: ['L', 'I', 'Nr', 'D', 'Dd', 'Nc'],
}
