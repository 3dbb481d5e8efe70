import { readJson } from '../design/json-text.ts'
import { isPlainObject } from '../design/same-json.ts'
import { printPack } from './print-standards.ts'
import type { RulePack } from './standards.ts'

/** One rule of a pack as its text has it, whole or not: what a form shows while somebody types. */
export type WrittenRule = Readonly<Record<string, unknown>>

/** One of its texts; empty where it has none, or something else. */
export function textAt(rule: WrittenRule, key: string): string {
  const value = rule[key]
  return typeof value === 'string' ? value : ''
}

/** The rules that the text of one pack has; undefined while it is no JSON with a pack in it. */
export function rulesIn(text: string): readonly WrittenRule[] | undefined {
  const rules = packIn(text)?.['rules']
  return Array.isArray(rules) ? rules.filter(isPlainObject) : undefined
}

/** The same text with one rule changed, added behind the last (at their number) or taken out (undefined). */
export function withRule(text: string, index: number, rule: WrittenRule | undefined): string {
  const rules = rulesIn(text) ?? []
  const changed = [...rules.slice(0, index), ...(rule === undefined ? [] : [rule]), ...rules.slice(index + 1)]
  return withPack(text, (pack) => ({ ...pack, rules: changed }))
}

/** With one of the pack's own words changed: its title, or who may allow an exception. */
export function withPackField(text: string, field: 'title' | 'approver', value: string): string {
  return withPack(text, ({ [field]: _before, ...pack }) => {
    const { id, rules, ...rest } = pack
    return { id, ...rest, ...(value === '' ? {} : { [field]: value }), rules }
  })
}

/** A rule to begin with, whose id no other rule of the text has. */
export function newRule(text: string): WrittenRule {
  const taken = new Set((rulesIn(text) ?? []).map(({ id }) => id))
  const number = Array.from({ length: taken.size + 1 }, (_, index) => index + 1).find((each) => !taken.has(idOf(each)))
  return {
    id: idOf(number ?? 1),
    title: 'Kept for longer than the policy allows',
    severity: 'medium',
    topic: 'privacy',
    why: 'What is not kept cannot leak.',
    problem: '{name} keeps data for longer than 90 days.',
    fix: 'Delete after 90 days in {name}, or ask for an exception.',
    each: { of: 'components', where: 'trait = stores-data', require: 'settings.retentionDays <= 90' },
  }
}
function idOf(number: number): string {
  return `HOUSE-${String(number).padStart(2, '0')}`
}

/** The text of a new pack, with one rule to begin with; its id is none of these. */
export function newPackText(taken: readonly string[]): string {
  const ids = ['house', ...taken.map((_, index) => `house-${index + 2}`)]
  const pack: RulePack = { id: ids.find((id) => !taken.includes(id)) ?? 'house', title: 'House rules', rules: [] }
  const empty = printPack(pack)
  return withRule(empty, 0, newRule(empty))
}

function packIn(text: string): WrittenRule | undefined {
  const read = readJson(text)
  const packs = read.ok && isPlainObject(read.value) ? read.value['packs'] : undefined
  const [pack] = Array.isArray(packs) ? (packs as readonly unknown[]) : []
  return isPlainObject(pack) ? pack : undefined
}

function withPack(text: string, change: (pack: WrittenRule) => object): string {
  const pack = packIn(text)
  if (pack === undefined) return text
  const file = JSON.parse(text) as { readonly packs: readonly unknown[] }
  return `${JSON.stringify({ ...file, packs: [change(pack), ...file.packs.slice(1)] }, undefined, 2)}\n`
}
