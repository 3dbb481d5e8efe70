import type { Finding } from '../../findings/finding.ts'
import type { Rule } from '../../findings/rule.ts'
import { rules } from '../../rules.ts'
import { findControl } from '../../threats/controls.ts'
import type { DocumentContext } from '../document.ts'

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]))

/** How somebody finds out on the running system whether a threat is closed; a person's own threat has no recipe. */
export function verificationOf({ rule }: Finding): string | undefined {
  return byId.get(rule)?.verify
}

/** The rules that the threats of an analysis come from, in the order of the catalogue. */
export function rulesOf(threats: readonly Finding[]): readonly Rule[] {
  const told = new Set(threats.map(({ rule }) => rule))
  return rules.filter(({ id }) => told.has(id))
}

/** Components on the way of attack, by name; empty where it is no path. */
export function wayOf({ path = [] }: Finding, { graph }: DocumentContext): readonly string[] {
  return path.filter((id) => graph.component(id) !== undefined).map((id) => graph.name(id))
}

/** What it is about, by name. */
export function placesOf({ elements }: Finding, { graph }: DocumentContext): readonly string[] {
  return [...new Set(elements)].map((id) => graph.name(id))
}

/** What closes it on the drawing, by name: a gate, or a control in place. Nothing for what a decision settles. */
export function closingOf({ treatedBy }: Finding, { design, graph }: DocumentContext): string | undefined {
  if (treatedBy === undefined || design.treatments?.some(({ id }) => id === treatedBy) === true) return undefined
  const control = design.controls?.find(({ id }) => id === treatedBy)
  return control === undefined
    ? graph.name(treatedBy)
    : (control.name ?? findControl(control.type)?.title ?? control.type)
}
