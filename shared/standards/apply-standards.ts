import type { Rule } from '../findings/rule.ts'
import { compilePacks } from './compile-rule.ts'
import { mandatoryControlRule } from './mandatory-controls.ts'
import type { RuleSetting, Standards } from './standards.ts'
import { technologyRule } from './technologies.ts'

export interface AppliedRules {
  /** All that look: those of the product and of the packs, without those that are switched off. */
  readonly rules: readonly Rule[]
  /** Rule id to name to number. */
  readonly thresholds: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Rules that somebody switched off, by what they are and why. */
  readonly off: readonly OffRule[]
}
export interface OffRule {
  readonly id: string
  readonly title: string
  readonly reason?: string
}

/** Every rule there is with these standards, switched off or not. */
export function allRules(rules: readonly Rule[], standards: Standards): readonly Rule[] {
  const own = [mandatoryControlRule(standards.controls), technologyRule(standards)].filter((rule) => rule !== undefined)
  return [...rules, ...own, ...compilePacks(standards.packs)]
}

/** The rules as a house wants them: its packs and lists added, some switched off, severities and thresholds its own. */
export function applyStandards(rules: readonly Rule[], standards: Standards | undefined): AppliedRules {
  if (standards === undefined) return { rules, thresholds: {}, off: [] }
  const set = allRules(rules, standards).map((rule) => ({ rule, setting: settingOf(standards, rule) }))
  return {
    rules: set.flatMap(({ rule, setting }) => (setting?.off === true ? [] : [withSeverity(rule, setting)])),
    thresholds: Object.fromEntries(
      set.flatMap(({ rule, setting }) => (setting?.thresholds === undefined ? [] : [[rule.id, setting.thresholds]])),
    ),
    off: set.flatMap(({ rule: { id, title }, setting }) =>
      setting?.off === true ? [{ id, title, ...(setting.reason === undefined ? {} : { reason: setting.reason }) }] : [],
    ),
  }
}

/** The setting of a rule, under its own id or one that other catalogues know it by. */
export function settingOf(
  standards: Standards,
  { id, aliases }: Pick<Rule, 'id' | 'aliases'>,
): RuleSetting | undefined {
  const settings = standards.rules ?? {}
  const key = [id, ...aliases].find((each) => Object.hasOwn(settings, each))
  return key === undefined ? undefined : settings[key]
}

function withSeverity(rule: Rule, setting: RuleSetting | undefined): Rule {
  const { severity, reason } = setting ?? {}
  if (severity === undefined || severity === rule.severity) return rule
  return { ...rule, severity, house: { was: rule.severity, ...(reason === undefined ? {} : { reason }) } }
}
