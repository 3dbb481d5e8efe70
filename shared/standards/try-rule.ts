import type { Id } from '../design/design.ts'
import { type RuleRun, runRules } from '../findings/run.ts'
import { compilePacks } from './compile-rule.ts'
import type { PackRule, RulePack } from './standards.ts'

/** What a rule would say about a design: how many elements it names, and how many it asks about. */
export interface Tried {
  readonly found: readonly Id[]
  readonly asked: readonly Id[]
}

/** Asks one rule of a pack about a design, before it counts. */
export function tryRule(rule: PackRule, pack: RulePack, run: Omit<RuleRun, 'rules'>): Tried {
  const { off: _off, ...on } = pack
  const { findings, questions } = runRules({ ...run, rules: compilePacks([{ ...on, rules: [rule] }]) })
  const own = questions.filter(({ rules }) => rules.includes(rule.id))
  return {
    found: [...new Set(findings.flatMap(({ anchors }) => anchors))],
    asked: [...new Set(own.flatMap(({ elements }) => elements.map(({ on: element }) => element)))],
  }
}
