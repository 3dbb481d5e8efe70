import { defineRule, type Rule } from '../findings/rule.ts'
import { checkElements } from './check-elements.ts'
import { checkPath } from './check-path.ts'
import type { PackRule, RulePack } from './standards.ts'

/** A rule of a pack as a rule of this product: it is weighed, treated, asked and merged as any other. */
function compileRule(rule: PackRule, pack: Pick<RulePack, 'title' | 'edition'>): Rule {
  const { each, path } = rule
  return defineRule({
    id: rule.id,
    lenses: ['check'],
    title: rule.title,
    severity: rule.severity,
    topic: rule.topic,
    why: rule.why,
    references: (rule.references ?? []).map((id) => ({ framework: pack.title, edition: pack.edition ?? '', id })),
    *check(context) {
      if (each !== undefined) yield* checkElements(context, rule, each)
      if (path !== undefined) yield* checkPath(context, rule, path)
    },
  })
}

/** The rules of every pack that is switched on. */
export function compilePacks(packs: readonly RulePack[] = []): readonly Rule[] {
  return packs.filter(({ off }) => off !== true).flatMap((pack) => pack.rules.map((rule) => compileRule(rule, pack)))
}
