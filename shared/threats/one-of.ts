import type { Component } from '../design/design.ts'
import type { Topic } from '../findings/finding.ts'
import type { RuleContext } from '../findings/rule.ts'
import { type Standing, stand } from '../findings/standing.ts'

/** A fact that would be enough by itself: the setting that holds it, and whether it is good; undefined while nobody said. */
export interface Sufficient {
  readonly field: string
  readonly isGood: boolean | undefined
}

/**
 * Several facts of a box of which one is enough: good when one is, bad when none is, unknown while one is open.
 * @returns the standing, and the first fact that is open: the one to ask about
 */
export function standOneOf(
  context: RuleContext,
  topic: Topic,
  component: Component,
  facts: readonly Sufficient[],
): { readonly standing: Standing; readonly open: string | undefined } {
  const open = facts.find(({ isGood }) => isGood === undefined)?.field
  const isGood = facts.some((fact) => fact.isGood === true) ? true : open === undefined ? false : undefined
  return { standing: stand(context, topic, isGood, context.graph.stated(component, open ?? ''), component.id), open }
}

/** A three-valued fact turned around. */
export function not(fact: boolean | undefined): boolean | undefined {
  return fact === undefined ? undefined : !fact
}
