import { topicWords } from '../../shared/findings/topic-words.ts'
import type { Rule } from '../../shared/findings/rule.ts'
import { allRules, settingOf } from '../../shared/standards/apply-standards.ts'
import { rules } from '../../shared/rules.ts'
import type { RuleSetting, Standards } from '../../shared/standards/standards.ts'

export type RuleFilter = 'all' | 'changed' | 'off'

export interface ShownRule {
  readonly rule: Rule
  /** The id under which it is set: its own, or one that others know it by. */
  readonly key: string
  readonly setting: RuleSetting | undefined
  /** The title of the pack that it came with. */
  readonly pack?: string
}
export interface RuleGroup {
  readonly topic: string
  readonly word: string
  readonly rules: readonly ShownRule[]
}

/** All rules there are, by topic, that fit what was typed: an id, an alias, or words of title and reason. */
export function findRules(standards: Standards, typed: string, filter: RuleFilter): readonly RuleGroup[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '')
  const packs = new Map(
    (standards.packs ?? []).flatMap((pack) => pack.rules.map(({ id }) => [id, pack.title] as const)),
  )
  const shown = allRules(rules, standards).map((rule): ShownRule => {
    const settings = standards.rules ?? {}
    const key = [rule.id, ...rule.aliases].find((id) => Object.hasOwn(settings, id)) ?? rule.id
    const pack = packs.get(rule.id)
    return { rule, key, setting: settingOf(standards, rule), ...(pack === undefined ? {} : { pack }) }
  })
  const found = shown.filter(({ rule, setting, pack }) => {
    if (filter === 'off' && setting?.off !== true) return false
    if (filter === 'changed' && setting === undefined) return false
    const text = [rule.id, ...rule.aliases, rule.title, rule.why, pack ?? ''].join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return topicWords.flatMap(({ topic, word }) => {
    const own = found.filter(({ rule }) => rule.topic === topic).toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1))
    return own.length === 0 ? [] : [{ topic, word, rules: own }]
  })
}

/** "maximumDays" as people read it: "Maximum days". */
export function thresholdWords(name: string): string {
  const words = name.replaceAll(/([A-Z]+)/gu, (letters) => ` ${letters.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
