import type { Finding } from '../../findings/finding.ts'
import type { Rule } from '../../findings/rule.ts'
import { rules } from '../../rules.ts'
import type { DocumentContext } from '../document.ts'
import { placeNames } from '../text/place-name.ts'

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
  return placeNames(elements, graph)
}
